"""The coverage of the registry, how far it goes and what is open, as a table for people and as an object for
programs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from reslint.named import NamedTuple
from reslint.registry import Conference, Record, Registry
from reslint.registry.coverage import BodyCoverage
from reslint.reporting.summary import counted
from reslint.reporting.tables import aligned, meeting, numbers, wrapped
from reslint.version import __version__

NOT_CHECKED = "not checked"
HEADER = ("conference", "last checked", "share", "not in force", "open")
LEGEND = (
    "Last checked: the texts for which this conference is the last one whose outcome was read. "
    "Not in force: those of them that are no longer. "
    "Open: the texts checked before this conference and not through it, so that it may have changed them. "
    "A body counts as checked through a conference if a quarter of its texts are."
)


class ConferenceRow(NamedTuple):
    """A conference with what was checked through it and what it leaves open; None for what was never checked."""

    conference: Conference | None
    last_checked: int
    not_in_force: int
    open: tuple[Record, ...]


def conference_rows(one: BodyCoverage) -> list[ConferenceRow]:
    """The conferences through which something was checked or that leave something open, latest first."""
    steps = {step.conference: step for step in one.steps}
    pending = {each.conference: each.open for each in one.pending}
    named = sorted({*filter(None, steps), *pending}, key=lambda held: held.when, reverse=True)
    rows = []
    for held in [*named, *([None] if None in steps else [])]:
        step = steps.get(held)
        still = pending.get(held, ()) if held else one.unchecked
        rows.append(ConferenceRow(held, len(step.records) if step else 0, step.abrogated if step else 0, still))
    return rows


def cells(row: ConferenceRow, of: int) -> tuple[str, ...]:
    """A row as it is printed, below `HEADER`; `of` is the number of texts of the body."""
    name = meeting(row.conference) if row.conference else NOT_CHECKED
    share = f"{100 * row.last_checked / of:.0f} %"
    return name, str(row.last_checked), share, str(row.not_in_force), str(len(row.open))


def gaps(one: BodyCoverage) -> str:
    """What is known and not known of the texts of a body, in one phrase."""
    unknown = (
        f"{what} of {len(keys)}"
        for keys, what in (
            (one.adoption_unread, "adoption not read"),
            (one.title_unknown, "title not known"),
            (one.status_unknown, "status not known"),
        )
        if keys
    )
    known = f"whole history known of {len(one.complete)}"
    return "; ".join((counted(one.summary.records, "text"), known, *unknown))


def open_texts(one: BodyCoverage, kinds: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every open text once: the conference a group was last checked through, and the numbers of the group."""
    for step in one.steps:
        if step.open:
            yield meeting(step.conference) if step.conference else NOT_CHECKED, numbers(step.open, kinds)


def coverage_text(registry: Registry, bodies: Iterable[BodyCoverage], as_of: date) -> Iterator[str]:
    """A paragraph and a table for every body of which texts are known; the other bodies in one line."""
    kinds = next(iter(registry.vocabulary.values()))["kinds"]
    yield f"registry of {registry.date}, as of {as_of}"
    for catalogue in registry.shelf.catalogues:
        sectors = ", ".join(registry.sectors)
        yield wrapped(f"catalogue: {sectors} as of {catalogue.date}, {catalogue.count} texts ({catalogue.source})")
    without = []
    explained = False
    for one in bodies:
        if not one.summary.records:
            without.append(one.summary.body)
            continue
        if one.steps and not explained:
            yield wrapped(LEGEND)
            explained = True
        yield ""
        yield str(one.summary) + ("" if one.steps else ", adopted once and never revised")
        yield wrapped(gaps(one), "  ", "  ")
        if one.steps:
            rows = [cells(row, one.summary.records) for row in conference_rows(one)]
            yield ""
            yield from aligned([HEADER, *rows], right=(1, 2, 3, 4), indent="  ")
            yield ""
            yield from _open(one, kinds)
    if without:
        yield ""
        yield wrapped(f"no texts of {', '.join(without)}")


def _open(one: BodyCoverage, kinds: Mapping[str, Any]) -> Iterator[str]:
    listed = list(open_texts(one, kinds))
    if not listed:
        yield "  nothing is open"
        return
    yield "  the open texts, by the conference they were last checked through:"
    for name, which in listed:
        yield wrapped(f"{name}: {which}", "    ", "      ")


def coverage_record(registry: Registry, bodies: Iterable[BodyCoverage], as_of: date) -> dict[str, Any]:
    """`version, as_of, registry {date, digest}, bodies`, one object a body.

    A body: `body`, `records` (how many), `summary` (a phrase), `through` (the last conference covered, or null),
    `conferences`, `unchecked`, and the keys of the texts that are `complete` (their whole history is known) or lack
    something: `adoption_unread`, `title_unknown`, `status_unknown`. A conference, latest first: `conference, place,
    year, closes, checked_through` (how many texts were last checked through it), `not_in_force` (how many of them),
    `open` (the keys of the texts checked before it and not through it). `unchecked` are the keys of those that were
    never checked. What is no longer in force is neither open nor unchecked.
    """
    return {
        "version": __version__,
        "as_of": as_of.isoformat(),
        "registry": {"date": registry.date.isoformat(), "digest": registry.digest},
        "bodies": [_body(one) for one in bodies],
    }


def _body(one: BodyCoverage) -> dict[str, Any]:
    return {
        "body": one.summary.body,
        "records": one.summary.records,
        "summary": str(one.summary),
        "through": one.summary.through.key if one.summary.through else None,
        "conferences": [_conference(row.conference, row) for row in conference_rows(one) if row.conference],
        "unchecked": [record.key for record in one.unchecked],
        "complete": list(one.complete),
        "adoption_unread": list(one.adoption_unread),
        "title_unknown": list(one.title_unknown),
        "status_unknown": list(one.status_unknown),
    }


def _conference(held: Conference, row: ConferenceRow) -> dict[str, Any]:
    return {
        "conference": held.key,
        "place": held.place,
        "year": held.year,
        "closes": held.closes.isoformat(),
        "checked_through": row.last_checked,
        "not_in_force": row.not_in_force,
        "open": [record.key for record in row.open],
    }
