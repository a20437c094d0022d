"""SARIF, as code scanning and viewers read it."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reslint.api.finding import Severity
from reslint.api.report import FileResult, Report
from reslint.api.reporter import Style
from reslint.calls import lint_text
from reslint.reporting.sarif import FINGERPRINT, render
from reslint.reporting.telling import uri

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "tests" / "data" / "formats" / "sarif-2.1.0.json").read_text("utf-8"))
EXAMPLES = ROOT / "examples"


def log_of(text: str) -> Any:
    """The only run in a SARIF log, which has to be a valid one."""
    log = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    (run,) = log["runs"]
    return run


def sarif(reslint: Reslint, *arguments: str | Path) -> Any:
    return log_of(
        reslint("check", "--as-of", "2024-10-15", "--output-format", "sarif", *arguments, small=False).out,
    )


def mended(text: str, fix: Any) -> str:
    """A text after a fix, made as a viewer makes it: by lines and columns, last first."""
    (change,) = fix["artifactChanges"]
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    for one in reversed(change["replacements"]):
        region = one["deletedRegion"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        text = text[:start] + one["insertedContent"]["text"] + text[end:]
    return text


def test_a_result_says_rule_level_place_and_words(reslint: Reslint, draft: Draft) -> None:
    draft("drafts/a b.txt", "noting\nResolution 102 (Rev. Buchrest, 2022) of the Plenipotentiary Conference\n")
    run = sarif(reslint, "drafts")
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("SPL001", "error")
    assert result["message"]["text"].splitlines() == [
        "Buchrest is misspelt: Bucharest",
        "to keep it, write [sic] after the words",
    ]
    (location,) = result["locations"]
    assert location == {
        "physicalLocation": {
            "artifactLocation": {"uri": "drafts/a%20b.txt", "index": 0},
            "region": {
                "startLine": 2,
                "startColumn": 22,
                "endLine": 2,
                "endColumn": 30,
                "snippet": {"text": "Buchrest"},
            },
        }
    }
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["artifacts"][0]["location"]["uri"] == "drafts/a%20b.txt"
    assert result["properties"]["suggestion"] == "Bucharest"
    assert result["properties"]["as_of"] == "2024-10-15"


def test_a_rule_brings_its_documentation(reslint: Reslint, draft: Draft) -> None:
    run = sarif(reslint, draft("a.txt", "Resolution 71 (Rev. Dubai, 2018)\nResolution 102 (Rev. Buchrest, 2022)\n"))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["SPL001", "STA001"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["STA001", "SPL001"]
    outdated = rules[1]
    assert outdated["name"] == "outdated-edition"
    assert outdated["defaultConfiguration"] == {"level": "warning"}
    assert outdated["fullDescription"]["text"].startswith(outdated["shortDescription"]["text"])
    assert len(outdated["fullDescription"]["text"]) > len(outdated["shortDescription"]["text"])
    assert "## Why" in outdated["help"]["markdown"]


def test_a_rule_that_nobody_knows_here_has_its_name(reslint: Reslint, draft: Draft) -> None:
    run = log_of(reslint("check", "--output-format", "sarif", draft("a.txt", "grey\n")).out)
    assert run["tool"]["driver"]["rules"] == [
        {"id": "TST001", "name": "grey-word", "defaultConfiguration": {"level": "warning"}}
    ]


def test_a_rule_with_a_page_on_the_web_links_to_it() -> None:
    (finding,) = lint_text("Resolution 71 (Rev. Dubai, 2018) of PP", as_of="2024-01-01").findings[:1]
    for url, expected in (("https://example.org/sta001", "https://example.org/sta001"), ("docs/rules/a.md", None)):
        report = Report((FileResult("a.txt", (finding.but(url=url),)),))
        (rule,) = log_of("".join(render(report, Style())))["tool"]["driver"]["rules"]
        assert rule.get("helpUri") == expected


@pytest.mark.parametrize("name", ["contribution.txt", "council-draft.md"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_fixes_are_those_of_the_finding(reslint: Reslint, draft: Draft, name: str, ending: str, tmp_path: Path) -> None:
    text = (EXAMPLES / name).read_text("utf-8").replace("\n", ending)
    draft(name, text.encode())
    run = sarif(reslint, name, "--output-format", "json", "-o", tmp_path / "b.json")
    findings = json.loads((tmp_path / "b.json").read_text("utf-8"))["findings"]
    made = 0
    for result, finding in zip(run["results"], findings, strict=True):
        if finding["fix"] is None:
            assert "fixes" not in result
            continue
        expected = text
        for edit in reversed(finding["fix"]["edits"]):
            expected = expected[: edit["start"]] + edit["content"] + expected[edit["end"] :]
        assert mended(text, result["fixes"][0]) == expected
        claim = {"safe": "keeps the meaning", "unsafe": "may change the meaning"}[finding["fix"]["applicability"]]
        assert claim in result["fixes"][0]["description"]["text"]
        made += 1
    assert made


def test_in_a_word_file_the_place_is_a_logical_one_and_is_said(reslint: Reslint, draft: Draft) -> None:
    """A viewer cannot go to a line of a .docx, and a line number would lead it astray."""
    path = draft("contribution.docx", (EXAMPLES / "contribution.docx").read_bytes())
    run = sarif(reslint, path)
    result = run["results"][0]
    (location,) = result["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "contribution.docx", "index": 0}}
    (place,) = location["logicalLocations"]
    assert place == {"name": "¶ 6, recalling a)", "fullyQualifiedName": "body/6", "kind": "paragraph"}
    assert result["message"]["text"].startswith("¶ 6, recalling a): Buchrest is misspelt")
    assert result["properties"]["change"]["author"] == "Delegation of Exampleland"
    assert not any("fixes" in one for one in run["results"])


def test_fingerprints_outlive_edits_above(reslint: Reslint, draft: Draft) -> None:
    text = "Resolution 71 (Rev. Dubai, 2018), Resolution 70 (Rev. Dubai, 2018), Resolution 71 (Rev. Dubai, 2018)\n"

    def fingerprints() -> list[str]:
        return [one["partialFingerprints"][FINGERPRINT] for one in sarif(reslint, "a.txt")["results"]]

    draft("a.txt", text)
    before = fingerprints()
    assert len(set(before)) == 3
    draft("a.txt", f"A new first line.\n\n{text.replace('Dubai, 2018', 'Dubai,  2018', 1)}")
    assert set(before) <= set(fingerprints())
    assert [one["partialFingerprints"][FINGERPRINT] for one in sarif(reslint, Path("a.txt").absolute())["results"]] == (
        fingerprints()
    )
    draft("b.txt", text)
    assert not set(before) & {one["partialFingerprints"][FINGERPRINT] for one in sarif(reslint, "b.txt")["results"]}


def test_what_could_not_be_checked_is_an_error_of_the_tool(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", "blue\n")
    draft("b.txt", b"")
    ran = reslint("check", "--output-format", "sarif", "a.txt", "b.txt", "c.txt")
    run = log_of(ran.out)
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    said = invocation["toolExecutionNotifications"]
    assert [(one["level"], one["message"]["text"].split(":")[0]) for one in said] == [
        ("error", "c.txt"),
        ("error", "b.txt"),
    ]
    assert said[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b.txt"
    assert [one["location"]["uri"] for one in run["artifacts"]] == ["a.txt", "b.txt"]
    assert run["results"] == []


def test_every_severity_has_a_level(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", "grey")
    for severity, level in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")):
        draft("reslint.toml", f'[severity]\ngrey-word = "{severity.value}"\n')
        run = log_of(reslint("check", "--output-format", "sarif", "a.txt").out)
        assert [one["level"] for one in run["results"]] == [level]


def test_any_file_name_is_a_uri(reslint: Reslint, draft: Draft) -> None:
    names = ["a%b.txt", "a:b.txt", "Genève 🌍.txt", "a#b?.txt"]
    for name in names:
        draft(name, "grey")
    draft(b"\xff.txt".decode("utf-8", "surrogateescape"), "grey")
    run = log_of(reslint("check", "--output-format", "sarif", ".").out)
    assert {one["location"]["uri"] for one in run["artifacts"]} == {
        "a%25b.txt",
        "a%3Ab.txt",
        "Gen%C3%A8ve%20%F0%9F%8C%8D.txt",
        "a%23b%3F.txt",
        "%FF.txt",
    }


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("[the draft](https://example.org)", r"\[the draft](https://example.org)"),
        ("[the [old] draft](https://example.org)", r"\[the \[old] draft](https://example.org)"),
        ("[one](1) and [two](2), [sic]", r"\[one](1) and \[two](2), [sic]"),
        ("Dubai [sic] (2018)", "Dubai [sic] (2018)"),
    ],
)
def test_nothing_of_a_draft_is_a_link(words: str, written: str) -> None:
    (finding,) = lint_text("Resolution 71 (Rev. Dubai, 2018) of PP", as_of="2024-01-01").findings
    finding = finding.but(message=words, suggestion=words)
    report = Report((FileResult("a.txt", (finding,), errors=(words,), notices=(words,)),), errors=(words,))
    run = log_of("".join(render(report, Style())))
    (result,) = run["results"]
    assert result["message"]["text"].splitlines()[0] == written
    assert result["fixes"][0]["description"]["text"] == f"{written} (may change the meaning)"
    said = run["invocations"][0]["toolExecutionNotifications"]
    assert [one["message"]["text"] for one in said] == [written] * 3
    assert result["properties"]["suggestion"] == words


def test_nothing_of_a_file_name_is_a_link(reslint: Reslint, draft: Draft) -> None:
    draft("[read me](now).txt", b"")
    run = log_of(reslint("check", "--output-format", "sarif", ".").out)
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith(r"\[read me](now).txt: the file is empty")


def test_a_file_of_two_names_is_one_artifact(reslint: Reslint, draft: Draft) -> None:
    draft("b.txt", "grey\n")
    draft("a.txt", "grey\n")
    names = ("b.txt", "./b.txt", "a.txt", Path("b.txt").absolute(), "a.txt")
    run = log_of(reslint("check", "--output-format", "sarif", *names).out)
    artifacts = [one["location"]["uri"] for one in run["artifacts"]]
    assert artifacts == ["b.txt", "a.txt"]
    locations = [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in run["results"]]
    assert {one["uri"] for one in locations} == set(artifacts)
    assert all(artifacts[one["index"]] == one["uri"] for one in locations)
    changed = [one["fixes"][0]["artifactChanges"][0]["artifactLocation"] for one in run["results"]]
    assert changed == locations


def test_what_is_no_utf8_in_a_message_is_replaced(reslint: Reslint, draft: Draft) -> None:
    draft(os.fsdecode(b"\xff.txt"), b"")
    ran = reslint("check", "--output-format", "sarif", ".")
    (said,) = log_of(ran.data.decode())["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"] == "\ufffd.txt: the file is empty; nothing to check"
    assert said["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%FF.txt"
    assert "\\ud" not in ran.out


def test_a_file_in_an_archive_has_no_fix(reslint: Reslint, draft: Draft) -> None:
    """No viewer can write into it."""
    draft("a.txt", "grey\n")
    with zipfile.ZipFile("papers.zip", "w") as archive:
        archive.writestr("annex/a.txt", "grey\n")
    run = log_of(reslint("check", "--output-format", "sarif", "papers.zip", "a.txt").out)
    fixed = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]: "fixes" in one for one in run["results"]
    }
    assert fixed == {"papers.zip/annex/a.txt": False, "a.txt": True}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("s3://papers/a b.txt", "s3://papers/a%20b.txt"),
        ("s3://papers/Genève.txt", "s3://papers/Gen%C3%A8ve.txt"),
        (os.fsdecode(b"s3://papers/\xff.txt"), "s3://papers/%FF.txt"),
    ],
)
def test_any_address_is_a_uri(name: str, written: str) -> None:
    assert uri(name) == written
    run = log_of("".join(render(Report((FileResult(name),)), Style())))
    assert [one["location"]["uri"] for one in run["artifacts"]] == [written]
