"""A document as somebody sees it: its text, and where every character of it stands in the source.

Rules see a view and never know the format. All offsets are zero-based and count characters (code points) of the
view's text; for a text file that is the decoded file itself, without its byte order mark.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress, count
from operator import attrgetter

from reslint.documents.model import SEEN, Document, Role, ViewName
from reslint.documents.placement import Placement
from reslint.documents.reading import Reading, read_through
from reslint.named import NamedTuple
from reslint.storage.late import late

Apart = tuple[int, int, str, Role]
"""A range of the text that is no prose, and what is read in its place."""
LINE_END = late(r"\r\n|\n|\r")
NEWLINE = late(r"\n")
_beside = attrgetter("beside")


class Position(NamedTuple):
    """Where a character stands for a person: line and column, both counted from 1, in characters."""

    line: int
    column: int


class Block(NamedTuple):
    """A paragraph in a view: `text[start:end]`, without its line end; `number` counts from 0 in its story.

    `last` is the number of the paragraph of the file that ends it, in the story, from 0; where paragraphs are joined
    in this view, those before it are part of it too. `listing` names the automatic list that counted the label.
    """

    story: str
    number: int
    start: int
    end: int
    label: str = ""
    last: int = 0
    listing: str = ""


class View:
    """The text of a document as the original or the final reader sees it.

    `text` holds the paragraphs with their endings, story after story; `blocks` says where each stands.
    """

    __slots__ = (
        "_apart",
        "_begins",
        "_cells",
        "_line_starts",
        "_placement",
        "_reading",
        "_starts",
        "_stories",
        "blocks",
        "document",
        "name",
        "text",
    )

    def __init__(self, document: Document, name: ViewName = ViewName.FINAL) -> None:
        self.document = document
        self.name = name
        pieces: list[str] = []
        blocks: list[Block] = []
        apart: list[Apart] = []
        # Where each paragraph of the file begins whose row is there, if they are not those of `blocks`.
        self._begins: array[int] | None = array("q") if document.tracked else None
        lay_out = self._lay_out_changes if document.tracked else self._lay_out
        lay_out(pieces, blocks, apart)
        self.text = "".join(pieces)
        self.blocks: Sequence[Block] = tuple(blocks)
        self._apart = apart
        self._placement: Placement | None = None
        self._cells: dict[str, frozenset[int]] | None = None
        self._stories: dict[str, range] | None = None
        self.let_go()

    def let_go(self) -> None:
        """Give up what was worked out to match in the text and to count its lines, which is as large as the text.

        It is worked out anew if it is asked for again.
        """
        self._reading: Reading | None = None
        self._line_starts: array[int] | None = None
        self._starts: list[int] | None = None

    def _lay_out(self, pieces: list[str], blocks: list[Block], apart: list[Apart]) -> None:
        """Every segment and every paragraph is there, as in a file without changes."""
        offset = 0
        add, prose = pieces.append, Role.PROSE
        # A large text has so many blocks that a call of the class for each is felt.
        new, block = tuple.__new__, Block
        for story in self.document.stories:
            title = story.name
            for index, paragraph in enumerate(story.paragraphs):
                start = offset
                for segment in paragraph.segments:
                    words = segment.text
                    if segment.role is not prose:
                        apart.append((offset, offset + len(words), segment.reads, segment.role))
                    add(words)
                    offset += len(words)
                blocks.append(new(block, (title, index, start, offset, paragraph.label, index, paragraph.listing)))
                ending = paragraph.ending
                if ending:
                    add(ending)
                    offset += len(ending)

    def _lay_out_changes(self, pieces: list[str], blocks: list[Block], apart: list[Apart]) -> None:
        """Segments, paragraph marks and rows are there or not, as their changes are accepted or rejected."""
        seen = SEEN[self.name]
        original = self.name is ViewName.ORIGINAL
        offset = 0
        add, prose = pieces.append, Role.PROSE
        assert self._begins is not None
        begin = self._begins.append
        new, block = tuple.__new__, Block
        for story in self.document.stories:
            title = story.name
            start = offset
            number = 0
            for index, paragraph in enumerate(story.paragraphs):
                if paragraph.row not in seen:
                    continue
                begin(offset)
                for segment in paragraph.segments:
                    if segment.provenance in seen:
                        words = segment.text
                        if segment.role is not prose:
                            apart.append((offset, offset + len(words), segment.reads, segment.role))
                        add(words)
                        offset += len(words)
                if paragraph.mark not in seen and not paragraph.ends(self.name):
                    continue
                former = paragraph.former_label if original else None
                label = paragraph.label if former is None else former
                if number == index:
                    # The same number, and not an equal one beside it.
                    number = index
                blocks.append(new(block, (title, number, start, offset, label, index, paragraph.listing)))
                ending = paragraph.ending
                add(ending)
                offset += len(ending)
                start = offset
                number += 1

    @property
    def reading(self) -> Reading:
        """The text as it is to be matched: markup read through, signs of equal meaning made one."""
        if self._reading is None:
            holes = [(start, end, reads) for start, end, reads, role in self._apart if role is Role.MARKUP]
            self._reading = read_through(self.text, 0, holes)
        return self._reading

    def prose(self, block: Block) -> Reading:
        """The words of one paragraph without markup and notes, as they are to be matched."""
        first = bisect_left(self._apart, block.start, key=lambda item: item[0]) if self._apart else 0
        if first == len(self._apart) or self._apart[first][0] >= block.end:
            words = self.reading.words_of(block.start, block.end)
            return Reading(words, block.start) if words is not None else self.reading.part(block.start, block.end)
        holes = []
        while first < len(self._apart) and self._apart[first][0] < block.end:
            holes.append(self._apart[first][:3])
            first += 1
        return read_through(self.text[block.start : block.end], block.start, holes)

    def has_markup_among_words(self, start: int, end: int) -> bool:
        """Whether a range of the text holds both: words, and marks that are read through."""
        at = bisect_left(self._apart, end, key=lambda item: item[0])
        cursor, words, marks = end, False, False
        while at and self._apart[at - 1][1] > start:
            at -= 1
            first, last, _, role = self._apart[at]
            words = words or bool(self.text[last:cursor].strip())
            marks = marks or role is Role.MARKUP
            cursor = first
        return marks and (words or bool(self.text[start:cursor].strip()))

    @property
    def placement(self) -> Placement:
        """Where each segment that is seen stands; put together when first asked for."""
        if self._placement is None:
            begins = (block.start for block in self.blocks) if self._begins is None else self._begins
            self._placement = Placement(self.document, self.name, begins)
        return self._placement

    def position(self, offset: int) -> Position:
        """The line and column of a character in the file, for a file that has lines; else in the view."""
        lines = self.document.source_lines
        if not lines:
            return self.own_position(offset)
        source = self.source_of(offset)
        line = bisect_right(lines, source)
        return Position(line, source - lines[line - 1] + 1)

    def end_position(self, start: int, end: int) -> Position:
        """The line and column just after the last character of a range."""
        if not self.document.source_lines or end == start:
            return self.position(end)
        # What comes next in the view may stand further on in the file: behind a tag, or a run of blanks.
        line, column = self.position(end - 1)
        return Position(line, column + 1)

    def source_of(self, offset: int) -> int:
        """Where a character stands in the source; the end of what is before it where it is none of the source's."""
        at = self.placement.at(offset)
        if at < 0:
            return 0
        segment = self.placement.segments[at]
        return segment.source + min(offset - self.placement.offsets[at], len(segment.text))

    def own_position(self, offset: int) -> Position:
        """The line and column of a character in the text of the view."""
        if self._line_starts is None:
            ends = LINE_END if "\r" in self.text else NEWLINE
            self._line_starts = array("q", [0])
            self._line_starts.extend(match.end() for match in ends.finditer(self.text))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line_range(self, line: int) -> tuple[int, int]:
        """Start and end offset of a line, counted from 1, without its line end."""
        self.own_position(0)
        assert self._line_starts is not None
        start = self._line_starts[line - 1]
        if line < len(self._line_starts):
            return start, len(self.text[start : self._line_starts[line]].rstrip("\r\n")) + start
        return start, len(self.text)

    def is_beside(self, number: int) -> bool:
        """Whether a paragraph of `blocks` begins the cell beside the one that the paragraph before it ends."""
        if self._cells is None:
            # In a damaged file two stories may have one name.
            self._cells = {}
            for story in self.document.stories:
                beside = frozenset(compress(count(), map(_beside, story.paragraphs)))
                if beside:
                    self._cells[story.name] = beside | self._cells.get(story.name, beside)
        if not self._cells or not 0 < number < len(self.blocks):
            return False
        block = self.blocks[number]
        return block.last in self._cells.get(block.story, ())

    def block_at(self, offset: int) -> int:
        """The number in `blocks` of the paragraph that holds the character, or that it ends."""
        if self._starts is None:
            self._starts = [block.start for block in self.blocks]
        return max(bisect_right(self._starts, offset) - 1, 0)

    def block_of(self, story: str, paragraph: int) -> int:
        """The number in `blocks` of a paragraph of the file; where the view lacks it, of the next one that is there."""
        if self._stories is None:
            self._stories = {}
            for number, block in enumerate(self.blocks):
                first = self._stories.get(block.story, range(number, number)).start
                self._stories[block.story] = range(first, number + 1)
        own = self._stories.get(story, range(1))
        at = bisect_left(own, paragraph, 0, len(own) - 1, key=lambda number: self.blocks[number].last)
        return own[at]


def read_in_place(view: View) -> str | None:
    """A view's text as it is to be matched, where all of it is prose and every character stands in its place."""
    return view.reading.text if not view._apart and view.reading.even else None
