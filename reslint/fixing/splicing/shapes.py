"""What is to be written into a part: corrections and comments, placed by runs."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """Part of a run: characters `start` to `end` of the text of the run that begins at byte `run` of its part."""

    run: int
    start: int
    end: int


class Change(NamedTuple):
    """Replace the words of the pieces, in document order and of one paragraph, by `content`.

    A pure insertion has one piece with `start` equal to `end`, a pure deletion an empty content.
    """

    pieces: tuple[Piece, ...]
    content: str


class Note(NamedTuple):
    """A comment from the first to the last piece; `text` has one paragraph a line.

    It stays when the insertion is rejected that its words stand in.
    """

    first: Piece
    last: Piece
    text: str


class Revision(NamedTuple):
    """Who writes, and when, as Word writes it: "2024-10-15T12:00:00Z"."""

    author: str
    date: str
    initials: str
