"""Where the segments of a view stand: offsets in its text, and the paragraphs of the file they belong to."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable

from reslint.documents.model import Segment

Home = tuple[int, int]
"""The number of a story in the document and of a paragraph in it, from zero."""


class Placement:
    """The segments that a view shows, in order: `offsets[n]` and `homes[n]` are those of `segments[n]`.

    Three rows side by side take half the memory of one row of records, and a long file has very many.
    """

    __slots__ = ("homes", "offsets", "segments")

    def __init__(self, placed: Iterable[tuple[int, Home, Segment]]) -> None:
        self.offsets = array("q")
        self.homes: list[Home] = []
        self.segments: list[Segment] = []
        for offset, home, segment in placed:
            self.offsets.append(offset)
            self.homes.append(home)
            self.segments.append(segment)

    def at(self, offset: int) -> int:
        """The number of the last segment that begins at or before a character; -1 before the first."""
        return bisect_right(self.offsets, offset) - 1

    def home_of(self, offset: int) -> Home:
        """The paragraph of the file of a character, or of the one before a line end."""
        return self.homes[max(self.at(offset), 0)] if self.homes else (0, 0)
