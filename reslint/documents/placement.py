"""Where the segments of a view stand: offsets in its text, and the paragraphs of the file they belong to."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from reslint.documents.model import Paragraph, Provenance, Segment

Home = tuple[int, int]
"""The number of a story in the document and of a paragraph in it, from zero."""


class Placed(NamedTuple):
    """A segment where it stands: at `offset` of the view, as number `number` of its paragraph, in the run of number
    `run` there, of whose text `before` characters come before it; all from zero, seen in the view or not.
    """

    offset: int
    home: Home
    segment: Segment
    number: int
    run: int
    before: int


class Placement:
    """The segments that a view shows, in order; every other row says of `segments[n]` what `Placed` does.

    Rows side by side take half the memory of one row of records, and a long file has very many.
    """

    __slots__ = ("before", "homes", "numbers", "offsets", "runs", "segments")

    def __init__(self, placed: Iterable[Placed]) -> None:
        self.offsets = array("q")
        self.homes: list[Home] = []
        self.segments: list[Segment] = []
        self.numbers = array("l")
        self.runs = array("l")
        self.before = array("l")
        for offset, home, segment, number, run, before in placed:
            self.offsets.append(offset)
            self.homes.append(home)
            self.segments.append(segment)
            self.numbers.append(number)
            self.runs.append(run)
            self.before.append(before)

    def at(self, offset: int) -> int:
        """The number of the last segment that begins at or before a character; -1 before the first."""
        return bisect_right(self.offsets, offset) - 1

    def home_of(self, offset: int) -> Home:
        """The paragraph of the file of a character, or of the one before a line end."""
        return self.homes[max(self.at(offset), 0)] if self.homes else (0, 0)


def placed_in(paragraph: Paragraph, seen: Container[Provenance], home: Home, offset: int) -> Iterator[Placed]:
    """The segments of a paragraph that a view shows, from `offset` on."""
    # A run may come back after another one that stands in it.
    runs: dict[int, list[int]] = {}
    for number, segment in enumerate(paragraph.segments):
        run = runs.get(segment.source)
        if run is None:
            run = runs[segment.source] = [len(runs), 0]
        if segment.provenance in seen:
            yield Placed(offset, home, segment, number, *run)
            offset += len(segment.text)
        run[1] += len(segment.text)
