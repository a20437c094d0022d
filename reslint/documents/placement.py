"""Where the segments of a view stand: offsets in its text, and the paragraphs of the file they belong to."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from reslint.documents.model import SEEN, Document, Segment, ViewName
from reslint.named import NamedTuple

Home = tuple[int, int]
"""The number of a story in the document and of a paragraph in it, from zero."""
MOST = 256
"""Of so many paragraphs it is kept where their segments stand: each rule goes through the text once."""


InRun = tuple[int, int, int]
"""Where a segment stands in its paragraph of the file: its number there, that of its run, and how many characters of
the run come before it, seen or not, all from zero.
"""


class Within(NamedTuple):
    """The segments of a paragraph of the file that a view shows, in order, and where each stands."""

    home: Home
    segments: list[Segment]
    offsets: list[int]
    places: list[InRun]


class Placement:
    """Where the segments that a view shows stand, in order; `segments[n]` begins at `offsets[n]`, all from zero.

    Only where paragraphs begin is known from the first. What few ask for is worked out for the paragraphs that are
    asked for; the rows of all segments are put together for who goes through all. Rows side by side take half the
    memory of one row of records.
    """

    __slots__ = ("_all", "_begins", "_document", "_lately", "_paragraphs", "_stories", "_view")

    def __init__(self, document: Document, view: ViewName, begins: Iterable[int]) -> None:
        """`begins` says where each paragraph begins in the view, of those whose row it shows."""
        self._document = document
        self._view = view
        # Of the paragraphs that show a segment, be it without words.
        self._begins = array("q")
        self._stories = array("i")
        self._paragraphs = array("i")
        self._place(begins)
        # The paragraphs that were asked for lately.
        self._lately: dict[int, Within] = {}
        self._all: tuple[array[int], list[Segment]] | None = None

    @property
    def offsets(self) -> array[int]:
        """Where each segment begins in the view."""
        return (self._all or self._put_together())[0]

    @property
    def segments(self) -> list[Segment]:
        """All segments."""
        return (self._all or self._put_together())[1]

    def at(self, offset: int) -> int:
        """The number of the last segment that begins at or before a character; -1 before the first."""
        return bisect_right(self.offsets, offset) - 1

    def home_of(self, offset: int) -> Home:
        """The paragraph of the file of a character, or of the one before a line end."""
        return self._home(max(bisect_right(self._begins, offset) - 1, 0)) if self._begins else (0, 0)

    def around(self, offset: int) -> tuple[Within, int] | None:
        """The segments of that paragraph, and the number among them of the last one that begins at or before the
        character, or the first; None where the view shows no segment.
        """
        if not self._begins:
            return None
        within = self._within(max(bisect_right(self._begins, offset) - 1, 0))
        return within, max(bisect_right(within.offsets, offset) - 1, 0)

    def reached(self, start: int, end: int) -> Iterator[tuple[Within, int]]:
        """The segments that a range reaches or touches, by their paragraph and their number there: from the first that
        ends at or behind `start` to the last that begins at or before `end`.
        """
        begins = self._begins
        last = bisect_right(begins, end)
        first = max(bisect_left(begins, start) - 1, 0)
        for at in range(first, last):
            within = self._within(at)
            offsets = within.offsets
            number = 0
            if at == first:
                number = bisect_left(offsets, start)
                if number and offsets[number - 1] + len(within.segments[number - 1].text) >= start:
                    number -= 1
            while number < len(offsets) and offsets[number] <= end:
                yield within, number
                number += 1

    def paragraphs(self) -> Iterator[Within]:
        """The segments of all paragraphs."""
        return map(self._within, range(len(self._begins)))

    def _home(self, at: int) -> Home:
        return self._stories[at], self._paragraphs[at]

    def _within(self, at: int) -> Within:
        within = self._lately.get(at)
        if within is None:
            if len(self._lately) == MOST:
                self._lately.clear()
            self._lately[at] = within = self._read(at)
        return within

    def _read(self, at: int) -> Within:
        seen, offset = SEEN[self._view], self._begins[at]
        story, paragraph = home = self._home(at)
        segments: list[Segment] = []
        offsets: list[int] = []
        places: list[InRun] = []
        runs: dict[int, int] = {}
        # A run may be taken up again after another one that stands in it.
        lengths: dict[int, int] = {}
        for number, segment in enumerate(self._document.stories[story].paragraphs[paragraph].segments):
            source, length = segment.source, len(segment.text)
            before = lengths.get(source, 0)
            run = runs.setdefault(source, len(runs))
            if segment.provenance in seen:
                segments.append(segment)
                offsets.append(offset)
                places.append((number, run, before))
                offset += length
            lengths[source] = before + length
        return Within(home, segments, offsets, places)

    def _place(self, begins: Iterable[int]) -> None:
        seen, following = SEEN[self._view], iter(begins)
        for story, told in enumerate(self._document.stories):
            for number, paragraph in enumerate(told.paragraphs):
                if paragraph.row not in seen:
                    continue
                begin = next(following)
                for segment in paragraph.segments:
                    if segment.provenance in seen:
                        self._begins.append(begin)
                        self._stories.append(story)
                        self._paragraphs.append(number)
                        break

    def _put_together(self) -> tuple[array[int], list[Segment]]:
        """Add all segments that are seen, in the order in which the view lays them out."""
        seen, stories = SEEN[self._view], self._document.stories
        offsets: array[int] = array("q")
        segments: list[Segment] = []
        for offset, story, number in zip(self._begins, self._stories, self._paragraphs, strict=True):
            for segment in stories[story].paragraphs[number].segments:
                if segment.provenance in seen:
                    offsets.append(offset)
                    segments.append(segment)
                    offset += len(segment.text)
        self._all = offsets, segments
        return self._all
