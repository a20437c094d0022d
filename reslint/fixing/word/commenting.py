"""Findings as comments of a Word file, signed "reslint", where its reader looks for remarks.

Word shows comments in the body only: what is found in a note or a text box is said at its mark, and for headers and
footers there is no place.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

from reslint.api.finding import Finding
from reslint.api.report import FileResult
from reslint.documents.model import Kind
from reslint.documents.pieces import Piece, piece_of, pieces
from reslint.documents.view import View
from reslint.documents.word.package import Package
from reslint.fixing.word.cautions import cautions
from reslint.fixing.word.cuts import Note
from reslint.fixing.word.tracked import by_us, run_piece
from reslint.fixing.word.verifying import verify
from reslint.fixing.word.writing import write_package
from reslint.linting.suppression import OWN_AUTHOR

BODY = "body"
WITHOUT_WORDS = (Kind.MARK, Kind.MATHEMATICS)


def with_comments(data: bytes, result: FileResult) -> tuple[bytes, list[str]]:
    """The bytes of a Word file with a comment for each finding of it, and what had no place, one line each.

    A finding that such a comment stands at already gets no second one. Raises ReslintError where the comments cannot
    be written, or change what is read.
    """
    view = result.view
    assert view is not None
    there = Counter(
        (comment.words, view.block_of(comment.story, comment.paragraph))
        for comment in view.document.comments
        if comment.author == OWN_AUTHOR
    )
    marks = _marks(view)
    notes: list[Note] = []
    homeless: Counter[str] = Counter()
    for finding in result.findings:
        anchor = _anchor(view, finding, marks)
        if anchor is None:
            homeless[finding.place.story] += 1
            continue
        text = comment_on(finding)
        key = (text, view.block_of(BODY, anchor[0].paragraph))
        if there[key] > 0:
            there[key] -= 1
        else:
            notes.append(Note(run_piece(anchor[0]), run_piece(anchor[1]), text))
    package = Package(data, result.name)
    written = write_package(package, {}, notes, by_us()) if notes else data
    if notes:
        verify(view.document, written, View(view.document).text)
    warned = list(cautions(package)) if notes else []
    return written, warned + [
        f"{result.name}: {count} found in {story} {'has' if count == 1 else 'have'} no comment: Word allows none there"
        for story, count in homeless.items()
    ]


def comment_on(finding: Finding) -> str:
    """What a comment says, a paragraph a line: rule and message, what to write, whose change it is, how to keep it."""
    elsewhere = f"In {finding.place.name}: “{finding.excerpt}”. " if finding.place.story != BODY else ""
    lines = [f"{finding.code} {finding.name}: {elsewhere}{finding.message}"]
    if finding.suggestion is not None:
        lines.append(f"Write: {finding.suggestion}" if finding.suggestion else "Leave it out.")
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
