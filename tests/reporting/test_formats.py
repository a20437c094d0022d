"""What every output format promises to those who read it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reslint as package

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
FIELDS = [
    "code",
    "name",
    "severity",
    "message",
    "file",
    "start",
    "end",
    "line",
    "column",
    "end_line",
    "end_column",
    "excerpt",
    "suggestion",
    "as_far_as",
    "fix",
    "as_of",
    "record",
    "url",
    "story",
    "paragraph",
    "place",
    "runs",
    "change",
    "refused",
    "part_of",
    "parts",
]


def test_json_is_one_object(reslint: Reslint, draft: Draft) -> None:
    draft("b.txt", b"")
    ran = reslint("check", "--output-format", "json", "--as-of", "2024-10-15", draft("a.txt", "a\na grey sky"), "b.txt")
    data = json.loads(ran.out)
    assert list(data) == ["version", "as_of", "registry", "files", "findings", "errors"]
    assert (data["version"], data["as_of"]) == (package.__version__, "2024-10-15")
    assert data["registry"].keys() == {"date", "digest"}
    assert data["files"] == [{"file": "a.txt", "as_of": "2024-10-15"}, {"file": "b.txt", "as_of": None}]
    assert data["errors"] == [{"file": "b.txt", "message": "b.txt: the file is empty; nothing to check"}]
    (finding,) = data["findings"]
    assert list(finding) == FIELDS
    assert finding == {
        "code": "TST001",
        "name": "grey-word",
        "severity": "warning",
        "message": "grey is written here",
        "file": "a.txt",
        "start": 4,
        "end": 8,
        "line": 2,
        "column": 3,
        "end_line": 2,
        "end_column": 7,
        "excerpt": "grey",
        "suggestion": "gray",
        "as_far_as": None,
        "fix": {"applicability": "safe", "edits": [{"start": 4, "end": 8, "content": "gray"}]},
        "as_of": "2024-10-15",
        "record": None,
        "url": "docs/rules/grey-word.md",
        "story": "body",
        "paragraph": 2,
        "place": None,
        "runs": [],
        "change": None,
        "refused": None,
        "part_of": None,
        "parts": [],
    }


def test_jsonl_is_one_object_a_line(reslint: Reslint, draft: Draft) -> None:
    ran = reslint("check", "--output-format", "jsonl", draft("a.txt", "grey large"))
    assert [list(json.loads(line)) for line in ran.out.splitlines()] == [FIELDS, FIELDS]
    assert ran.err == ""


def test_a_finding_names_the_record_it_rests_on(reslint: Reslint, draft: Draft) -> None:
    text = "Resolution 71 (Rev. Dubai, 2018)"
    ran = reslint(
        "check",
        "--select",
        "outdated-edition",
        "--as-of",
        "2024-01-01",
        "--output-format",
        "jsonl",
        draft("a.txt", text),
    )
    record = json.loads(ran.out)["record"]
    assert (record["key"], record["checked"]) == ("PP 71", "PP-22")
    assert record["sources"]


def test_github_escapes_and_begins_with_the_worst(reslint: Reslint, draft: Draft) -> None:
    draft("50%, b.txt", "grey\nlarge\n")
    draft("c.txt", b"")
    ran = reslint("check", "--output-format", "github", "50%, b.txt", "c.txt")
    assert ran.out.splitlines() == [
        "::error file=50%25%2C b.txt,line=2,col=1,endLine=2,endColumn=6,title=TST002 large-word::"
        "large is written here%0Ato keep it, write [sic] after the words",
        "::warning file=50%25%2C b.txt,line=1,col=1,endLine=1,endColumn=5,title=TST001 grey-word::"
        "grey is written here%0Asay gray; to keep it, write [sic] after the words",
        "::error file=c.txt::c.txt: the file is empty; nothing to check",
    ]


def test_concise_is_one_line_a_finding(reslint: Reslint, draft: Draft) -> None:
    ran = reslint("check", "--output-format", "concise", draft("a.txt", "grey\nlarge"))
    assert ran.out == (
        "a.txt:1:1: TST001 grey-word [*] grey is written here\n"
        "a.txt:2:1: TST002 large-word large is written here\n"
        "Found 2 findings: 1 error, 1 warning.\n"
        "[*] 1 can be mended with --fix (1 more with --unsafe-fixes).\n"
    )


def test_the_registry_says_once_how_far_it_goes(reslint: Reslint, draft: Draft) -> None:
    for name in ("a.txt", "b.txt"):
        draft(name, "Resolution 1 (Rev. Kigali, 2022) of WTDC, Resolution 2 (Rev. Kigali, 2022) of WTDC")
    ran = reslint("check", "--as-of", "2026-06-01")
    assert [line for line in ran.err.splitlines() if "known" in line] == [
        "note: Not known in full: what the World Telecommunication Development Conference of Baku 2025 decided. "
        "Of the texts cited here these may have a later edition: Resolutions 1 and 2."
    ]
    assert "known" not in reslint("check", "--as-of", "2024-01-01").err


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_only_on_a_terminal_that_wants_them(
    draft: Draft, terminal: Callable[..., str], environment: dict[str, str]
) -> None:
    path = draft("a.txt", "Resolution 71 (Rev. Dubai, 2018)\n")
    arguments = ("check", "--as-of", "2024-01-01", "a.txt")
    coloured = terminal(*arguments, cwd=path.absolute().parent)
    plain = terminal(*arguments, cwd=path.absolute().parent, **environment)
    assert "\x1b[33;1mSTA001\x1b[0m" in coloured
    assert "STA001" in plain
    assert "\x1b" not in plain
