"""Where the segments of a view stand: offsets in its text, and the paragraphs of the file they belong to."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Container

from reslint.documents.model import Paragraph, Provenance, Segment

Home = tuple[int, int]
"""The number of a story in the document and of a paragraph in it, from zero."""


class Placement:
    """The segments that a view shows, in order, and where `segments[n]` stands, all from zero.

    It begins at `offsets[n]` of the view and belongs to the paragraph `homes[n]`. In that paragraph of the file it is
    the segment of number `numbers[n]`, in the run of number `runs[n]`, of whose text `before[n]` characters come before
    it, seen or not. Rows side by side take half the memory of one row of records, and a long file has very many.
    """

    __slots__ = ("before", "homes", "numbers", "offsets", "runs", "segments")

    def __init__(self) -> None:
        self.offsets = array("q")
        self.homes: list[Home] = []
        self.segments: list[Segment] = []
        self.numbers = array("i")
        self.runs = array("i")
        self.before = array("i")

    def add(self, paragraph: Paragraph, seen: Container[Provenance], home: Home, offset: int) -> int:
        """Add the segments of a paragraph that a view shows, from `offset` on; where they end."""
        last = -1
        run = before = length = 0
        runs: dict[int, int] = {}
        for number, segment in enumerate(paragraph.segments):
            source = segment.source
            if source == last:
                before += length
            else:
                # A run may be taken up again after another one that stands in it.
                met = source in runs
                before = sum(len(one.text) for one in paragraph.segments[:number] if one.source == source) if met else 0
                run = runs.setdefault(source, len(runs))
                last = source
            length = len(segment.text)
            if segment.provenance in seen:
                self.offsets.append(offset)
                self.homes.append(home)
                self.segments.append(segment)
                self.numbers.append(number)
                self.runs.append(run)
                self.before.append(before)
                offset += length
        return offset

    def at(self, offset: int) -> int:
        """The number of the last segment that begins at or before a character; -1 before the first."""
        return bisect_right(self.offsets, offset) - 1

    def home_of(self, offset: int) -> Home:
        """The paragraph of the file of a character, or of the one before a line end."""
        return self.homes[max(self.at(offset), 0)] if self.homes else (0, 0)
