"""Paragraphs while they are read: what they say of themselves, before their labels are counted."""

from __future__ import annotations

from collections.abc import Iterable

from reslint.documents.following import Cells, Following
from reslint.documents.model import SEEN, Kind, Provenance, Segment, ViewName
from reslint.documents.provenance import PROVENANCES, both
from reslint.named import NamedTuple


class Numbering(NamedTuple):
    """What a paragraph says of its numbering: its style, and a list and a level of its own where it names them."""

    style: str | None = None
    list: str | None = None
    level: int | None = None


class ReadParagraph:
    """A paragraph that is being read; `mark` is how its end came to stand there, `former` its numbering in the original
    view.

    `led` are the views in which words of the paragraphs before it go on in it, `lasting` those in which it ends without
    its mark. A `drop_cap` holds the first letters of the paragraph after it.
    """

    __slots__ = (
        "beside",
        "drop_cap",
        "former",
        "joins",
        "lasting",
        "led",
        "mark",
        "moved",
        "numbering",
        "raised",
        "row",
        "segments",
    )

    def __init__(self, row: Provenance, beside: bool) -> None:
        self.segments: list[Segment] = []
        self.row = row
        self.beside = beside
        self.mark = Provenance.KEPT
        self.moved = False
        self.joins = False
        self.raised = False
        self.drop_cap = False
        self.led: tuple[ViewName, ...] = ()
        self.lasting: tuple[ViewName, ...] = ()
        self.numbering = NONE
        self.former: Numbering | None = None

    @property
    def endless(self) -> tuple[ViewName, ...]:
        """The views in which its end is not there."""
        return ENDLESS[self.mark]

    def ends(self, view: ViewName) -> bool:
        """Whether a paragraph of the view ends with this one, if it is there."""
        return self.mark is Provenance.KEPT or self.mark in SEEN[view] or not self.joins or view in self.lasting

    def goes_on_in_nothing(self, views: Iterable[ViewName]) -> None:
        """In views in which its end is not there it stays with its words, and goes with the last of them."""
        self.joins = True
        self.lasting += tuple(view for view in views if self.has_words(view))

    def has_words(self, view: ViewName) -> bool:
        """Whether any words stand in it in a view, its own or those of a paragraph that goes on in it."""
        seen = SEEN[view]
        return view in self.led or any(
            (segment.text or segment.kind is Kind.MARK) and segment.provenance in seen for segment in self.segments
        )


class ReadStory(Following[ReadParagraph]):
    """A story that is being read.

    `rows` are how its open rows and cells came to stand there, after it as a whole; `tables` holds for each open table
    how the paragraphs in it did.
    """

    __slots__ = ("cells", "name", "rows", "tables")

    def __init__(self, name: str, row: Provenance = Provenance.KEPT) -> None:
        super().__init__()
        self.name = name
        self.rows = [row]
        self.tables: list[set[Provenance]] = []
        self.cells = Cells()

    def begin_paragraph(self) -> ReadParagraph:
        """Begin a paragraph in the innermost container; the one before it there may go on in it."""
        before = self.containers[-1]
        row = self.rows[-1]
        if self.tables:
            self.tables[-1].add(row)
        paragraph = self.add(ReadParagraph(row, self.cells.begin_paragraph()))
        if before is not None and (before.mark is not Provenance.KEPT or before.drop_cap):
            paragraph.led = tuple(view for view in before.endless if before.has_words(view) and not before.ends(view))
            if before.drop_cap:
                self._begin_with(before, paragraph)
        return paragraph

    def _begin_with(self, drop_cap: ReadParagraph, paragraph: ReadParagraph) -> None:
        """Begin a paragraph with the letters that stand in a frame of their own before it."""
        if self.paragraphs[-2] is drop_cap:
            del self.paragraphs[-2]
            letters = drop_cap.segments
            letters[:] = [one._replace(kind=FRAMED.get(one.kind, one.kind), raised=False) for one in letters]
            paragraph.segments, paragraph.beside, paragraph.led = letters, drop_cap.beside, drop_cap.led

    def end(self) -> None:
        """No paragraph follows on the last one; if it is all there is, it stays without a word."""
        last = self.containers[0]
        if last is not None and last.endless:
            others = [one for one in self.paragraphs if one is not last]
            alone = [
                view for view in last.endless if not any(one.row in SEEN[view] and one.ends(view) for one in others)
            ]
            last.goes_on_in_nothing(last.endless)
            last.lasting += tuple(alone)

    def begin_table(self) -> None:
        """A table begins, beside whose rows nothing stands."""
        self.tables.append(set())
        self.containers.append(None)

    def end_table(self) -> None:
        """Nothing goes on behind a table, in a view in which it is there."""
        if not self.tables:
            return
        rows = self.tables.pop()
        if self.tables:
            self.tables[-1] |= rows
        self.containers.pop()
        before = self.containers[-1]
        if before is not None:
            before.drop_cap = False
            before.goes_on_in_nothing(view for view in before.endless if rows & SEEN[view])

    def begin_row(self) -> None:
        """A row is as its table until it says otherwise."""
        self.rows.append(self.rows[-1])
        self.cells.begin_row()

    def end_row(self) -> None:
        """Go back to the row around a nested table, if any."""
        self.cells.end_row()
        self._leave()

    def _leave(self) -> None:
        if len(self.rows) > 1:
            self.rows.pop()

    def begin_cell(self) -> None:
        """A cell holds its paragraphs together, and may come and go on its own."""
        self.cells.begin_cell(len(self.paragraphs))
        self.containers.append(None)
        self.rows.append(self.rows[-1])

    def end_cell(self) -> None:
        """Go back to what is around the cell, which keeps its last paragraph."""
        if len(self.containers) > 1:
            last = self.containers.pop()
            if last is not None:
                last.joins = False
        self._leave()

    def change_row(self, *, inserted: bool = False, deleted: bool = False) -> None:
        """The innermost row or cell was inserted or deleted."""
        self.rows[-1] = both(self.rows[-1], PROVENANCES[inserted, deleted])


def level_of(written: str) -> int:
    """A level as files write it, from 0 to 8; 0 for what is none."""
    return min(int(written), LAST_LEVEL) if written.isdecimal() else 0


ENDLESS = {
    provenance: tuple(view for view in ViewName if provenance not in SEEN[view]) for provenance in PROVENANCES.values()
}
FRAMED = {Kind.WORDS: Kind.DROP_CAP}
LAST_LEVEL = 8
NONE = Numbering()
