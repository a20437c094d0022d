"""What was read of a candidate: its numbers, editions and the words that name a body, and the forms that these take.

Offsets are zero-based characters of the candidate's text.
"""

from __future__ import annotations

from typing import Any

from reslint.citations.automaton import Accepted, Token
from reslint.citations.model import Mark, ToldBy
from reslint.values import Record, made


class ReadEdition(Record):
    """An edition as written, and whether a sign separates it from the one before."""

    place: Token | None = None
    year: Token | None = None
    label: Token | None = None
    marks: tuple[Token, ...] = ()
    mark: Mark = Mark.PLAIN
    apart: bool = True
    in_prose: bool = False
    told: ToldBy = ToldBy.EDITION


class ReadParenthesis(Record):
    """What stands in the parenthesis of an edition: where it is, the body before the editions, and what comes behind
    them.
    """

    start: int
    end: int
    body: Token | None = None
    editions: list[ReadEdition] = made(factory=list)
    aside: Token | None = None
    respectively: bool = False


class ReadNumber(Record):
    """A number of a list, with its own parenthesis if it has one.

    `own` names its body, in parentheses or joined to it; `same` takes the edition of the citation before; `remarks` are
    parentheses that hold no edition, and what stands in one beside the editions. `range_to` is true where it ends a
    range that the number before it begins.
    """

    number: Token
    series: Token | None = None
    own: Token | None = None
    same: Token | None = None
    parenthesis: ReadParenthesis | None = None
    remarks: list[Token] = made(factory=list)
    range_to: bool = False

    @property
    def joined(self) -> Token | None:
        """The letters of a Sector or the short name of a body directly before it."""
        return self.series or (self.own if self.own and self.own.type == "JOINED" else None)

    @property
    def editions(self) -> list[ReadEdition]:
        """The editions in its own parenthesis."""
        return self.parenthesis.editions if self.parenthesis else []


class ReadCitation(Record):
    """A whole candidate: the words before the head, the head, its numbers, and what follows them."""

    head: Token
    numbers: list[ReadNumber]
    before: list[Token]
    after: list[Token] = made(factory=list)
    following: list[ReadEdition] = made(factory=list)
    following_at: ReadParenthesis | None = None
    end: int = 0

    @property
    def head_behind(self) -> bool:
        """Whether the head word stands behind the numbers."""
        return self.numbers[0].number.start < self.head.start


class Form:
    """What a citation is made of, whatever its words are: of each token, edition and parenthesis it is known which
    terminals it is of, and of everything else which of those it has; the last one of each is none.
    """

    def __init__(self, read: ReadCitation, accepted: Accepted) -> None:
        self._starts = {start: number for number, start in enumerate(accepted.starts)}
        self._ends = {end: number for number, end in enumerate(accepted.ends)}
        self._tokens: list[tuple[str, int]] = []
        self._editions: list[tuple[Any, ...]] = []
        self._parentheses: list[tuple[Any, ...]] = []
        self._known: dict[Token | ReadEdition, int] = {}
        self._numbers = [
            (
                self._token(number.number),
                self._token(number.series),
                self._token(number.own),
                self._token(number.same),
                self._parenthesis(number.parenthesis),
                list(map(self._token, number.remarks)),
                number.range_to,
            )
            for number in read.numbers
        ]
        self._head = self._token(read.head)
        self._before = list(map(self._token, read.before))
        self._after = list(map(self._token, read.after))
        self._following_at = self._parenthesis(read.following_at)
        self._following = list(map(self._edition, read.following))
        self._end = self._starts.get(read.end)
        del self._known, self._starts, self._ends

    def _token(self, token: Token | None) -> int:
        if token is None:
            return -1
        if token not in self._known:
            self._known[token] = len(self._tokens)
            self._tokens.append((token.type, self._starts[token.start]))
        return self._known[token]

    def _edition(self, edition: ReadEdition) -> int:
        if edition not in self._known:
            self._known[edition] = len(self._editions)
            tokens = (self._token(edition.place), self._token(edition.year), self._token(edition.label))
            marks = list(map(self._token, edition.marks))
            self._editions.append((*tokens, marks, edition.mark, edition.apart, edition.in_prose, edition.told))
        return self._known[edition]

    def _parenthesis(self, read: ReadParenthesis | None) -> int:
        if read is None:
            return -1
        where = self._starts[read.start], self._ends[read.end]
        editions = list(map(self._edition, read.editions))
        tokens = self._token(read.body), self._token(read.aside)
        self._parentheses.append((*where, editions, *tokens, read.respectively))
        return len(self._parentheses) - 1

    def filled(self, text: str, accepted: Accepted) -> ReadCitation:
        """The citation of a text with terminals of the same names."""
        _, starts, ends = accepted
        tokens: list[Any] = []
        new = tuple.__new__
        for name, number in self._tokens:
            start, end = starts[number], ends[number]
            tokens.append(new(Token, (name, text[start:end], start, end)))
        tokens.append(None)
        token = tokens.__getitem__
        editions = []
        for place, year, label, marks, *told in self._editions:
            editions.append(ReadEdition(tokens[place], tokens[year], tokens[label], tuple(map(token, marks)), *told))
        edition = editions.__getitem__
        parentheses: list[Any] = []
        for opened, closed, held, body, aside, respectively in self._parentheses:
            inside = tokens[body], list(map(edition, held)), tokens[aside], respectively
            parentheses.append(ReadParenthesis(starts[opened], ends[closed], *inside))
        parentheses.append(None)
        numbers = []
        for digits, series, own, same, parenthesis, remarks, range_to in self._numbers:
            beside = tokens[series], tokens[own], tokens[same], parentheses[parenthesis]
            numbers.append(ReadNumber(tokens[digits], *beside, list(map(token, remarks)), range_to))
        return ReadCitation(
            tokens[self._head],
            numbers,
            list(map(token, self._before)),
            list(map(token, self._after)),
            list(map(edition, self._following)),
            parentheses[self._following_at],
            len(text) if self._end is None else starts[self._end],
        )
