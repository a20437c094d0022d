"""Ranges of a view as the segments and runs they are made of, for what must be written or pointed at in the file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from reslint.documents.model import Kind, Segment
from reslint.documents.view import View


class Piece(NamedTuple):
    """Part of a segment: `segment.text[start:end]`. `story` and `paragraph` number its place in the document.

    `offset` is where `start` lies in the text of the segment's run, which other segments before it may share.
    """

    story: int
    paragraph: int
    segment: Segment
    start: int
    end: int
    offset: int


def pieces(view: View, start: int, end: int) -> Iterator[Piece]:
    """The segments of a range, cut to it, with those without text inside of it.

    For an empty range it is one segment that touches it: of words, if there is such a one, and rather the one before.
    """
    touched = list(_touched(view, start, end))
    if start == end:
        touched = sorted(touched, key=lambda piece: (piece.segment.kind is not Kind.WORDS, not piece.segment.text))[:1]
    yield from touched


def _touched(view: View, start: int, end: int) -> Iterator[Piece]:
    segments = view.segments
    at = bisect_left(segments, start, key=lambda item: item[0] + len(item[1].text))
    while at < len(segments) and segments[at][0] <= end:
        offset, segment = segments[at]
        first, last = max(start - offset, 0), min(end - offset, len(segment.text))
        if first < last or start == end or (not segment.text and start < offset < end):
            yield Piece(*view.home(at), segment, first, last, _before(view, at) + first)
        at += 1


def piece_of(view: View, number: int) -> Piece:
    """A whole segment of the view, by its number there."""
    segment = view.segments[number][1]
    return Piece(*view.home(number), segment, 0, len(segment.text), _before(view, number))


def _before(view: View, number: int) -> int:
    """How many characters of its run stand before a segment, whether or not the view shows them."""
    segment = view.segments[number][1]
    story, paragraph = view.home(number)
    count = 0
    for other in view.document.stories[story].paragraphs[paragraph].segments:
        if other is segment:
            break
        if other.source == segment.source:
            count += len(other.text)
    return count
