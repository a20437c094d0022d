"""`registry check` reads every name of a registry as a draft would write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.ingesting.legible import illegible
from reslint.resources import resource


def test_every_name_of_the_registry_is_read() -> None:
    assert illegible(resource("registry.yaml")) == []


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        ("places:\n  Geneva: {variants: [The City of Geneva on the Lake]}\n", "Geneva, variants"),
        ("places:\n  Geneva: {variants: ['Geneva (Palexpo)']}\n", "Geneva, variants"),
        ("conferences:\n  PP-22: {body: PP, place: Bucharest, year: 2022, aliases: [PP Bucharest 2022]}\n", "PP-22"),
        ("unga:\n  70/1: {forms: [Agenda 2030]}\n", "70/1, forms"),
    ],
)
def test_a_name_that_no_citation_can_hold_is_said(tmp_path: Path, entry: str, key: str) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("# Ours.\n" + entry)
    (problem,) = illegible(path)
    assert (problem.line, problem.key) == (3, key)
    assert "is not read so" in problem.message


@pytest.mark.parametrize(
    "entry", ["places:\n  Geneva: {variants: [Genève]}\n", "resolutions: {}\n", "unga:\n  70/1: {forms: [70/1]}\n"]
)
def test_a_name_that_is_read_is_right(tmp_path: Path, entry: str) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(entry)
    assert illegible(path) == []
