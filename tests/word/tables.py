"""Tables in XML: rows with tracked changes, merged cells, controls round rows and cells."""

from __future__ import annotations

from context import Context
from inlines import control
from paragraphs import MARKS, Block, Cell, Group, Row, Table

TABLE_PROPERTIES = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
BOX_PROPERTIES = '<w:tcW w:w="3000" w:type="dxa"/>'


def render(c: Context, blocks: list[Block]) -> str:
    """Give the XML of a container's blocks."""
    return "".join(_block(c, block) for block in blocks)


def _block(c: Context, block: Block) -> str:
    if isinstance(block, Group):
        return block.wrap(render(c, block.blocks))
    if isinstance(block, Table):
        grid = "".join('<w:gridCol w:w="3000"/>' for _ in range(block.columns))
        rows = "".join(_row(c, row) for row in block.rows)
        return f"<w:tbl>{TABLE_PROPERTIES}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    return block.render(c)


def _row(c: Context, row: Row) -> str:
    marks = "".join(f"<w:{MARKS[layer]} {c.revision()}/>" for layer in row.layers)
    properties = f"<w:trPr>{marks}</w:trPr>" if marks else ""
    xml = f"<w:tr>{properties}{''.join(_cell(c, cell) for cell in row.cells)}</w:tr>"
    return control(c, xml) if row.in_control else xml


def _cell(c: Context, cell: Cell) -> str:
    xml = f"<w:tc><w:tcPr>{BOX_PROPERTIES}{cell.properties}</w:tcPr>{render(c, cell.blocks)}</w:tc>"
    return control(c, xml) if cell.in_control else xml
