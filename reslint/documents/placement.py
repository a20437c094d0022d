"""Where the segments of a view stand: offsets in its text, and the paragraphs of the file they belong to."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

from reslint.documents.model import SEEN, Document, Paragraph, Segment, ViewName
from reslint.named import NamedTuple

Home = tuple[int, int]
"""The number of a story in the document and of a paragraph in it, from zero."""
MOST = 256
"""Of so many paragraphs it is kept where their segments stand: each rule goes through the text once."""


class InRun(NamedTuple):
    """Where a segment stands in its paragraph of the file: its number there, and that of its run, from zero.

    Of the text of the run `before` characters come before it, seen or not.
    """

    number: int
    run: int
    before: int


class Placement:
    """The segments that a view shows, in order; `segments[n]` begins at `offsets[n]` of the view, all from zero.

    Rows side by side take half the memory of one row of records, and a long file has very many. What few ask for, where
    a segment stands in its run, is worked out for the paragraphs that are asked for.
    """

    __slots__ = ("_document", "_lately", "_paragraphs", "_stories", "_view", "offsets", "segments")

    def __init__(self, document: Document, view: ViewName) -> None:
        self.offsets = array("q")
        self.segments: list[Segment] = []
        self._document = document
        self._view = view
        self._stories = array("i")
        self._paragraphs = array("i")
        self._place()
        # The paragraphs that were asked for lately, the number here of the first segment of each, and where they stand.
        self._lately: dict[Home, tuple[int, list[InRun]]] = {}

    def home(self, number: int) -> Home:
        """The paragraph of the file of a segment, by its number here."""
        return self._stories[number], self._paragraphs[number]

    def in_run(self, number: int) -> InRun:
        """Where a segment stands in its paragraph, by its number here."""
        story, paragraph = home = self.home(number)
        lately = self._lately.get(home)
        if lately is None:
            if len(self._lately) == MOST:
                self._lately.clear()
            first = number
            while first and self.home(first - 1) == home:
                first -= 1
            found = _in_runs(self._document.stories[story].paragraphs[paragraph], self._view)
            self._lately[home] = lately = first, found
        first, found = lately
        return found[number - first]

    def at(self, offset: int) -> int:
        """The number of the last segment that begins at or before a character; -1 before the first."""
        return bisect_right(self.offsets, offset) - 1

    def reaching(self, offset: int) -> int:
        """The number of the first segment that ends at or behind a character; after the last that of one more."""
        at = bisect_left(self.offsets, offset)
        return at - 1 if at and self.offsets[at - 1] + len(self.segments[at - 1].text) >= offset else at

    def home_of(self, offset: int) -> Home:
        """The paragraph of the file of a character, or of the one before a line end."""
        return self.home(max(self.at(offset), 0)) if self.segments else (0, 0)

    def _place(self) -> None:
        """Add all segments that are seen, in the order in which the view lays them out."""
        view, seen = self._view, SEEN[self._view]
        # A long file has so many segments that to look up what adds to a row is felt.
        add_offset, add_segment = self.offsets.append, self.segments.append
        add_story, add_paragraph = self._stories.append, self._paragraphs.append
        offset = 0
        for story, told in enumerate(self._document.stories):
            for number, paragraph in enumerate(told.paragraphs):
                if paragraph.row not in seen:
                    continue
                for segment in paragraph.segments:
                    if segment.provenance in seen:
                        add_offset(offset)
                        add_segment(segment)
                        add_story(story)
                        add_paragraph(number)
                        offset += len(segment.text)
                if paragraph.mark in seen or paragraph.ends(view):
                    offset += len(paragraph.ending)


def _in_runs(paragraph: Paragraph, view: ViewName) -> list[InRun]:
    """Where the segments of a paragraph that a view shows stand in it."""
    seen = SEEN[view]
    found = []
    runs: dict[int, int] = {}
    # A run may be taken up again after another one that stands in it.
    lengths: dict[int, int] = {}
    for number, segment in enumerate(paragraph.segments):
        source = segment.source
        before = lengths.get(source, 0)
        run = runs.setdefault(source, len(runs))
        if segment.provenance in seen:
            found.append(InRun(number, run, before))
        lengths[source] = before + len(segment.text)
    return found
