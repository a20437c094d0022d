"""Random Word files whose views are known by construction, so that a reader can be held against them.

Every construct states its XML and, apart from it, what each view shows; nothing is read back. A seed always gives the
same file.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from blocks import body
from context import Context
from excluded import INVALID, OFFICE_DIFFERS
from listing import Lister
from numbering import Numbering, make_numbering
from objects import BOX_PLACE, note_mark
from packages import Part, package
from paragraphs import Block, Logical, logical, physical
from showing import VIEWS, ViewName
from stories import Expected, anchors, box, box_content, comments, note, plain_views, running_title
from styles import styles
from tables import render

SECTION = (
    '<w:sectPr>{}<w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
    'w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
NOTE_SEPARATORS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>'
)


@dataclass(frozen=True, slots=True)
class Built:
    """A file, the views it must show (in the shape of the `*.expected.json` samples), and the constructs in it."""

    data: bytes
    expected: dict[str, dict[str, Any]]
    constructs: frozenset[str]


def build(seed: int, *, for_office: bool = False, valid: bool = False) -> Built:
    """Build the file of a seed.

    With `for_office` it leaves out what LibreOffice is known to treat otherwise than Word, with `valid` what the
    Open XML SDK refuses though the standard allows it or readers meet it.
    """
    excluded = {*(OFFICE_DIFFERS if for_office else ()), *(INVALID if valid else ())}
    c = Context(Random(seed), frozenset(excluded), in_body=True)
    blocks = body(c)
    numbering = make_numbering(c)
    views: dict[ViewName, list[Logical]] = {view: list(logical(blocks, view)) for view in VIEWS}
    Lister(c, numbering).lay_out(blocks, views)
    expected: dict[str, dict[str, Any]] = {"body": dict(_labelled(blocks, views, numbering))}
    document = render(c, blocks)
    present = anchors(blocks)
    c.in_body = False
    if c.wants_box:
        inside = box_content(c)
        document = document.replace(BOX_PLACE, box(c, inside))
        expected["textbox"] = dict(plain_views(inside, BOX_PLACE, present))
    parts = {
        "rId1": Part("styles", "styles", styles(numbering)),
        "rId2": Part("numbering", "numbering", numbering.xml()),
    }
    parts |= _notes(c, expected, present)
    references = _running_titles(c, expected, parts)
    if c.comments:
        parts["rId7"] = Part("comments", "comments", comments(c))
    data = package(c, f"<w:body>{document}{SECTION.format(references)}</w:body>", parts)
    return Built(data, expected, frozenset(c.used))


def _labelled(blocks: list[Block], views: dict[ViewName, list[Logical]], numbering: Numbering) -> Expected:
    """Give the views of the body, with the labels that its lists give in each."""
    result: Expected = {}
    for view, lines in views.items():
        labels = numbering.labels(line.last.layouts[view].item for line in lines)
        result[view] = [[label, line.text] if label else line.text for label, line in zip(labels, lines, strict=True)]
    result["markup"] = [paragraph.physical() for paragraph in physical(blocks)]
    return result


def _notes(c: Context, expected: dict[str, dict[str, Any]], present: dict[ViewName, set[str]]) -> dict[str, Part]:
    parts = {}
    for identity, kind in (("rId3", "footnote"), ("rId4", "endnote")):
        xml = [NOTE_SEPARATORS.format(kind)]
        stories: dict[str, Any] = {}
        for number, asked in enumerate(c.notes[kind], start=1):
            blocks = note(c, kind, asked)
            xml.append(f'<w:{kind} w:id="{number}">{render(c, blocks)}</w:{kind}>')
            stories[str(number)] = plain_views(blocks, note_mark(kind, number), present)
        if stories:
            expected[f"{kind}s"] = stories
            parts[identity] = Part(f"{kind}s", f"{kind}s", "".join(xml))
    return parts


def _running_titles(c: Context, expected: dict[str, dict[str, Any]], parts: dict[str, Part]) -> str:
    """Add a header and a footer perhaps, and give the section's references to them."""
    references = ""
    for identity, kind, root in (("rId5", "header", "hdr"), ("rId6", "footer", "ftr")):
        if c.use(kind, 0.25):
            blocks = running_title(c)
            parts[identity] = Part(kind, root, render(c, blocks))
            expected[kind] = dict(plain_views(blocks))
            references += f'<w:{kind}Reference w:type="default" r:id="{identity}"/>'
    return references
