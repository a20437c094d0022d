"""One defect is one finding: what else is said of an edition to be replaced, and what comes of a dump's changes."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint import Settings, Severity, fix, lint_bytes, lint_text

sys.path.insert(0, str(Path(__file__).parents[1] / "word"))
from written import paragraph, run, word_file

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
DAY = ("--as-of", "2024-10-15")
PP = "of the Plenipotentiary Conference"
OUTDATED = f"noting Resolution 70 (Dubai 2018) {PP},\n\nresolves to apply Resolution 70 (Rev. Bucharest, 2022) {PP}.\n"
CURRENT = f"noting Resolution 152 (Busan 2014) {PP},\n"
DUMP = (
    "consideringrecalling\n\n"
    "a)\tResolution 71 (Rev. Dubai, 2018Bucharest, 2022),;\n"
    "ab)\tthe plan for 20222026,\n\n"
    f"noting Resolution 70 (Rev. Dubai, 2018) {PP},\n"
)
CODE = re.compile(r"\b[A-Z]{3}\d{3}(?= [a-z-]+[.,])")
OF_THE_DUMP = {"DOC002": 2, "NUM005": 1, "NUM006": 1}


@pytest.fixture
def check(reslint: Reslint) -> Reslint:
    def call(*arguments: str | Path) -> Any:
        return reslint("check", *DAY, *arguments, small=False)

    return call


def codes(text: str, **settings: Any) -> list[str]:
    made = Settings.of(**settings)
    return [finding.code for finding in lint_text(text, as_of="2024-10-15", settings=made).findings]


def test_an_edition_to_be_replaced_is_one_finding_that_tells_the_rest() -> None:
    (finding,) = lint_text(OUTDATED, as_of="2024-10-15").findings
    assert finding.code == "STA001"
    assert finding.message == (
        "PP Resolution 70 was revised since: the edition in force is (Rev. Bucharest, 2022); also: "
        "a comma is missing between place and year; this edition of PP Resolution 70 is a revision: write Rev.; "
        "PP Resolution 70 is cited at (Rev. Bucharest, 2022) too, on line 3"
    )
    assert [part.code for part in finding.parts] == ["FRM001", "FRM003", "STA005"]


def test_where_the_edition_is_not_to_be_replaced_each_stands() -> None:
    assert codes(CURRENT) == ["FRM001", "FRM003"]


def test_without_that_finding_the_others_stand_for_themselves() -> None:
    others = ["FRM001", "FRM003", "STA005"]
    assert codes(OUTDATED, ignore=["STA001"]) == others
    beside = lint_bytes(OUTDATED.encode(), "a.txt", as_of="2024-10-15", side="ignore[STA001] Dubai 2018\n")
    assert [finding.code for finding in beside.findings] == others


def test_what_is_left_out_is_not_told() -> None:
    (finding,) = lint_text(OUTDATED, as_of="2024-10-15", settings=Settings.of(ignore=["FRM", "STA005"])).findings
    assert (finding.parts, ";" in finding.message) == ((), False)


def test_it_weighs_as_much_as_the_heaviest_of_its_parts() -> None:
    severity = {"outdated-edition": "info", "missing-comma": "error", "revision-marker": "info"}
    (finding,) = lint_text(OUTDATED, as_of="2024-10-15", settings=Settings.of(severity=severity)).findings
    assert (finding.code, finding.severity) == ("STA001", Severity.ERROR)


def test_each_text_of_a_shared_edition_has_its_own() -> None:
    text = f"Resolutions 70 and 71 (Dubai, 2018) {PP}\n"
    found = lint_text(text, as_of="2024-10-15").findings
    assert [(finding.code, [part.code for part in finding.parts]) for finding in found] == [
        ("STA001", ["FRM003"]),
        ("STA001", ["FRM003"]),
    ]
    assert all(finding.record and finding.parts[0].record == finding.record for finding in found)


def test_an_outdated_session_tells_its_wrong_mark() -> None:
    (finding,) = lint_text("Council Resolution 1332 (Rev. 2016)\n", as_of="2024-12-01").findings
    assert finding.code == "STA003"
    assert finding.message.endswith("; also: texts of this body are marked Modified, not Rev.")


def test_what_is_safe_is_mended_all_the_same() -> None:
    fixed = fix(OUTDATED.encode(), "a.txt", as_of="2024-10-15")
    assert fixed.data.decode() == OUTDATED.replace("Dubai 2018", "Rev. Dubai, 2018")
    assert fixed.mended == 2
    assert [finding.code for finding in fixed.result.findings] == ["STA001"]
    whole = fix(OUTDATED.encode(), "a.txt", as_of="2024-10-15", unsafe=True)
    assert whole.data.decode() == OUTDATED.replace("Dubai 2018", "Rev. Bucharest, 2022")


def test_a_word_file_is_mended_alike() -> None:
    fixed = fix(word_file(paragraph(run(CURRENT.strip().replace("152", "70")))), "a.docx", as_of="2024-10-15")
    view = fixed.result.view
    assert view is not None
    assert "Resolution 70 (Rev. Busan, 2014) of" in view.text
    assert fixed.mended == 2


def test_the_sign_and_the_summary_say_what_can_be_mended(check: Reslint, draft: Draft) -> None:
    ran = check("--output-format", "concise", draft("a.txt", OUTDATED))
    assert ": STA001 outdated-edition [*] PP Resolution 70 was" in ran.out
    assert ran.out.splitlines()[-2:] == [
        "Found 1 finding: 1 warning.",
        "[*] 2 can be mended with --fix (1 more with --unsafe-fixes).",
    ]


def test_a_baseline_of_before_and_of_now_know_all_of_it(check: Reslint, draft: Draft) -> None:
    draft("a.txt", OUTDATED)
    before = {
        "FRM001": {"Dubai 2018": 1},
        "FRM003": {"PP 70 Dubai 2018": 1},
        "STA001": {"PP 70 Dubai 2018": 1},
        "STA005": {"Dubai 2018": 1},
    }
    draft("before.json", json.dumps({"version": 1, "files": {"a.txt": before}}))
    assert check("--baseline", "before.json", "a.txt").status == 0
    check("--write-baseline", "now.json", "a.txt")
    assert json.loads(Path("now.json").read_text())["files"] == {"a.txt": before}
    assert check("--baseline", "now.json", "a.txt").status == 0


def test_people_are_shown_one_finding_of_a_dump_that_counts_the_rest(check: Reslint, draft: Draft) -> None:
    path = draft("a.txt", DUMP)
    for form in ("full", "concise"):
        out = check("--output-format", form, path).out
        told = [line.split()[1] for line in out.splitlines() if line.startswith("a.txt:")]
        assert told == ["TRK001", "STA001"]
        assert "; 4 more findings come of it: 2 glued-words, 1 item-punctuation, 1 glued-label\n" in out
        assert "\n4 of them belong to TRK001 and are shown with --verbose.\n" in out
        every = check("--output-format", form, "--verbose", path).out
        told = [line.split()[1] for line in every.splitlines() if line.startswith("a.txt:")]
        assert Counter(told) == {"TRK001": 1, "STA001": 1, **OF_THE_DUMP}
        assert "--verbose" not in every


def test_a_page_shows_what_people_are_shown(check: Reslint, draft: Draft) -> None:
    path = draft("a.txt", DUMP)
    assert 'data-rule="NUM005"' not in check("--output-format", "html", path).out
    assert 'data-rule="NUM005"' in check("--output-format", "html", "--verbose", path).out


def test_programs_get_each_with_what_it_is_part_of(check: Reslint, draft: Draft) -> None:
    path = draft("a.txt", DUMP)
    found = json.loads(check("--output-format", "json", path).out)["findings"]
    assert Counter(one["code"] for one in found if one["part_of"] == "TRK001") == OF_THE_DUMP
    assert [one["code"] for one in found if one["part_of"] is None] == ["TRK001", "STA001"]
    rows = list(csv.DictReader(io.StringIO(check("--output-format", "csv", path).out)))
    assert Counter(row["code"] for row in rows if row["part_of"]) == OF_THE_DUMP
    log = json.loads(check("--output-format", "sarif", path).out)
    parts = [one["ruleId"] for one in log["runs"][0]["results"] if one["properties"].get("part_of") == "TRK001"]
    assert Counter(parts) == OF_THE_DUMP


def test_statistics_and_the_exit_status_count_each(check: Reslint, draft: Draft) -> None:
    path = draft("a.txt", DUMP)
    counted = [line.split() for line in check("--statistics", path).out.splitlines()[:-2]]
    assert {row[1]: int(row[0]) for row in counted} == {"TRK001": 1, "STA001": 1, **OF_THE_DUMP}
    assert check("--select", "NUM005", path).status == 1


def test_without_the_cause_what_comes_of_it_stands_for_itself() -> None:
    found = lint_text(DUMP, as_of="2024-10-15", settings=Settings.of(ignore=["TRK"]))
    assert {finding.part_of for finding in found.findings} == {""}
    assert Counter(finding.code for finding in found.findings) == {"STA001": 1, **OF_THE_DUMP}


def test_a_doubled_sign_in_a_text_that_is_no_dump_stands_for_itself() -> None:
    text = "noting\n\na)\tthe growth of traffic,;\nb)\tthe fall of prices.\n"
    (finding,) = lint_text(text, as_of="2024-10-15").findings
    assert (finding.code, finding.part_of) == ("NUM006", "")


def test_comments_are_what_people_are_shown(check: Reslint, draft: Draft) -> None:
    from reslint.documents.word.reader import read_word

    draft("a.docx", word_file(*(paragraph(run(line)) for line in DUMP.splitlines() if line)))
    for more, expected in ([], {"TRK001": 1, "STA001": 1}), (["--verbose"], {"TRK001": 1, "STA001": 1, **OF_THE_DUMP}):
        check("--comments", "b.docx", *more, "a.docx")
        comments = read_word(Path("b.docx").read_bytes(), "b.docx").comments
        named = (code for comment in comments for code in CODE.findall(comment.words))
        assert Counter(named) == expected
