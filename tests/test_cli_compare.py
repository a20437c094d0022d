"""`reslint compare`: what is new, gone and unchanged between two runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
OF = "of the Plenipotentiary Conference"


def run(reslint: Reslint, draft: Draft, name: str, text: str) -> Path:
    """The JSON of a run over one draft."""
    draft("a.txt", text)
    ran = reslint("check", "a.txt", "--as-of", "2024-10-15", "--output-format", "json", small=False)
    return draft(name, ran.out)


@pytest.fixture
def runs(reslint: Reslint, draft: Draft) -> tuple[Path, Path]:
    old = run(
        reslint,
        draft,
        "old.json",
        f"Resolution 71 (Rev. Dubai, 2018) {OF}\n\nResolution 102 (Rev. Buchrest, 2022) {OF}\n",
    )
    new = run(
        reslint,
        draft,
        "new.json",
        f"First.\n\nResolution 71 (Rev. Dubai, 2018) {OF}\n\nResolution 70 (Rev. Busan, 2014) {OF}\n",
    )
    return old, new


def test_new_gone_and_unchanged_findings_are_told_apart(reslint: Reslint, runs: tuple[Path, Path]) -> None:
    ran = reslint("compare", *runs)
    assert ran.status == 1
    assert "Buchrest" in ran.out
    assert "PP Resolution 70 was revised since" in ran.out
    whole = json.loads(reslint("compare", *runs, "--output-format", "json").out)
    codes = {part: [one["code"] for one in whole[part]] for part in ("new", "gone", "unchanged")}
    assert codes == {"new": ["STA001"], "gone": ["SPL001"], "unchanged": ["STA001"]}


def test_what_only_moved_is_not_new(reslint: Reslint, draft: Draft) -> None:
    text = f"Resolution 71 (Rev. Dubai, 2018) {OF}\n"
    old = run(reslint, draft, "old.json", text)
    new = run(reslint, draft, "new.json", "A line.\n\nAnother line.\n\n" + text)
    assert reslint("compare", old, new).status == 0


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"findings": [{}]}', '{"findings": 1}', "\x00", "not json"])
def test_what_is_no_run_is_one_message(reslint: Reslint, draft: Draft, runs: tuple[Path, Path], content: str) -> None:
    ran = reslint("compare", runs[0], draft("bad.json", content))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("error: bad.json: ")
    assert "report it" not in ran.err
    assert reslint("compare", runs[0], "missing.json").status == 2
