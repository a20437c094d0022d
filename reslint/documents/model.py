"""What was written: a document as segments of one provenance each, independent of its file format.

A document has stories, a story has paragraphs, a paragraph has segments. Which words a reader sees follows from
the view: `original` (every change rejected) or `final` (every change accepted). A text file is the simple case: one
story, every segment kept. Segments and paragraphs are tuples with names, since a large text has very many.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Provenance(StrEnum):
    """How a segment came to stand in the document."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    INSERTED_THEN_DELETED = "inserted-then-deleted"


class Role(StrEnum):
    """What a segment is to somebody who reads: prose, markup that is read through, or a note set apart."""

    PROSE = "prose"
    MARKUP = "markup"
    NOTE = "note"


class ViewName(StrEnum):
    """A way to look at a document with changes."""

    ORIGINAL = "original"
    FINAL = "final"


SEEN = {
    ViewName.ORIGINAL: frozenset({Provenance.KEPT, Provenance.DELETED}),
    ViewName.FINAL: frozenset({Provenance.KEPT, Provenance.INSERTED}),
}


class Segment(NamedTuple):
    """A stretch of text of one provenance and one role.

    `source` is where its first character stands in the source: for text files a zero-based offset in characters
    of the decoded file. `author` and `date` (as the file writes it) are those of the tracked change, if any.
    """

    text: str
    source: int
    provenance: Provenance = Provenance.KEPT
    role: Role = Role.PROSE
    author: str | None = None
    date: str | None = None


class Paragraph(NamedTuple):
    """A paragraph as its reader sees it; `ending` is the line end that closes it in a text file, else empty.

    `label` is a computed automatic number ("a)"); a label that was typed is part of the text.
    """

    segments: tuple[Segment, ...]
    ending: str = ""
    label: str = ""


class Story(NamedTuple):
    """A run of paragraphs that belong together: the body, the footnotes, a text box …"""

    name: str
    paragraphs: tuple[Paragraph, ...]


class Document(NamedTuple):
    """One file as it was read.

    `name` is the path as the user gave it, `format` the reader's name ("text", "markdown"), `notices` what the user
    should know about the reading, one line each.
    """

    name: str
    format: str
    stories: tuple[Story, ...]
    notices: tuple[str, ...] = ()
