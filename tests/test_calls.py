"""The public interface, as other programs call it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from importlib import import_module
from pathlib import Path

import pytest

import reslint
from reslint import ReslintError, Settings, lint_file, lint_paths, lint_text
from reslint.plugins.rule_table import Selection
from reslint.running.run import Run

Draft = Callable[..., Path]
TEXT = "Genève: Resolution 71 (Rev. Dubai, 2018)\n"


def test_all_that_is_public_is_there_and_nothing_else() -> None:
    assert reslint.__all__ == sorted(reslint.__all__, key=lambda name: (not name[0].isupper(), name))
    for name in reslint.__all__:
        assert getattr(reslint, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        reslint.nothing  # noqa: B018


def test_who_checks_types_is_told_of_the_same_names_at_the_same_places() -> None:
    tree = ast.parse(Path(reslint.__file__).read_text("utf-8"))
    imports = [one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
    told = {name.asname: f"{one.module}.{name.name}" for one in imports for name in one.names if name.asname}
    assert sorted(told) == sorted(reslint.__all__)
    for name, place in told.items():
        module, _, inner = place.rpartition(".")
        there = getattr(import_module(module), inner, None)
        assert getattr(reslint, name) is (import_module(place) if there is None else there)


WHILE_READING = {
    *(
        "Approval",
        "AssemblyText",
        "Block",
        "Body",
        "Citation",
        "CitedEdition",
        "Clause",
        "Comment",
        "Common",
        "Conference",
    ),
    *("DatedPlace", "Document", "Edit", "Edition", "Heading", "ItemList", "Judgement", "Label", "ListItem"),
    *("Misplaced", "Paragraph", "Part", "Position", "Record", "Sector", "Segment", "Span", "Story", "Structure"),
}
"""What is made by the thousand while a text is read, and is unpacked there: the named tuples."""


def test_public_data_are_values_or_the_named_tuples_of_reading() -> None:
    public = {name: getattr(reslint, name) for name in reslint.__all__}
    classes = {name: one for name, one in public.items() if isinstance(one, type)}
    assert {name for name, one in classes.items() if issubclass(one, tuple)} == WHILE_READING
    assert [name for name, one in classes.items() if is_dataclass(one) and name != "Settings"] == []
    values = {name for name, one in classes.items() if issubclass(one, reslint.Value)}
    assert {"Example", "FileResult", "Finding", "Fix", "Format", "Mistake", "Report", "Reporter", "Writer"} <= values
    for name, one in classes.items():
        if not issubclass(one, tuple | reslint.Value | Enum | Exception) and name != "Settings":
            assert name in {"Judge", "Page", "Registry", "Rule", "View"}, f"{name} is neither data nor known"


def test_importing_costs_nothing() -> None:
    code = "import sys; before = set(sys.modules); import reslint; print(sorted(set(sys.modules) - before))"
    folder = Path(reslint.__file__).parents[1]
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    loaded = ran.stdout
    assert "'reslint'" in loaded
    for name in ("lark", "yaml", "click", "pluggy", "rapidfuzz", "pathspec", "markdown_it", "reslint.linting"):
        assert f"'{name}'" not in loaded


def test_a_text() -> None:
    result = lint_text(TEXT, as_of="PP-22")
    assert [(finding.code, finding.file, finding.column) for finding in result.findings] == [
        ("STA001", "draft.txt", 24)
    ]
    assert result.findings[0].excerpt == TEXT[result.findings[0].start : result.findings[0].end]
    assert result.as_of == date(2022, 10, 14)
    assert [citation.number for citation in result.citations] == ["71"]
    assert lint_text(TEXT, as_of=date(2020, 1, 1)).findings == ()


@pytest.mark.parametrize("text", ["", "\ufeff", "\0", "a\0b\0c\0", "\ud800", "\r", "\x1b[0m", "[sic]"])
def test_any_text_can_be_judged(text: str) -> None:
    result = lint_text(text)
    assert result.errors == ()
    assert result.view is not None
    assert len(result.view.text) == len(text)


def test_a_text_reads_no_file(draft: Draft) -> None:
    draft("reslint.toml", "nonsense = 1\n")
    draft("draft.txt.reslint", "ignore-file\n")
    assert len(lint_text(TEXT, as_of="PP-22").findings) == 1


def test_a_file_is_judged_by_its_settings(draft: Draft) -> None:
    draft("reslint.toml", "ignore = ['STA']\n")
    path = draft("a.txt", TEXT)
    assert lint_file(path, as_of="PP-22").findings == ()
    assert len(lint_file(path, as_of="PP-22", settings=Settings()).findings) == 1
    only = Settings(selections=(Selection("test", select=("REF",)),))
    assert lint_file(path, as_of="PP-22", settings=only).findings == ()


def test_files_and_folders(draft: Draft) -> None:
    draft("sub/a.txt", TEXT)
    draft("sub/b.txt", b"")
    report = lint_paths(["sub", Path("none")], as_of="PP-22")
    assert [file.name for file in report.files] == ["sub/a.txt", "sub/b.txt"]
    assert [finding.file for finding in report.findings] == ["sub/a.txt"]
    assert report.failures == (
        (None, "none: no such file or folder"),
        ("sub/b.txt", "sub/b.txt: the file is empty; nothing to check"),
    )
    assert report.exit_status == 2
    assert report.days == (date(2022, 10, 14),)
    assert report.registry_date


def test_what_means_nothing_is_raised() -> None:
    with pytest.raises(ReslintError, match=r"unknown date or conference 'PP-222'; did you mean PP-22\?"):
        lint_text(TEXT, as_of="PP-222")
    with pytest.raises(ReslintError, match="test: unknown rule 'NUM01'; did you mean NUM0"):
        lint_text(TEXT, settings=Settings(selections=(Selection("test", ignore=("NUM01",)),)))


def test_one_linter_a_settings_file(draft: Draft) -> None:
    for name in ("a/x.txt", "a/b/y.txt", "c/z.txt"):
        draft(name, TEXT)
    draft("c/reslint.toml", "select = ['STA']\n")
    run = Run()
    assert run.linter("a/x.txt") is run.linter("a/b/y.txt")
    assert run.linter("c/z.txt") is not run.linter("a/x.txt")
