"""From a parse tree to what was written: numbers, editions and the words that name a body.

Offsets here are zero-based characters of the candidate's text.
"""

from __future__ import annotations

from typing import Any

from reslint.citations.automaton import Accepted, Automaton, Misfit, Token, Tree
from reslint.citations.model import Mark, ToldBy
from reslint.citations.read import Form, ReadCitation, ReadEdition, ReadNumber, ReadParenthesis
from reslint.lately import Lately

MOST = 512
"""The last so many forms are kept, and so many citations, and those asked for since."""


MARKS = {"REVISED": Mark.REVISED, "MODIFIED": Mark.MODIFIED, "ADOPTED": Mark.ADOPTED}
MARKS |= {"MARK_BEHIND": Mark.REVISED, "MODIFIED_BEHIND": Mark.MODIFIED}
TAILS = {"adopted": Mark.ADOPTED, "of_session": Mark.ADOPTED, "modified": Mark.MODIFIED}
# How a name is called by where it stands: behind a number, behind a head word, before a number.
STANDING = ("BESIDE_", "BETWEEN_", "BEFORE_")
NAMES = ("BODY", "OTHER", "THIS", "STRANGER", "PLAN", "AGAIN", "LABEL")


class Parser:
    """Reads candidates by an automaton. What the words of a citation are read as is kept, and what terminals in the
    same order are, whatever their words.
    """

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._forms: Lately[tuple[str, ...], Form] = Lately(MOST)
        self._known: Lately[str, tuple[tuple[Any, ...], ReadCitation]] = Lately(MOST)

    def read(self, text: str) -> ReadCitation | None:
        """Read one candidate; None where the text is not a citation after all."""
        for _ in range(4):
            try:
                return self._citation(text, self._automaton.accepted(text))
            except Misfit as misfit:
                shorter = text[: misfit.at]
                opened = shorter.rfind("(")
                if opened > shorter.rfind(")"):
                    shorter = shorter[:opened]
                shorter = shorter.rstrip(" \t\r\n,;")
                text = shorter if len(shorter) < len(text) else shorter[:-1]
        return None

    def _citation(self, text: str, accepted: Accepted) -> ReadCitation:
        names, starts, ends = accepted
        words = text
        if names[-1] == "REST":
            # What it is counts for nothing, but that it is there.
            words, ends = text[: starts[-1]], ends[:-1]
        of_terminals = names, starts, ends
        known = self._known.get(words)
        if known is not None and known[0] == of_terminals:
            return known[1]
        read = self._read(text, accepted)
        self._known.keep(words, (of_terminals, read))
        return read

    def _read(self, text: str, accepted: Accepted) -> ReadCitation:
        form = self._forms.get(accepted.names)
        if form is not None:
            return form.filled(text, accepted)
        tree = self._automaton.tree(accepted, text)
        read = _citation(tree, text)
        # What stands between the years of one tail parts them.
        if all(_count(child, "YEAR") < 2 for child in tree.children):
            self._forms.keep(accepted.names, Form(read, accepted))
        return read


def _count(child: Token | Tree, name: str) -> int:
    return sum(part.type == name for part in child.children) if isinstance(child, Tree) else 0


def _citation(tree: Tree, text: str) -> ReadCitation:
    """The root: a lead, the head word, numbers, tails and the rest that is no part of it."""
    closing = next((child for child in tree.children if isinstance(child, Tree) and child.type == "closing"), tree)
    read = ReadCitation(_token(closing, "ONE", "MANY"), [], [], end=len(text))
    ranged = False
    for child in tree.children:
        if child.type == "REST":
            assert isinstance(child, Token)
            read.end = child.start
        elif isinstance(child, Token):
            ranged = child.type == "TO"
        elif child.type in ("lead", "opening"):
            read.before += _tokens(child)
        elif child.type in ("item", "counted"):
            read.numbers.append(_item(child, ranged))
            ranged = False
        elif child.type == "closing":
            _said_of(read.numbers[-1], child)
        elif child.type == "of_bodies":
            _bodies(read, child)
        else:
            _tail(read, child)
    return read


def _tokens(tree: Tree) -> list[Token]:
    """The tokens directly in a tree, where from now on names are called the same wherever they stand."""
    for at, child in enumerate(tree.children):
        if isinstance(child, Token) and child.type.startswith(STANDING):
            _, _, name = child.type.partition("_")
            tree.children[at] = child._replace(type=name)
    return [child for child in tree.children if isinstance(child, Token)]


def _token(tree: Tree, *types: str) -> Token:
    for child in tree.children:
        if child.type in types:
            assert isinstance(child, Token)
            return child
    raise ValueError(f"{tree.type} has none of {', '.join(types)}")


def _item(tree: Tree, ranged: bool) -> ReadNumber:
    read = ReadNumber(_token(tree, "SYMBOL", "NUMBER", "FOREIGN"), range_to=ranged)
    _said_of(read, tree)
    return read


def _said_of(read: ReadNumber, tree: Tree) -> None:
    """What stands beside a number: its edition, its body, remarks, a title."""
    titled = False
    for child in tree.children:
        if isinstance(child, Tree) and child.type == "own_body":
            read.own = _token(child, "BODY", "OTHER", "SECTOR", "STRANGER")
        elif isinstance(child, Tree):
            parenthesis = _parenthesis(child)
            read.own = read.own or parenthesis.body
            if read.parenthesis is None:
                read.parenthesis = parenthesis
            else:
                # A second one goes on with the first, as "(Dubai, 2018) (Rev. Bucharest, 2022)" does, unless the words
                # of a title stand in that: "(Connect 2030 Agenda) (Dubai, 2018)".
                for edition in read.parenthesis.editions if read.parenthesis.aside else ():
                    edition.told = ToldBy.TITLE
                read.parenthesis.editions += parenthesis.editions
            for edition in parenthesis.editions if titled else ():
                edition.told = ToldBy.TITLE
            read.remarks += [parenthesis.aside] if parenthesis.aside else []
        elif child.type == "SERIES":
            read.series = child
        elif child.type == "JOINED":
            read.own = child
        elif child.type == "SAME":
            read.same = child
        elif child.type == "REMARK":
            read.remarks.append(child)
        titled = titled or (isinstance(child, Token) and child.type == "TITLE")


def _bodies(read: ReadCitation, tree: Tree) -> None:
    """The bodies of the numbers, one for each: "of WTDC and the Plenipotentiary Conference, respectively"."""
    bodies = [token for token in _tokens(tree) if token.type == "BODY"]
    if len(bodies) == len(read.numbers):
        for number, body in zip(read.numbers, bodies, strict=True):
            number.own = number.own or body


def _parenthesis(tree: Tree) -> ReadParenthesis:
    """The editions of a parenthesis and its range, up to the last word where it is never closed."""
    opened = _token(tree, "OPEN")
    read = ReadParenthesis(opened.start, opened.end)
    outer: tuple[Token, ...] = ()
    for child in tree.children:
        if isinstance(child, Token):
            read.end = child.end
            if child.type in ("ASIDE", "INNER"):
                read.aside = child
            elif child.type in ("BODY", "OTHER"):
                read.body = child
        elif child.type == "edition_in_parenthesis":
            inner = _parenthesis(child)
            read.editions, read.aside, read.end = inner.editions, inner.aside, inner.end
            read.respectively = inner.respectively
        elif child.type == "mark":
            outer = tuple(_tokens(child))
            read.end = outer[-1].end if outer else read.end
        else:
            _editions(read, child, outer)
            outer = ()
    return read


def _editions(read: ReadParenthesis, tree: Tree, outer: tuple[Token, ...]) -> None:
    """The editions in text order; `outer` marks stand before the first."""
    editions = read.editions
    apart = True
    for child in tree.children:
        if isinstance(child, Token):
            apart, read.end = True, child.end
            read.respectively = read.respectively or child.type == "RESPECTIVELY"
            continue
        edition = ReadEdition(apart=apart, marks=outer)
        outer = ()
        for part in child.children:
            if isinstance(part, Tree):
                edition.marks += tuple(_tokens(part))
                continue
            read.end = part.end
            if part.type in ("PLACE", "PLACE_BEHIND"):
                edition.place = part
            elif part.type in ("YEAR", "GLUED_YEAR", "YEAR_FIRST"):
                edition.year = part
            elif part.type == "LABEL":
                edition.label = part
            elif part.type in ("MARK_BEHIND", "MODIFIED_BEHIND", "REVISED"):
                edition.marks += (part,)
        if edition.marks:
            edition.mark = MARKS[edition.marks[-1].type]
        elif not apart and editions:
            edition.mark = editions[-1].mark
        editions.append(edition)
        apart = False
    _pair(editions)


def _pair(editions: list[ReadEdition]) -> None:
    """Where a later session modified, an unmarked earlier one adopted."""
    if any(edition.mark is Mark.MODIFIED for edition in editions):
        for edition in editions:
            if edition.mark is Mark.PLAIN:
                edition.mark = Mark.ADOPTED


def _tail(read: ReadCitation, tree: Tree) -> None:
    """What follows the numbers: the body, or editions in running words."""
    mark = TAILS.get(tree.type, Mark.PLAIN)
    tokens = _tokens(tree)
    of_body = any(token.type == "BODY" for token in tokens)
    # Behind a name in full its short name tells whose it is: "the Standardization Assembly (WTSA)".
    called = tree.type == "of_body" and any(token.type == "CLOSE" for token in tokens)
    place: Token | None = None
    lead: tuple[Token, ...] = ()
    apart, reached = True, 0
    for child in tree.children:
        if isinstance(child, Tree) and child.type == "edition_in_parenthesis":
            parenthesis = read.following_at = _parenthesis(child)
            for edition in parenthesis.editions:
                if lead:
                    edition.mark, edition.marks = Mark.MODIFIED, lead
                elif of_body and edition.mark is Mark.PLAIN:
                    edition.told = ToldBy.CONFERENCE
            read.following += parenthesis.editions
        elif isinstance(child, Tree) or (called and child.type == "STRANGER"):
            continue
        elif (child.type == "LABEL" and tree.type in ("of_label", "of_body")) or (
            child.type in NAMES and child.type != "LABEL"
        ):
            read.after.append(child)
        elif child.type == "PLACE":
            place = child
        elif child.type == "YEAR":
            # Words between two years part them: "in 2016 and in 2019".
            apart = apart or child.start - reached > 1
            read.following.append(ReadEdition(place, child, marks=lead, mark=mark, apart=apart, in_prose=True))
            apart, reached = False, child.end
        elif child.type == "LABEL":
            read.following.append(ReadEdition(label=child, marks=lead, mark=mark, in_prose=True))
        elif child.type == "TAIL_REVISED":
            lead, mark = (child,), Mark.REVISED
        elif child.type in ("TAIL_MARK", "TAIL_ADOPTED", "TAIL_MODIFIED"):
            lead = (child,)
    _pair(read.following)
