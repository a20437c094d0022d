"""The stories beside the body: notes, header and footer, a text box, and the comments, which are no text at all."""

from __future__ import annotations

from blocks import paragraphs
from context import Context, Note
from inlines import inserted, simple
from objects import BOX_PLACE, MARK_STYLE
from paragraphs import Block, Paragraph, logical, physical, settle
from runs import content
from showing import VIEWS, Inline, Piece, ViewName, joined, shows
from tables import render
from wording import FAKE_CITATION, sentence

Expected = dict[str, list[object]]


def anchors(body: list[Block]) -> dict[ViewName, set[str]]:
    """Give the places of notes and of the text box that a view of the body still has.

    Word keeps neither a note without its mark nor a box without its paragraph.
    """
    result: dict[ViewName, set[str]] = {}
    for view in VIEWS:
        present = list(physical(body, view))
        notes = {piece.note for paragraph in present for piece in paragraph.pieces if shows(piece.layers, view)}
        boxes = {BOX_PLACE for paragraph in present if BOX_PLACE in paragraph.xml}
        result[view] = notes | boxes
    return result


def plain_views(blocks: list[Block], anchor: str = "", present: dict[ViewName, set[str]] | None = None) -> Expected:
    """Give the views of a story without automatic numbering; one is empty where the body has lost the anchor."""
    views: Expected = {
        view: [line.text for line in logical(blocks, view)] if present is None or anchor in present[view] else []
        for view in VIEWS
    }
    views["markup"] = [paragraph.physical() for paragraph in physical(blocks)]
    return views


def note(c: Context, kind: str, asked: Note) -> list[Block]:
    """Make the content of a note; an inserted one has nothing but inserted text."""
    if asked.custom:
        start = Inline(f"<w:r>{MARK_STYLE}{content(c, '*')}</w:r>", (Piece("*"),))
    else:
        start = Inline(f"<w:r>{MARK_STYLE}<w:{kind}Ref/></w:r>")
    if asked.layer:
        rest: list[Block] = []
        text = joined((start, inserted(c, f" {sentence(c.random)}")))
    else:
        rest = paragraphs(c, 1, 2) if c.use("several paragraphs in a note", 0.3) else []
        text = joined((start, simple(c)))
    blocks = [Paragraph(text.xml, text.pieces, "+" if rest and c.chance(0.3) else ""), *rest]
    settle(c, blocks)
    return blocks


def running_title(c: Context) -> list[Block]:
    """Make a header or a footer."""
    made = simple(c)
    return [Paragraph(made.xml, made.pieces)]


def comments(c: Context) -> str:
    """Write the comments that the body refers to."""
    return "".join(
        f'<w:comment w:id="{number}" w:author="Editor" w:date="2024-05-06T07:08:09Z" w:initials="E"><w:p><w:r>'
        f"<w:annotationRef/></w:r><w:r><w:t>See {FAKE_CITATION}</w:t></w:r></w:p></w:comment>"
        for number in range(c.comments)
    )


def box_content(c: Context) -> list[Block]:
    blocks = paragraphs(c, 1, 2)
    settle(c, blocks)
    return blocks


def box(c: Context, blocks: list[Block]) -> str:
    """Write the run that holds a text box: a shape with a copy for old readers, or only the old form."""
    inside = f"<w:txbxContent>{render(c, blocks)}</w:txbxContent>"
    old = (
        f'<w:pict><v:shape id="s{c.next_id()}" style="width:236pt;height:47pt"><v:textbox>{inside}</v:textbox>'
        "</v:shape></w:pict>"
    )
    if c.use("text box in VML alone", 0.2):
        return f"<w:r>{old}</w:r>"
    c.used.add("text box with fallback")
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="600000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="3000000" cy="600000"/>'
        f'<wp:docPr id="{c.next_id()}" name="Resolution 91"/><a:graphic><a:graphicData uri="{uri}">{shape}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
