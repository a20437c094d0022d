"""Ranges of a view as the segments and runs they are made of, for what must be written or pointed at in the file."""

from __future__ import annotations

from collections.abc import Iterator

from reslint.documents.model import Kind, Segment
from reslint.documents.placement import Within
from reslint.documents.view import View
from reslint.named import NamedTuple


class Piece(NamedTuple):
    """Part of a segment: `segment.text[start:end]`. `story` and `paragraph` number its place in the document.

    The segment is that of `number` in its paragraph, and in the run of number `run` there; `offset` is where `start`
    lies in the text of that run, which other segments before it may share.
    """

    story: int
    paragraph: int
    segment: Segment
    start: int
    end: int
    offset: int
    number: int
    run: int


def pieces(view: View, start: int, end: int) -> Iterator[Piece]:
    """The segments of a range, cut to it, with those without text inside of it.

    For an empty range it is one segment that touches it: of words, if there is such a one, and rather the one before.
    """
    touched = list(_touched(view, start, end))
    if start == end:
        touched = sorted(touched, key=lambda piece: (piece.segment.kind is not Kind.WORDS, not piece.segment.text))[:1]
    yield from touched


def piece_of(within: Within, at: int) -> Piece:
    """A whole segment, by its number among those that the view shows of its paragraph."""
    return _piece(within, at, 0, len(within.segments[at].text))


def _touched(view: View, start: int, end: int) -> Iterator[Piece]:
    for within, at in view.placement.reached(start, end):
        offset, length = within.offsets[at], len(within.segments[at].text)
        first, last = max(start - offset, 0), min(end - offset, length)
        if first < last or start == end or (not length and start < offset < end):
            yield _piece(within, at, first, last)


def _piece(within: Within, at: int, start: int, end: int) -> Piece:
    number, run, before = within.places[at]
    return Piece(*within.home, within.segments[at], start, end, before + start, number, run)
