"""Documents as they are once something was done to their segments, in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter

from reslint.api.finding import Edit
from reslint.documents.model import Document, Kind, Segment
from reslint.documents.pieces import pieces
from reslint.documents.view import View
from reslint.fixing.edits import apply

Changed = Mapping[tuple[int, int], Mapping[int, Segment]]
"""Segments by the numbers of their stories and paragraphs, and by their own."""


def edited(view: View, edits: Iterable[Edit]) -> Document:
    """The document of a view with edits made in its segments; new words stand in the first segment touched."""
    cuts: dict[tuple[int, int], dict[int, list[Edit]]] = defaultdict(lambda: defaultdict(list))
    old: dict[tuple[int, int, int], Segment] = {}
    for edit in edits:
        content = edit.content
        for piece in pieces(view, edit.start, edit.end):
            cuts[piece.story, piece.paragraph][piece.number].append(Edit(piece.start, piece.end, content))
            old[piece.story, piece.paragraph, piece.number] = piece.segment
            content = ""
    new = {
        home: {number: _with(old[*home, number], own) for number, own in by_number.items()}
        for home, by_number in cuts.items()
    }
    return _with_segments(view.document, new)


def with_strays(view: View, edits: Iterable[Edit]) -> Document:
    """The document of a view, in which nothing more can be done to the segments that the edits touch."""
    strays: dict[tuple[int, int], dict[int, Segment]] = defaultdict(dict)
    for edit in edits:
        for piece in pieces(view, edit.start, edit.end):
            strays[piece.story, piece.paragraph][piece.number] = piece.segment._replace(kind=Kind.STRAY)
    return _with_segments(view.document, strays)


def _with(segment: Segment, edits: Iterable[Edit]) -> Segment:
    return segment._replace(text=apply(segment.text, tuple(edits)))


def _with_segments(document: Document, changed: Changed) -> Document:
    stories = list(document.stories)
    for story, homes in groupby(sorted(changed), key=itemgetter(0)):
        paragraphs = list(stories[story].paragraphs)
        for home in homes:
            own = enumerate(paragraphs[home[1]].segments)
            new = tuple(changed[home].get(at, segment) for at, segment in own)
            paragraphs[home[1]] = paragraphs[home[1]]._replace(segments=new)
        stories[story] = stories[story]._replace(paragraphs=tuple(paragraphs))
    return document._replace(stories=tuple(stories))
