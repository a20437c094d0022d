"""How far each text is known: every text is counted once, and what is open is what a later conference may have done."""

from __future__ import annotations

from datetime import date

import pytest

from reslint.registry import Registry
from reslint.registry.coverage import BodyCoverage, body_coverage
from reslint.registry.verdict import abrogated
from reslint.reporting.registry.coverage import conference_rows, coverage_record, coverage_text
from reslint.reporting.tables import ranges

TODAY = date(2026, 11, 23)


def rows(one: BodyCoverage) -> list[tuple[str | None, int, int, list[str]]]:
    return [
        (row.conference.key if row.conference else None, row.last_checked, row.not_in_force, [r.key for r in row.open])
        for row in conference_rows(one)
    ]


def test_who_was_checked_through_what_and_what_that_leaves_open(few: Registry) -> None:
    assert rows(body_coverage(few, "PP", TODAY)) == [
        ("PP-22", 3, 2, ["PP 3"]),
        ("PP-18", 1, 0, []),
        (None, 1, 0, ["PP decision 1"]),
    ]


def test_a_conference_that_is_over_opens_every_text_in_force(few: Registry) -> None:
    assert rows(body_coverage(few, "PP", date(2026, 11, 27)))[:2] == [
        ("PP-26", 0, 0, ["PP 1", "PP 3"]),
        ("PP-22", 3, 2, ["PP 3"]),
    ]


def test_on_an_earlier_day_what_was_abrogated_later_was_in_force(few: Registry) -> None:
    assert rows(body_coverage(few, "PP", date(2020, 1, 1))) == [
        ("PP-22", 3, 0, []),
        ("PP-18", 1, 0, []),
        (None, 1, 0, ["PP decision 1"]),
    ]


def test_what_is_not_known_is_listed_by_key(few: Registry) -> None:
    found = body_coverage(few, "PP", TODAY)
    assert found.complete == ("PP 1",)
    assert found.adoption_unread == ("PP decision 1",)
    assert found.title_unknown == ("PP 2", "PP 3", "PP 4", "PP decision 1")
    assert found.status_unknown == ("PP 3", "PP decision 1")
    assert body_coverage(few, "COUNCIL", TODAY).adoption_unread == ("COUNCIL 1332",)


def test_texts_that_are_adopted_once_are_never_open(few: Registry) -> None:
    found = body_coverage(few, "UNGA", TODAY)
    assert (found.steps, found.pending, found.unchecked) == ((), (), ())
    assert (found.complete, found.adoption_unread) == (("UNGA 70/1",), ("UNGA 78/265",))
    assert found.title_unknown == ("UNGA 78/265",)


def test_every_text_is_counted_once_and_open_only_where_a_later_conference_was_over(registry: Registry) -> None:
    for body in registry.bodies:
        found = body_coverage(registry, body, TODAY)
        stepped = [record.key for step in found.steps for record in step.records]
        assert sorted(stepped) == sorted(record.key for record in registry.records(body))
        last = registry.last_closed(body, TODAY)
        for step in found.steps:
            for record in step.open:
                assert not abrogated(record, TODAY)
                assert record.checked is None or (last is not None and record.checked.when < last.when)
        for pending in found.pending:
            assert pending.open
            assert all(record.checked and record.checked.when < pending.conference.when for record in pending.open)


def test_the_text_fits_a_terminal_and_names_every_open_text(registry: Registry) -> None:
    found = [body_coverage(registry, body, registry.date) for body in registry.bodies]
    lines = "\n".join(coverage_text(registry, found, registry.date)).splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[0] == f"registry of {registry.date}, as of {registry.date}"
    assert sum("the open texts" in line for line in lines) == sum(any(s.open for s in one.steps) for one in found)


def test_the_text_of_one_body(few: Registry) -> None:
    said = "\n".join(coverage_text(few, [body_coverage(few, "PP", TODAY)], TODAY))
    assert said.endswith(
        """\
PP checked through Bucharest 2022
  5 texts; whole history known of 1; adoption not read of 1; title not known of 4; status not known
  of 2

  conference               last checked  share  not in force  open
  PP-22 (Bucharest, 2022)             3   60 %             2     1
  PP-18 (Dubai, 2018)                 1   20 %             0     0
  not checked                         1   20 %             0     1

  the open texts, by the conference they were last checked through:
    PP-18 (Dubai, 2018): Resolution 3
    not checked: Decision 1"""
    )


def test_the_record_of_one_body(few: Registry) -> None:
    record = coverage_record(few, [body_coverage(few, "PP", TODAY)], TODAY)
    (body,) = record["bodies"]
    assert (record["as_of"], record["registry"]["digest"]) == ("2026-11-23", few.digest)
    assert (body["records"], body["through"], body["unchecked"]) == (5, "PP-22", ["PP decision 1"])
    assert body["conferences"][0] == {
        "conference": "PP-22",
        "place": "Bucharest",
        "year": 2022,
        "closes": "2022-10-14",
        "checked_through": 3,
        "not_in_force": 2,
        "open": ["PP 3"],
    }


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ([], ""),
        (["7"], "7"),
        (["8", "7"], "7, 8"),
        (["2", "3", "4", "5", "7", "12"], "2–5, 7, 12"),
        (["10", "9", "8", "8"], "8–10"),
        (["1", "1 bis", "2", "3", "4"], "1, 1 bis, 2–4"),
    ],
)
def test_numbers_are_said_as_ranges(listed: list[str], said: str) -> None:
    assert ranges(listed) == said
