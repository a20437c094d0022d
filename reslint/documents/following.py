"""Paragraphs in the order in which they are read: one whose end is not there in a view goes on in the one after it.

Cells, notes and text boxes hold theirs together, so that the last one in them goes on in none.
"""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar


class Joining(Protocol):
    """A paragraph that may go on in the next one."""

    joins: bool


Read = TypeVar("Read", bound=Joining)


class Following(Generic[Read]):
    """The `paragraphs` of a story; `containers` holds for each open one the paragraph that a next one would follow."""

    __slots__ = ("containers", "paragraphs")

    def __init__(self) -> None:
        self.paragraphs: list[Read] = []
        self.containers: list[Read | None] = [None]

    def add(self, paragraph: Read) -> Read:
        """Add a paragraph to the innermost container; the one before it there may go on in it."""
        before = self.containers[-1]
        if before is not None:
            before.joins = True
        self.containers[-1] = paragraph
        self.paragraphs.append(paragraph)
        return paragraph


class Cells:
    """Which paragraphs begin a cell beside another one of the same row, which ends with the paragraph before."""

    __slots__ = ("_rows", "_waits")

    def __init__(self) -> None:
        # How many paragraphs there were when the last cell of each open row began; none before its first.
        self._rows: list[int | None] = []
        self._waits = False

    def begin_row(self) -> None:
        """A row begins, in a table of its own or in a cell."""
        self._rows.append(None)
        self._waits = False

    def end_row(self) -> None:
        """The innermost row ends."""
        if self._rows:
            self._rows.pop()
        self._waits = False

    def begin_cell(self, paragraphs: int) -> None:
        """A cell of the innermost row begins behind so many paragraphs."""
        if self._rows:
            before = self._rows[-1]
            self._waits = before is not None and before < paragraphs
            self._rows[-1] = paragraphs

    def begin_paragraph(self) -> bool:
        """A paragraph begins; whether it is the first one of a cell beside another one."""
        waits, self._waits = self._waits, False
        return waits
