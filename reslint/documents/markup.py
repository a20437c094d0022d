"""A paragraph with its changes written into it, for people: what a reader of Word sees with all markup shown.

`{+inserted+}`, `[-deleted-]`, `{>moved here>}`, `[<moved from here<]`; the same around `¶` for a changed end of the
paragraph; `{+[-inserted by one, deleted by another-]+}`; `[^1]` at the mark of a footnote, `[^e1]` of an endnote.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reslint.documents.model import Kind, Paragraph, Provenance, Role, Segment
from reslint.named import NamedTuple

INSERTED, DELETED = ("{+", "+}"), ("[-", "-]")
MOVED_HERE, MOVED_FROM = ("{>", ">}"), ("[<", "<]")
NOTHING = ("", "")
PILCROW = "¶"
MARKS = {"footnote": "[^{}]", "endnote": "[^e{}]"}

Signs = tuple[str, str]


class _Piece(NamedTuple):
    text: str
    outer: Signs
    inner: Signs


def markup(paragraph: Paragraph) -> str:
    """The text of a paragraph of the file with all its changes."""
    written = []
    for outer, pieces in groupby(_pieces(paragraph), key=lambda piece: piece.outer):
        written.append(outer[0])
        for inner, same in groupby(pieces, key=lambda piece: piece.inner):
            written += [inner[0], *(piece.text for piece in same), inner[1]]
        written.append(outer[1])
    return "".join(written)


def _pieces(paragraph: Paragraph) -> Iterator[_Piece]:
    for segment in paragraph.segments:
        if segment.kind is Kind.MARK:
            text = _mark(segment)
        elif segment.role is Role.MARKUP and not segment.raised:
            text = segment.reads
        else:
            text = segment.text
        if text:
            yield _Piece(text, *_signs(segment.provenance, segment.moved))
    if paragraph.mark is not Provenance.KEPT:
        yield _Piece(PILCROW, *_signs(paragraph.mark, paragraph.moved))


def _signs(provenance: Provenance, moved: bool) -> tuple[Signs, Signs]:
    """The signs around a piece, outer and inner."""
    match provenance:
        case Provenance.INSERTED:
            return MOVED_HERE if moved else INSERTED, NOTHING
        case Provenance.DELETED:
            return MOVED_FROM if moved else DELETED, NOTHING
        case Provenance.INSERTED_THEN_DELETED:
            return INSERTED, DELETED
        case _:
            return NOTHING, NOTHING


def _mark(segment: Segment) -> str:
    kind, _, number = segment.anchor.rpartition(" ")
    return MARKS.get(kind, "").format(number)
