"""Numbers that are given again: what is cited is judged by its own text, and never by another of the same number."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reslint.registry import Registry, Verdict, judge, load
from reslint.registry.checking import check
from reslint.registry.describing import describe
from reslint.registry.differences import differences

TODAY = date(2026, 11, 28)
EARLIER = "    earlier: [{editions: [PP-06], abrogated_by: PP-10}]\n"
REUSED = (
    f"  PP 5:\n    editions: [PP-18]\n{EARLIER}    status: in force\n    checked: PP-22\n    sources: [final-acts]\n"
)


@pytest.fixture
def again(small: str) -> str:
    """The small registry, where PP gives its numbers again, and has done so with 5."""
    return small.replace("labels: [PP]", "labels: [PP]\n    reuses: true").replace("  RA 61:\n", f"{REUSED}  RA 61:\n")


@pytest.fixture
def reusing(tmp_path: Path, again: str) -> Registry:
    path = tmp_path / "again.yaml"
    path.write_text(again, "utf-8")
    return load(path)


def verdict(registry: Registry, key: str, place: str | None, year: int | None, day: date = TODAY) -> Verdict:
    body, number = key.split()
    return judge(registry, body, "resolution", number, place, year, day).verdict


def test_each_text_is_judged_by_its_own_editions(reusing: Registry) -> None:
    assert verdict(reusing, "PP 5", "Antalya", 2006) is Verdict.ABROGATED
    assert verdict(reusing, "PP 5", "Antalya", 2006, date(2009, 1, 1)) is Verdict.CURRENT
    assert verdict(reusing, "PP 5", "Dubai", 2018, date(2022, 1, 1)) is Verdict.CURRENT
    judgement = judge(reusing, "PP", "resolution", "5", "Antalya", 2006, TODAY)
    assert judgement.record is not None
    assert judgement.record.abrogated_by == reusing.conferences["PP-10"]


def test_what_may_be_a_text_that_was_not_read_is_unknown(reusing: Registry) -> None:
    # Between two texts of the number, and before the first adoption that was read.
    assert verdict(reusing, "PP 5", "Busan", 2014) is Verdict.UNKNOWN
    assert verdict(reusing, "PP 2", "Antalya", 2006) is Verdict.UNKNOWN
    # After the abrogation, and where no edition says which text is meant.
    assert verdict(reusing, "PP 2", "Bucharest", 2022) is Verdict.UNKNOWN
    assert verdict(reusing, "PP 2", None, None) is Verdict.UNKNOWN
    # A chain of revisions is one text.
    assert verdict(reusing, "PP 2", "Guadalajara", 2010) is Verdict.ABROGATED
    assert verdict(reusing, "PP 2", "Busan", 2014) is Verdict.ABROGATED


def test_without_reuse_a_number_is_one_text(few: Registry) -> None:
    assert verdict(few, "PP 2", "Bucharest", 2022) is Verdict.ABROGATED
    assert verdict(few, "PP 2", "Antalya", 2006, date(2019, 1, 1)) is Verdict.SUPERSEDED


def test_the_earlier_text_is_shown_and_compared(tmp_path: Path, again: str, reusing: Registry) -> None:
    record = reusing.record_of("PP 5")
    assert record is not None
    said = "earlier       another text bore the number: Antalya, 2006, abrogated by PP-10 (Guadalajara, 2010)"
    assert said in describe(reusing, record, TODAY)
    path = tmp_path / "without.yaml"
    path.write_text(again.replace(EARLIER, ""), "utf-8")
    assert [str(one.old) for one in differences(reusing, load(path))] == ["Antalya, 2006; abrogated by PP-10"]


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("    reuses: true\n", "", "its body gives no number twice"),
        ("{editions: [PP-06], abrogated_by: PP-10}", "{editions: [PP-10], abrogated_by: PP-06}", "not in order"),
        ("abrogated_by: PP-10}", "abrogated_by: PP-22}", "after this text was adopted"),
        ("abrogated_by: PP-10}", "abrogated_by: RA-19}", "RA-19 is a conference of RA"),
        ("{editions: [PP-06], abrogated_by: PP-10}", "{editions: [PP-06]}", "'abrogated_by' is missing"),
        ("{editions: [PP-06], abrogated_by: PP-10}", "PP-06", "not a table"),
    ],
)
def test_a_slip_in_an_earlier_text_is_named(again: str, written: str, instead: str, message: str) -> None:
    assert check(again) == []
    assert written in again
    assert [one.message for one in check(again.replace(written, instead, 1)) if message in one.message]


def test_numbers_of_the_world_radiocommunication_conference(registry: Registry) -> None:
    found = {
        label: verdict(registry, f"WRC {number}", None, year).value
        for label, number, year in (
            ("130 (WRC-97)", "130", 1997),
            ("130 (WRC-07)", "130", 2007),
            ("130 (WRC-23)", "130", 2023),
            ("52 (WRC-97)", "52", 1997),
            ("52 (WRC-15)", "52", 2015),
            ("646 (Rev.WRC-15)", "646", 2015),
            ("646 (Rev.WRC-19)", "646", 2019),
            ("35 (WRC-97), of which an adoption in 2019 is recalled", "35", 1997),
        )
    }
    assert found == {
        "130 (WRC-97)": "abrogated",
        "130 (WRC-07)": "unknown",
        "130 (WRC-23)": "current",
        "52 (WRC-97)": "abrogated",
        "52 (WRC-15)": "unknown",
        "646 (Rev.WRC-15)": "superseded",
        "646 (Rev.WRC-19)": "last-known",
        "35 (WRC-97), of which an adoption in 2019 is recalled": "unknown",
    }
