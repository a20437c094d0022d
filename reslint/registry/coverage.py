"""Coverage, how far the registry goes: what it does not cover is said once, instead of passing for unchanged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import date

from reslint.named import NamedTuple
from reslint.registry.model import Conference, Record, Status
from reslint.registry.registry import Registry
from reslint.registry.verdict import abrogated

ENOUGH = 0.25
"""The share of a body's records that must be checked through a conference before it counts as covered."""


class Coverage(NamedTuple):
    """How far the records of a body are checked.

    `through` is the last conference covered, None where there is none; `beyond` are the later ones that were over on
    the day and are not covered, oldest first; `records` is the number of records. `by_place` is true where the body's
    conferences are known by their places.
    """

    body: str
    through: Conference | None
    beyond: tuple[Conference, ...]
    records: int
    by_place: bool = True

    def __str__(self) -> str:
        """One phrase for people: "WTDC checked through Kigali 2022; Baku 2025 not covered"."""
        if not self.records:
            return f"no texts of {self.body}"
        if self.through is None and not self.beyond:
            return f"{self.records} texts of {self.body}"
        reach = f"checked through {self._met(self.through)}" if self.through else "not checked"
        missing = ", ".join(self._met(conference) for conference in self.beyond)
        return f"{self.body} {reach}" + (f"; {missing} not covered" if missing else "")

    def _met(self, conference: Conference) -> str:
        if self.by_place and conference.place is not None:
            return f"{conference.place} {conference.year}"
        return conference.key


def coverage(registry: Registry, body: str, as_of: date) -> Coverage:
    """How far the registry covers a body, seen from that day."""
    known = registry.bodies.get(body)
    if known is not None and known.cites == "symbol":
        return Coverage(body, None, (), sum(1 for _ in registry.assembly_texts()))
    checked = registry.checked(body)
    held = registry.conferences_of(body)
    times = sorted(one.when for one in checked if one is not None)
    reach: Conference | None = None
    for conference in held:
        through = len(times) - bisect_left(times, conference.when)
        if through and through >= ENOUGH * len(checked):
            reach = conference
    beyond = tuple(
        conference
        for conference in held
        if checked and conference.over(as_of) and (reach is None or conference.when > reach.when)
    )
    return Coverage(body, reach, beyond, len(checked), known is not None and known.cites == "place")


class Step(NamedTuple):
    """The texts that were last checked through one conference; None where they were checked through none.

    `open` are those of them that may have changed since: as far as is known they were in force on the day, and a
    later conference was over. `abrogated` is how many were not in force any more.
    """

    conference: Conference | None
    records: tuple[Record, ...]
    open: tuple[Record, ...]
    abrogated: int


class Pending(NamedTuple):
    """A conference that was over on the day, with the texts it may have changed: checked before it, not through it."""

    conference: Conference
    open: tuple[Record, ...]


class BodyCoverage(NamedTuple):
    """What is known of the texts of one body, and what is open.

    `steps` go from the latest conference to the first, with what was never checked at the end; every text is in one.
    `pending` are the conferences that leave something open, oldest first. Of the other fields each holds the keys of
    texts: with their whole history, whose adoption was not read, whose title or status is not known. The texts of a
    body that adopts once and for all have no steps; that of which the adoption was read has its whole history.
    """

    summary: Coverage
    steps: tuple[Step, ...]
    pending: tuple[Pending, ...]
    complete: tuple[str, ...]
    adoption_unread: tuple[str, ...]
    title_unknown: tuple[str, ...]
    status_unknown: tuple[str, ...]

    @property
    def unchecked(self) -> tuple[Record, ...]:
        """The texts that were checked through no conference, without those known to be in force no more."""
        return next((step.open for step in self.steps if step.conference is None), ())


def body_coverage(registry: Registry, body: str, as_of: date) -> BodyCoverage:
    """How far each text of a body is known, seen from that day."""
    summary = coverage(registry, body, as_of)
    if registry.bodies[body].cites == "symbol":
        return _adopted_once(registry, summary)
    records = tuple(registry.records(body))
    steps = tuple(_steps(records, registry.conferences_of(body), as_of))
    over = [one for one in registry.conferences_of(body) if one.over(as_of)]
    known = [step for step in steps if step.conference is not None]
    pending = tuple(
        Pending(held, tuple(record for step in known if _before(step, held) for record in step.open)) for held in over
    )

    def keys(wanted: Callable[[Record], bool]) -> tuple[str, ...]:
        return tuple(record.key for record in records if wanted(record))

    return BodyCoverage(
        summary,
        steps,
        tuple(one for one in pending if one.open),
        complete=keys(lambda record: record.complete),
        adoption_unread=keys(lambda record: not (record.editions and record.adoption_read)),
        title_unknown=keys(lambda record: record.title is None or record.title_recalled),
        status_unknown=keys(lambda record: record.status is Status.UNKNOWN),
    )


def _adopted_once(registry: Registry, summary: Coverage) -> BodyCoverage:
    texts = list(registry.assembly_texts())
    keys = {text.number: f"{summary.body} {text.number}" for text in texts}
    dated = {text.number for text in texts if text.read("date")}
    return BodyCoverage(
        summary,
        (),
        (),
        complete=tuple(key for number, key in keys.items() if number in dated),
        adoption_unread=tuple(key for number, key in keys.items() if number not in dated),
        title_unknown=tuple(keys[text.number] for text in texts if not text.read("title")),
        status_unknown=(),
    )


def _steps(records: Iterable[Record], held: Iterable[Conference], as_of: date) -> Iterable[Step]:
    by_check: dict[str | None, list[Record]] = {}
    for record in records:
        by_check.setdefault(record.checked.key if record.checked else None, []).append(record)
    later = False
    for conference in sorted(held, key=lambda one: one.when, reverse=True):
        if conference.key in by_check:
            yield _step(conference, by_check[conference.key], later, as_of)
        later = later or conference.over(as_of)
    if None in by_check:
        yield _step(None, by_check[None], True, as_of)


def _step(conference: Conference | None, records: list[Record], later: bool, as_of: date) -> Step:
    gone = {record.key for record in records if abrogated(record, as_of)}
    still = tuple(record for record in records if later and record.key not in gone)
    return Step(conference, tuple(records), still, len(gone))


def _before(step: Step, held: Conference) -> bool:
    return step.conference is not None and step.conference.when < held.when
