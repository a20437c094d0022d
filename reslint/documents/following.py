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
