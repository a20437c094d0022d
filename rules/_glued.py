"""Years that are run into a word or another year, as where deleted words were kept beside the inserted ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reslint import Block, Page, late, said

CENTURIES = ("19", "20")
YEAR = r"(?:19|20)\d\d"
GLUED = late(rf"(?:19|20)\d\d(?:(?:{YEAR})+(?!\w)|[A-Z][a-z]{{2,}}|[a-z]{{2,}}(?![\w]))")
WORD = late(r"[^\W\d_]*")
# What stands before a year that is part of a name, an address or a number; a year before a dash begins a range.
PART_OF_MORE = late(r"[\w/.@#=&+\\-]$")
RANGE = late(rf"(?<!\d){YEAR}-$")
ADDRESS = late(r"://|www\.|[/\\@_=#&]")


class GluedYear(NamedTuple):
    """A year run into something: its range in the view, its words as they were read, and what follows the year."""

    start: int
    end: int
    words: str
    rest: str


def glued_years(page: Page, block: Block | None = None) -> Iterator[GluedYear]:
    """The glued years of the page, or of one paragraph of it, outside of citations, in text order."""
    reading = page.view.reading if block is None else page.view.prose(block)
    text = reading.text
    matches = _glued(text)
    if not matches:
        return
    units = {str(unit).casefold() for words in page.registry.vocabulary.values() for unit in words.get("units") or ()}
    for match in matches:
        before = text[max(match.start() - 6, 0) : match.start()]
        if PART_OF_MORE.search(before) and not RANGE.search(before):
            continue
        if ADDRESS.search(_token(text, match.start(), match.end())):
            continue
        rest = match.group()[4:]
        if rest.casefold() in units:
            continue
        end = _word_end(text, match.end())
        start = reading.start_of(match.start())
        at = bisect_right(page.all_citations, start, key=lambda citation: citation.start) - 1
        if at < 0 or start >= page.all_citations[at].end:
            yield GluedYear(start, reading.end_of(end), text[match.start() : end], rest)


def together(words: Sequence[str]) -> str:
    """Words that are run together, told one by one: "a) and b)"."""
    told, *rest = words
    for word in rest:
        told = said("{first} and {last}", first=told, last=word)
    return told


def _glued(text: str) -> list[re.Match[str]]:
    """Where a year is run into something; `str.find` is several times faster than a search for the pattern."""
    found = []
    for century in CENTURIES:
        at = text.find(century)
        while at >= 0:
            match = GLUED.match(text, at) if text[at + 4 : at + 5].isalnum() else None
            if match:
                found.append(match)
            at = text.find(century, match.end() if match else at + 1)
    apart: list[re.Match[str]] = []
    for match in sorted(found, key=lambda match: match.start()):
        if not apart or match.start() >= apart[-1].end():
            apart.append(match)
    return apart


def _word_end(text: str, end: int) -> int:
    match = WORD.match(text, end)
    return match.end() if match else end


def _token(text: str, start: int, end: int) -> str:
    """What stands between the blanks around a range, as far as it can matter."""
    left = text[max(start - 60, 0) : start].split()
    right = text[end : end + 60].split()
    before = left[-1] if left and not text[start - 1 : start].isspace() else ""
    after = right[0] if right and not text[end : end + 1].isspace() else ""
    return before + text[start:end] + after
