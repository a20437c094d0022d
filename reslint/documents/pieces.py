"""Ranges of a view as the segments and runs they are made of, for what must be written or pointed at in the file."""

from __future__ import annotations

from collections.abc import Iterator

from reslint.documents.model import Kind, Segment
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


def piece_of(view: View, number: int) -> Piece:
    """A whole segment of the view, by its number there."""
    return _piece(view, number, 0, len(view.placement.segments[number].text))


def _touched(view: View, start: int, end: int) -> Iterator[Piece]:
    segments, offsets = view.placement.segments, view.placement.offsets
    at = view.placement.reaching(start)
    while at < len(segments) and offsets[at] <= end:
        length = len(segments[at].text)
        first, last = max(start - offsets[at], 0), min(end - offsets[at], length)
        if first < last or start == end or (not length and start < offsets[at] < end):
            yield _piece(view, at, first, last)
        at += 1


def _piece(view: View, at: int, start: int, end: int) -> Piece:
    placement = view.placement
    story, paragraph = placement.home(at)
    number, run, before = placement.in_run(at)
    return Piece(story, paragraph, placement.segments[at], start, end, before + start, number, run)
