"""Corrections: edits that are one change, so that nobody can accept the half of a new edition."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from reslint.api.finding import Edit
from reslint.documents.pieces import pieces
from reslint.documents.view import View
from reslint.fixing.edits import apply
from reslint.fixing.word.refusing import refusal
from reslint.named import NamedTuple


class Correction(NamedTuple):
    """Words of a view, from `start` to before `end`, that one tracked change replaces; `edits` say how they change."""

    start: int
    end: int
    edits: tuple[Edit, ...]

    @classmethod
    def of(cls, edit: Edit) -> Correction:
        """The correction that one edit is."""
        return cls(edit.start, edit.end, (edit,))

    @property
    def whole(self) -> Edit:
        """What it deletes; to ask what stands in its way."""
        return Edit(self.start, self.end, "".join(edit.content for edit in self.edits))

    def parts(self) -> Iterator[Correction]:
        """Its edits, each for itself."""
        return map(Correction.of, self.edits)

    def contents(self, lengths: Sequence[int], text: str) -> Iterator[str]:
        """What becomes of its words piece by piece, where the pieces have these lengths; `text` is that of the view.

        New words belong to the first piece that they touch.
        """
        ends = list(accumulate(lengths, initial=self.start))[1:]
        by_piece: list[list[Edit]] = [[] for _ in ends]
        for edit in self.edits:
            number, at, content = bisect_left(ends, min(edit.start + 1, edit.end)), edit.start, edit.content
            while at < edit.end or content:
                until = min(edit.end, ends[number])
                by_piece[number].append(Edit(at, until, content))
                number, at, content = number + 1, until, ""
        cursor = self.start
        for end, edits in zip(ends, by_piece, strict=True):
            own = [Edit(start - cursor, last - cursor, content) for start, last, content in edits]
            yield apply(text[cursor:end], own)
            cursor = end


def joined(view: View, edits: Iterable[Edit], wholes: Iterable[tuple[int, int]]) -> Iterator[Correction]:
    """The corrections that edits of a view come to, in text order: those in the same of the `wholes` are one.

    Where somebody else brought in a part of such words, or where they cannot be deleted as a whole, it is no more than
    what lies between the edits, and where that cannot be deleted either, each edit is for itself.
    """
    left = list(edits)[::-1]
    for start, end in _apart(view, wholes):
        while left and left[-1].end < start:
            yield Correction.of(left.pop())
        own = []
        while left and left[-1].start <= end:
            own.append(left.pop())
        if own:
            yield from _joined(view, min(start, own[0].start), max(end, own[-1].end), tuple(own))
    yield from map(Correction.of, reversed(left))


def _joined(view: View, start: int, end: int, edits: tuple[Edit, ...]) -> Iterator[Correction]:
    whole = Correction(start, end, edits)
    between = Correction(edits[0].start, edits[-1].end, edits)
    if _of_one_hand(view, whole) and not refusal(view, whole.whole):
        yield whole
    elif not refusal(view, between.whole):
        yield between
    else:
        yield from whole.parts()


def _of_one_hand(view: View, one: Correction) -> bool:
    hands = {(piece.segment.provenance, piece.segment.author) for piece in pieces(view, one.start, one.end)}
    return len(hands) == 1


def _apart(view: View, wholes: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges that lie in one paragraph each, in order; those that overlap are one."""
    begun: tuple[int, int] | None = None
    for start, end in sorted(wholes):
        if view.block_at(start) != view.block_at(end):
            continue
        if begun is not None and start < begun[1]:
            begun = begun[0], max(begun[1], end)
            continue
        if begun is not None:
            yield begun
        begun = start, end
    if begun is not None:
        yield begun
