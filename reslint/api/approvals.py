"""Editions of Recommendations for rules: how a message names one, and the edits that make a citation cite another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reslint.api.finding import Applicability, Edit, Fix
from reslint.api.page import Page
from reslint.citations.model import Citation, CitationRole, CitedEdition
from reslint.registry.approvals import nearest_approval as nearest_approval
from reslint.registry.designations import halves

if TYPE_CHECKING:
    from reslint.registry import Edition, Judgement, Registry

TWIN = re.compile(r"[\s*_]*\|[\s*_]*(?:ISO|IEC|CEI)(?!\w)")
VERSION = re.compile(r"\(\s*[Vv]\.?\s?\d+\s*\)")
BEHIND_YEAR = re.compile(r"(?<=\d)\s*[^\W\d]\.\Z")
"""A short word for "year", as Russian has one."""
RECENT = 3
"""A text that was being approved could not know of an edition of so many months before it."""
FORMS = (
    (re.compile(r"(?P<month>\d\d)(?P<sign>\s?[-/.]\s?)(?P<year>\d{4})"), "{month:02}{sign}{year}"),
    (re.compile(r"(?P<year>\d{4})(?P<sign>\s?[-/.]\s?)(?P<month>\d\d)"), "{year}{sign}{month:02}"),
    (re.compile(r"(?P<month>\d\d?)(?P<sign>\s?/\s?)(?P<year>\d\d)"), "{month:02}{sign}{short}"),
    (re.compile(r"(?P<year>\d{4})(?P<sign>年)(?P<month>\d{1,2})月"), "{year}{sign}{month}月"),
    (re.compile(r"(?P<year>\d{4})(?P<sign>)(?P<month>)"), "{year}"),
)


def is_minor(citation: Citation) -> bool:
    """Whether what is wrong with a citation weighs little: it stands in a bibliography, or names a Question."""
    return citation.role is CitationRole.BIBLIOGRAPHY or citation.kind == "question"


def written(edition: Edition) -> str:
    """An edition as messages write it: "(06/2023)", "M.2012-7"."""
    name = edition.approval.name if edition.approval else ""
    return name if edition.suffix is not None else f"({edition.conference.key})"


def instead(page: Page, citation: Citation, edition: Edition) -> str:
    """What is to be written in the place of the cited edition, in the form in which the text writes its own."""
    cited = citation.edition
    if edition.suffix is None and cited is not None and cited.year_at is not None:
        like = dated_like(page.text[cited.year_at.start : cited.year_at.end], edition)
        if like is not None:
            return like
    return edition.approval.name if edition.suffix is not None and edition.approval else edition.conference.key


def name_of(edition: Edition, citation: Citation) -> str:
    """The designation of an edition where it is none by which it is cited; else nothing."""
    name = edition.approval.name if edition.approval else ""
    cited = {half.upper().replace(" ", "") for half in halves(citation.number)}
    known = {half.upper().replace(" ", "") for half in halves(name)}
    return "" if edition.suffix is not None or cited == known or len(cited) < len(known) == 1 else name


def is_label(page: Page, citation: Citation) -> bool:
    """Whether it is the label of an entry that cites the same edition behind it."""
    following = page.publications[bisect_right(page.publications, citation.start, key=lambda one: one.start) :][:1]
    return any(
        other.block == citation.block
        and other.number == citation.number
        and page.text[other.end - 1] != "]"
        and page.text[max(citation.start - 3, 0) : citation.start].rstrip("b-")[-1:] in ("[", ",")
        for other in following
    )


def has_twin(page: Page, citation: Citation) -> bool:
    """Whether the same text of another organization is cited with it, whose edition would have to change too."""
    return TWIN.match(page.text, citation.end) is not None


def is_recent(page: Page, judgement: Judgement) -> bool:
    """Whether a published text is judged, and the edition that it cites was the last until the months before it."""
    record, cited, day = judgement.record, judgement.cited, page.as_of
    if not page.of_own_day or record is None or cited is None or cited == record.editions[-1]:
        return False
    held = record.editions[record.editions.index(cited) + 1].conference
    return (day.year - held.year) * 12 + day.month - held.opens.month <= RECENT


def renewed(page: Page, citation: Citation, edition: Edition) -> Fix | None:
    """The unsafe fix that makes a citation cite `edition`, in the form in which the text writes dates.

    None where more than the edition would have to change: the text of another organization, a version, an amendment
    to the edition that is cited, a designation.
    """
    cited = citation.edition
    if cited is None or citation.part or has_twin(page, citation) or VERSION.search(citation.text):
        return None
    if _is_amended(page, citation, cited):
        return None
    approval = edition.approval
    if approval is None or not set(_names(citation.number)) & set(_names(approval.name)):
        return None
    edits = []
    if cited.suffix is not None:
        if edition.suffix is None or page.text[cited.where.start : cited.where.end] != cited.suffix:
            return None
        edits.append(Edit(cited.where.start, cited.where.end, str(edition.suffix)))
    elif edition.suffix is not None:
        return None
    if cited.year_at is not None:
        date = dated_like(page.text[cited.year_at.start : cited.year_at.end], edition)
        if date is None or not approval.dated:
            return None
        edits.append(Edit(cited.year_at.start, cited.year_at.end, date))
    return Fix(tuple(edits), Applicability.UNSAFE) if edits else None


def nearest_number(registry: Registry, citation: Citation) -> str:
    """The designation that is most like the one cited, among those that begin alike; nothing where none is alike."""
    from reslint.errors import most_like

    number = "".join(citation.number.partition("/")[0].split()).upper()
    letters, point, digits = number.partition(".")
    begins = f"{letters}{point}{digits[:1]}"
    found = most_like(number, registry.shelf.numbers(citation.body or "", citation.kind, begins))
    return f"{citation.body} {found}" if found else ""


def dated_like(words: str, edition: Edition) -> str | None:
    """The month, or the year, of an edition as the words write one; None where they write it in a way of their own."""
    held = edition.conference
    behind = BEHIND_YEAR.search(words)
    told, rest = (words[: behind.start()], behind.group()) if behind else (words, "")
    for form, pattern in FORMS:
        found = form.fullmatch(told)
        if found is not None:
            year = f"{held.year}"
            return pattern.format(month=held.opens.month, year=year, short=year[2:], sign=found["sign"]) + rest
    return None


def _is_amended(page: Page, citation: Citation, cited: CitedEdition) -> bool:
    """Whether an amendment to the edition is named behind it: "(2001), A title, including Amendment 2 (2005)"."""
    start = max(citation.end, cited.where.end)
    block = page.view.blocks[page.view.block_at(start)]
    following = page.all_citations[bisect_left(page.all_citations, start, key=lambda one: one.start) :][:1]
    end = min(block.end, following[0].start) if following else block.end
    from reslint.citations.publication_words import publication_words

    return publication_words(page.registry).amendment.search(page.text, start, end) is not None


def _names(number: str) -> tuple[str, ...]:
    return tuple(half.upper().replace(" ", "").partition("-")[0] for half in halves(number))
