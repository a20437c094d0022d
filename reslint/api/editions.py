"""Write another edition into a citation, changing as little of it as can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reslint.api.finding import Applicability, Edit, Fix
from reslint.api.messages import range_of
from reslint.api.page import Page
from reslint.citations.model import Citation, CitedEdition, Mark

if TYPE_CHECKING:
    from reslint.registry import Edition


def renewed(page: Page, citation: Citation, edition: Edition) -> Fix | None:
    """The unsafe fix that makes a citation cite `edition`; None where one cannot be sure what to change.

    That is so in the unresolved changes of a dump, where both the old and the new words stand, and in a parenthesis
    that belongs to several numbers of which not all have that edition.
    """
    cited = citation.edition
    if cited is None or citation.glued:
        return None
    if citation.shared and page.in_common(citation).latest is None:
        return None
    edits = (
        _place_edits(page, citation.lang, cited, edition)
        if cited.place_at is not None
        else _session_edits(cited, edition)
    )
    if edits is None:
        return None
    if edition.suffix is not None:
        number = (
            f"{citation.number.split('-')[0]}-{edition.suffix}" if edition.suffix else citation.number.split("-")[0]
        )
        if number != citation.number:
            edits.append(Edit(citation.number_at.start, citation.number_at.end, number))
    edits.sort(key=lambda edit: edit.start)
    return Fix(tuple(edits), Applicability.UNSAFE) if edits else None


def _place_edits(page: Page, lang: str, cited: CitedEdition, edition: Edition) -> list[Edit] | None:
    place = edition.conference.place
    if cited.place_at is None or cited.year_at is None or place is None:
        return None
    town = page.registry.place_in(place, lang)
    edits = [
        Edit(
            cited.place_at.start,
            cited.place_at.end,
            matching(page.text[cited.place_at.start : cited.place_at.end], town),
        ),
        Edit(cited.year_at.start, cited.year_at.end, str(edition.conference.year)),
    ]
    revised = edition.revised and edition.suffix is None
    if revised and cited.mark is not Mark.REVISED:
        edits[0] = Edit(cited.place_at.start, cited.place_at.end, f"{revision_mark(page, lang)}{edits[0].content}")
    elif not revised and cited.mark is Mark.REVISED:
        start, _ = range_of(cited)
        if cited.mark_at is None or start != cited.mark_at.start:
            return None
        edits[0] = Edit(start, cited.place_at.end, edits[0].content)
    return [edit for edit in edits if page.text[edit.start : edit.end] != edit.content]


def _session_edits(cited: CitedEdition, edition: Edition) -> list[Edit] | None:
    year = str(edition.conference.year)
    if cited.year_at is not None:
        return [Edit(cited.year_at.start, cited.year_at.end, year)]
    if cited.label is None:
        return None
    digits = re.search(r"\d+\Z", cited.label)
    if digits is None:
        return None
    start = cited.where.end - len(digits.group())
    return [Edit(start, cited.where.end, year[-len(digits.group()) :])]


def revision_mark(page: Page, lang: str) -> str:
    """The mark of a revision with its blank, as the language writes it before a place."""
    pattern: str = page.registry.vocabulary[lang]["write"]["revised"]
    return pattern.split("{place}")[0]


def matching(written: str, word: str) -> str:
    """`word` in capitals where `written` is."""
    return word.upper() if written.isupper() and len(written) > 1 else word
