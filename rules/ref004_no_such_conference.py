"""REF004 no-such-conference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from reslint import (
    Applicability,
    Citation,
    CitedEdition,
    Conference,
    Edit,
    Example,
    Fix,
    Mistake,
    Page,
    Registry,
    Rule,
    Scope,
    Severity,
    messages,
    said,
)

from ._sides import OldSides


class NoSuchConference(Rule):
    """No conference of that body met in that place and year.

    ## What it does

    Compares place and year with the calendar of the body: (Rev. Dubai, 2019) is no Plenipotentiary Conference. Where
    the body is not known but the edition is marked as a revision, with the calendars of all. Years outside the
    calendar, and places that are not in it, are left alone. A fix is offered where only one conference of that body
    comes near: the same place in another year, or the same year in another place.

    ## Why

    Place and year are the name of the edition; a wrong year names nothing.
    """

    code = "REF004"
    name = "no-such-conference"
    severity = Severity.ERROR
    fix = Applicability.UNSAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "Resolution 140 (Rev. Bucharest, 2021) of the Plenipotentiary Conference\n",
            ("Rev. Bucharest, 2021",),
            "Resolution 140 (Rev. Bucharest, 2022) of the Plenipotentiary Conference\n",
        ),
        Example("Resolution 140 (Rev. Bucharest, 2022) of the Plenipotentiary Conference\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions without a conference."""
        registry = page.registry
        old, calendar_of = OldSides(page), _calendars(registry)
        for citation in page.of_the_union():
            calendar = calendar_of(citation.body)
            if not calendar.conferences:
                continue
            for edition in citation.editions:
                town, year = edition.town, edition.year
                if town is None or year is None or not calendar.first <= year <= calendar.last:
                    continue
                if (
                    (town, year) in calendar.met
                    or (None, year) in calendar.met
                    or _met_elsewhere(page, citation, edition)
                ):
                    continue
                if page.sharing(citation)[0] is not citation:
                    continue
                start, end = messages.range_of(edition)
                near = _near(calendar.conferences, edition) if citation.body else None
                right = registry.place_in(near.place, citation.lang) if near and near.place else ""
                yield Mistake(
                    start,
                    end,
                    _message(messages.written(edition, page), citation.body),
                    suggestion=f"{right}, {near.year}" if near else None,
                    help=messages.origin(citation),
                    fix=_fix(edition, near, right)
                    if near and not citation.glued and registry.may_write(near.place or "", citation.lang)
                    else None,
                    part_of=old.cause(edition.where.start),
                )


class _Calendar(NamedTuple):
    """The conferences of a body that editions may name, the places and years they met in, and the years around them."""

    conferences: tuple[Conference, ...]
    met: frozenset[tuple[str | None, int]]
    first: int
    last: int


@lru_cache(maxsize=8)
def _calendars(registry: Registry) -> Callable[[str | None], _Calendar]:
    """The calendars of one registry, which are kept no longer than it is kept here."""
    return lru_cache(maxsize=64)(partial(_calendar, registry))


def _calendar(registry: Registry, body: str | None) -> _Calendar:
    """The calendar of a body whose editions are told by their places; of all bodies where it is not known."""
    cites = {key: known.cites for key, known in registry.bodies.items()}
    conferences = tuple(
        conference
        for conference in (registry.conferences.values() if body is None or cites[body] == "place" else ())
        if body in (None, conference.body) and cites[conference.body] in ("place", "short name")
    )
    years = [conference.year for conference in conferences]
    met = frozenset((conference.place, conference.year) for conference in conferences)
    return _Calendar(conferences, met, min(years, default=0), max(years, default=0))


def _met_elsewhere(page: Page, citation: Citation, edition: CitedEdition) -> bool:
    """Whether another body named beside the edition has met there and then (REF003)."""
    elsewhere = page.registry.held_at(edition.town or "", edition.year or 0)
    return any(
        page.registry.record(conference.body, citation.kind, citation.number) is not None for conference in elsewhere
    )


def _message(edition: str, body: str | None) -> str:
    if body is None:
        return said("no conference of any body met there and then: ({edition})", edition=edition)
    return said("no conference of {body} met there and then: ({edition})", body=body, edition=edition)


def _near(calendar: Sequence[Conference], edition: CitedEdition) -> Conference | None:
    near = [
        conference for conference in calendar if (conference.place == edition.town) != (conference.year == edition.year)
    ]
    near = [conference for conference in near if conference.place]
    return near[0] if len(near) == 1 else None


def _fix(edition: CitedEdition, near: Conference, town: str) -> Fix | None:
    if edition.year_at is None or edition.place_at is None:
        return None
    if near.place == edition.town:
        return Fix((Edit(edition.year_at.start, edition.year_at.end, str(near.year)),), Applicability.UNSAFE)
    return Fix((Edit(edition.place_at.start, edition.place_at.end, town),), Applicability.UNSAFE)
