"""The place of a finding, as its reader would say it: a line of a file, a paragraph of a document, a page."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from reslint.api.finding import Around, Place, RunRange
from reslint.documents.model import Unit
from reslint.documents.pieces import Piece, pieces
from reslint.documents.view import Block, View
from reslint.saying import said
from reslint.storage.late import late
from reslint.structure.model import ItemList, Structure

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
_block = attrgetter("block")


def place_of(view: View, items: ItemNames | None, start: int, end: int, number: int | None = None) -> Place:
    """Where a range of the view stands, `items` being those of a document in whose clauses people look for it; `number`
    is that of its paragraph, if known.
    """
    if number is None:
        number = view.block_at(start)
    block = view.blocks[number] if view.blocks else Block(BODY, 0, 0, 0)
    unit = view.document.unit
    if unit is Unit.LINE:
        return Place("", block.story, block.number + 1)
    name = _short_place(view, start, number)
    if unit is not Unit.PARAGRAPH:
        return Place(name, block.story, block.number + 1)
    clause = items.get(number) if items is not None and block.story == BODY else None
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


class ItemNames:
    """What the items of a structure are called, by the number of their paragraph: "considering b) ii)"."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._listed = {item.block: number for number, one in enumerate(structure.lists) for item in one.items}

    def get(self, block: int) -> str | None:
        """The name of the item in a paragraph, with the clause it stands in; None where there is none."""
        listed = self._listed.get(block)
        return None if listed is None else self._name(self._structure.lists[listed], block)

    def _name(self, listed: ItemList, block: int) -> str:
        """The name of the last item of a list up to a paragraph."""
        clauses, lists = self._structure.clauses, self._structure.lists
        item = listed.items[bisect_right(listed.items, block, key=_block) - 1]
        above = lists[listed.parent] if listed.parent is not None else None
        if above is not None and above.items[0].block < item.block:
            before = self._name(above, item.block - 1)
        else:
            before = _short(clauses[listed.clause].heading) if listed.clause is not None else ""
        return f"{before} {item.label.read}".strip()


def _short(heading: str) -> str:
    """The first words of a clause heading, which may name a Director and all of his Bureau."""
    words = " ".join(heading.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _run(piece: Piece) -> RunRange:
    return RunRange(piece.paragraph, piece.run, piece.offset, piece.offset + piece.end - piece.start)
