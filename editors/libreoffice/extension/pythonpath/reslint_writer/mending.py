"""Safe fixes as tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from reslint_writer.judging import Finding, Judgement
from reslint_writer.placing import Placing, Spot, found
from reslint_writer.trouble import Trouble
from reslint_writer.walking import Paragraph, walk

NOT_THERE = "its words were not found again in the document"
NOT_TRACKED = "Writer records no changes in a shape"
FIELD = "the words are the result of a field"
PROTECTED = "it stands in a protected section or cell"
OVER_MARK = "the mark of a note or the anchor of a text box stands between the words"
OVER_PARAGRAPH = "it reaches over the end of a paragraph"


class Replacement(NamedTuple):
    """Words to put in the place of those of a spot, which stand under the cursors, one after the other."""

    spot: Spot
    cursors: list[Any]
    content: str


class Mended(NamedTuple):
    """How many findings were mended, which were not and why, and how many wait, since they overlap one that was."""

    count: int
    refused: list[tuple[Finding, str]]
    waiting: int


def mend(document: Any, judgement: Judgement) -> Mended:
    """Make the safe fixes in the document, which must record changes; a fix is made as a whole or not at all.

    The document is read again afterwards. Raises Trouble if it does not read as it should.
    """
    live = walk(document)
    placing = Placing(judgement.paragraphs, live)
    taken: list[tuple[int, int, str]] = []
    replacements: list[Replacement] = []
    made: list[list[dict[str, Any]]] = []
    refused = []
    count = waiting = 0
    for finding in sorted(filter(_is_safe, _with_parts(judgement.findings)), key=_reach):
        edits = finding["fix"]["edits"]
        if edits not in made:
            if not all(_fits(edit, taken) for edit in edits):
                waiting += 1
                continue
            try:
                replacements += [_replacement(placing, finding, edit) for edit in edits]
            except _Refused as refusal:
                refused.append((finding, str(refusal)))
                continue
            made.append(edits)
            taken += [(edit["start"], edit["end"], edit["content"]) for edit in edits]
        count += 1
    _make(document, live, replacements)
    return Mended(count, refused, waiting)


class _Refused(Exception):
    """A fix that is not made, and why."""


def _with_parts(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, and those that their messages tell too."""
    for finding in findings:
        yield finding
        yield from finding.get("parts", ())


def _is_safe(finding: Finding) -> bool:
    fix = finding["fix"]
    return bool(fix and fix["edits"] and fix["applicability"] == "safe")


def _reach(finding: Finding) -> tuple[int, int]:
    edits = finding["fix"]["edits"]
    return edits[0]["start"], edits[-1]["end"]


def _fits(edit: dict[str, Any], taken: Iterable[tuple[int, int, str]]) -> bool:
    """Whether an edit touches none that is made in such a way that their order would matter."""
    first, last = edit["start"], edit["end"]
    for start, end, _ in taken:
        if first < end and start < last:
            return False
        if (start == end or first == last) and first <= end and start <= last:
            return False
    return True


def _replacement(placing: Placing, finding: Finding, edit: dict[str, Any]) -> Replacement:
    """Where an edit is to be made; raises _Refused where it cannot be."""
    start, end = edit["start"], edit["end"]
    before = start - finding["start"]
    words = finding["excerpt"][before : end - finding["start"]] if before >= 0 and end <= finding["end"] else None
    spot = placing.spot(start, end, words)
    if spot is None:
        raise _Refused(NOT_THERE)
    if spot.end - spot.start != end - start or "\n" in edit["content"]:
        raise _Refused(OVER_PARAGRAPH)
    if not spot.paragraph.story.tracks:
        raise _Refused(NOT_TRACKED)
    if any(spot.start < mark < spot.end for mark in spot.paragraph.marks):
        raise _Refused(OVER_MARK)
    parts = spot.parts
    if not all(part.piece.typed for part in parts):
        raise _Refused(FIELD)
    cursors = [found(part) for part in parts]
    if not cursors or None in cursors:
        raise _Refused(NOT_THERE)
    if any(map(_is_protected, cursors)):
        raise _Refused(PROTECTED)
    return Replacement(spot, cursors, edit["content"])


def _is_protected(cursor: Any) -> bool:
    """Whether a person could not type there."""
    section = cursor.TextSection
    while section is not None:
        if section.IsProtected:
            return True
        section = section.getParentSection()
    return cursor.Cell is not None and cursor.Cell.IsProtected


def _make(document: Any, live: Sequence[Paragraph], replacements: Iterable[Replacement]) -> None:
    edits: dict[int, list[tuple[int, int, str]]] = {id(paragraph): [] for paragraph in live}
    # From the end on: what is put in before words would stand in the way of a change of them.
    for spot, cursors, content in sorted(replacements, key=lambda one: one.spot.start, reverse=True):
        edits[id(spot.paragraph)].append((spot.start, spot.end, content))
        # The new words stand behind the last of the old ones, and look like them: so what goes is one change.
        last = cursors[-1]
        place = last.getText().createTextCursorByRange(last.getEnd())
        for cursor in cursors:
            if not cursor.isCollapsed():
                cursor.setString("")
        if content:
            place.getText().insertString(place, content, False)
    meant = [_typed(paragraph, edits[id(paragraph)]) for paragraph in live]
    if [_typed(paragraph, []) for paragraph in walk(document)] != meant:
        raise Trouble("Writer did not make the corrections as they were meant, so they were taken back.")


def _typed(paragraph: Paragraph, edits: Iterable[tuple[int, int, str]]) -> str:
    """The words of a paragraph after edits, without the results of fields: one that cites mended words changes too."""
    fields = [(one.start, one.start + len(one.text), "") for one in paragraph.pieces if not one.typed]
    text = paragraph.text
    for start, end, content in sorted([*fields, *edits], reverse=True):
        text = text[:start] + content + text[end:]
    return text
