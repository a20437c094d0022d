"""`reslint registry coverage`, `diff` and `impact`: what they print where, and their exit status."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reslint as package

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
ROOT = Path(package.__file__).parents[1]
AS_OF = ("--as-of", "2024-10-15")
PP = "of the Plenipotentiary Conference"


@pytest.fixture
def drafts(draft: Draft) -> Path:
    draft("in/a.txt", f"Hats: Resolution 71 (Rev. Dubai, 2018) {PP}.\n\nCoats: Resolution 71 {PP}.\n")
    draft("in/b.md", f"Shoes: Resolution 71 (Rev. Bucharest, 2022) {PP}, Resolution 70 (Rev. Dubai, 2018) {PP}.\n")
    return Path("in")


@pytest.fixture
def two(draft: Draft) -> tuple[Path, Path]:
    """The bundled registry, and one that does not know Resolution 71 of the Plenipotentiary Conference."""
    text = (ROOT / "registry.yaml").read_text("utf-8")
    without = re.sub(r"^  PP 71:\n(?:    .*\n)+", "", text, flags=re.M)
    assert len(without) < len(text)
    return draft("without.yaml", without), draft("with.yaml", text)


def test_coverage_says_how_far_each_body_is_checked_and_what_is_open(reslint: Reslint) -> None:
    ran = reslint("registry", "coverage", "--as-of", "2026-11-22")
    assert (ran.status, ran.err) == (0, "")
    assert "\nRA checked through Dubai 2023\n" in ran.out
    assert "  conference " in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100
    one = reslint("registry", "coverage", "--body", "ra")
    assert "PP" not in one.out


def test_coverage_for_programs(reslint: Reslint) -> None:
    ran = reslint("registry", "coverage", "--output-format", "json", "--as-of", "2026-11-22")
    whole = json.loads(ran.out)
    assert whole["as_of"] == "2026-11-22"
    bodies = {body["body"]: body for body in whole["bodies"]}
    assert set(bodies) >= {"PP", "COUNCIL", "WTDC", "WTSA", "RA", "UNGA", "WRC"}
    for body in bodies.values():
        counted = sum(one["checked_through"] for one in body["conferences"])
        assert counted <= body["records"]
        assert all(key.startswith(f"{body['body']} ") for one in body["conferences"] for key in one["open"])


def test_no_difference_is_0(reslint: Reslint, two: tuple[Path, Path], draft: Draft) -> None:
    _, new = two
    ran = reslint("registry", "diff", new, new)
    assert (ran.status, ran.out, ran.err) == (0, "No difference in texts and conferences.\n", "")
    other = draft("other.yaml", new.read_text("utf-8") + "# a remark\n")
    ran = reslint("registry", "diff", new, other)
    assert (ran.status, ran.out) == (0, "No difference in texts and conferences.\n")
    assert ran.err.startswith("note: the files differ only in what is not compared")


def test_differences_are_1_and_one_line_a_fact(reslint: Reslint, two: tuple[Path, Path]) -> None:
    ran = reslint("registry", "diff", *two)
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert lines[0] == "PP 71: record + resolution"
    assert "PP 71: edition + Rev. Dubai, 2018" in lines
    assert all(line.startswith("PP 71: ") and " + " in line for line in lines[:-2])
    assert lines[-1].endswith("facts differ; texts: 1 new.")
    back = reslint("registry", "diff", *reversed(two)).out.splitlines()
    assert [line.replace(" - ", " + ", 1) for line in back[:-1]] == lines[:-1]


def test_differences_in_what_drafts_are_told(reslint: Reslint, two: tuple[Path, Path], drafts: Path) -> None:
    ran = reslint("registry", "diff", *two, "--verdicts", drafts, *AS_OF)
    assert ran.status == 1
    assert "answers gained, where there was none: 2" in ran.out
    assert "    1  unknown → superseded" in ran.out
    assert "in/a.txt:1:7: Resolution 71 (Rev. Dubai, 2018): unknown → superseded (latest: Rev. Bucharest" in ran.out
    assert "in/b.md:1:8: Resolution 71 (Rev. Bucharest, 2022): unknown → current" in ran.out
    assert ran.out.endswith("Verdicts on 4 citations in 2 files: 2 gained, 0 changed, 0 lost.\n")
    back = reslint("registry", "diff", *reversed(two), "--verdicts", drafts, *AS_OF, "--output-format", "json")
    verdicts = json.loads(back.out)["verdicts"]
    assert (verdicts["gained"], verdicts["changed"], verdicts["lost"]) == (0, 0, 2)


def test_the_latest_edition_that_answers_name_says_how_far(
    reslint: Reslint, two: tuple[Path, Path], drafts: Path
) -> None:
    asked = ("registry", "diff", *two, "--verdicts", drafts, "--as-of", "2026-11-28")
    assert "superseded (latest: Rev. Bucharest, 2022, as far as Bucharest 2022)" in reslint(*asked).out
    changes = json.loads(reslint(*asked, "--output-format", "json").out)["verdicts"]["changes"]
    assert {(one["old"]["as_far_as"], one["new"]["as_far_as"]) for one in changes} == {(None, "PP-22")}


def test_drafts_that_cannot_be_read_are_2(reslint: Reslint, two: tuple[Path, Path], drafts: Path, draft: Draft) -> None:
    draft("in/c.docx", b"no archive")
    ran = reslint("registry", "diff", *two, "--verdicts", drafts, *AS_OF)
    assert ran.status == 2
    assert "error: in/c.docx: " in ran.err
    assert "2 gained" in ran.out


def test_impact_of_a_text(reslint: Reslint, drafts: Path) -> None:
    ran = reslint("registry", "impact", "pp 71", drafts, *AS_OF)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "PP Resolution 71; latest edition on 2024-10-15: Rev. Bucharest, 2022"
    assert lines[-8:] == [
        "in/a.txt",
        "  1:7  Resolution 71 (Rev. Dubai, 2018)  update, outdated already",
        "  3:8  Resolution 71                     no edition, leave",
        "",
        "in/b.md",
        "  1:8  Resolution 71 (Rev. Bucharest, 2022)  update when it is revised",
        "",
        "2 places to update in 2 files (1 outdated already); 1 without an edition.",
    ]


def test_impact_says_how_far_the_latest_edition_is_known(reslint: Reslint, drafts: Path) -> None:
    since = ("--as-of", "2026-11-28")
    said = "PP Resolution 71; latest edition on 2026-11-28: Rev. Bucharest, 2022, as far as Bucharest 2022"
    assert reslint("registry", "impact", "PP 71", drafts, *since).out.splitlines()[0] == said
    of_all = reslint("registry", "impact", "--conference", "PP-26", drafts, *since).out
    assert "\nlatest edition known as far as Bucharest 2022: PP 71" in of_all
    assert "as far as" not in reslint("registry", "impact", "--conference", "PP-26", drafts, *AS_OF).out
    for day, reach in ((since, "PP-22"), (AS_OF, None)):
        report = json.loads(reslint("registry", "impact", "PP 71", drafts, *day, "--output-format", "json").out)
        assert [text["as_far_as"] for text in report["texts"]] == [reach]


def test_an_edition_further_on_in_the_sentence_is_shown(reslint: Reslint, draft: Draft) -> None:
    sessions = "first adopted by the Council at its 2011 session and last modified at its 2019 session"
    path = draft("a.txt", f"Resolution 1332, {sessions}\n")
    ran = reslint("registry", "impact", "COUNCIL 1332", path, "--as-of", "2020-12-31")
    assert ran.out.splitlines()[-3] == "  1:1  Resolution 1332 … Modified 2019  update when it is revised"


def test_a_text_that_is_not_cited(reslint: Reslint, drafts: Path) -> None:
    ran = reslint("registry", "impact", "UNGA 70/125", drafts)
    assert ran.status == 0
    assert ran.out.startswith("UNGA 70/125, adopted once and never revised\n")
    assert ran.out.endswith("\nUNGA 70/125 is not cited.\n")


def test_impact_of_a_conference_on_the_current_folder(reslint: Reslint, drafts: Path) -> None:
    assert drafts.is_dir()
    ran = reslint("registry", "impact", "--conference", "pp-26", *AS_OF)
    assert ran.status == 0
    first, second = (line.split() for line in ran.out.splitlines()[3:5])
    assert first[:6] == ["PP", "71", "3", "2", "2", "1"]
    assert second[:6] == ["PP", "70", "1", "1", "1", "1"]
    assert "2 texts cited; up to 3 places to update in 2 files, 2 of them outdated already." in ran.out


def test_impact_without_citations(reslint: Reslint, drafts: Path) -> None:
    ran = reslint("registry", "impact", "--conference", "WTSA-24", drafts, *AS_OF)
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "No text of WTSA that is in force is cited.")


def test_impact_of_what_cannot_be_read(reslint: Reslint, drafts: Path, draft: Draft) -> None:
    draft("in/c.docx", b"no archive")
    ran = reslint("registry", "impact", "PP 71", drafts, *AS_OF)
    assert ran.status == 2
    assert ran.err.startswith("error: in/c.docx: ")
    assert "2 places to update" in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["impact"], "impact: no text is named"),
        (["impact", "drafts", "71"], "registry: unknown body 'drafts'"),
        (["impact", "PQ 71"], "registry: unknown body 'PQ'"),
        (["impact", "PP 99999"], "registry: no record of 'PP 99999'"),
        (["impact", "PP decison 5"], "registry: 'PP decison 5' is no key of a record"),
        (["impact", "WCIT 1"], "registry: no texts of WCIT are known"),
        (["impact", "UNGA 70/126"], "registry: no record of 'UNGA 70/126'; did you mean UNGA 70/125?"),
        (["impact", "--conference", "PP-220"], "registry: unknown conference 'PP-220'; did you mean PP-22?"),
        (["impact", "PP 71", "--as-of", "document"], "as-of: a record has no date of its own"),
        (["coverage", "--body", "WTDZ"], "registry: unknown body 'WTDZ'; did you mean WTDC?"),
        (["coverage", "--as-of", "document"], "as-of: a record has no date of its own"),
        (["diff", "none.yaml", "none.yaml"], "none.yaml: no such file or directory"),
    ],
)
def test_what_cannot_be_is_2_and_told_with_the_nearest(
    reslint: Reslint, draft: Draft, arguments: list[str], message: str
) -> None:
    draft("x.txt", "")
    ran = reslint("registry", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {message}")


def test_the_fields_for_programs_are_documented(reslint: Reslint, two: tuple[Path, Path], drafts: Path) -> None:
    page = (ROOT / "docs" / "coverage.md").read_text("utf-8").partition("## For programs")[2]
    sections = dict(re.findall(r"^### registry (\w+)\n(.*?)(?=^### |\Z)", page, re.DOTALL | re.M))
    as_json = ("--output-format", "json")

    whole = json.loads(reslint("registry", "coverage", *as_json).out)
    body = whole["bodies"][0]
    for column, record in (
        ("field", whole),
        ("field of a body", body),
        ("field of a conference", body["conferences"][0]),
    ):
        assert _fields(sections["coverage"], column) == list(record), column

    whole = json.loads(reslint("registry", "diff", *two, "--verdicts", drafts, *AS_OF, *as_json).out)
    change = whole["verdicts"]["changes"][0]
    for column, record in (
        ("field", whole),
        ("field of a difference", whole["differences"][0]),
        ("field of a change", change),
    ):
        assert _fields(sections["diff"], column) == list(record), column

    whole = json.loads(reslint("registry", "impact", "PP 71", drafts, *as_json).out)
    text = whole["texts"][0]
    for column, record in (("field", whole), ("field of a text", text), ("field of a mention", text["mentions"][0])):
        assert _fields(sections["impact"], column) == list(record), column


def _fields(text: str, column: str) -> list[str]:
    table = re.search(rf"^\| {re.escape(column)} \|.*\n\|[-|]+\n((?:\|.*\n)+)", text, re.M)
    assert table is not None, column
    return re.findall(r"^\| `([\w-]+)`", table[1], re.M)
