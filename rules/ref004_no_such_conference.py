"""REF004 no-such-conference."""

from __future__ import annotations

from collections.abc import Iterable

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
        old = OldSides(page)
        calendars: dict[str | None, list[Conference]] = {}
        for citation in page.of_the_union():
            if citation.body is not None and registry.bodies[citation.body].cites != "place":
                continue
            for edition in citation.editions:
                if edition.town is None or edition.year is None or (page.sharing(citation)[0] is not citation):
                    continue
                if citation.body not in calendars:
                    calendars[citation.body] = self._calendar(page, citation)
                calendar = calendars[citation.body]
                if not calendar or self._met(calendar, page, citation, edition):
                    continue
                start, end = messages.range_of(edition)
                near = _near(calendar, edition) if citation.body else None
                town = registry.place_in(near.place, citation.lang) if near and near.place else ""
                yield Mistake(
                    start,
                    end,
                    _message(messages.written(edition, page), citation.body),
                    suggestion=f"{town}, {near.year}" if near else None,
                    help=messages.origin(citation),
                    fix=_fix(edition, near, town)
                    if near and not citation.glued and registry.may_write(near.place or "", citation.lang)
                    else None,
                    part_of=old.cause(edition.where.start),
                )

    def _calendar(self, page: Page, citation: Citation) -> list[Conference]:
        conferences = page.registry.conferences.values()
        return [
            conference
            for conference in conferences
            if (citation.body is None or conference.body == citation.body)
            and page.registry.bodies[conference.body].cites in ("place", "short name")
        ]

    def _met(self, calendar: list[Conference], page: Page, citation: Citation, edition: CitedEdition) -> bool:
        """Whether the calendar has the conference, cannot say, or another body named beside it has it (REF003)."""
        years = [conference.year for conference in calendar]
        if edition.year is None or not min(years) <= edition.year <= max(years):
            return True
        if any(conference.year == edition.year and conference.place in (edition.town, None) for conference in calendar):
            return True
        elsewhere = page.registry.held_at(edition.town, edition.year) if edition.town is not None else ()
        return any(
            page.registry.record(conference.body, citation.kind, citation.number) is not None
            for conference in elsewhere
        )


def _message(edition: str, body: str | None) -> str:
    if body is None:
        return said("no conference of any body met there and then: ({edition})", edition=edition)
    return said("no conference of {body} met there and then: ({edition})", body=body, edition=edition)


def _near(calendar: list[Conference], edition: CitedEdition) -> Conference | None:
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
