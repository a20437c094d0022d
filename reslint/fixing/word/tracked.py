"""Mend a Word file by tracked changes, signed "reslint": what its reader accepts or rejects in Word like any other.

The fixes are made in rounds on the document in memory. What they come to in the end is written once, from the bytes
of the file, and read back before anybody gets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial

from reslint.api.finding import Finding, with_parts
from reslint.api.formats import Judge
from reslint.api.report import FileResult
from reslint.documents.model import Kind, ViewName
from reslint.documents.pieces import Piece, pieces
from reslint.documents.view import View
from reslint.documents.word.package import Package
from reslint.errors import ReslintError
from reslint.fixing.edits import Chosen, apply
from reslint.fixing.rounds import in_rounds
from reslint.fixing.word.cautions import cautions
from reslint.fixing.word.composing import Composition
from reslint.fixing.word.cuts import Revision, RunChange, RunPiece
from reslint.fixing.word.editing import edited, with_strays
from reslint.fixing.word.joining import Correction, joined
from reslint.fixing.word.refusing import refusal
from reslint.fixing.word.smallest import smallest
from reslint.fixing.word.sparing import ADVICE, REASON, Runs, write_what_can_be
from reslint.fixing.word.verifying import verify
from reslint.fixing.word.writing import write_package
from reslint.linting.suppression import OWN_AUTHOR

ATTEMPTS = 8
"""How often the fixes are chosen anew without those that could not be written."""


def mend_tracked(data: bytes, first: FileResult, judge: Judge) -> tuple[bytes, FileResult]:
    """The bytes with the fixes as tracked changes, and the result of judging them.

    A fix that cannot be written is left out, with a notice. Raises ReslintError where the fixes do not come to an end,
    or nothing can be written into the file.
    """
    assert first.view is not None
    if first.view.name is not ViewName.FINAL:
        notice = f"{first.name}: corrections are made in the final view only"
        return data, first.but(notices=(*first.notices, notice))
    for _ in range(ATTEMPTS):
        view, corrections, settled = _settled(first, judge)
        write, touches = partial(_written, data, view), partial(_touches, view)
        new_data, spared = write_what_can_be(corrections, write, touches)
        parts = [part for one in spared for part in one.parts()]
        if parts != spared:
            kept = [one for one in corrections if one not in spared]
            new_data, spared = write_what_can_be(sorted(kept + parts), write, touches)
        if not spared:
            break
        # What cannot be written is refused from now on, and whatever was to be made with it too.
        first = judge.judge(with_strays(view, [one.whole for one in spared])).but(notices=first.notices)
    else:
        raise ReslintError(first.name, f"it cannot be corrected ({REASON})", ADVICE)
    notices = (*first.notices, *_refusals(first))
    if new_data is None:
        return data, first.but(notices=notices)
    notices = (*notices, *cautions(Package(data, first.name)))
    result = judge.check(new_data)
    findings = tuple(_refused_as_before(result.findings, settled.findings))
    result = result.but(findings=findings, notices=notices, mended=settled.mended, postponed=settled.postponed)
    return new_data, result


def _settled(first: FileResult, judge: Judge) -> tuple[View, tuple[Correction, ...], FileResult]:
    """The view before any round, the corrections of it that all rounds come to, and the result after the last."""
    view = first.view
    assert view is not None
    composed = Composition(len(view.text))
    document = view.document
    text = view.text
    wholes: list[tuple[int, int]] = []

    def make(chosen: Chosen) -> FileResult:
        nonlocal document, text
        cut = smallest(chosen.edits, text)
        wholes.extend(composed.origins(chosen.wholes))
        document = edited(View(document), cut)
        text = apply(text, cut)
        composed.make(cut)
        return judge.judge(document)

    settled = in_rounds(first, judge.unsafe_fixes, make)
    placed = zip(view.placement.offsets, view.placement.segments, strict=True)
    edits = composed.edits({offset for offset, segment in placed if segment.kind is Kind.MARK})
    return view, tuple(joined(view, edits, wholes)), settled


def _written(data: bytes, view: View, corrections: Sequence[Correction]) -> bytes:
    new_data = write_changes(data, view, corrections)
    verify(view.document, new_data, apply(view.text, [edit for one in corrections for edit in one.edits]))
    return new_data


def _touches(view: View, correction: Correction, runs: Runs) -> bool:
    """Whether a correction changes one of the runs."""
    stories = view.document.stories
    return any(
        piece.segment.source in runs.get(stories[piece.story].part, ())
        for piece in pieces(view, correction.start, correction.end)
    )


def _refused_as_before(found: Iterable[Finding], before: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of what was written: what could not be mended before cannot be mended now."""
    reasons = {(one.code, one.start, one.end): one.refused for one in before}
    for finding in found:
        reason = reasons.get((finding.code, finding.start, finding.end), "")
        yield finding.but(fix=None, refused=reason) if reason else finding


def _refusals(result: FileResult) -> Iterator[str]:
    for finding in with_parts(result.findings):
        if finding.refused:
            yield f"{finding.file}: {finding.place.name}: {finding.name} is not mended: {finding.refused}"


def write_changes(data: bytes, view: View, corrections: Iterable[Correction]) -> bytes:
    """The bytes of a Word file with corrections of its final view as tracked changes."""
    changes: dict[str, list[RunChange]] = {}
    for one in corrections:
        reason = refusal(view, one.whole)
        if reason:
            raise ReslintError(view.document.name, f"a correction cannot be written ({reason}); nothing was mended")
        touched = list(pieces(view, one.start, one.end))
        part = view.document.stories[touched[0].story].part
        contents = tuple(one.contents([piece.end - piece.start for piece in touched], view.text))
        changes.setdefault(part, []).append(RunChange(tuple(map(run_piece, touched)), contents))
    package = Package(data, view.document.name)
    return write_package(package, changes, (), by_us())


def run_piece(piece: Piece) -> RunPiece:
    """A piece of a segment as the piece of the run it is."""
    return RunPiece(piece.segment.source, piece.offset, piece.offset + piece.end - piece.start)


def by_us() -> Revision:
    """Who corrects and comments, and when."""
    return Revision(OWN_AUTHOR, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "rl")
