"""From a parse tree to what was written: numbers, editions and the words that name a body.

Offsets here are zero-based characters of the candidate's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reslint.citations.model import Mark

if TYPE_CHECKING:
    from lark import Lark, Token, Tree


@dataclass(slots=True)
class ReadEdition:
    """An edition as written, and whether a sign separates it from the one before."""

    place: Token | None = None
    year: Token | None = None
    label: Token | None = None
    marks: tuple[Token, ...] = ()
    mark: Mark = Mark.PLAIN
    apart: bool = True
    in_prose: bool = False


@dataclass(slots=True)
class ReadNumber:
    """A number of a list, with its own parenthesis if it has one."""

    number: Token
    series: Token | None = None
    editions: list[ReadEdition] = field(default_factory=list)
    parenthesis: tuple[int, int] | None = None


@dataclass(slots=True)
class ReadCitation:
    """A whole candidate: the words before the head, the head, its numbers, and what follows them."""

    head: Token
    numbers: list[ReadNumber]
    before: list[Token]
    after: list[Token] = field(default_factory=list)
    following: list[ReadEdition] = field(default_factory=list)
    following_at: tuple[int, int] | None = None
    end: int = 0


MARKS = {"REVISED": Mark.REVISED, "MODIFIED": Mark.MODIFIED, "ADOPTED": Mark.ADOPTED}
TAILS = {"adopted": Mark.ADOPTED, "modified": Mark.MODIFIED}


def parse(parser: Lark, text: str) -> ReadCitation | None:
    """Read one candidate; None where the text is not a citation after all."""
    from lark.exceptions import UnexpectedInput

    for _ in range(3):
        try:
            return _citation(parser.parse(text), text)
        except UnexpectedInput as error:
            cut = error.pos_in_stream or 0
            if not 0 < cut <= len(text):
                return None
            text = text[: cut - 1 if cut == len(text) else cut].rstrip().rstrip("(,;")
    return None


def _citation(tree: Tree[Any], text: str) -> ReadCitation:
    before: list[Token] = []
    numbers: list[ReadNumber] = []
    head: Token | None = None
    read: ReadCitation | None = None
    end = len(text)
    for child in tree.children:
        kind = getattr(child, "type", None) or child.data
        if kind == "lead":
            before = list(child.children)
        elif kind in ("ONE", "MANY"):
            head = child
        elif kind == "number":
            numbers.append(_number(child))
        elif kind == "REST":
            end = child.start_pos
        else:
            if read is None:
                assert head is not None
                read = ReadCitation(head, numbers, before)
            _tail(read, child)
    if read is None:
        assert head is not None
        read = ReadCitation(head, numbers, before)
    read.end = end
    return read


def _number(tree: Tree[Any]) -> ReadNumber:
    series: Token | None = None
    number: Token | None = None
    editions: list[ReadEdition] = []
    parenthesis = None
    for child in tree.children:
        kind = getattr(child, "type", None)
        if kind == "SERIES":
            series = child
        elif kind is not None:
            number = child
        else:
            editions, parenthesis = _parenthesis(child)
    assert number is not None
    return ReadNumber(number, series, editions, parenthesis)


def _parenthesis(tree: Tree[Any]) -> tuple[list[ReadEdition], tuple[int, int]]:
    editions: list[ReadEdition] = []
    start = tree.children[0].start_pos
    end = start
    outer: tuple[Token, ...] = ()
    for child in tree.children:
        if getattr(child, "type", None) is not None:
            end = child.end_pos
        elif child.data == "mark":
            outer = tuple(child.children)
        else:
            editions, end = _editions(child, outer)
            outer = ()
    return editions, (start, end)


def _editions(tree: Tree[Any], outer: tuple[Token, ...]) -> tuple[list[ReadEdition], int]:
    editions: list[ReadEdition] = []
    apart = True
    end = 0
    for child in tree.children:
        if getattr(child, "type", None) == "COMMA":
            apart = True
            end = child.end_pos
            continue
        edition = ReadEdition(apart=apart)
        marks = outer
        outer = ()
        for part in child.children:
            kind = getattr(part, "type", None)
            if kind is None:
                marks += tuple(part.children)
                end = part.children[-1].end_pos
                continue
            end = max(end, part.end_pos)
            if kind == "PLACE":
                edition.place = part
            elif kind == "YEAR":
                edition.year = part
            elif kind == "LABEL":
                edition.label = part
            elif kind in MARKS:
                marks += (part,)
        edition.marks = marks
        if marks:
            edition.mark = MARKS[marks[-1].type]
        elif not apart and editions:
            edition.mark = editions[-1].mark
        editions.append(edition)
        apart = False
    _pair(editions)
    return editions, end


def _pair(editions: list[ReadEdition]) -> None:
    """Where a later session modified, an unmarked earlier one adopted."""
    if any(edition.mark is Mark.MODIFIED for edition in editions):
        for edition in editions:
            if edition.mark is Mark.PLAIN:
                edition.mark = Mark.ADOPTED


def _tail(read: ReadCitation, tree: Tree[Any]) -> None:
    kind = tree.data
    start = len(read.following)
    mark = TAILS.get(kind, Mark.PLAIN)
    place: Token | None = None
    lead: tuple[Token, ...] = ()
    apart = True
    for child in tree.children:
        name = getattr(child, "type", None)
        if name in ("BODY", "OTHER", "THIS"):
            read.after.append(child)
        elif name == "PLACE":
            place = child
        elif name == "YEAR":
            read.following.append(
                ReadEdition(place=place, year=child, marks=lead, mark=mark, apart=apart, in_prose=True)
            )
            apart = False
        elif name == "LABEL":
            read.following.append(ReadEdition(label=child, marks=lead, mark=mark, in_prose=True))
        elif name == "TAIL_REVISED":
            lead, mark = (child,), Mark.REVISED
        elif name in ("TAIL_MARK", "TAIL_ADOPTED", "TAIL_MODIFIED"):
            lead = (child,)
        elif name is None:
            editions, where = _parenthesis(child)
            if kind == "marked":
                for edition in editions:
                    edition.mark, edition.marks = Mark.MODIFIED, lead
            read.following.extend(editions)
            read.following_at = where
    if kind == "of_session" and len(read.following) > start:
        for edition in read.following[start:]:
            edition.mark = Mark.ADOPTED
    _pair(read.following)
