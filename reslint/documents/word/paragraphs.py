"""Paragraphs while they are read: what they say of themselves, before their labels are counted."""

from __future__ import annotations

from typing import NamedTuple

from reslint.documents.model import Provenance, Segment
from reslint.documents.provenance import PROVENANCES, both


class Numbering(NamedTuple):
    """What a paragraph says of its numbering: its style, and a list and a level of its own where it names them."""

    style: str | None = None
    list: str | None = None
    level: int | None = None


class ReadParagraph:
    """A paragraph that is being read; `former` is its numbering in the original view."""

    __slots__ = ("deleted", "former", "inserted", "joins", "moved", "numbering", "row", "segments")

    def __init__(self, row: Provenance) -> None:
        self.segments: list[Segment] = []
        self.row = row
        self.inserted = False
        self.deleted = False
        self.moved = False
        self.joins = False
        self.numbering = NONE
        self.former: Numbering | None = None

    @property
    def mark(self) -> Provenance:
        """How the paragraph's end came to stand there."""
        return PROVENANCES[self.inserted, self.deleted]


class ReadStory:
    """A story that is being read. `last` is the paragraph of its innermost container that a next one would follow."""

    __slots__ = ("containers", "name", "paragraphs", "rows")

    def __init__(self, name: str, row: Provenance = Provenance.KEPT) -> None:
        self.name = name
        self.paragraphs: list[ReadParagraph] = []
        self.containers: list[ReadParagraph | None] = [None]
        self.rows = [row]

    def begin_paragraph(self) -> ReadParagraph:
        """Begin a paragraph in the innermost container; the one before it there may go on in it."""
        paragraph = ReadParagraph(self.rows[-1])
        before = self.containers[-1]
        if before is not None:
            before.joins = True
        self.containers[-1] = paragraph
        self.paragraphs.append(paragraph)
        return paragraph

    def begin_table(self) -> None:
        """Nothing goes on behind a table."""
        self.containers[-1] = None

    def begin_row(self) -> None:
        """A row is as its table until it says otherwise."""
        self.rows.append(self.rows[-1])

    def end_row(self) -> None:
        """Go back to the row around a nested table, if any."""
        if len(self.rows) > 1:
            self.rows.pop()

    def begin_cell(self) -> None:
        """A cell holds its paragraphs together, and may come and go on its own."""
        self.containers.append(None)
        self.rows.append(self.rows[-1])

    def end_cell(self) -> None:
        """Go back to what is around the cell."""
        if len(self.containers) > 1:
            self.containers.pop()
        self.end_row()

    def change_row(self, *, inserted: bool = False, deleted: bool = False) -> None:
        """The innermost row or cell was inserted or deleted."""
        self.rows[-1] = both(self.rows[-1], PROVENANCES[inserted, deleted])


def level_of(written: str) -> int:
    """A level as files write it, from 0 to 8; 0 for what is none."""
    return min(int(written), LAST_LEVEL) if written.isdecimal() else 0


LAST_LEVEL = 8
NONE = Numbering()
