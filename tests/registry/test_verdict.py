from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.registry import Judgement, Record, Registry, Verdict, judge
from reslint.registry.coverage import coverage

TODAY = date(2026, 11, 22)
CONVICTIONS = {Verdict.SUPERSEDED, Verdict.NEVER_ADOPTED, Verdict.NOT_YET_ADOPTED}


def judged(registry: Registry, key: str, place: str | None, year: int | None, as_of: str) -> Judgement:
    body, number = key.split(" ", 1)
    return judge(registry, body, "resolution", number, place, year, date.fromisoformat(as_of))


def latest(registry: Registry, judgement: Judgement) -> str | None:
    if judgement.record is None or judgement.latest is None:
        return None
    return registry.written(judgement.record, judgement.latest)


@pytest.mark.parametrize(
    ("key", "place", "year", "as_of", "verdict", "then_latest"),
    [
        ("PP 73", "Minneapolis", 1998, "2023-07-21", Verdict.ABROGATED, "Minneapolis, 1998"),
        ("PP 73", None, None, "2023-07-21", Verdict.ABROGATED, "Minneapolis, 1998"),
        ("PP 178", "Busan", 2014, "2016-10-25", Verdict.NEVER_ADOPTED, "Guadalajara, 2010"),
        ("PP 178", "Guadalajara", 2010, "2023-01-01", Verdict.CURRENT, "Guadalajara, 2010"),
        ("PP 71", "Dubai", 2018, "2026-11-22", Verdict.SUPERSEDED, "Rev. Bucharest, 2022"),
        ("PP 71", "Dubai", 2018, "2022-03-09", Verdict.CURRENT, "Rev. Dubai, 2018"),
        ("PP 71", "Doha", 2026, "2026-11-01", Verdict.NOT_YET_ADOPTED, "Rev. Bucharest, 2022"),
        ("PP 71", "Doha", 2026, "2026-11-22", Verdict.UNKNOWN, "Rev. Bucharest, 2022"),
        ("PP 71", None, None, "2026-11-22", Verdict.UNKNOWN, "Rev. Bucharest, 2022"),
        ("PP 71", "Kigali", 2022, "2026-11-22", Verdict.UNKNOWN, "Rev. Bucharest, 2022"),
        ("WTDC 30", "Buenos Aires", 2017, "2026-11-22", Verdict.SUPERSEDED, "Rev. Kigali, 2022"),
        ("WTDC 30", "Kigali", 2022, "2026-11-22", Verdict.LAST_KNOWN, "Rev. Kigali, 2022"),
        ("RA 61", "Sharm el-Sheikh", 2019, "2026-11-22", Verdict.SUPERSEDED, "61-3 (Dubai, 2023)"),
        ("RA 61-2", None, None, "2026-11-22", Verdict.SUPERSEDED, "61-3 (Dubai, 2023)"),
        ("RA 61-3", "Dubai", 2023, "2026-11-22", Verdict.CURRENT, "61-3 (Dubai, 2023)"),
        ("COUNCIL 1332", None, 2019, "2026-11-22", Verdict.SUPERSEDED, "Modified 2024"),
        ("COUNCIL 1332", None, 2019, "2023-07-21", Verdict.LAST_KNOWN, "Modified 2019"),
        ("COUNCIL 1332", None, 2023, "2024-01-01", Verdict.UNKNOWN, "Modified 2019"),
        ("COUNCIL 1334", None, 2015, "2026-11-22", Verdict.SUPERSEDED, "Modified 2023"),
        ("COUNCIL 1334", None, 2015, "2022-03-09", Verdict.LAST_KNOWN, "Modified 2015"),
        ("WTSA 43", "Johannesburg", 2008, "2010-10-25", Verdict.UNKNOWN, None),
        ("WTSA 44", "Dubai", 2012, "2016-10-25", Verdict.CURRENT, "Rev. Dubai, 2012"),
        ("WTSA 44", "Hammamet", 2016, "2024-10-15", Verdict.LAST_KNOWN, "Rev. Hammamet, 2016"),
        ("WTSA 44", "Hammamet", 2016, "2026-11-28", Verdict.SUPERSEDED, "Rev. New Delhi, 2024"),
        ("WTSA 44", "New Delhi", 2024, "2026-11-28", Verdict.CURRENT, "Rev. New Delhi, 2024"),
        ("WTSA 56", "Johannesburg", 2008, "2009-01-01", Verdict.CURRENT, "Johannesburg, 2008"),
        ("PP 71", "Bucharest", 2022, "2026-11-26", Verdict.CURRENT, "Rev. Bucharest, 2022"),
        ("PP 71", "Bucharest", 2022, "2026-11-27", Verdict.LAST_KNOWN, "Rev. Bucharest, 2022"),
        ("WTSA 75", "Geneva", 2022, "2022-03-09", Verdict.CURRENT, "Rev. Geneva, 2022"),
        ("WTSA 75", "Geneva", 2022, "2026-11-22", Verdict.LAST_KNOWN, "Rev. Geneva, 2022"),
        ("WTSA 75", "Hammamet", 2016, "2026-11-22", Verdict.SUPERSEDED, "Rev. Geneva, 2022"),
    ],
)
def test_verdicts_on_real_texts(
    registry: Registry,
    key: str,
    place: str | None,
    year: int | None,
    as_of: str,
    verdict: Verdict,
    then_latest: str | None,
) -> None:
    judgement = judged(registry, key, place, year, as_of)
    assert (judgement.verdict, latest(registry, judgement)) == (verdict, then_latest)


@pytest.mark.parametrize(("key", "year"), [("COUNCIL 1336", 2019), ("COUNCIL 1344", 2015)])
@pytest.mark.parametrize("day", ["2016-10-25", "2022-03-09", "2023-07-21", "2026-11-22"])
def test_session_texts_that_were_not_modified_since(registry: Registry, key: str, year: int, day: str) -> None:
    assert judged(registry, key, None, year, day).verdict is not Verdict.SUPERSEDED


def test_what_is_not_known_has_no_verdict(registry: Registry) -> None:
    assert judge(registry, None, "resolution", "71", "Dubai", 2018, TODAY) == Judgement(Verdict.UNKNOWN)
    assert judge(registry, "OTHER", "resolution", "71", "Dubai", 2018, TODAY) == Judgement(Verdict.UNKNOWN)
    unread = judge(registry, "WRC", "resolution", "9999", None, 2015, TODAY)
    assert (unread.verdict, unread.conference) == (Verdict.UNKNOWN, registry.conferences["WRC-15"])
    assert judge(registry, "PP", "resolution", "9999", "Dubai", 2018, TODAY).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("key", "place", "year", "as_of", "verdict", "as_far_as"),
    [
        ("PP 71", "Bucharest", 2022, "2026-11-26", Verdict.CURRENT, None),
        ("PP 71", "Bucharest", 2022, "2026-11-27", Verdict.LAST_KNOWN, "Bucharest 2022"),
        ("PP 71", "Dubai", 2018, "2026-11-26", Verdict.SUPERSEDED, None),
        ("PP 71", "Dubai", 2018, "2026-11-27", Verdict.SUPERSEDED, "Bucharest 2022"),
        ("PP 71", None, None, "2026-11-27", Verdict.UNKNOWN, "Bucharest 2022"),
        ("PP 178", "Busan", 2014, "2026-11-27", Verdict.NEVER_ADOPTED, "Bucharest 2022"),
        ("PP 73", "Minneapolis", 1998, "2026-11-27", Verdict.ABROGATED, None),
        ("COUNCIL 1332", None, 2019, "2026-11-27", Verdict.SUPERSEDED, "Council 2025"),
        ("WTDC 30", "Kigali", 2022, "2026-11-27", Verdict.LAST_KNOWN, "Kigali 2022"),
        ("WRC 646", None, 2019, "2023-11-01", Verdict.CURRENT, None),
        ("WRC 646", None, 2019, "2026-11-27", Verdict.LAST_KNOWN, "WRC-19"),
        ("RA 61", "Sharm el-Sheikh", 2019, "2026-11-27", Verdict.SUPERSEDED, None),
    ],
)
def test_how_far_the_last_edition_is_known(
    registry: Registry,
    key: str,
    place: str | None,
    year: int | None,
    as_of: str,
    verdict: Verdict,
    as_far_as: str | None,
) -> None:
    judgement = judged(registry, key, place, year, as_of)
    reach = judgement.as_far_as
    assert (judgement.verdict, registry.met(reach) if reach else None) == (verdict, as_far_as)


def test_it_is_never_known_further_than_the_day(registry: Registry) -> None:
    """The last known edition is the last that was read, as far as a conference that was over, with a later one too."""
    for record in registry.records():
        for edition in record.editions:
            held = edition.conference
            for day in (held.closes, date(2019, 1, 1), TODAY, date(2030, 1, 1)):
                found = judge(registry, record.body, record.kind, record.number, held.place, held.year, day)
                last = registry.last_closed(record.body, day)
                if found.as_far_as is not None and found.latest is not None and last is not None:
                    assert found.latest.conference.when <= found.as_far_as.when <= last.when
                if found.verdict is Verdict.LAST_KNOWN:
                    assert found.cited == found.latest
                    assert found.as_far_as is not None
                if found.verdict is Verdict.CURRENT and found.latest == found.cited:
                    assert found.as_far_as is None


def test_abrogation_by_a_known_conference_begins_with_its_close(few: Registry) -> None:
    assert judged(few, "PP 2", "Dubai", 2018, "2022-10-13").verdict is Verdict.CURRENT
    assert judged(few, "PP 2", "Dubai", 2018, "2022-10-14").verdict is Verdict.ABROGATED
    assert judged(few, "PP 2", "Guadalajara", 2010, "2022-10-13").verdict is Verdict.SUPERSEDED
    assert judged(few, "PP 4", "Antalya", 2006, "2022-10-13").verdict is Verdict.UNKNOWN
    assert judged(few, "PP 4", "Antalya", 2006, "2022-10-14").verdict is Verdict.ABROGATED


def test_gaps_and_recollections_convict_and_acquit_nobody(few: Registry) -> None:
    assert judged(few, "PP 3", "Busan", 2014, "2015-01-01").verdict is Verdict.UNKNOWN
    assert judged(few, "PP 3", "Antalya", 2006, "2015-01-01").verdict is Verdict.LAST_KNOWN
    assert judged(few, "PP 3", "Dubai", 2018, "2023-01-01").verdict is Verdict.LAST_KNOWN
    assert judged(few, "PP 3", "Bucharest", 2022, "2023-01-01").verdict is Verdict.UNKNOWN
    assert judged(few, "PP 1", "Busan", 2014, "2015-01-01").verdict is Verdict.NEVER_ADOPTED
    assert judged(few, "PP 1", "Guadalajara", 2010, "2015-01-01").verdict is Verdict.CURRENT


def test_every_edition_stands_on_the_days_of_its_own_conference(registry: Registry) -> None:
    judgements = 0
    for record in registry.records():
        for edition in (*record.editions, *(edition for text in record.earlier for edition in text.editions)):
            held = edition.conference
            for day in (held.opens, held.closes):
                judgement = judge(registry, record.body, record.kind, record.number, held.place, held.year, day)
                assert judgement.cited == edition
                assert judgement.verdict not in CONVICTIONS, (record.key, held.key, day)
                judgements += 1
    assert judgements == 2 * 1252


def test_a_conviction_always_rests_on_what_was_read(registry: Registry) -> None:
    for record in registry.records():
        for held in registry.conferences_of(record.body):
            judgement = judge(registry, record.body, record.kind, record.number, held.place, held.year, TODAY)
            if judgement.verdict is Verdict.NEVER_ADOPTED:
                assert record.complete_through is not None
                assert held.when <= record.complete_through.when
                assert held not in [edition.conference for edition in (*record.editions, *record.recalled)]
            if judgement.verdict is Verdict.SUPERSEDED:
                assert judgement.record is not None
                assert judgement.latest in judgement.record.editions
                assert judgement.latest is not None
                assert held.when < judgement.latest.conference.when
            if judgement.verdict is Verdict.CURRENT and judgement.latest is not None:
                assert held.when >= judgement.latest.conference.when


@given(data=st.data())
def test_verdicts_only_grow_older(registry: Registry, data: st.DataObject) -> None:
    """What is superseded on a day is so, or abrogated, on every later day; what is future was so before."""
    record = data.draw(st.sampled_from(_records(registry)))
    held = data.draw(st.sampled_from(registry.conferences_of(record.body)))
    day, later = sorted(data.draw(st.tuples(*[st.dates(date(1990, 1, 1), date(2030, 1, 1))] * 2)))
    now, then = (
        judge(registry, record.body, record.kind, record.number, held.place, held.year, one).verdict
        for one in (day, later)
    )
    if now is Verdict.SUPERSEDED:
        assert then in (Verdict.SUPERSEDED, Verdict.ABROGATED)
    if now is Verdict.ABROGATED:
        assert then is Verdict.ABROGATED
    if then is Verdict.NOT_YET_ADOPTED:
        assert now is Verdict.NOT_YET_ADOPTED


def _records(registry: Registry) -> list[Record]:
    return list(registry.records())


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("WTDC", "WTDC checked through Kigali 2022; Baku 2025 not covered"),
        ("PP", "PP checked through Bucharest 2022"),
        ("RA", "RA checked through Dubai 2023"),
        ("COUNCIL", "COUNCIL checked through C21; C22, C23, C24, C25, C26 not covered"),
        ("WRC", "WRC checked through WRC-15; WRC-19, WRC-23 not covered"),
        ("WCIT", "no texts of WCIT"),
        ("UNGA", "76 texts of UNGA"),
    ],
)
def test_coverage(registry: Registry, body: str, said: str) -> None:
    assert str(coverage(registry, body, TODAY)) == said


def test_coverage_on_an_earlier_day_misses_nothing_later(registry: Registry) -> None:
    assert coverage(registry, "WTDC", date(2025, 11, 27)).beyond == ()
