"""Fields: of a field only the result is text; what computes it is not, whatever it looks like."""

from __future__ import annotations

from reslint.documents.model import Segment


class Field:
    """A field that has begun. `unread` are the segments, by their list and number, that belong to its instruction.

    They are dropped when it comes to its result or its end; an instruction that never ends was none, and stays.
    """

    __slots__ = ("in_result", "unread")

    def __init__(self) -> None:
        self.in_result = False
        self.unread: list[tuple[list[Segment], int]] = []

    def drop_instruction(self) -> None:
        """Make the words of the instruction empty."""
        for segments, number in self.unread:
            segments[number] = segments[number]._replace(text="")
        self.unread.clear()


def instructing(fields: list[Field]) -> Field | None:
    """The innermost field whose instruction the words belong to that are read now, if any."""
    for field in reversed(fields):
        if not field.in_result:
            return field
    return None
