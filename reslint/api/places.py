"""The place of a finding, as its reader would say it: a line of a file, a paragraph of a document, a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from reslint.api.finding import Around, Place, RunRange
from reslint.documents.model import Unit
from reslint.documents.pieces import Piece, pieces
from reslint.documents.view import Block, View
from reslint.saying import said
from reslint.storage.late import late
from reslint.structure.model import Structure

BODY = "body"
# The story of a note, a box or a page, and its number; "(2)" where a note stands for the second time.
STORY = late(r"(\D+) (\d+(?: \(\d+\))?)")
STORIES = {
    "footnote": said("footnote"),
    "endnote": said("endnote"),
    "text box": said("text box"),
    "header": said("header"),
    "footer": said("footer"),
    "remark": said("remark"),
    "page": said("page"),
}
LONGEST = 40
REACH = 200
"""So many characters are kept on either side of a finding."""


def place_of(view: View, clauses: Mapping[int, str], start: int, end: int, number: int | None = None) -> Place:
    """Where a range of the view stands; `clauses` as from `clauses_of`, `number` that of its paragraph, if known."""
    if number is None:
        number = view.block_at(start)
    block = view.blocks[number] if view.blocks else Block(BODY, 0, 0, 0)
    unit = view.document.unit
    if unit is Unit.LINE:
        return Place("", block.story, block.number + 1)
    name = _short_place(view, start, number)
    if unit is not Unit.PARAGRAPH:
        return Place(name, block.story, block.number + 1)
    clause = clauses.get(number) if block.story == BODY else None
    name = said("{place}, {clause}", place=name, clause=clause) if clause else name
    found = list(pieces(view, start, end))
    if any(piece.segment.hidden for piece in found):
        name = said("{place}, hidden text", place=name)
    return Place(name, block.story, block.number + 1, tuple(map(_run, found)))


def around(view: View, start: int, end: int, number: int | None = None) -> Around:
    """The words around a range of the view, zero-based characters of its text; `number` is that of its paragraph, if
    known.
    """
    text = view.text
    if not view.blocks:
        return Around(text[max(start - REACH, 0) : start], text[end : end + REACH])
    first = last = view.blocks[view.block_at(start) if number is None else number]
    if end > first.end:
        last = view.blocks[view.block_at(max(end - 1, start))]
    begin = max(min(first.start, start), start - REACH)
    label = first.label if begin == first.start else ""
    return Around(text[begin:start], text[end : min(max(last.end, end), end + REACH)], label)


def short_place(view: View, offset: int) -> str:
    """The place in short: "line 3", "¶ 17", "footnote 2", "page 3, line 12"."""
    return _short_place(view, offset, view.block_at(offset))


def _short_place(view: View, offset: int, number: int) -> str:
    unit = view.document.unit
    if unit is Unit.LINE:
        return said("line {line}", line=str(view.position(offset).line))
    block = view.blocks[number]
    if unit is Unit.PAGE:
        # A paragraph of a page has several lines, each of which knows its number.
        segment = view.placement.segments[max(view.placement.at(offset), 0)]
        page = _story(segment.anchor or block.story)
        return said("{page}, line {line}", page=page, line=str(segment.source + 1))
    if block.story == BODY:
        return f"¶ {block.number + 1}"
    following = view.blocks[number + 1 : number + 2]
    alone = block.number == 0 and not (following and following[0].story == block.story)
    story = _story(block.story)
    return story if alone else said("{story}, ¶ {number}", story=story, number=str(block.number + 1))


def _story(name: str) -> str:
    """The name of a story as a message: "footnote 2"."""
    match = STORY.fullmatch(name)
    kind = STORIES.get(match[1]) if match else None
    return said("{story} {number}", story=kind, number=match[2]) if match and kind else name


def clauses_of(structure: Structure) -> dict[int, str]:
    """The clause of every list item by the number of its paragraph: "considering b) ii)"."""
    names: dict[int, str] = {}
    paths: list[dict[int, str]] = []
    for listed in structure.lists:
        above: dict[int, str] = paths[listed.parent] if listed.parent is not None else {}
        over = sorted(above)
        heading = _short(structure.clauses[listed.clause].heading) if listed.clause is not None else ""
        path = {}
        for item in listed.items:
            at = bisect_left(over, item.block)
            prefix = above[over[at - 1]] if at else heading
            path[item.block] = f"{prefix} {item.label.read}".strip()
        paths.append(path)
        names.update(path)
    return names


def _short(heading: str) -> str:
    """The first words of a clause heading, which may name a Director and all of his Bureau."""
    words = " ".join(heading.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _run(piece: Piece) -> RunRange:
    return RunRange(piece.paragraph, piece.run, piece.offset, piece.offset + piece.end - piece.start)
