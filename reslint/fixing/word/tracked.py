"""Mend a Word file by tracked changes, signed "reslint": what its reader accepts or rejects in Word like any other.

The fixes are made in rounds on the document in memory. What they come to in the end is written once, from the bytes
of the file, and read back before anybody gets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from reslint.api.finding import Edit, with_parts
from reslint.api.formats import Judge
from reslint.api.report import FileResult
from reslint.documents.model import Document, Kind, Segment, ViewName
from reslint.documents.pieces import Piece, pieces
from reslint.documents.view import View
from reslint.documents.word.package import Package
from reslint.errors import ReslintError
from reslint.fixing.edits import apply
from reslint.fixing.rounds import in_rounds
from reslint.fixing.word.cautions import cautions
from reslint.fixing.word.composing import Composition
from reslint.fixing.word.cuts import Revision, RunChange, RunPiece
from reslint.fixing.word.refusing import refusal
from reslint.fixing.word.smallest import smallest
from reslint.fixing.word.verifying import verify
from reslint.fixing.word.writing import write_package
from reslint.linting.suppression import OWN_AUTHOR


def mend_tracked(data: bytes, first: FileResult, judge: Judge) -> tuple[bytes, FileResult]:
    """The bytes with the fixes as tracked changes, and the result of judging them.

    A fix that cannot be written is left out, with a notice. Raises ReslintError where the fixes do not come to an end,
    or what was written does not read as it should.
    """
    view = first.view
    assert view is not None
    if view.name is not ViewName.FINAL:
        notice = f"{first.name}: corrections are made in the final view only"
        return data, first.but(notices=(*first.notices, notice))
    composed = Composition(len(view.text))
    document = view.document
    text = view.text

    def make(edits: Sequence[Edit]) -> FileResult:
        nonlocal document, text
        cut = smallest(edits, text)
        document = edited(View(document), cut)
        text = apply(text, cut)
        composed.make(cut)
        return judge.judge(document)

    settled = in_rounds(first, judge.unsafe_fixes, make)
    placed = zip(view.placement.offsets, view.placement.segments, strict=True)
    edits = tuple(composed.edits({offset for offset, segment in placed if segment.kind is Kind.MARK}))
    notices = (*first.notices, *_refusals(first))
    if not edits:
        return data, first.but(notices=notices)
    notices = (*notices, *cautions(Package(data, first.name)))
    new_data = write_changes(data, view, edits)
    verify(view.document, new_data, text)
    result = judge.check(new_data)
    return new_data, result.but(notices=notices, mended=settled.mended, postponed=settled.postponed)


def _refusals(result: FileResult) -> Iterator[str]:
    for finding in with_parts(result.findings):
        if finding.refused:
            yield f"{finding.file}: {finding.place.name}: {finding.name} is not mended: {finding.refused}"


def write_changes(data: bytes, view: View, edits: Iterable[Edit]) -> bytes:
    """The bytes of a Word file with edits of its final view as tracked changes."""
    changes: dict[str, list[RunChange]] = {}
    for edit in edits:
        reason = refusal(view, edit)
        if reason:
            raise ReslintError(view.document.name, f"a correction cannot be written ({reason}); nothing was mended")
        touched = list(pieces(view, edit.start, edit.end))
        part = view.document.stories[touched[0].story].part
        changes.setdefault(part, []).append(RunChange(tuple(map(run_piece, touched)), edit.content))
    package = Package(data, view.document.name)
    return write_package(package, changes, (), by_us())


def edited(view: View, edits: Iterable[Edit]) -> Document:
    """The document of a view with edits made in its segments; new words stand in the first segment touched."""
    cuts: dict[tuple[int, int], dict[int, list[tuple[int, int, str]]]] = {}
    for edit in edits:
        content = edit.content
        for piece in pieces(view, edit.start, edit.end):
            in_paragraph = cuts.setdefault((piece.story, piece.paragraph), {})
            in_paragraph.setdefault(piece.number, []).append((piece.start, piece.end, content))
            content = ""
    stories = list(view.document.stories)
    for (story, number), by_segment in cuts.items():
        paragraphs = list(stories[story].paragraphs)
        segments = tuple(
            _with(segment, by_segment.get(at, ())) for at, segment in enumerate(paragraphs[number].segments)
        )
        paragraphs[number] = paragraphs[number]._replace(segments=segments)
        stories[story] = stories[story]._replace(paragraphs=tuple(paragraphs))
    return view.document._replace(stories=tuple(stories))


def run_piece(piece: Piece) -> RunPiece:
    """A piece of a segment as the piece of the run it is."""
    return RunPiece(piece.segment.source, piece.offset, piece.offset + piece.end - piece.start)


def by_us() -> Revision:
    """Who corrects and comments, and when."""
    return Revision(OWN_AUTHOR, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "rl")


def _with(segment: Segment, cuts: Iterable[tuple[int, int, str]]) -> Segment:
    edits = [Edit(*cut) for cut in cuts]
    return segment._replace(text=apply(segment.text, edits)) if edits else segment
