"""The day a document is judged on: a date, the month it was published in, the close of a conference, or what the
document says about itself.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from reslint.citations.model import Citation, CitationRole
from reslint.citations.present import languages_in
from reslint.documents.view import View
from reslint.errors import ReslintError

if TYPE_CHECKING:
    from reslint.registry import Conference, Registry

TODAY = "today"
DOCUMENT = "document"
SUBJECT = "as-of"
MONTH = re.compile(r"(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])")


def fixed_day(wanted: str, registry: Registry) -> date | None:
    """The day that `wanted` means for every document, None for "document"; ReslintError where it means
    none. Of a month it is the last day.
    """
    if wanted == DOCUMENT:
        return None
    if wanted == TODAY:
        return date.today()
    try:
        return date.fromisoformat(wanted)
    except ValueError:
        pass
    month = MONTH.fullmatch(wanted)
    if month is not None:
        from calendar import monthrange

        year, number = int(month["year"]), int(month["month"])
        return date(year, number, monthrange(year, number)[1])
    conference = registry.conference(wanted)
    if conference is None:
        raise _no_day(wanted, registry)
    return conference.closes


def is_own(wanted: str) -> bool:
    """Whether it means the day of the texts themselves: they tell it, or it is the month of their publication."""
    return wanted == DOCUMENT or MONTH.fullmatch(wanted) is not None


def own_day(view: View, citations: tuple[Citation, ...], registry: Registry) -> date:
    """The close of the conference that the heading or the adopting line of the document names, or the day on which the
    Recommendation was approved that the document is.

    Raises ReslintError where nothing tells one, and where the registry does not know that conference.
    """
    name = view.document.name
    for citation in citations:
        edition = citation.edition
        if citation.role is CitationRole.HEADING and citation.body and edition and edition.town and edition.year:
            for conference in registry.held_at(edition.town, edition.year):
                if conference.body == citation.body:
                    return conference.closes
    from reslint.structure import read_structure

    words = {lang: registry.vocabulary[lang] for lang in languages_in(view.reading.text, registry)}
    for heading in read_structure(view, words, registry.patterns.compile).headings:
        if heading.adopting is not None:
            block = view.blocks[heading.adopting]
            for conference in _named(view.text[block.start : block.end], registry):
                return conference.closes
    from reslint.linting.published_day import published_day

    published = published_day(view, citations, registry)
    if published is not None:
        return published
    reason = "no heading or adopting line names a conference, and no cover an approval, so it has no date of its own"
    raise ReslintError(name, reason, "give the day with --as-of DATE, --as-of MONTH or --as-of CONFERENCE")


def _no_day(wanted: str, registry: Registry) -> ReslintError:
    from reslint.linting.day_advice import advice_on, met_at, of_place

    held = met_at(wanted, registry)
    if held:
        return ReslintError(SUBJECT, f"{wanted!r} is no day", of_place(held))
    known = [TODAY, DOCUMENT, *(one.name for one in registry.conferences.values())]
    return ReslintError(SUBJECT, f"unknown date or conference {wanted!r}", advice_on(wanted, known))


def _named(line: str, registry: Registry) -> list[Conference]:
    """The conferences whose body, place and year an adopting line names."""
    words = " ".join(line.split()).casefold()
    return [
        conference
        for conference in registry.conferences.values()
        if conference.place
        and any(registry.place_in(conference.place, lang).casefold() in words for lang in registry.vocabulary)
        and str(conference.year) in words
        and any(name.casefold() in words for names in registry.bodies[conference.body].names.values() for name in names)
    ]
