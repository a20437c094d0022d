"""The formats of build servers and of reviews: GitLab, reviewdog, JUnit, GitHub."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from junitparser import Error, Failure, JUnitXml
from lxml import etree

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]
FORMATS = ROOT / "tests" / "data" / "formats"
EXAMPLES = ROOT / "examples"
DOCX = EXAMPLES / "contribution.docx"
RDFORMAT = json.loads((FORMATS / "rdformat.json").read_text("utf-8"))
JUNIT = etree.XMLSchema(etree.parse(FORMATS / "junit-10.xsd"))


def printed(reslint: Reslint, name: str, *arguments: str | Path, small: bool = True) -> str:
    day = ("--as-of", "2024-10-15")
    out: str = reslint("check", *day, "--output-format", name, *arguments, small=small).out
    return out


def diagnostics(reslint: Reslint, *arguments: str | Path, small: bool = True) -> Any:
    data = json.loads(printed(reslint, "rdjson", *arguments, small=small))
    jsonschema.Draft7Validator(RDFORMAT).validate(data)
    assert data["source"] == {"name": "reslint"}
    return data["diagnostics"]


def suites(text: str) -> JUnitXml:
    JUNIT.assertValid(etree.fromstring(text.encode()))
    return JUnitXml.fromstring(text.encode())


@pytest.fixture
def drafts(draft: Draft) -> None:
    """One draft with three findings, one without, one that cannot be read."""
    draft("b/bad.txt", "a grey sky\nlarge\n\ngrey\n")
    draft("a/good.txt", "blue\n")
    draft("a/empty.txt", b"")


@pytest.mark.usefixtures("drafts")
def test_gitlab_has_what_its_widget_needs(reslint: Reslint) -> None:
    issues = json.loads(printed(reslint, "gitlab", "b", "a"))
    assert [(one["location"]["path"], one["location"]["lines"]["begin"], one["severity"]) for one in issues] == [
        ("b/bad.txt", 1, "minor"),
        ("b/bad.txt", 2, "major"),
        ("b/bad.txt", 4, "minor"),
        ("a/empty.txt", 1, "blocker"),
    ]
    for issue in issues:
        assert issue["description"]
        assert issue["check_name"]
    assert issues[0]["description"] == "TST001 grey-word: grey is written here"
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


@pytest.mark.usefixtures("drafts")
def test_gitlab_knows_a_finding_again(reslint: Reslint, draft: Draft) -> None:
    before = {one["fingerprint"] for one in json.loads(printed(reslint, "gitlab", "b"))}
    draft("b/bad.txt", "A new line.\na grey sky\nlarge\n\ngrey\n")
    assert {one["fingerprint"] for one in json.loads(printed(reslint, "gitlab", "./b/"))} == before


def test_gitlab_of_nothing_is_an_empty_list(reslint: Reslint, draft: Draft) -> None:
    assert printed(reslint, "gitlab", draft("a.txt", "blue")) == "[]\n"


@pytest.mark.usefixtures("drafts")
def test_rdjson_is_what_reviewdog_reads(reslint: Reslint) -> None:
    found = diagnostics(reslint, "b", "a")
    assert found[0] == {
        "message": "grey is written here\nsay gray; to keep it, write [sic] after the words",
        "location": {
            "path": "b/bad.txt",
            "range": {"start": {"line": 1, "column": 3}, "end": {"line": 1, "column": 7}},
        },
        "severity": "WARNING",
        "code": {"value": "TST001"},
        "suggestions": [
            {"range": {"start": {"line": 1, "column": 3}, "end": {"line": 1, "column": 7}}, "text": "gray"},
        ],
    }
    assert [one["severity"] for one in found] == ["WARNING", "ERROR", "WARNING", "ERROR"]
    assert found[-1]["location"] == {"path": "a/empty.txt"}
    assert found[-1]["code"] == {"value": "could-not-check"}


def test_rdjson_counts_bytes(reslint: Reslint, draft: Draft) -> None:
    """The column of b in "a𐐀b" is 6, says reviewdog."""
    (found,) = diagnostics(reslint, draft("a.txt", "à la fin\na𐐀 grey\n"))
    assert found["location"]["range"]["start"] == {"line": 2, "column": 7}
    assert found["suggestions"][0]["range"]["end"] == {"line": 2, "column": 11}


@pytest.mark.parametrize("name", ["contribution.txt", "council-draft.md"])
def test_rdjson_suggestions_are_the_fixes(reslint: Reslint, draft: Draft, name: str) -> None:
    data = (EXAMPLES / name).read_bytes().replace(b"Plenipotentiary", "Plénipotentiary".encode())
    text = data.decode()
    draft(name, data)
    found = diagnostics(reslint, name, small=False)
    findings = json.loads(printed(reslint, "json", name, small=False))["findings"]
    lines = data.splitlines(keepends=True)
    made = 0
    for one, finding in zip(found, findings, strict=True):
        for suggestion in one.get("suggestions", []):
            places = [suggestion["range"][end] for end in ("start", "end")]
            start, end = (sum(map(len, lines[: at["line"] - 1])) + at["column"] - 1 for at in places)
            expected = text
            for edit in reversed(finding["fix"]["edits"]):
                expected = expected[: edit["start"]] + edit["content"] + expected[edit["end"] :]
            assert (data[:start] + suggestion["text"].encode() + data[end:]).decode() == expected
            made += 1
    assert made


def test_rdjson_claims_no_column_that_it_cannot_know(reslint: Reslint, draft: Draft) -> None:
    (found,) = diagnostics(reslint, draft("a.txt", "é" * 500 + " grey"))
    assert found["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}
    assert "suggestions" not in found


@pytest.mark.usefixtures("drafts")
def test_junit_is_a_suite_a_file(reslint: Reslint) -> None:
    found = suites(printed(reslint, "junit", "b", "a", "nowhere.txt"))
    assert (found.tests, found.failures, found.errors) == (6, 3, 2)
    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in found] == [
        ("b/bad.txt", 3, 3, 0),
        ("a/empty.txt", 1, 0, 1),
        ("a/good.txt", 1, 0, 0),
        ("reslint", 1, 0, 1),
    ]
    bad, empty, good, _ = found
    assert [case.name for case in bad] == [
        "TST001 grey-word: grey",
        "TST002 large-word: large",
        "TST001 grey-word: grey (2)",
    ]
    (failure,) = next(iter(bad)).result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("warning", "grey is written here")
    assert failure.text.splitlines() == [
        "b/bad.txt:1:3: grey is written here",
        "- grey",
        "+ gray",
        "say gray; to keep it, write [sic] after the words",
    ]
    (error,) = next(iter(empty)).result
    assert isinstance(error, Error)
    assert error.message == "a/empty.txt: the file is empty; nothing to check"
    assert next(iter(good)).is_passed


def test_junit_of_any_draft_is_xml(reslint: Reslint, draft: Draft) -> None:
    draft("]]> & \x01 <a>\n.txt", "a <b>&amp; \x00\x1b\ufffe\u202e grey ]]> large\u0085\n".replace("\x00", ""))
    (suite,) = suites(printed(reslint, "junit", "."))
    assert suite.name == "]]> & ␁ <a> .txt"
    assert suite.failures == 2


@pytest.mark.parametrize("name", ["gitlab", "rdjson", "junit", "github"])
def test_in_a_word_file_the_place_is_said_and_no_line_is_made_up(reslint: Reslint, draft: Draft, name: str) -> None:
    path = draft("contribution.docx", DOCX.read_bytes())
    out = printed(reslint, name, path, small=False)
    place = "¶ 6, recalling a): Buchrest is misspelt: Bucharest"
    assert place in out
    if name == "gitlab":
        assert {one["location"]["lines"]["begin"] for one in json.loads(out)} == {1}
    elif name == "rdjson":
        assert all(one["location"] == {"path": "contribution.docx"} for one in json.loads(out)["diagnostics"])
    elif name == "github":
        assert out.startswith(f"::error file=contribution.docx,title=SPL001 misspelt-place::{place}%0A")
    else:
        assert f"contribution.docx: {place}" in out
        suites(out)


def test_github_gives_columns_of_one_line_only(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.md", "noting\nResolution 71\n(Rev. Dubai,\n2018) of PP\n")
    (annotation,) = printed(reslint, "github", path, "--select", "STA001", small=False).splitlines()
    assert annotation.startswith("::warning file=a.md,line=3,endLine=4,title=STA001 outdated-edition::")


@pytest.mark.parametrize("name", ["gitlab", "rdjson", "github"])
def test_what_is_no_utf8_is_replaced(reslint: Reslint, draft: Draft, name: str) -> None:
    """Many readers of JSON refuse all of a report that holds half of a pair of surrogates."""
    draft(os.fsdecode(b"\xff.txt"), "grey")
    draft(os.fsdecode(b"\xfe.txt"), b"")
    out = printed(reslint, name, ".")
    assert "\\ud" not in out
    message = "\ufffd.txt: the file is empty; nothing to check"
    if name == "github":
        assert [line.split(",")[0].split("::")[1] for line in out.splitlines()] == [
            *("warning file=\ufffd.txt", "error file=\ufffd.txt")
        ]
        assert out.endswith(f"::{message}\n")
        return
    found = json.loads(out)
    issues = found if name == "gitlab" else found["diagnostics"]
    assert [one["location"]["path"] for one in issues] == ["\ufffd.txt"] * 2
    assert message in {one["description" if name == "gitlab" else "message"] for one in issues}


def test_gitlab_tells_files_apart_whose_names_look_alike(reslint: Reslint, draft: Draft) -> None:
    for byte in (b"\xff", b"\xfe"):
        draft(os.fsdecode(byte + b".txt"), "grey")
    first, second = json.loads(printed(reslint, "gitlab", "."))
    assert first["location"] == second["location"]
    assert first["fingerprint"] != second["fingerprint"]


def test_rdjson_suggests_nothing_in_an_archive(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", "grey\n")
    with zipfile.ZipFile("papers.zip", "w") as archive:
        archive.writestr("annex/a.txt", "grey\n")
    found = diagnostics(reslint, "papers.zip", "a.txt")
    assert {one["location"]["path"]: "suggestions" in one for one in found} == {
        "papers.zip/annex/a.txt": False,
        "a.txt": True,
    }
