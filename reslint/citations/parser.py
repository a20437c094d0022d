"""From a parse tree to what was written: numbers, editions and the words that name a body.

Offsets here are zero-based characters of the candidate's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reslint.citations.automaton import Automaton, Misfit, Token, Tree
from reslint.citations.model import Mark


@dataclass(slots=True, eq=False, repr=False)
class ReadEdition:
    """An edition as written, and whether a sign separates it from the one before."""

    place: Token | None = None
    year: Token | None = None
    label: Token | None = None
    marks: tuple[Token, ...] = ()
    mark: Mark = Mark.PLAIN
    apart: bool = True
    in_prose: bool = False


@dataclass(slots=True, eq=False, repr=False)
class ReadNumber:
    """A number of a list, with its own parenthesis if it has one."""

    number: Token
    series: Token | None = None
    editions: list[ReadEdition] = field(default_factory=list)
    parenthesis: tuple[int, int] | None = None


@dataclass(slots=True, eq=False, repr=False)
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
TAILS = {"adopted": Mark.ADOPTED, "of_session": Mark.ADOPTED, "modified": Mark.MODIFIED}


def parse(parser: Automaton, text: str) -> ReadCitation | None:
    """Read one candidate; None where the text is not a citation after all."""
    for _ in range(3):
        try:
            return _citation(parser.parse(text), text)
        except Misfit as misfit:
            shorter = text[: misfit.at]
            opened = shorter.rfind("(")
            if opened > shorter.rfind(")"):
                shorter = shorter[:opened]
            shorter = shorter.rstrip(" \t\r\n,;")
            text = shorter if len(shorter) < len(text) else shorter[:-1]
    return None


def _citation(tree: Tree, text: str) -> ReadCitation:
    """The root: a lead, the head word, numbers, tails and the rest that is no part of it."""
    read = ReadCitation(_token(tree, "ONE", "MANY"), [], [], end=len(text))
    for child in tree.children:
        if child.type == "REST":
            assert isinstance(child, Token)
            read.end = child.start
        elif isinstance(child, Token):
            continue
        elif child.type == "lead":
            read.before = _tokens(child)
        elif child.type == "number":
            read.numbers.append(_number(child))
        else:
            _tail(read, child)
    return read


def _tokens(tree: Tree) -> list[Token]:
    return [child for child in tree.children if isinstance(child, Token)]


def _token(tree: Tree, *types: str) -> Token:
    return next(child for child in tree.children if isinstance(child, Token) and child.type in types)


def _number(tree: Tree) -> ReadNumber:
    read = ReadNumber(_token(tree, "SYMBOL", "NUMBER", "FOREIGN"))
    for child in tree.children:
        if isinstance(child, Tree):
            read.editions, read.parenthesis = _parenthesis(child)
        elif child.type == "SERIES":
            read.series = child
    return read


def _parenthesis(tree: Tree) -> tuple[list[ReadEdition], tuple[int, int]]:
    """The editions of a parenthesis and its range, up to the last word where it is never closed."""
    opened = _token(tree, "OPEN")
    editions: list[ReadEdition] = []
    end = opened.end
    outer: tuple[Token, ...] = ()
    for child in tree.children:
        if isinstance(child, Token):
            end = child.end
        elif child.type == "mark":
            outer = tuple(_tokens(child))
        else:
            editions, end = _editions(child, outer)
            outer = ()
    return editions, (opened.start, end)


def _editions(tree: Tree, outer: tuple[Token, ...]) -> tuple[list[ReadEdition], int]:
    """The editions in text order, and where the last of them ends; `outer` marks stand before the first."""
    editions: list[ReadEdition] = []
    apart = True
    end = 0
    for child in tree.children:
        if isinstance(child, Token):
            apart, end = True, child.end
            continue
        edition = ReadEdition(apart=apart, marks=outer)
        outer = ()
        for part in child.children:
            if isinstance(part, Tree):
                edition.marks += tuple(_tokens(part))
                continue
            end = part.end
            if part.type == "PLACE":
                edition.place = part
            elif part.type == "YEAR":
                edition.year = part
            elif part.type == "LABEL":
                edition.label = part
        if edition.marks:
            edition.mark = MARKS[edition.marks[-1].type]
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


def _tail(read: ReadCitation, tree: Tree) -> None:
    """What follows the numbers: the body, or editions in running words."""
    mark = TAILS.get(tree.type, Mark.PLAIN)
    place: Token | None = None
    lead: tuple[Token, ...] = ()
    apart = True
    for child in tree.children:
        if isinstance(child, Tree):
            editions, read.following_at = _parenthesis(child)
            for edition in editions:
                if lead:
                    edition.mark, edition.marks = Mark.MODIFIED, lead
            read.following += editions
        elif child.type in ("BODY", "OTHER", "THIS"):
            read.after.append(child)
        elif child.type == "PLACE":
            place = child
        elif child.type == "YEAR":
            read.following.append(ReadEdition(place, child, marks=lead, mark=mark, apart=apart, in_prose=True))
            apart = False
        elif child.type == "LABEL":
            read.following.append(ReadEdition(label=child, marks=lead, mark=mark, in_prose=True))
        elif child.type == "TAIL_REVISED":
            lead, mark = (child,), Mark.REVISED
        elif child.type in ("TAIL_MARK", "TAIL_ADOPTED", "TAIL_MODIFIED"):
            lead = (child,)
    _pair(read.following)
