"""What was written: a document as segments of one provenance each, independent of its file format.

A document has stories, a story has paragraphs, a paragraph has segments. Which words a reader sees follows from
the view: `original` (every change rejected) or `final` (every change accepted). A text file is the simple case: one
story, every segment kept. Segments and paragraphs are tuples with names, since a large text has very many.
"""

from __future__ import annotations

from enum import StrEnum

from reslint.named import NamedTuple


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


class Kind(StrEnum):
    """What a segment is made of, as far as it decides what may be done with its words."""

    WORDS = "words"
    FIELD = "field"
    MATHEMATICS = "mathematics"
    MARK = "mark"
    ALTERNATIVE = "alternative"
    DROP_CAP = "drop-cap"
    STRAY = "stray"


class Unit(StrEnum):
    """By what people find a place in a document: line and column, paragraph, or page and line."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    PAGE = "page"


class ViewName(StrEnum):
    """A way to look at a document with changes."""

    ORIGINAL = "original"
    FINAL = "final"


SEEN = {
    ViewName.ORIGINAL: frozenset({Provenance.KEPT, Provenance.DELETED}),
    ViewName.FINAL: frozenset({Provenance.KEPT, Provenance.INSERTED}),
}


class Segment(NamedTuple):
    """A stretch of text of one provenance, one role and one kind.

    `source` is where it stands in the source, in a unit of the format, from zero: the character of the decoded file for
    text and HTML; the byte of its story's part at which its run begins for Word, where several segments may share a
    run, in order, and at which its words lie for OpenDocument; the line of the page for PDF. `author` and `date` (as
    the file writes it) are those of the tracked change, of the insertion where there are two. `moved` words were
    inserted or deleted as part of a move; `hidden` ones are not shown. A segment of the kind MARK has no text: the mark
    of a note, or the anchor of a text box; `anchor` names the story that hangs there. `reads` is what markup stands
    for where it is more than nothing, as "&nbsp;" does for a blank. `raised` words stand above the line. In a PDF
    `anchor` names the page of words that stand on another one than their paragraph begins on.
    """

    text: str
    source: int
    provenance: Provenance = Provenance.KEPT
    role: Role = Role.PROSE
    author: str | None = None
    date: str | None = None
    kind: Kind = Kind.WORDS
    moved: bool = False
    hidden: bool = False
    anchor: str = ""
    reads: str = ""
    raised: bool = False

    @property
    def words(self) -> str:
        """What a reader sees of it, of prose and markup; what is set apart is nobody's words."""
        return self.text if self.role is Role.PROSE else self.reads


class Paragraph(NamedTuple):
    """A paragraph as it stands in the file; `ending` is the line end that closes it in a text file.

    `label` is a computed automatic number ("a)") in the final view, and in the original one too unless `former_label`
    says what it was there; a label that was typed is part of the text. `mark` is the provenance of the paragraph's
    end: in a view without it, the words that are left, if any, go on in the next paragraph if `joins`, which is false
    for the last one of a cell, but not in the views that are `lasting`: those in which they stand before a table or at
    the end of the story. `row` is the provenance of the table row it stands in, with which it comes and goes. `beside`
    says that it begins a cell, and the paragraph before it ends the one beside that in the same row. `listing` names
    the automatic list that counted the label, from where it last began anew; empty for none.
    """

    segments: tuple[Segment, ...]
    ending: str = ""
    label: str = ""
    former_label: str | None = None
    mark: Provenance = Provenance.KEPT
    joins: bool = False
    row: Provenance = Provenance.KEPT
    moved: bool = False
    beside: bool = False
    listing: str = ""
    lasting: tuple[ViewName, ...] = ()

    def ends(self, view: ViewName) -> bool:
        """Whether a paragraph of the view ends with this one, if it is there."""
        return self.mark in SEEN[view] or not self.joins or view in self.lasting


class Story(NamedTuple):
    """A run of paragraphs that belong together: "body", "footnote 1", "text box 1", "page 3" …

    `part` is the member of the package that holds it, for formats that are packages.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    part: str = ""


class Comment(NamedTuple):
    """What somebody wrote beside the text; `paragraph` counts those of the story in the file, from zero.

    `id` is what the file calls it, where it has a name for it.
    """

    words: str
    author: str
    story: str
    paragraph: int
    id: str = ""


class Document(NamedTuple):
    """One file as it was read.

    `name` is the path as the user gave it, `format` the reader's name ("text", "word"), `notices` what the user
    should know about the reading, one line each. `tracked` says whether any provenance is other than kept. Where the
    text of the view is not that of the file but lines count, `source_lines` holds the offsets at which the lines of
    the file start, in the unit of `Segment.source`.
    """

    name: str
    format: str
    stories: tuple[Story, ...]
    notices: tuple[str, ...] = ()
    unit: Unit = Unit.LINE
    tracked: bool = False
    comments: tuple[Comment, ...] = ()
    source_lines: tuple[int, ...] = ()
