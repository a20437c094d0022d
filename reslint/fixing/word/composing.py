"""Edits made one after the other, as edits of the text they began with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

from reslint.api.finding import Edit


class Composition:
    """A text as stretches of what it was, and new words between them; all offsets are zero-based characters.

    A stretch without characters stands where an edit begins: there it parts from one that ends there.
    """

    def __init__(self, length: int) -> None:
        self._pieces: list[tuple[int, int] | str] = [(0, length)]
        self._end = (length, length)

    def make(self, edits: Iterable[Edit]) -> None:
        """Make edits of the text as it is now; they stand in text order and do not overlap."""
        pieces: list[tuple[int, int] | str] = []
        rest = iter(self._pieces)
        piece: tuple[int, int] | str | None = next(rest, None)
        at = 0
        for start, end, content in edits:
            while piece is not None and at + _length(piece) <= start:
                at += _length(piece)
                pieces.append(piece)
                piece = next(rest, None)
            if piece is not None and at < start:
                pieces.append(_cut(piece, 0, start - at))
                piece = _cut(piece, start - at, _length(piece))
                at = start
            if piece is not None:
                pieces.append(_cut(piece, 0, 0))
            while piece is not None and at < end and at + _length(piece) <= end:
                at += _length(piece)
                piece = next(rest, None)
            if piece is not None and at < end:
                piece = _cut(piece, end - at, _length(piece))
                at = end
            pieces.append(content)
        self._pieces = [*pieces, *([] if piece is None else [piece]), *rest]

    def origins(self, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Where ranges of the text as it is now stood in the text as it was, with all that their new words replace."""
        starts: list[int] = []
        at = 0
        for piece in self._pieces:
            starts.append(at)
            at += _length(piece)
        for start, end in ranges:
            yield self._origin(starts, start, last=False), self._origin(starts, end, last=True)

    def _origin(self, starts: Sequence[int], at: int, *, last: bool) -> int:
        """Where a place of the text as it is now stood in the text as it was."""
        number = max((bisect_left(starts, at) if last else bisect_right(starts, at)) - 1, 0)
        inside = at - starts[number]
        while 0 <= number < len(self._pieces):
            piece = self._pieces[number]
            if not isinstance(piece, str):
                return piece[0] + min(inside, piece[1] - piece[0])
            # New words stand in the place of what lies between the stretches beside them.
            number += 1 if last else -1
            inside = 0 if last else self._end[0]
        return self._end[0] if last else 0

    def edits(self, apart: Container[int] = ()) -> Iterator[Edit]:
        """What must be done to the text as it was, in text order; edits that touch are one, but not at those places."""
        cursor = 0
        content = ""
        for piece in (*self._pieces, self._end):
            if isinstance(piece, str):
                content += piece
                continue
            start, end = piece
            if start < end or start in apart or piece is self._end:
                if content or start > cursor:
                    yield Edit(cursor, start, content)
                content = ""
                cursor = end


def _length(piece: tuple[int, int] | str) -> int:
    return len(piece) if isinstance(piece, str) else piece[1] - piece[0]


def _cut(piece: tuple[int, int] | str, start: int, end: int) -> tuple[int, int] | str:
    return piece[start:end] if isinstance(piece, str) else (piece[0] + start, piece[0] + end)
