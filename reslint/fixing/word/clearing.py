"""Comments of earlier runs, taken out of a file again: each with its range and its mark, and no byte beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reslint.documents.word.names import WORD, table
from reslint.documents.word.package import Package
from reslint.documents.xml import Attributes, Part
from reslint.fixing.word.archive import replaced
from reslint.fixing.word.comments import part_of
from reslint.fixing.word.cuts import Revision
from reslint.fixing.word.elements import WRAPPERS
from reslint.fixing.word.tags import after_tag, as_utf_8

MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
HOLDERS = ("r", *WRAPPERS)
"""What goes with the last thing in it."""
ANSWERED = re.compile(rb"""paraIdParent\s*=\s*["'](\w+)["']""")
ANSWERS = "commentsExtended"
PARAGRAPH_ID = "http://schemas.microsoft.com/office/word/2010/wordml paraId"


@dataclass(slots=True)
class Open:
    """An element that is open: its start tag, what it is if that matters, and how many of its children go."""

    start: int
    kind: str
    goes: bool = False
    children: int = 0
    gone: int = 0


def cleared(package: Package, ids: Collection[str], by: Revision) -> tuple[bytes, int]:
    """The bytes of a Word file without the comments of these ids, and how many went.

    Only those go that carry the signs of `by`, and that nobody answered. Raises ReslintError for no good XML.
    """
    part = part_of(package)
    if part is None:
        return package.data, 0
    answered = {match[1].decode() for data in _answers(package) for match in ANSWERED.finditer(data)}
    comments = as_utf_8(package.read(part), package.name, part)
    found = list(_comments(comments, package.name, part))
    counted = Counter(one.id for one in found)
    going = [
        one
        for one in found
        if one.id in ids
        and counted[one.id] == 1
        and (one.author, one.initials) == (by.author, by.initials)
        and not answered & one.paragraphs
    ]
    if not going:
        return package.data, 0
    text = as_utf_8(package.read(package.main), package.name, package.main)
    marks = _marks(text, package.name, package.main, {one.id for one in going})
    members = {
        part: _without(comments, [(one.start, one.end) for one in going]),
        package.main: _without(text, marks),
    }
    return replaced(package.data, package.name, members), len(going)


@dataclass(slots=True)
class WrittenComment:
    """A comment as it stands in its part: its bytes, who wrote it, and the ids of its paragraphs."""

    start: int
    id: str
    author: str
    initials: str
    paragraphs: set[str]
    end: int = 0


def _answers(package: Package) -> Iterator[bytes]:
    for one in package.relationships(package.main):
        if one.kind == ANSWERS and not one.external and one.target in package.parts:
            yield as_utf_8(package.read(one.target), package.name, one.target)


def _comments(data: bytes, name: str, part: str) -> Iterator[WrittenComment]:
    reader = Part(name, part)
    found: list[WrittenComment] = []
    names = table({"comment": None})
    depth = 0

    def start(element: str, attributes: Attributes) -> None:
        nonlocal depth
        if depth == 1 and element in names:
            said = [_said(attributes, what) for what in ("id", "author", "initials")]
            found.append(WrittenComment(reader.parser.CurrentByteIndex, said[0], said[1], said[2], set()))
        elif depth > 1 and found:
            found[-1].paragraphs |= {attributes[PARAGRAPH_ID]} if PARAGRAPH_ID in attributes else set()
        depth += 1

    def end(element: str) -> None:
        nonlocal depth
        depth -= 1
        if depth == 1 and element in names:
            found[-1].end = _end_of(data, found[-1].start, reader.parser.CurrentByteIndex)

    reader.parse(data, start, end)
    return iter(found)


def _marks(data: bytes, name: str, part: str, ids: Collection[str]) -> list[tuple[int, int]]:
    """The bytes of the ranges and marks of comments, and of what holds nothing else; they may lie in each other."""
    reader = Part(name, part)
    kinds = table({kind: kind for kind in (*MARKS, *HOLDERS, "rPr")})
    opened = [Open(0, "")]
    going: list[tuple[int, int]] = []

    def start(element: str, attributes: Attributes) -> None:
        kind = kinds.get(element, "")
        if not (kind == "rPr" and opened[-1].kind == "r"):
            opened[-1].children += 1
        goes = kind in MARKS and _said(attributes, "id") in ids
        opened.append(Open(reader.parser.CurrentByteIndex, kind, goes))

    def end(_: str) -> None:
        one = opened.pop()
        if one.goes or (one.kind in HOLDERS and one.gone and one.gone == one.children):
            opened[-1].gone += 1
            going.append((one.start, _end_of(data, one.start, reader.parser.CurrentByteIndex)))

    reader.parse(data, start, end)
    return going


def _end_of(data: bytes, start: int, closing: int) -> int:
    """The byte after an element that begins at a byte, and whose end tag, if it has one, begins at another."""
    inside = after_tag(data, start)
    return inside if data[inside - 2 : inside] == b"/>" else after_tag(data, closing)


def _said(attributes: Attributes, name: str) -> str:
    return next((attributes[key] for key in (f"{space} {name}" for space in WORD) if key in attributes), "")


def _without(data: bytes, ranges: Collection[tuple[int, int]]) -> bytes:
    pieces = []
    cursor = 0
    for start, end in sorted(ranges):
        if start >= cursor:
            pieces.append(data[cursor:start])
        cursor = max(cursor, end)
    return b"".join([*pieces, data[cursor:]])
