"""Verdicts on one cited edition on one day: old is not outdated, and what was not read convicts nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial

from reslint.named import NamedTuple
from reslint.registry.model import AssemblyText, Conference, Edition, Record, Status
from reslint.registry.registry import NUMBERED, Registry

KEPT = 4096
"""So many verdicts of a registry are kept: contributions to the same texts cite the same editions."""


class Verdict(StrEnum):
    """What the registry says about a cited edition. Unknown is neither right nor wrong.

    `last-known` is the last edition that was read, where a later conference was over and what it decided was not read.
    """

    CURRENT = "current"
    LAST_KNOWN = "last-known"
    SUPERSEDED = "superseded"
    ABROGATED = "abrogated"
    NOT_YET_ADOPTED = "not-yet-adopted"
    NEVER_ADOPTED = "never-adopted"
    UNKNOWN = "unknown"


class Judgement(NamedTuple):
    """A verdict and what it rests on.

    `cited` is the registry's edition that was cited, `conference` the conference that the citation names, `latest` the
    last edition read of those adopted by the day of the judgement; each None where there is none. `as_far_as` is the
    conference through which `latest` is known to be the last, where a later one was over on the day and may have
    replaced it; None where none can have. `text` stands in place of `record` for the United Nations General Assembly.
    """

    verdict: Verdict
    record: Record | None = None
    cited: Edition | None = None
    conference: Conference | None = None
    latest: Edition | None = None
    text: AssemblyText | None = None
    as_far_as: Conference | None = None


def judge(
    registry: Registry, body: str | None, kind: str, number: str, place: str | None, year: int | None, as_of: date
) -> Judgement:
    """Judge the edition of (`body`, `kind`, `number`) adopted in `place` (by its registry name) and `year`.

    `place` is None for sessions and short names, `year` is None for a citation without edition, which is judged only
    as to whether the text stands at all. A number may carry its revision ("61-3").
    """
    return _judging(registry)(body, kind, number, place, year, as_of)


@lru_cache(maxsize=8)
def _judging(registry: Registry) -> Callable[..., Judgement]:
    """What judges by one registry, and keeps its verdicts no longer than the registry is kept here."""
    return lru_cache(maxsize=KEPT)(partial(_judge, registry))


def _judge(
    registry: Registry, body: str | None, kind: str, number: str, place: str | None, year: int | None, as_of: date
) -> Judgement:
    if body is None or body not in registry.bodies:
        return Judgement(Verdict.UNKNOWN)
    if registry.bodies[body].cites == "symbol":
        return judge_assembly(registry, number, as_of)
    conference = registry.meeting(body, place, year)
    record = registry.record(body, kind, number)
    if record is None:
        return Judgement(Verdict.UNKNOWN, conference=conference)
    if conference is not None:
        record = record.borne_at(conference)
    latest = latest_edition(record, as_of)
    cited = record.edition_of(conference) if conference else None
    if year is None:
        cited = _numbered(record, number)
        conference = cited.conference if cited else None
    reach = as_far_as(registry, record, latest, as_of) if latest is not None else None
    verdict = _verdict(registry, record, cited, conference, latest, as_of)
    return Judgement(verdict, record, cited, conference, latest, as_far_as=reach)


def judge_assembly(registry: Registry, number: str, as_of: date) -> Judgement:
    """Judge a resolution of the United Nations General Assembly: adopted once, it has no editions to be outdated."""
    text = registry.assembly_text(number) or registry.assembly_text_cited(number)
    if text is None or not text.read("number"):
        return Judgement(Verdict.UNKNOWN, text=text)
    if text.date is not None and text.read("date") and text.date > as_of:
        return Judgement(Verdict.NOT_YET_ADOPTED, text=text)
    return Judgement(Verdict.CURRENT, text=text)


def latest_edition(record: Record, as_of: date) -> Edition | None:
    """The last edition that was read and whose conference was over on that day."""
    return next((edition for edition in reversed(record.editions) if edition.conference.closes <= as_of), None)


def as_far_as(registry: Registry, record: Record, latest: Edition, as_of: date) -> Conference | None:
    """The conference through which the last edition that was read is known to be the last; None through all."""
    if abrogated(record, as_of) or _surely_last(registry, record, latest, as_of):
        return None
    through = record.known_through(latest)
    if through is None or not through.over(as_of):
        return latest.conference
    doubted = any(latest.conference.year < year <= through.year for year in record.unconfirmed)
    return latest.conference if doubted or _surely_ended(record) else through


def abrogated(record: Record, as_of: date) -> bool:
    """Whether the text was surely no longer in force on that day."""
    if record.status is not Status.ABROGATED:
        return False
    known_by = record.abrogated_by or record.checked
    return known_by is not None and known_by.closes <= as_of


def _verdict(
    registry: Registry,
    record: Record,
    cited: Edition | None,
    conference: Conference | None,
    latest: Edition | None,
    as_of: date,
) -> Verdict:
    another = cited is None and registry.bodies[record.body].reuses and _may_be_another(record, conference)
    if abrogated(record, as_of) and not another:
        return Verdict.ABROGATED
    if conference is None:
        return Verdict.UNKNOWN
    if conference.opens > as_of:
        return Verdict.NOT_YET_ADOPTED
    if another:
        return Verdict.UNKNOWN
    earlier = latest is not None and conference.when < latest.conference.when
    if cited is not None:
        if earlier:
            return Verdict.SUPERSEDED
        if _surely_last(registry, record, cited, as_of):
            return Verdict.CURRENT
        # It is known that the text ended, and not when: it may have been in force no more.
        return Verdict.UNKNOWN if _surely_ended(record) else Verdict.LAST_KNOWN
    if _never_adopted(record, conference):
        return Verdict.NEVER_ADOPTED
    return Verdict.SUPERSEDED if earlier else Verdict.UNKNOWN


def _surely_ended(record: Record) -> bool:
    """Whether the text is known to be in force no more, and not since when."""
    return record.status is Status.ABROGATED and record.abrogated_by is None


def _surely_last(registry: Registry, record: Record, cited: Edition, as_of: date) -> bool:
    """Whether no edition can have come between the cited one and the day.

    Surely none where no conference was over in between. Else the record must have been checked through the last of
    them; and where its history has gaps, that tells only of the last edition read: an earlier one may have been
    replaced by one that was not.
    """
    last = registry.last_closed(record.body, as_of)
    if last is None or last.when <= cited.conference.when:
        return True
    if record.checked is None or record.checked.when < last.when:
        return False
    if _surely_ended(record):
        return False
    through = record.complete_through
    if (through is None or through.when < last.when) and cited != record.editions[-1]:
        return False
    return not any(cited.conference.year < year <= last.year for year in record.unconfirmed)


def _may_be_another(record: Record, conference: Conference | None) -> bool:
    """Whether the number may stand for a text that the registry lacks, where numbers are given again.

    That holds before this text was adopted, be it only recalled, and after it was abrogated, and so for the number of
    an abrogated text without edition. In between, a chain of revisions is one text.
    """
    if conference is None:
        return record.status is Status.ABROGATED
    adopted = next((edition for edition in (*record.recalled, *record.editions) if not edition.revised), None)
    before = adopted is not None and conference.when < adopted.conference.when
    return before or (record.abrogated_by is not None and conference.when >= record.abrogated_by.when)


def _never_adopted(record: Record, conference: Conference) -> bool:
    """Whether it is certain that this conference did not adopt an edition: nothing before is missing."""
    doubted = conference.year in record.unconfirmed or any(
        edition.conference == conference for edition in record.recalled
    )
    through = record.complete_through
    return through is not None and not doubted and conference.when <= through.when


def _numbered(record: Record, number: str) -> Edition | None:
    """The edition that the number itself names ("61-3")."""
    numbered = NUMBERED.fullmatch(number)
    if numbered is None or numbered[1] != record.number:
        return None
    return next((edition for edition in record.editions if edition.suffix == int(numbered[2])), None)
