"""Paragraphs while they are read: what they say of themselves, before their labels are counted."""

from __future__ import annotations

from typing import NamedTuple

from reslint.documents.following import Cells, Following
from reslint.documents.model import Provenance, Segment
from reslint.documents.provenance import PROVENANCES, both


class Numbering(NamedTuple):
    """What a paragraph says of its numbering: its style, and a list and a level of its own where it names them."""

    style: str | None = None
    list: str | None = None
    level: int | None = None


class ReadParagraph:
    """A paragraph that is being read; `former` is its numbering in the original view."""

    __slots__ = ("beside", "deleted", "former", "inserted", "joins", "moved", "numbering", "raised", "row", "segments")

    def __init__(self, row: Provenance, beside: bool) -> None:
        self.segments: list[Segment] = []
        self.row = row
        self.beside = beside
        self.inserted = False
        self.deleted = False
        self.moved = False
        self.joins = False
        self.raised = False
        self.numbering = NONE
        self.former: Numbering | None = None

    @property
    def mark(self) -> Provenance:
        """How the paragraph's end came to stand there."""
        return PROVENANCES[self.inserted, self.deleted]


class ReadStory(Following[ReadParagraph]):
    """A story that is being read; `rows` are how its open rows and cells came to stand there, after it as a whole."""

    __slots__ = ("cells", "name", "rows")

    def __init__(self, name: str, row: Provenance = Provenance.KEPT) -> None:
        super().__init__()
        self.name = name
        self.rows = [row]
        self.cells = Cells()

    def begin_paragraph(self) -> ReadParagraph:
        """Begin a paragraph in the innermost container; the one before it there may go on in it."""
        return self.add(ReadParagraph(self.rows[-1], self.cells.begin_paragraph()))

    def begin_table(self) -> None:
        """Nothing goes on behind a table."""
        self.containers[-1] = None

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
        """Go back to what is around the cell."""
        if len(self.containers) > 1:
            self.containers.pop()
        self._leave()

    def change_row(self, *, inserted: bool = False, deleted: bool = False) -> None:
        """The innermost row or cell was inserted or deleted."""
        self.rows[-1] = both(self.rows[-1], PROVENANCES[inserted, deleted])


def level_of(written: str) -> int:
    """A level as files write it, from 0 to 8; 0 for what is none."""
    return min(int(written), LAST_LEVEL) if written.isdecimal() else 0


LAST_LEVEL = 8
NONE = Numbering()
