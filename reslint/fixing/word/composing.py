"""Edits made one after the other, as edits of the text they began with."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

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
