"""Findings as comments of a Word file, signed "reslint", where its reader looks for remarks.

Word shows comments in the body only: what is found in a note or a text box is said at its mark, and for headers and
footers there is no place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from reslint.api.finding import Finding
from reslint.api.report import FileResult
from reslint.documents.model import Kind
from reslint.documents.pieces import Piece, piece_of, pieces
from reslint.documents.view import View
from reslint.documents.word.package import Package
from reslint.documents.word.reader import read_word
from reslint.fixing.word.cautions import cautions
from reslint.fixing.word.clearing import cleared
from reslint.fixing.word.cuts import Note, Revision
from reslint.fixing.word.sparing import ADVICE, REASON, Runs, UnwritableError, write_what_can_be
from reslint.fixing.word.tracked import by_us, run_piece
from reslint.fixing.word.verifying import verify
from reslint.fixing.word.writing import write_package
from reslint.linting.suppression import OWN_AUTHOR

BODY = "body"
WITHOUT_WORDS = (Kind.MARK, Kind.MATHEMATICS)


def with_comments(data: bytes, result: FileResult) -> tuple[bytes, list[str]]:
    """The bytes of a Word file with a comment for each finding of it, and what is to be said of that, one line each.

    A finding that such a comment stands at already gets no second one; those of earlier runs at which nothing is found
    any more are taken out. A comment that cannot be written is left out, with a line. Raises ReslintError where none
    can be.
    """
    view = result.view
    assert view is not None
    by = by_us()
    bare, stale, homeless = _compared(view, result.findings)
    before = data
    lines: list[str] = []
    if stale:
        data, view, lines = _cleared(data, view, stale, by)
    package = Package(data, result.name)
    marks = _marks(view)
    notes = [
        Noted(finding, Note(run_piece(anchor[0]), run_piece(anchor[1]), comment_on(finding)))
        for finding in bare
        if (anchor := _anchor(view, finding, marks)) is not None
    ]

    def write(noted: Sequence[Noted]) -> bytes:
        written = write_package(package, {}, [one.note for one in noted], by)
        verify(view.document, written)
        return written

    def touches(noted: Noted, runs: Runs) -> bool:
        return bool({noted.note.first.run, noted.note.last.run} & runs.get(package.main, set()))

    written, spared = write_what_can_be(notes, write, touches)
    lines += [
        f"{result.name}: {finding.place.name}: {finding.name} has no comment: {REASON}; {ADVICE}"
        for finding, _ in spared
    ]
    data = data if written is None else written
    if data != before:
        lines = [*cautions(package), *lines]
    return data, lines + [
        f"{result.name}: {count} found in {story} {'has' if count == 1 else 'have'} no comment: Word allows none there"
        for story, count in homeless.items()
    ]


class Noted(NamedTuple):
    """A finding, and the comment on it."""

    finding: Finding
    note: Note


def _compared(view: View, findings: Iterable[Finding]) -> tuple[list[Finding], list[str], Counter[str]]:
    """The findings that have no comment yet, the ids of our comments that no finding has, and how many findings stand
    in stories in which there is no place for one.
    """
    there: dict[tuple[str, int], list[str]] = {}
    for comment in view.document.comments:
        if comment.author == OWN_AUTHOR:
            there.setdefault((comment.words, view.block_of(comment.story, comment.paragraph)), []).append(comment.id)
    marks = _marks(view)
    bare = []
    homeless: Counter[str] = Counter()
    for finding in findings:
        anchor = _anchor(view, finding, marks)
        if anchor is None:
            homeless[finding.place.story] += 1
        elif own := there.get((comment_on(finding), view.block_of(BODY, anchor[0].paragraph))):
            own.pop()
        else:
            bare.append(finding)
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


def comment_on(finding: Finding) -> str:
    """What a comment says, a paragraph a line: rule and message, what to write, whose change it is, how to keep it."""
    elsewhere = f"In {finding.place.name}: “{finding.excerpt}”. " if finding.place.story != BODY else ""
    lines = [f"{finding.code} {finding.name}: {elsewhere}{finding.message}"]
    if finding.suggestion is not None:
        lines.append(f"Write: {finding.proposal}" if finding.suggestion else "Leave it out.")
    if finding.change is not None:
        lines.append(_sentence(str(finding.change)))
    if finding.help:
        lines.append(_sentence(finding.help))
    return "\n".join(" ".join(line.split()) for line in lines)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


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
    placement = view.placement
    at = max(placement.at(finding.start), 0)
    if not placement.homes:
        return None
    home = placement.homes[at]
    for numbers in (range(at, -1, -1), range(at + 1, len(placement.segments))):
        for number in takewhile(lambda number: placement.homes[number] == home, numbers):
            if placement.segments[number].kind is not Kind.MATHEMATICS:
                return piece_of(view, number)
    return None


def _marks(view: View) -> dict[str, Piece]:
    """Where each story hangs that has a mark or an anchor."""
    return {
        segment.anchor: piece_of(view, number)
        for number, segment in enumerate(view.placement.segments)
        if segment.kind is Kind.MARK
    }
