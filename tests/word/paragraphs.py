"""Paragraphs, the tables and controls that hold them, and how they join in a view where a mark is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from context import Context
from objects import BOX_PLACE
from showing import VIEWS, Piece, ViewName, markup, shows, text_in

MARKS = {"+": "ins", "-": "del", ">": "moveTo", "<": "moveFrom"}


@dataclass(frozen=True, slots=True)
class Item:
    """A place in a list: the number of its w:num, and its level from 0."""

    num: int
    level: int


@dataclass(frozen=True, slots=True)
class Layout:
    """What a paragraph's properties say in one view: its style, its own w:numPr, and the item both make of it."""

    style: str = ""
    own: str = ""
    item: Item | None = None

    def xml(self) -> str:
        return (f'<w:pStyle w:val="{self.style}"/>' if self.style else "") + self.own


@dataclass(slots=True)
class Paragraph:
    """A physical paragraph; `mark` holds the changes of its paragraph mark, outermost first, and `author`
    who made them, if one did.

    `before` and `after` are XML beside it (the ends of a moved range). The layouts of the two views differ where a
    tracked change of properties says so.
    """

    xml: str = ""
    pieces: tuple[Piece, ...] = ()
    mark: str = ""
    author: str | None = None
    before: str = ""
    after: str = ""
    layouts: dict[ViewName, Layout] = field(default_factory=lambda: {"original": Layout(), "final": Layout()})

    def render(self, c: Context) -> str:
        return f"{self.before}<w:p>{self._properties(c)}{self.xml}</w:p>{self.after}"

    def _properties(self, c: Context) -> str:
        own, old = self.layouts["final"].xml(), self.layouts["original"].xml()
        changed = own != old
        if c.chance(0.1):
            own += '<w:tabs><w:tab w:val="left" w:pos="794"/></w:tabs>'
        marks = "".join(f"<w:{MARKS[layer]} {c.revision(self.author)}/>" for layer in self.mark)
        if marks or c.chance(0.05):
            own += f"<w:rPr>{marks}<w:i/></w:rPr>"
        if changed:
            own += f"<w:pPrChange {c.revision()}><w:pPr>{old}</w:pPr></w:pPrChange>"
        return f"<w:pPr>{own}</w:pPr>" if own or c.chance(0.05) else ""

    def joins_in_part(self) -> bool:
        """Say whether the mark is missing in a view in which some of the text may be there."""
        return bool(self.mark) and any(piece.layers != self.mark for piece in self.pieces)

    def physical(self) -> str:
        return markup((*self.pieces, Piece("", self.mark, "¶" if self.mark else "")))


@dataclass(slots=True)
class Cell:
    blocks: list[Block]
    properties: str = ""
    in_control: bool = False


@dataclass(slots=True)
class Row:
    """A row; `layers` holds its own changes, outermost first."""

    cells: list[Cell]
    layers: str = ""
    in_control: bool = False


@dataclass(slots=True)
class Table:
    rows: list[Row]
    columns: int

    def there(self, view: ViewName) -> bool:
        return any(shows(row.layers, view) for row in self.rows)


@dataclass(slots=True)
class Group:
    """Paragraphs inside a block-level content control or custom XML element; none of them joins one outside."""

    blocks: list[Block]
    wrap: Callable[[str], str]


Block = Paragraph | Table | Group


@dataclass(frozen=True, slots=True)
class Logical:
    """A paragraph of a view: its text, and the physical paragraph whose mark ends it and so gives its label."""

    text: str
    last: Paragraph


def logical(blocks: list[Block], view: ViewName) -> Iterator[Logical]:
    """Give the paragraphs of a container as a view shows them.

    One whose mark is missing before a table goes with its last word.
    """
    text = ""
    there = [block for block in blocks if not isinstance(block, Table) or block.there(view)]
    for block, following in zip(there, [*there[1:], None], strict=True):
        if isinstance(block, Group):
            yield from logical(block.blocks, view)
        elif isinstance(block, Table):
            for row in block.rows:
                if shows(row.layers, view):
                    for cell in row.cells:
                        yield from logical(cell.blocks, view)
        else:
            text += text_in(view, block.pieces)
            ends = bool(text) if isinstance(following, Table) else following is None or isinstance(following, Group)
            if shows(block.mark, view) or ends:
                yield Logical(text, block)
                text = ""


def physical(blocks: list[Block], view: ViewName | None = None) -> Iterator[Paragraph]:
    """Give every paragraph in the order of the file, or those alone whose rows exist in a view."""
    for block in blocks:
        if isinstance(block, Group):
            yield from physical(block.blocks, view)
        elif isinstance(block, Table):
            for row in block.rows:
                if view is None or shows(row.layers, view):
                    for cell in row.cells:
                        yield from physical(cell.blocks, view)
        else:
            yield block


def _followers(blocks: list[Block], mark: str) -> list[Block | None]:
    """Give the block that stands behind a mark in each view that lacks it."""
    found: list[Block | None] = []
    for view in VIEWS:
        if not shows(mark, view):
            there = (block for block in blocks if not isinstance(block, Table) or block.there(view))
            found.append(next(there, None))
    return found


def settle(c: Context, blocks: list[Block], in_cell: bool = False) -> None:
    """Take away the tracked marks whose fate the standard leaves open.

    These are a mark before a control or at the end of one or of a story, and one before a table unless some text stays
    in both views or all of it goes with the mark. At the end of a cell the case is clear: a cell keeps its last
    paragraph.
    """
    for number, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not block.mark:
            continue
        following = _followers(blocks[number + 1 :], block.mark)
        holds_story = BOX_PLACE in block.xml or any(piece.note for piece in block.pieces)
        if holds_story and not c.use("tracked mark after a note or box"):
            block.mark = ""
        if all(isinstance(one, Paragraph) for one in following):
            continue
        certain = any(piece.text and not piece.layers for piece in block.pieces)
        whole = all(piece.layers == block.mark for piece in block.pieces)
        before_table = all(isinstance(one, Paragraph | Table) for one in following) and (
            (certain and c.use("tracked mark before a table"))
            or (whole and c.use("paragraph tracked whole before a table"))
        )
        if not (before_table or (in_cell and following[0] is None and c.use("tracked mark at the end of a cell"))):
            block.mark = ""
