"""A document as somebody sees it: its text, and where every character of it stands in the source.

Rules see a view and never know the format. All offsets are zero-based and count characters (code points) of the
view's text; for a text file that is the decoded file itself, without its byte order mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reslint.documents.model import SEEN, Document, Role, Segment, ViewName
from reslint.documents.reading import Reading, read_through

LINE_END = re.compile(r"\r\n|\n|\r")
NEWLINE = re.compile(r"\n")


class Position(NamedTuple):
    """Where a character stands for a person: line and column, both counted from 1, in characters."""

    line: int
    column: int


class Block(NamedTuple):
    """A paragraph in a view: `text[start:end]`, without its line end; `number` counts from 0 in its story."""

    story: str
    number: int
    start: int
    end: int
    label: str = ""


class View:
    """The text of a document as the original or the final reader sees it.

    `text` holds the paragraphs with their endings, story after story; `blocks` says where each stands.
    """

    __slots__ = ("_apart", "_line_starts", "_reading", "_segments", "blocks", "document", "name", "text")

    def __init__(self, document: Document, name: ViewName = ViewName.FINAL) -> None:
        self.document = document
        self.name = name
        seen = SEEN[name]
        pieces: list[str] = []
        blocks: list[Block] = []
        offset = 0
        apart: list[tuple[int, int, Role]] = []
        for story in document.stories:
            title = story.name
            for index, (parts, ending, label) in enumerate(story.paragraphs):
                start = offset
                for segment in parts:
                    words, _, provenance, role = segment[:4]
                    if provenance not in seen:
                        continue
                    if role is not Role.PROSE:
                        apart.append((offset, offset + len(words), role))
                    pieces.append(words)
                    offset += len(words)
                blocks.append(Block(title, index, start, offset, label))
                pieces.append(ending)
                offset += len(ending)
        self.text = "".join(pieces)
        self.blocks: Sequence[Block] = tuple(blocks)
        self._segments: list[tuple[int, Segment]] | None = None
        self._apart = apart
        self._reading: Reading | None = None
        self._line_starts: list[int] | None = None

    @property
    def reading(self) -> Reading:
        """The text as it is to be matched: markup read through, signs of equal meaning made one."""
        if self._reading is None:
            holes = [(start, end) for start, end, role in self._apart if role is Role.MARKUP]
            self._reading = read_through(self.text, 0, holes)
        return self._reading

    def prose(self, block: Block) -> Reading:
        """The words of one paragraph without markup and notes, as they are to be matched."""
        first = bisect_left(self._apart, block.start, key=lambda item: item[0]) if self._apart else 0
        if first == len(self._apart) or self._apart[first][0] >= block.end:
            words = self.reading.words_of(block.start, block.end)
            if words is not None:
                return Reading(words, block.start)
        holes = []
        while first < len(self._apart) and self._apart[first][0] < block.end:
            holes.append(self._apart[first][:2])
            first += 1
        return read_through(self.text[block.start : block.end], block.start, holes)

    @property
    def segments(self) -> Sequence[tuple[int, Segment]]:
        """The segments that are seen, each with its offset in the view; put together when first asked for."""
        if self._segments is None:
            self._segments = list(self._placed())
        return self._segments

    def position(self, offset: int) -> Position:
        """The line and column of a character of the view; for a text file, those of the file."""
        if self._line_starts is None:
            ends = LINE_END if "\r" in self.text else NEWLINE
            self._line_starts = [0, *(match.end() for match in ends.finditer(self.text))]
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line_range(self, line: int) -> tuple[int, int]:
        """Start and end offset of a line, counted from 1, without its line end."""
        self.position(0)
        assert self._line_starts is not None
        start = self._line_starts[line - 1]
        if line < len(self._line_starts):
            return start, len(self.text[start : self._line_starts[line]].rstrip("\r\n")) + start
        return start, len(self.text)

    def block_at(self, offset: int) -> int:
        """The number in `blocks` of the paragraph that holds the character, or that it ends."""
        return max(bisect_right(self.blocks, offset, key=lambda block: block.start) - 1, 0)

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that holds the character, or none for a line end."""
        at = bisect_right(self.segments, offset, key=lambda item: item[0]) - 1
        while at >= 0:
            start, segment = self.segments[at]
            if start <= offset < start + len(segment.text):
                return segment
            if segment.text:
                return None
            at -= 1
        return None

    def _placed(self) -> Iterator[tuple[int, Segment]]:
        offset = 0
        for story in self.document.stories:
            for paragraph in story.paragraphs:
                for segment in paragraph.segments:
                    if segment.provenance in SEEN[self.name]:
                        yield offset, segment
                        offset += len(segment.text)
                offset += len(paragraph.ending)
