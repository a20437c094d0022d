"""Settings that a program makes: the same keys, checks and words as those of a file."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reslint import ReslintError, Settings, Severity, lint_paths, lint_text
from reslint.linting.settings import read_settings

Draft = Callable[..., Path]
TEXT = "noting Resolution 71 (Rev. Dubai, 2018) and Resolution 70 (Rev. Busan 2014) of the Plenipotentiary Conference\n"
OF_A_FILE = """
select = ["STA", "FRM"]
extend-select = ["NUM001"]
ignore = ["missing-comma"]
severity = {STA = "info"}
per-file-ignores = {"old/*" = ["STA"]}
as-of = 2024-10-15
view = "original"
include = ["*.txt"]
exclude = ["drafts"]
registry = ["own.yaml"]
rules-dir = ["rules"]
baseline = "known.json"
max-size = "2 KiB"
"""


def test_they_are_those_of_a_file_with_the_same_keys(draft: Draft) -> None:
    made = Settings.of(
        select=("STA", "FRM"),
        extend_select=["NUM001"],
        ignore={"missing-comma"},
        severity={"STA": Severity.INFO},
        per_file_ignores={"old/*": ("STA",)},
        as_of=date(2024, 10, 15),
        view="original",
        include=["*.txt"],
        exclude=["drafts"],
        registry=Path("own.yaml"),
        rules_dir=[Path("rules")],
        baseline=Path("known.json"),
        max_size="2 KiB",
    )
    read = read_settings(draft("reslint.toml", OF_A_FILE))
    (chosen,) = made.selections
    (written,) = read.selections
    assert chosen[1:] == written[1:]
    assert made.but(source=read.source, selections=read.selections) == read


def test_every_key_of_a_file_can_be_given_but_what_is_not_for_programs() -> None:
    """How findings are printed is a reporter's business, and `fix` is told itself which fixes to make."""
    given = set(inspect.signature(Settings.of).parameters)
    of_a_file = set(Settings._fields) - {"root", "source", "selections"} | {"select", "extend_select", "ignore"}
    assert of_a_file - given == {"output_format", "unsafe_fixes"}
    assert given <= of_a_file


def test_nothing_given_is_as_without_settings() -> None:
    made = lint_text(TEXT, settings=Settings.of(), as_of="PP-22")
    assert made.findings == lint_text(TEXT, as_of="PP-22").findings


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({}, ["STA001", "STA001"]),
        ({"select": ["FRM"]}, ["FRM001"]),
        ({"ignore": ["outdated-edition"]}, ["FRM001"]),
        ({"severity": {"missing-comma": "off"}}, ["STA001", "STA001"]),
        ({"per_file_ignores": {"*.txt": ["STA"]}}, ["FRM001"]),
        ({"as_of": "PP-14"}, ["REF006", "FRM001"]),
    ],
    ids=str,
)
def test_they_hold(given: dict[str, Any], codes: list[str]) -> None:
    result = lint_text(TEXT, settings=Settings.of(**{"as_of": "PP-22", **given}))
    assert [finding.code for finding in result.findings] == codes


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"select": "STA"}, "Settings.of: select has to be a list of strings"),
        ({"ignore": ["STA", 3]}, "Settings.of: ignore has to be a list of strings"),
        ({"extend_select": b"STA"}, "Settings.of: extend-select has to be a list of strings"),
        ({"severity": {"STA": "eror"}}, "Settings.of: severity.STA has to be one of error, warning, info, off"),
        ({"per_file_ignores": {"a": "STA"}}, "Settings.of: per-file-ignores.'a' has to be a list of rules"),
        ({"view": "finl"}, "did you mean final?"),
        ({"as_of": 2024}, "Settings.of: as-of has to be a string"),
        ({"max_size": "much"}, "'much' is not a size; write bytes"),
        ({"registry": 3}, "Settings.of: registry has to be a list of strings"),
        ({"baseline": ["known.json"]}, "Settings.of: baseline has to be a string"),
    ],
    ids=str,
)
def test_what_a_file_could_not_hold_is_raised(given: dict[str, Any], words: str) -> None:
    with pytest.raises(ReslintError) as raised:
        Settings.of(**given)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"select": ["STA02"]}, "Settings.of: unknown rule 'STA02'; did you mean STA002?"),
        ({"as_of": "PP-222"}, "unknown date or conference 'PP-222'; did you mean PP-22?"),
        ({"registry": ["none.yaml"]}, "none.yaml: no such file"),
        ({"rules_dir": ["none"]}, "none: "),
        ({"baseline": "none.json"}, "none.json: "),
    ],
    ids=str,
)
def test_what_nobody_has_is_raised_where_it_is_used(given: dict[str, Any], words: str, draft: Draft) -> None:
    draft("a.txt", TEXT)
    settings = Settings.of(**given)
    with pytest.raises(ReslintError) as raised:
        lint_text(TEXT, settings=settings)
    assert words in str(raised.value)
    with pytest.raises(ReslintError):
        lint_paths(["."], settings=settings)


def test_folders_are_looked_through_as_they_say(draft: Draft) -> None:
    for name in ("a.txt", "b.md", "old/c.txt"):
        draft(name, TEXT)
    settings = Settings.of(include=["*.txt"], exclude=["old"])
    assert [file.name for file in lint_paths(["."], settings=settings).files] == ["a.txt"]
