"""What a Word file says, by the tree of its XML: independent of reader and writer."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat

from reslint.documents.word.package import Package
from reslint.fixing.word.cuts import Note, Revision, RunChange
from reslint.fixing.word.writing import write_package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
MAIN = "word/document.xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
BY = Revision("reslint", "2024-10-15T12:00:00Z", "rl")
REVISIONS = ("ins", "del", "moveFrom", "moveTo")
CONTAINERS = ("p", "hyperlink", "sdt", "smartTag", "txbxContent")
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
MARKS = ("footnoteReference", "fldChar", "pict")
COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference")
PARAGRAPH = "¶"


class Sign(NamedTuple):
    """A character, a mark ("<pict>") or the end of a paragraph, and all that is around it, the outermost first."""

    sign: str
    revisions: tuple[tuple[str, str | None, str | None], ...]
    properties: str
    containers: tuple[str, ...]

    @property
    def ours(self) -> bool:
        return ("ins", BY.author, BY.date) in self.revisions


def main_part(body: str) -> bytes:
    """A main part with this in its body."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document {SPACES}><w:body>{body}</w:body></w:document>'.encode()


def packed(main: bytes) -> bytes:
    """A package around a main part."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), (MAIN, main)):
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6)), content)
    return data.getvalue()


def member(data: bytes, name: str = MAIN) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def written(main: bytes, changes: Sequence[RunChange], notes: Sequence[Note] = ()) -> bytes:
    """The main part after the writer was at it."""
    package = Package(packed(main), "draft.docx")
    return member(write_package(package, {MAIN: changes} if changes else {}, notes, BY))


def run_starts(main: bytes) -> list[int]:
    """The byte of every run."""
    parser = expat.ParserCreate(namespace_separator=" ")
    starts: list[int] = []
    parser.StartElementHandler = lambda name, _: starts.append(parser.CurrentByteIndex) if name == f"{W} r" else None
    parser.Parse(main, True)
    return starts


def local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def words(element: ElementTree.Element) -> str:
    """The characters of a child of a run."""
    if local(element) not in ("t", "delText"):
        return SIGNS.get(local(element), "")
    preserved = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    text = element.text or ""
    return text if preserved else text.strip(" \t\r\n")


def signs(main: bytes) -> list[Sign]:
    """All that a main part says, in its order; comments are none of it."""
    return list(_signs(ElementTree.fromstring(main), Sign("", (), "", ())))


def _signs(element: ElementTree.Element, around: Sign) -> Iterator[Sign]:
    name = local(element)
    if name in ("rPr", "pPr"):
        return
    if name in REVISIONS:
        by = (name, element.get(f"{{{W}}}author"), element.get(f"{{{W}}}date"))
        around = around._replace(revisions=(*around.revisions, by))
    elif name in CONTAINERS:
        around = around._replace(containers=(*around.containers, name))
    elif name == "r":
        properties = element.find(f"{{{W}}}rPr")
        said = "" if properties is None else ElementTree.tostring(properties, "unicode")
        around = around._replace(properties=re.sub(r' \w+:id="\d+"', "", said))
    elif name in MARKS:
        yield around._replace(sign=f"<{name}>")
    for sign in words(element):
        yield around._replace(sign=sign)
    for child in element:
        yield from _signs(child, around)
    if name == "p":
        yield around._replace(sign=PARAGRAPH)


def final(main: bytes) -> str:
    """The text after everything is accepted."""
    return _text(one for one in signs(main) if not {"del", "moveFrom"} & {kind for kind, _, _ in one.revisions})


def original(main: bytes) -> str:
    """The text after everything is rejected."""
    return _text(one for one in signs(main) if not {"ins", "moveTo"} & {kind for kind, _, _ in one.revisions})


def _text(of: Iterator[Sign]) -> str:
    return "".join(one.sign for one in of if len(one.sign) == 1)


def check(before: bytes, after: bytes) -> None:
    """Make sure that nothing was lost of what was there, and that what is new stands where it may."""
    kept = [one for one in signs(after) if not one.ours]
    theirs = [one._replace(revisions=tuple(by for by in one.revisions if by[1] != BY.author)) for one in kept]
    assert theirs == signs(before)
    assert original(after) == original(before)
    root = ElementTree.fromstring(after)
    numbered = [one.get(f"{{{W}}}id") for one in root.iter() if local(one) in (*REVISIONS, "rPrChange")]
    assert len(numbered) == len(set(numbered))
    assert _empty_runs(root) <= _empty_runs(ElementTree.fromstring(before))
    _check_places(root, ())


def _empty_runs(root: ElementTree.Element) -> int:
    return sum(local(one) == "r" and all(local(child) == "rPr" for child in one) for one in root.iter())


def _check_places(element: ElementTree.Element, around: tuple[ElementTree.Element, ...]) -> None:
    name = local(element)
    inside = [local(one) for one in around]
    own = element.get(f"{{{W}}}author") == BY.author
    if name in REVISIONS:
        assert any(local(one) == "r" for one in element.iter()), "an empty revision"
        assert not (own and name == "ins" and inside[-1] in REVISIONS), "our words in somebody's revision"
    if name in COMMENTS:
        assert not {*inside} & {*REVISIONS, "txbxContent"}, "a comment in a revision or a text box"
    if name == "t":
        ours = [one for one in around if local(one) == "del" and one.get(f"{{{W}}}author") == BY.author]
        assert not ours, "words that are deleted, and are not"
    for child in element:
        _check_places(child, (*around, element))
