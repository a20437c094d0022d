"""Editions that stand apart from their designation: in the next cell or line, or at the end of an entry.

A row of a table of editions has the day of the approval beside the designation, an entry of a bibliography the year
behind the title. All offsets are zero-based characters of the reading's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.citations.model import CitedEdition, Mark, Span
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.publication_words import PublicationWords
    from reslint.documents.view import View

LONGEST_ROW = 60
# What may stand before the entry of a bibliography: a bullet, a number, a label in brackets.
ENTRY = late(r"[\W\d_]*(?:\[[^\[\]\n]{1,40}\])?[\W\d_]*")
NEXT = 3


def edition_apart(view: View, words: PublicationWords, start: int, end: int, block: int) -> CitedEdition | None:
    """The edition of the citation at `start:end` in a paragraph, where it stands apart from it."""
    reading = view.reading
    first, last = (reading.offset_of(at) for at in view.blocks[block][2:4])
    if not reading.text[end:last].strip():
        return _below(view, words, block)
    if not ENTRY.fullmatch(reading.text, first, start):
        return None
    found = words.date_at_end.match(reading.text, end, last)
    return _edition(view, words, found["date"], found.start("date")) if found else None


def _below(view: View, words: PublicationWords, block: int) -> CitedEdition | None:
    """The edition that the next line with words begins with."""
    text = view.reading.text
    for other in view.blocks[block + 1 : block + NEXT]:
        start, end = view.reading.offset_of(other.start), view.reading.offset_of(other.end)
        if not text[start:end].strip():
            continue
        found = words.date_line.match(text, start, end)
        if found is None or end - start > LONGEST_ROW:
            return None
        name = "iso" if found["iso"] else "month"
        return _edition(view, words, found[name], found.start(name))
    return None


def _edition(view: View, words: PublicationWords, written: str, at: int) -> CitedEdition | None:
    when = words.read_date(written)
    if when is None:
        return None
    where = Span(view.reading.start_of(at), view.reading.end_of(at + len(written)))
    return CitedEdition(None, when[0], Mark.PLAIN, where, year_at=where, in_prose=True, month=when[1])
