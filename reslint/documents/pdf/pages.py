"""Paragraphs that go on over the end of a page: past its number, what is printed on every page, and its notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reslint.documents.going_on import division, ended, told
from reslint.documents.pdf.lines import Line
from reslint.documents.pdf.paragraphs import ALIGNED, SIZES, Columns, paragraphs_of
from reslint.documents.wrapping import OWN_START
from reslint.named import NamedTuple

MARGIN = 3
"""How many lines at the top and at the bottom of a page may be printed on every page."""
INDENT = 60.0
"""Points by which the first line of a paragraph may be indented, or a page lie further to one side."""
SMALL = 0.9
"""How many times as high as those of the page the lines of its notes are, at most."""
PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:[^\W\d_]{1,6}\.?\s)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s?(?:/|[^\W\d_]{1,3})\s?\d{1,4})?[-–—|\s]*"
)
"""A number alone or with a word: "3", "- 3 -", "Page 3 of 10", "3/10"."""
DIGITS = re.compile(r"\d+")
HEADING = re.compile(r"(?:\w+ ?){1,3}")


class PlacedLine(NamedTuple):
    """A line, with the numbers of its page and of itself there, from zero."""

    line: Line
    page: int
    number: int


Paragraphs = list[list[PlacedLine]]


def paragraphs_over_pages(pages: Sequence[Sequence[Line]]) -> list[Paragraphs]:
    """The paragraphs of each page; one that goes on is whole on the page on which it begins."""
    repeated = [_repeated(pages, number) for number in range(len(pages))]
    found: list[Paragraphs] = []
    former: Paragraphs = []
    columns = Columns(())
    for page, lines in enumerate(pages):
        numbers = iter(range(len(lines)))
        paragraphs = [[PlacedLine(line, page, next(numbers)) for line in one] for one in paragraphs_of(lines)]
        body = [one for one in paragraphs if _in_body(one, lines, repeated[page])]
        ends, begins = _joint(former, body, columns)
        if ends is not None and begins is not None:
            ends += begins
            paragraphs.remove(begins)
            body = [ends, *body[body.index(begins) + 1 :]]
        found.append(paragraphs)
        # A page with nothing but its number stands between two that are read on.
        if body:
            former, columns = body, Columns(lines)
    return found


def _joint(
    former: Paragraphs, body: Paragraphs, columns: Columns
) -> tuple[list[PlacedLine], list[PlacedLine]] | tuple[None, None]:
    """The paragraph of a page that goes on in one of the next page, and that one."""
    if not former or not body:
        return None, None
    if _goes_on(former[-1], body[0], columns):
        return former[-1], body[0]
    # What is printed on one page only cannot be known for it, but by a citation that reads on past it.
    for above in reversed(former[-MARGIN:]):
        for below in body[:MARGIN]:
            if _reads_on(above[-1].line.text, below[0].line.text):
                return above, below
    return None, None


def _reads_on(above: str, below: str) -> bool:
    """Whether words say that lines of two pages are one; behind a hyphen anything may be printed."""
    return told(above, below) or (below[0].islower() and division(above, below) is not None)


def _goes_on(paragraph: Sequence[PlacedLine], following: Sequence[PlacedLine], columns: Columns) -> bool:
    above, below = paragraph[-1].line, following[0].line
    height = (below.top - below.bottom) / (above.top - above.bottom)
    if not SIZES[0] <= height <= SIZES[1]:
        return False
    upper, lower = above.text, below.text
    if _reads_on(upper, lower):
        return True
    if ended(upper) or abs(above.left - below.left) > INDENT or columns.fits(below, above):
        return False
    if OWN_START.match(f"{lower} ") and not lower[0].isdigit():
        return False
    # A word that stands alone is rather the heading of a clause than the last line of a paragraph.
    if len(following) == 1 and HEADING.fullmatch(lower):
        return False
    return lower[0].islower() or lower[0].isdigit() or (len(paragraph) > 1 and columns.known(above))


def _in_body(paragraph: Sequence[PlacedLine], lines: Sequence[Line], repeated: set[int]) -> bool:
    """Whether a paragraph is neither printed on every page nor a note."""
    if all(one.number in repeated for one in paragraph):
        return False
    return paragraph[0].line.top - paragraph[0].line.bottom >= SMALL * _usual_height(lines)


def _usual_height(lines: Sequence[Line]) -> float:
    heights: Counter[float] = Counter()
    for line in lines:
        heights[round(line.top - line.bottom, 1)] += len(line.text)
    return heights.most_common(1)[0][0] if heights else 0.0


def _repeated(pages: Sequence[Sequence[Line]], page: int) -> set[int]:
    """The numbers of the lines of a page that are its number or stand at the same place of a page beside it."""
    beside = [key for near in (page - 1, page + 1) if 0 <= near < len(pages) for key in _margins(pages[near])]
    found = set()
    for number, line in _at_edges(pages[page]):
        if PAGE_NUMBER.fullmatch(line.text) or any(_same(line, other) for other in beside):
            found.add(number)
    return found


def _margins(lines: Sequence[Line]) -> Iterator[Line]:
    for _, line in _at_edges(lines):
        yield line


def _at_edges(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    ordered = sorted(enumerate(lines), key=lambda item: item[1].bottom)
    return iter(ordered if len(ordered) <= 2 * MARGIN else ordered[:MARGIN] + ordered[-MARGIN:])


def _same(line: Line, other: Line) -> bool:
    return abs(line.bottom - other.bottom) < ALIGNED and DIGITS.sub("0", line.text) == DIGITS.sub("0", other.text)
