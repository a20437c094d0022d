"""Paragraphs and tables by chance: paragraphs inserted, deleted, moved, split and joined; rows that come and go."""

from __future__ import annotations

from collections.abc import Callable

from context import AUTHORS, Choice, Context
from fields import mark, opening
from inlines import control, deleted, inlines, inserted, kept, move_range, moved, moved_in_range
from paragraphs import Block, Cell, Group, Paragraph, Row, Table, settle
from runs import runs
from showing import Piece, joined
from wording import citation, phrase, sentence

ADDED, GONE, BOTH = "+", "-", "+-"


def ordinary(c: Context, mark: str = "") -> list[Block]:
    made = inlines(c)
    return [Paragraph(made.xml, made.pieces, mark)]


def _added(c: Context) -> list[Block]:
    author = _one_author(c)
    made = joined(inserted(c, sentence(c.random), author) for _ in range(c.random.randint(1, 2)))
    return [Paragraph(made.xml, made.pieces, ADDED, author)]


def _gone(c: Context) -> list[Block]:
    author = _one_author(c)
    made = joined(deleted(c, sentence(c.random), author) for _ in range(c.random.randint(1, 2)))
    return [Paragraph(made.xml, made.pieces, GONE, author)]


def _one_author(c: Context) -> str | None:
    """Give one author for a paragraph and its mark, or nobody: then each change of it has an author of its own."""
    return None if c.use("paragraph changed by several authors", 0.3) else c.random.choice(AUTHORS)


def _added_and_gone(c: Context) -> list[Block]:
    text = sentence(c.random)
    inner = f"<w:del {c.revision()}>{runs(c, text, deleted=True)}</w:del>"
    return [Paragraph(f"<w:ins {c.revision()}>{inner}</w:ins>", (Piece(text, BOTH),), BOTH)]


def _emptied(c: Context) -> list[Block]:
    """Delete all runs but keep the mark: an empty paragraph stays, with its number."""
    made = deleted(c, sentence(c.random))
    return [Paragraph(made.xml, made.pieces)]


def _moved(c: Context, here: bool, text: str, name: str) -> Block:
    mark = ">" if here else "<"
    if c.use("moved range outside the paragraph", 0.5):
        made, (before, after) = moved(c, text, here), move_range(c, name, here)
        return Paragraph(made.xml, made.pieces, mark, AUTHORS[0], before, after)
    made = moved_in_range(c, text, name, here)
    return Paragraph(made.xml, made.pieces, mark, AUTHORS[0])


def _moved_near(c: Context) -> list[Block]:
    """Move a paragraph over another one, up or down."""
    text, name, here = citation(c.random), f"move{c.next_id()}", c.chance(0.5)
    return [_moved(c, here, text, name), *ordinary(c), _moved(c, not here, text, name)]


def _field_over_paragraphs(c: Context, closed: bool = True) -> list[Block]:
    texts = [phrase(c.random) for _ in range(c.random.randint(2, 3))]
    xml = [runs(c, text) for text in texts]
    xml[0] = f"{opening()}{xml[0]}"
    if closed:
        xml[-1] += mark("end")
    return [Paragraph(inside, (Piece(text),)) for inside, text in zip(xml, texts, strict=True)]


def _deleted_field_over_paragraphs(c: Context) -> list[Block]:
    texts = [citation(c.random) for _ in range(2)]
    starts, ends = (opening().replace("instrText", "delInstrText"), ""), ("", mark("end"))
    xml = [
        f"<w:del {c.revision()}>{start}{runs(c, text, deleted=True)}{end}</w:del>"
        for start, text, end in zip(starts, texts, ends, strict=True)
    ]
    return [Paragraph(inside, (Piece(text, GONE),), GONE) for inside, text in zip(xml, texts, strict=True)]


def _controlled(c: Context) -> list[Block]:
    return [_group(c, lambda inside: control(c, inside))]


def _block_custom_xml(c: Context) -> list[Block]:
    return [_group(c, lambda inside: f'<w:customXml w:uri="urn:example" w:element="part">{inside}</w:customXml>')]


def _group(c: Context, wrap: Callable[[str], str]) -> Group:
    inside = paragraphs(c, 1, 3)
    settle(c, inside)
    return Group(inside, wrap)


PARAGRAPHS: tuple[tuple[float, str, Callable[[Context], list[Block]]], ...] = (
    (10, "ordinary paragraph", ordinary),
    (1, "inserted paragraph", _added),
    (1, "deleted paragraph", _gone),
    (0.4, "paragraph inserted and deleted", _added_and_gone),
    (0.5, "emptied paragraph", _emptied),
    (0.7, "inserted mark", lambda c: ordinary(c, ADDED)),
    (0.7, "deleted mark", lambda c: ordinary(c, GONE)),
    (0.4, "mark inserted and deleted", lambda c: ordinary(c, BOTH)),
    (0.6, "moved paragraph", _moved_near),
    (0.4, "empty paragraph", lambda _: [Paragraph()]),
    (0.4, "field over paragraphs", _field_over_paragraphs),
    (0.25, "unclosed field", lambda c: _field_over_paragraphs(c, closed=False)),
    (0.25, "deleted field over paragraphs", _deleted_field_over_paragraphs),
)
BLOCKS: tuple[tuple[float, str, Callable[[Context], list[Block]]], ...] = (
    *PARAGRAPHS,
    (0.5, "block control", _controlled),
    (0.4, "block custom XML", _block_custom_xml),
    (1, "table", lambda c: [table(c)]),
    (0.3, "table tracked whole", lambda c: [_tracked_table(c)]),
)


def paragraphs(c: Context, least: int, most: int) -> list[Block]:
    """Give paragraphs alone; their marks are not yet settled."""
    return _several(c, PARAGRAPHS, c.random.randint(least, most))


def body(c: Context) -> list[Block]:
    """Give the blocks of a body, which ends with a paragraph as Word's do."""
    result = [*_several(c, BLOCKS, c.random.randint(4, 14)), *ordinary(c)]
    if isinstance(result[0], Table) and not c.use("table at the start"):
        result = [*ordinary(c), *result]
    settle(c, result)
    return result


def _several(
    c: Context, makers: tuple[tuple[float, str, Callable[[Context], list[Block]]], ...], number: int
) -> list[Block]:
    choices: list[Choice[list[Block]]] = [(weight, name, lambda make=make: make(c)) for weight, name, make in makers]
    result: list[Block] = []
    for _ in range(number):
        result += c.pick(choices)
        if not c.use("tracked paragraphs in a row"):
            result += ordinary(c)
    return result


def table(c: Context, nested: bool = False) -> Table:
    """Give a table whose first row is there in both views, so that it never vanishes whole."""
    columns = c.random.randint(1, 2) if nested else c.random.randint(2, 3)
    more = c.random.randint(0, 1 if nested else 2)
    result = [_row(c, columns, nested), *(_tracked_row(c, columns) or _row(c, columns, nested) for _ in range(more))]
    if columns > 1 and len(result) > 1 and c.use("cells merged down", 0.15):
        for row, value in zip(result, (' w:val="restart"', *[""] * len(result)), strict=False):
            row.cells[-1].properties = f"<w:vMerge{value}/>"
    if columns > 1 and not nested and c.use("cells merged across", 0.2):
        merged = _cell(c, nested)
        merged.properties = '<w:gridSpan w:val="2"/>'
        result.append(Row([merged, *(_cell(c, nested) for _ in range(columns - 2))]))
    return Table(result, columns)


def _tracked_row(c: Context, columns: int) -> Row | None:
    """Perhaps give a row with a change of its own; Word marks what is in it too, other producers do not."""
    for name, layers in (("inserted row", ADDED), ("deleted row", GONE), ("row inserted and deleted", BOTH)):
        if c.use(name, 0.2):
            make = {ADDED: _added, GONE: _gone, BOTH: _added_and_gone}[layers]
            if layers != BOTH and c.use("row mark alone", 0.4):
                make = ordinary
            return Row([Cell(make(c)) for _ in range(columns)], layers)
    return None


def _tracked_table(c: Context) -> Table:
    """Give a table that somebody put in or took out."""
    layers, make = c.random.choice(((ADDED, _added), (GONE, _gone)))
    columns = c.random.randint(1, 2)
    rows = [Row([Cell(make(c)) for _ in range(columns)], layers) for _ in range(c.random.randint(1, 2))]
    return Table(rows, columns)


def _row(c: Context, columns: int, nested: bool) -> Row:
    return Row([_cell(c, nested) for _ in range(columns)], in_control=c.use("row control", 0.06))


def _cell(c: Context, nested: bool) -> Cell:
    if not nested and c.use("nested table", 0.06):
        inside: list[Block] = [*ordinary(c), table(c, nested=True), Paragraph()]
    elif c.use("several paragraphs in a cell", 0.2):
        inside = paragraphs(c, 2, 3)
    elif c.chance(0.5):
        inside = paragraphs(c, 1, 1)
    else:
        text = phrase(c.random)
        inside = [Paragraph(kept(c, text).xml, (Piece(text),))]
    settle(c, inside, in_cell=True)
    return Cell(inside, in_control=c.use("cell control", 0.04))
