"""Where the segments of a view stand: offsets in its text, and the paragraphs of the file they belong to."""

from __future__ import annotations

from array import array
from bisect import bisect_right

from reslint.documents.model import SEEN, Document, Segment, ViewName

Home = tuple[int, int]
"""The number of a story in the document and of a paragraph in it, from zero."""


class Placement:
    """The segments that a view shows, in order, and where `segments[n]` stands, all from zero.

    It begins at `offsets[n]` of the view and belongs to the paragraph `home(n)`. In that paragraph of the file it is
    the segment of number `numbers[n]`, in the run of number `runs[n]`, of whose text `before[n]` characters come before
    it, seen or not. Rows side by side take half the memory of one row of records, and a long file has very many.
    """

    __slots__ = ("_paragraphs", "_stories", "before", "numbers", "offsets", "runs", "segments")

    def __init__(self, document: Document, view: ViewName) -> None:
        self.offsets = array("q")
        self.segments: list[Segment] = []
        self.numbers = array("i")
        self.runs = array("i")
        self.before = array("i")
        self._stories = array("i")
        self._paragraphs = array("i")
        self._place(document, view)

    def home(self, number: int) -> Home:
        """The paragraph of the file of a segment, by its number here."""
        return self._stories[number], self._paragraphs[number]

    def at(self, offset: int) -> int:
        """The number of the last segment that begins at or before a character; -1 before the first."""
        return bisect_right(self.offsets, offset) - 1

    def home_of(self, offset: int) -> Home:
        """The paragraph of the file of a character, or of the one before a line end."""
        return self.home(max(self.at(offset), 0)) if self.segments else (0, 0)

    def _place(self, document: Document, view: ViewName) -> None:
        """Add all segments that are seen, in the order in which the view lays them out."""
        seen = SEEN[view]
        # A long file has so many segments that to look up what adds to a row is felt.
        add_offset, add_segment, add_number = self.offsets.append, self.segments.append, self.numbers.append
        add_run, add_before = self.runs.append, self.before.append
        add_story, add_paragraph = self._stories.append, self._paragraphs.append
        offset = 0
        for story, told in enumerate(document.stories):
            for home, paragraph in enumerate(told.paragraphs):
                if paragraph.row not in seen:
                    continue
                last = -1
                run = before = length = 0
                runs: dict[int, int] = {}
                for number, segment in enumerate(paragraph.segments):
                    source = segment.source
                    if source == last:
                        before += length
                    elif source in runs:
                        # A run may be taken up again after another one that stands in it.
                        before = sum(len(one.text) for one in paragraph.segments[:number] if one.source == source)
                        run = runs[source]
                        last = source
                    else:
                        before = 0
                        run = runs[source] = len(runs)
                        last = source
                    length = len(segment.text)
                    if segment.provenance in seen:
                        add_offset(offset)
                        add_segment(segment)
                        add_number(number)
                        add_run(run)
                        add_before(before)
                        add_story(story)
                        add_paragraph(home)
                        offset += length
                if paragraph.mark in seen or paragraph.ends(view):
                    offset += len(paragraph.ending)
