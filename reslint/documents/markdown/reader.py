"""Read Markdown: paragraphs of prose with the marks in them set apart; code, comments and front matter are none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reslint.documents.encoding import decode
from reslint.documents.following import Cells
from reslint.documents.limits import DISTRUST, refuse_many_lines
from reslint.documents.markdown.blocks import NestedError, Prose, Sort, prose_lines
from reslint.documents.markdown.comments import comments_of
from reslint.documents.markdown.marks import Mark, Range, marks_of, outermost
from reslint.documents.markdown.tags import unseen
from reslint.documents.model import Document, Paragraph, Role, Segment, Story
from reslint.documents.text import LAST_RESORT_NOTICE, lines_of
from reslint.errors import ReslintError

FRONT_MATTER = re.compile(
    r"(?:---[ \t]*\r?\n(?:.*?\r?\n)??(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n(?:.*?\r?\n)??\+\+\+)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
# A line inside a block of prose that starts a paragraph of its own for a reader of a resolution: a label.
LABELLED = re.compile(
    r"[ \t>]*(?:\(?(?:[a-z]{1,5}|[A-Z]|[IVXLC]{1,5})\)|\(\d{1,2}\)"
    r"|(?P<number>\d{1,2})(?:\.\d{1,2})*(?:[).][ \t]|(?P<bare>[ \t]++(?!\())))"
)
TABLE_TAG = re.compile(r"<(/?)(tr|td|th)\b", re.IGNORECASE)
# How far above the numbers before it a number may be to be a label.
NEXT = 9


def read_markdown(data: bytes, name: str) -> Document:
    """Read the bytes of a Markdown file; raises ReslintError when they are no text, or too long a one."""
    decoded = decode(data, name)
    refuse_many_lines(decoded.text, name)
    notices = (LAST_RESORT_NOTICE,) if decoded.guessed else ()
    try:
        paragraphs = tuple(_paragraphs(decoded.text))
    except NestedError as error:
        raise ReslintError(name, str(error), DISTRUST) from error
    return Document(name, "markdown", (Story("body", paragraphs),), notices)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    """Paragraphs in the order of the file; together they are the file."""
    lines = list(lines_of(text))
    prose, hidden = _read(text, lines)
    number = 0
    labels = _Labels(text, lines)
    while number < len(lines):
        start, end, ending = lines[number]
        block = prose.get(number)
        if block is None:
            yield Paragraph((Segment(text[start:end], start, role=Role.MARKUP),) if end > start else (), ending)
            number += 1
            continue
        number = labels.next_one(number, block)
        _, end, ending = lines[number - 1]
        marks = marks_of(text, start, end, _within(hidden, start, end), block.sort is Sort.ROW)
        yield from _parted(text, start, end, ending, marks)


def _read(text: str, lines: Sequence[tuple[int, int, str]]) -> tuple[dict[int, Prose], list[Range]]:
    """The lines that are prose, and what is hidden in them: comments, and elements that are not shown."""
    front = FRONT_MATTER.match(text)
    base = front.end() if front else 0
    first = sum(1 for start, _, _ in lines if start < base)
    comments = [match.span() for match in comments_of(text[base:])]
    # The library counts lines by \n alone after turning every \r\n and \r into \n, as `lines_of` does.
    prose = prose_lines(text[base:], comments, first)
    hidden = [(start + base, end + base) for start, end in comments]
    return prose, outermost((*hidden, *unseen(text, base, lines, prose, hidden)))


class _Labels:
    """Finds the labels inside of blocks; a bare number is one if it may be the next, and not that of a resolution."""

    def __init__(self, text: str, lines: Sequence[tuple[int, int, str]]) -> None:
        self._text = text
        self._lines = lines
        self._block: Prose | None = None
        self._highest = 0

    def next_one(self, number: int, block: Prose) -> int:
        """The line behind the paragraph that begins with line `number`: of the next label, or behind the block."""
        if block != self._block:
            self._block = block
            self._highest = 0
            self._is_labelled(number)
        number += 1
        while number < block.last and not self._is_labelled(number):
            number += 1
        return number

    def _is_labelled(self, number: int) -> bool:
        label = LABELLED.match(self._text, *self._lines[number][:2])
        if label is None:
            return False
        if label["number"]:
            count = int(label["number"])
            if label["bare"] and count > self._highest + NEXT:
                return False
            self._highest = max(self._highest, count)
        return True


def _within(hidden: list[Range], start: int, end: int) -> list[Range]:
    """The hidden ranges of a paragraph, cut to it."""
    number = max(bisect_right(hidden, (start, start)) - 1, 0)
    found = []
    while number < len(hidden) and hidden[number][0] < end:
        first, last = hidden[number]
        if last > start:
            found.append((max(first, start), min(last, end)))
        number += 1
    return found


def _parted(text: str, start: int, end: int, ending: str, marks: Sequence[Mark]) -> Iterator[Paragraph]:
    """The paragraphs of a block: one, unless tags in it end some; such a tag belongs to the one that it ends."""
    if not marks:
        yield Paragraph((Segment(text[start:end], start),) if end > start else (), ending)
        return
    segments: list[Segment] = []
    cursor = start
    words = over = beside = False
    cells = Cells()
    begun = 0
    for mark in (*marks, Mark(end, end)):
        if mark.start < cursor:
            continue
        if mark.start > cursor:
            said = text[cursor : mark.start]
            if not said.isspace() and (over or not words):
                blank = len(said) - len(said.lstrip())
                if over:
                    if blank:
                        segments.append(Segment(said[:blank], cursor))
                    yield Paragraph(tuple(segments), beside=beside)
                    segments, over = [], False
                    cursor, said = cursor + blank, said[blank:]
                beside, begun, words = cells.begin_paragraph(), begun + 1, True
            segments.append(Segment(said, cursor))
        if mark.end > mark.start:
            reads = mark.reads if words else mark.reads.strip("\n")
            if mark.reads.strip() and (over or not words):
                if over:
                    yield Paragraph(tuple(segments), beside=beside)
                    segments, over = [], False
                beside, begun, words = cells.begin_paragraph(), begun + 1, True
            if mark.apart:
                over = words
                _count(cells, text[mark.start : mark.end], begun)
            segments.append(Segment(text[mark.start : mark.end], mark.start, role=Role.MARKUP, reads=reads))
        cursor = mark.end
    yield Paragraph(tuple(segments), ending, beside=beside)


def _count(cells: Cells, tag: str, paragraphs: int) -> None:
    """Tell the cells of a table of a tag that ends a paragraph, behind so many of them."""
    match = TABLE_TAG.match(tag)
    if match is None:
        return
    name, ends = match[2].lower(), bool(match[1])
    if name == "tr":
        (cells.end_row if ends else cells.begin_row)()
    elif not ends:
        cells.begin_cell(paragraphs)
