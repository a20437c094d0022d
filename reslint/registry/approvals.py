"""Verdicts on a cited edition of a Recommendation, a Report, a Question or a Supplement, by what the catalogue tells.

Of ITU-T it tells every edition to the day of its approval. Of ITU-R it has holes, at the top as well: an edition that
it lacks is neither wrong nor old, and of the last one that it has it may not be said that none is later.
"""

from __future__ import annotations

from datetime import date

from reslint.named import NamedTuple
from reslint.registry.designations import halves, key_of, split_suffix
from reslint.registry.model import ApprovalStatus, Edition, Record
from reslint.registry.publications import the_day
from reslint.registry.registry import Registry
from reslint.registry.verdict import Judgement, Verdict

NEAR = 3
"""An edition of another year is meant by a month that is wrong by so many months at most."""
IN_FORCE = (ApprovalStatus.IN_FORCE, ApprovalStatus.PREPUBLISHED)


class CitedApproval(NamedTuple):
    """What a citation says of its edition; nothing where it names none."""

    year: int | None = None
    month: int | None = None
    suffix: str | None = None

    @property
    def told(self) -> bool:
        """Whether it names an edition."""
        return self.year is not None or self.suffix is not None


def judge_approval(
    registry: Registry, sector: str, kind: str, number: str, cited: CitedApproval, as_of: date
) -> Judgement:
    """Judge the edition of a text; of a citation without one nothing is said but which edition is the last.

    Where the names of a twin have gone on apart, there is a verdict only if both have the same.
    """
    base, suffix = split_suffix(number) if registry.sectors[sector].cites == "suffix" else (number, None)
    if suffix is not None and cited.suffix is None:
        cited = cited._replace(suffix=suffix)
    listed = registry.shelf.date or as_of
    judged = _suffixed if registry.sectors[sector].cites == "suffix" else _dated
    found = (registry.shelf.record_of(key_of(sector, kind, half)) for half in halves(base))
    judgements = [judged(record, cited, as_of, listed) for record in found if record is not None]
    if not judgements:
        return Judgement(Verdict.UNKNOWN)
    first = judgements[0]
    if any(other.verdict != first.verdict for other in judgements):
        return Judgement(Verdict.UNKNOWN, first.record, first.cited, latest=first.latest)
    return first


def annex_of(registry: Registry, sector: str, kind: str, number: str, part: str) -> str:
    """The designation of an annex or an appendix that has editions of its own: "Z.100 Annex F3"; else nothing."""
    named = (f"{half} {part}" for half in halves(number)) if part else ()
    return next((one for one in named if registry.shelf.record_of(key_of(sector, kind, one))), "")


def latest_approved(record: Record, as_of: date) -> Edition | None:
    """The last edition that was surely approved by the end of that day."""
    return next((one for one in reversed(record.editions) if one.conference.closes <= as_of), None)


def nearest_approval(record: Record, year: int, month: int | None) -> Edition | None:
    """The edition that is meant by a month in which none was approved: the nearest of those around, or the only one of
    that year; None where it cannot be told.
    """
    away = {one: abs(_months(one) - (12 * year + month)) for one in record.editions} if month else {}
    least = min(away.values(), default=NEAR + 1)
    fitting = [one for one in away if away[one] == least <= NEAR]
    fitting = fitting or [one for one in record.editions if one.conference.year == year]
    return fitting[0] if len(fitting) == 1 else None


def _dated(record: Record, cited: CitedApproval, as_of: date, listed: date) -> Judgement:
    """The verdict where the month of its approval tells an edition."""
    latest = latest_approved(record, as_of)
    if cited.year is None:
        return Judgement(Verdict.UNKNOWN, record, latest=latest)
    fitting = [
        one
        for one in record.editions
        if one.conference.year == cited.year and cited.month in (None, one.conference.opens.month)
    ]
    if not fitting:
        unlisted = (cited.year, cited.month or 12) >= (listed.year, listed.month)
        verdict = Verdict.UNKNOWN if unlisted or _is_of_part(record, cited) else Verdict.NEVER_ADOPTED
        return Judgement(verdict, record, latest=latest)
    return _told(record, fitting[-1], latest, as_of, listed)


def _suffixed(record: Record, cited: CitedApproval, as_of: date, listed: date) -> Judgement:
    """The verdict where a suffix tells an edition; a year alone tells the first one, which may bear none."""
    latest = latest_approved(record, as_of)
    edition = None
    if cited.suffix is not None:
        edition = next((one for one in record.editions if one.suffix == int(cited.suffix)), None)
    elif cited.year is not None:
        first = record.editions[0]
        dated = first.approval is not None and first.approval.dated
        edition = first if first.suffix == 0 and dated and first.conference.year == cited.year else None
    if edition is None:
        return Judgement(Verdict.UNKNOWN, record, latest=latest)
    return _told(record, edition, latest, as_of, listed)


def _told(record: Record, edition: Edition, latest: Edition | None, as_of: date, listed: date) -> Judgement:
    """The verdict on an edition that the catalogue has."""
    last = record.editions[-1]
    status = last.approval.status if last.approval else ApprovalStatus.UNKNOWN
    reach = the_day(record.body, listed) if as_of > listed else None
    gone = status is ApprovalStatus.WITHDRAWN or (last.suffix is None and status is ApprovalStatus.NOT_IN_FORCE)
    if edition.conference.opens > as_of:
        verdict = Verdict.NOT_YET_ADOPTED
    elif gone and as_of >= listed:
        # When it was withdrawn is not told: on the day of the catalogue it was.
        verdict, reach = Verdict.ABROGATED, None
    elif latest is not None and _order(latest) > _order(edition):
        verdict = Verdict.SUPERSEDED
    elif edition != last:
        verdict = Verdict.CURRENT if last.suffix is None else Verdict.LAST_KNOWN
    elif (status in IN_FORCE and as_of <= listed) or as_of == edition.conference.opens:
        verdict = Verdict.CURRENT
    else:
        verdict = Verdict.LAST_KNOWN if status in IN_FORCE else Verdict.UNKNOWN
    return Judgement(verdict, record, edition, edition.conference, latest, as_far_as=reach)


def _order(edition: Edition) -> tuple[int, date]:
    """The place of an edition: by suffix where there is one, since what ITU-R publishes has no order of days."""
    return (edition.suffix, date.min) if edition.suffix is not None else (0, edition.conference.opens)


def _is_of_part(record: Record, cited: CitedApproval) -> bool:
    """Whether an amendment was approved when the citation says."""
    days = (part.day for one in record.editions if one.approval for part in one.approval.parts)
    return any(day.year == cited.year and cited.month in (None, day.month) for day in days)


def _months(edition: Edition) -> int:
    return 12 * edition.conference.year + edition.conference.opens.month
