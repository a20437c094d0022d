"""Findings as comments of a Word file, signed "reslint", where its reader looks for remarks.

Word shows comments in the body only: what is found in a note or a text box is said at its mark, and for headers and
footers there is no place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from reslint.api.finding import Finding
from reslint.api.formats import Commented
from reslint.api.report import FileResult
from reslint.documents.model import Kind
from reslint.documents.pieces import Piece, piece_of, pieces
from reslint.documents.view import View
from reslint.documents.word.package import Package
from reslint.documents.word.reader import read_word
from reslint.fixing.word.cautions import cautions
from reslint.fixing.word.clearing import cleared
from reslint.fixing.word.cuts import Note, Revision
from reslint.fixing.word.language import Spoken
from reslint.fixing.word.remarks import BODY, at_the_same_words, remark_on
from reslint.fixing.word.sparing import ADVICE, REASON, Runs, UnwritableError, write_what_can_be
from reslint.fixing.word.tracked import by_us, run_piece
from reslint.fixing.word.verifying import verify
from reslint.fixing.word.writing import write_package
from reslint.linting.suppression import own_comments
from reslint.named import NamedTuple

NO_PLACE = "Word allows none there"
WITHOUT_WORDS = (Kind.MARK, Kind.MATHEMATICS)


def with_comments(data: bytes, result: FileResult) -> Commented:
    """The bytes of a Word file with a comment at all words of findings, and what is to be said of that, one line each.

    A finding that such a comment stands at already gets no second one; those of earlier runs at which nothing is found
    any more are taken out. A comment that cannot be written is left out, with a line. Raises ReslintError where none
    can be.
    """
    view = result.view
    assert view is not None
    by = by_us()
    spoken = Spoken(result)
    bare, stale, homeless = _compared(view, result.findings, spoken)
    untold = [(finding, NO_PLACE) for finding in homeless]
    before = data
    lines: list[str] = []
    if stale:
        data, view, lines = _cleared(data, view, stale, by)
    package = Package(data, result.name)
    marks = _marks(view)
    notes = [
        Noted(group, Note(run_piece(anchor[0]), run_piece(anchor[1]), *remark_on(group, spoken.at(group[0]))))
        for group in bare
        if (anchor := _anchor(view, group[0], marks)) is not None
    ]

    there = view.document

    def write(noted: Sequence[Noted]) -> bytes:
        nonlocal there
        written = write_package(package, {}, [one.note for one in noted], by)
        there = verify(view.document, written)
        return written

    def touches(noted: Noted, runs: Runs) -> bool:
        return bool({noted.note.first.run, noted.note.last.run} & runs.get(package.main, set()))

    written, spared = write_what_can_be(notes, write, touches)
    untold += [(finding, f"{REASON}; {ADVICE}") for one in spared for finding in one.findings]
    lines += [
        f"{result.name}: {finding.place.name}: {finding.name} has no comment ({why}): {finding.message}"
        for finding, why in untold
    ]
    data = data if written is None else written
    lines = lines if data == before else [*cautions(package), *lines]
    return Commented(data, lines, len(own_comments(there)))


class Noted(NamedTuple):
    """Findings at the same words, and the comment on them."""

    findings: list[Finding]
    note: Note


def _compared(
    view: View, findings: Iterable[Finding], spoken: Spoken
) -> tuple[list[list[Finding]], list[str], list[Finding]]:
    """The findings that have no comment yet, those at the same words together, the ids of our comments that no finding
    has, and the findings in stories in which there is no place for one.
    """
    there: dict[tuple[str, int], list[str]] = {}
    for comment in own_comments(view.document):
        there.setdefault((comment.words, view.block_of(comment.story, comment.paragraph)), []).append(comment.id)
    marks = _marks(view)
    bare = []
    homeless: list[Finding] = []
    for group in at_the_same_words(findings):
        anchor = _anchor(view, group[0], marks)
        if anchor is None:
            homeless += group
        elif own := there.get((remark_on(group, spoken.at(group[0])).words, view.block_of(BODY, anchor[0].paragraph))):
            own.pop()
        else:
            bare.append(group)
    return bare, [number for numbers in there.values() for number in numbers], homeless


def _cleared(data: bytes, view: View, stale: Collection[str], by: Revision) -> tuple[bytes, View, list[str]]:
    """The bytes without our comments of these ids, the view of them, and what is to be said."""
    name = view.document.name
    new_data, count = cleared(Package(data, name), stale, by)
    if not count:
        return data, view, []
    try:
        verify(view.document, new_data)
    except UnwritableError:
        return data, view, []
    line = f"{name}: {count} {'comment' if count == 1 else 'comments'} of earlier runs taken out: not found any more"
    return new_data, View(read_word(new_data, name), view.name), [line]


def _anchor(view: View, finding: Finding, marks: dict[str, Piece]) -> tuple[Piece, Piece] | None:
    """The first and the last piece of the body that a comment on the finding stands at."""
    story = finding.place.story
    seen = set()
    while story != BODY:
        mark = marks.get(story)
        if mark is None or story in seen:
            return None
        seen.add(story)
        story = view.document.stories[mark.story].name
        if story == BODY:
            return mark, mark
    touched = [piece for piece in pieces(view, finding.start, finding.end) if piece.segment.kind not in WITHOUT_WORDS]
    if touched:
        return touched[0], touched[-1]
    beside = _beside(view, finding)
    return (beside, beside) if beside else None


def _beside(view: View, finding: Finding) -> Piece | None:
    """Something of the same paragraph that a comment can stand at, for words that are none of a run."""
    around = view.placement.around(finding.start)
    if around is None:
        return None
    within, at = around
    for number in (*range(at, -1, -1), *range(at + 1, len(within.segments))):
        if within.segments[number].kind is not Kind.MATHEMATICS:
            return piece_of(within, number)
    return None


def _marks(view: View) -> dict[str, Piece]:
    """Where each story hangs that has a mark or an anchor."""
    return {
        segment.anchor: piece_of(within, number)
        for within in view.placement.paragraphs()
        for number, segment in enumerate(within.segments)
        if segment.kind is Kind.MARK
    }
