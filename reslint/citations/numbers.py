"""From candidates to citations in the making: the numbers of a list, each with its editions and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.citations.beyond import Beyond, is_last, span_of
from reslint.citations.editions import Editions, year_of_label
from reslint.citations.lexicon import Lexicon
from reslint.citations.model import CitedEdition, Mark, PartialCitation, Span
from reslint.citations.patterns import fold
from reslint.citations.ranges import ends_of, may_be_range, split, was_adopted
from reslint.citations.scanner import Candidate
from reslint.citations.sharing import kept, own_bodies, share
from reslint.citations.unread_words import UnreadWords
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.automaton import Token
    from reslint.citations.read import ReadCitation, ReadEdition, ReadNumber, ReadParenthesis
    from reslint.citations.slashes import Slashed
    from reslint.registry import Registry

# A label that goes on with a word begins a clause: "By Resolution 77 (Rev. Dubai, 2018) PP-22 fixed …".
GOES_ON = late(r"\s+[^\W\d_]{2,}")
ROMAN = late(r"([\d.]+)\s?([A-Z])?\s?\(([IVXLCivxlc]+)\)")


class Numbers:
    """The numbers of one candidate."""

    def __init__(
        self,
        block_start: int,
        registry: Registry,
        lexicon: Lexicon,
        candidate: Candidate,
        editions: Editions,
        group: int,
        last: PartialCitation | None,
    ) -> None:
        assert candidate.read is not None
        self.block_start = block_start
        self.registry = registry
        self.lexicon = lexicon
        self.candidate = candidate
        self.beyond = beyond = Beyond(candidate.text)
        self.read: ReadCitation = candidate.read
        self.editions = editions
        self.group = group
        self.last = last
        self.lent: Token | None = None
        read = candidate.read
        named = fold(read.head.text)
        self.kind = lexicon.kinds[named]
        self.many = read.head.type == "MANY" and (len(read.numbers) > 1 or named not in lexicon.either)
        self.numbers = read.numbers if self.many else kept(read, candidate.text)
        # What follows a list belongs to it only where it was read to its end.
        whole = len(self.numbers) == len(read.numbers)
        self.after = read.after if whole else []
        self.cut = self._cut() if self.after else None
        if self.cut is not None:
            self.after = [token for token in self.after if token is not self.cut]
        self.stated = [*read.before, *self.after]
        self.following = read.following if whole else []
        self.following_at = read.following_at if whole else None
        self.unread = UnreadWords(
            read,
            self.numbers,
            beyond,
            lexicon,
            editions,
            many=self.many,
            after=self.after,
            following=self.following,
        )

    def citations(self) -> list[PartialCitation]:
        """One for each number, in text order."""
        found: list[PartialCitation] = []
        shares = share(self.numbers, self.following_at)
        own = own_bodies(self.numbers)
        for index, (number, (source, where, shared)) in enumerate(zip(self.numbers, shares, strict=True)):
            beside = self._beside(own[index], number)
            parts = None
            if "/" in number.number.text:
                from reslint.citations.slashes import slashed

                parts = slashed(self.beyond, number, self.kind, self.many, beside, source, self.registry, self.lexicon)
            if number.number.type == "FOREIGN" and parts is None and not self._is_foreign(beside):
                continue
            for citation in self._of(number, index, beside, source, where, shared, parts):
                self.last = citation
                found.append(citation)
            self.lent = number.joined or self.lent
        return found

    def _of(
        self,
        number: ReadNumber,
        index: int,
        beside: tuple[tuple[str, str], ...],
        source: list[ReadEdition],
        where: ReadParenthesis | None,
        shared: bool,
        parts: Slashed | None,
    ) -> Iterator[PartialCitation]:
        # A bare label behind an edition is that of the meeting: "(Rev. Dubai, 2018), PP-22" is no chain of two.
        label = self._bare_label() if source and self.following else None
        if self.following and label is None and (not source or len(self.numbers) == 1):
            if not source:
                where, shared = self.following_at, len(self.numbers) > 1 and self.following_at is not None
            source = [*source, *self.following]
        editions = () if shared and self._is_apart(number, index) else self.editions.of(source)
        if number.same and not editions and self.last is not None:
            editions = self.editions.same(self.last.editions, number.same)
        if source and not editions:
            where = None
        read, own = self.read, number.parenthesis
        whole = own is not None and (bool(editions) or (not source and own.aside is None))
        own_end = own.end if own is not None and whole else number.number.end
        head_behind = read.head_behind
        if head_behind and number is read.numbers[-1]:
            own_end = max(own_end, read.head.end)
        meeting = self._meeting() if self.stated else None
        if meeting is None and label is not None and self._is_of_these(label, editions):
            meeting = self.editions.of_label(label)
        if not editions and meeting is not None:
            editions, meeting = (meeting,), None
        edge = read.head.start
        for token in read.before:
            if token.start < edge and token.type != "YEAR":
                edge = token.start
        if head_behind:
            edge = 0
        begins = (number.joined or number.number).start
        if self.candidate.goes_on:
            edge = begins
        at, lent = self.candidate.start, self.lent
        if self.cut is not None and number.number.type != "SYMBOL" and not self._beside(number.own, number):
            unread: Span | None = self.editions.span(self.cut.start, self.cut.end)
        else:
            unread = self.unread.of(number, index, source, editions, where)
        if parts is None:
            numbers = split(number, self.many, beside, source, self.registry, self.lexicon, lent is not None)
        else:
            numbers = parts.numbers
            unread = self.editions.span(*parts.unread) if parts.unread else unread
        if self.many and len(read.numbers) == len(numbers) == 1 and may_be_range(number):
            if not editions:
                unread = self.editions.span(number.number.start, number.number.end)
            elif not was_adopted(number, editions, self.registry):
                numbers = ends_of(number)
        span, kind = self.editions.span, self.kind
        bodies_at = self._bodies_at() if self.stated or self.cut else None
        parenthesis = span(where.start, where.end) if where else None
        glued = _is_glued(source, editions)
        for written, start in numbers:
            # The first one begins with its head word, others with the letters at them.
            begin = start if start != number.number.start else begins if index else edge
            yield PartialCitation(
                self.editions.start(begin),
                self.editions.end(max(own_end, start + len(written))),
                kind,
                _plain(written),
                span(start, start + len(written)),
                editions,
                self.lexicon.lang,
                self.candidate.block,
                self.group,
                self.block_start,
                at,
                not read.head.text[0].islower(),
                number.series.text if number.series else "",
                (lent.type, lent.text.strip(" -–/")) if lent else None,
                beside,
                bodies_at,
                parenthesis,
                shared or (where is not None and len(numbers) > 1),
                glued,
                self.candidate.qualified,
                self.candidate.short,
                self.candidate.sessional,
                self.many,
                meeting=meeting,
                unread=unread,
                before=self.last,
            )

    def _is_apart(self, number: ReadNumber, index: int) -> bool:
        """Whether a part of a text is told behind its number ("101, § 2, and 133"): it may have no edition then."""
        following = self.numbers[index + 1 : index + 2]
        between = self.candidate.text[number.number.end : following[0].number.start] if following else ""
        alone = not (number.editions or number.remarks)
        return alone and self.lexicon.around.part.match(between) is not None

    def _cut(self) -> Token | None:
        """The words at the end of the paragraph that only begin the name of a body."""
        last = self.after[-1] if self.after else None
        if last is None or last.type != "STRANGER" or not self.beyond.ask(is_last, last.end):
            return None
        if re.fullmatch(self.lexicon.union, last.text):
            return None
        symbol = self.numbers[0].number.type == "SYMBOL"
        return last if self.lexicon.broken.begins(fold(last.text), symbol=symbol) else None

    def _bodies_at(self) -> Span | None:
        """The words that name the body of all numbers, or begin to."""
        for token in (*self.stated, self.cut) if self.cut else self.stated:
            if token.type not in ("YEAR", "UNION"):
                return self.editions.span(token.start, token.end)
        return None

    def _beside(self, own: Token | None, number: ReadNumber) -> tuple[tuple[str, str], ...]:
        """The words that name the body of a number, the nearest first."""
        tokens = self.stated
        # An abbreviation in parentheses that nobody knows is that of a subject, where a body of ours is stated: it
        # tells whose body that is where others call theirs so, too ("of the Council").
        if own is not None and own.type != "STRANGER":
            tokens = [own, *tokens]
        elif own is not None and not any(self._is_ours(token, number) for token in tokens):
            tokens = [*tokens, own]
        if not tokens:
            return ()
        return tuple([(one.type, one.text.strip(" -–/")) for one in tokens if one.type not in ("YEAR", "UNION")])

    def _is_ours(self, token: Token, number: ReadNumber) -> bool:
        """Whether what stands beside a number is a body of ours, and no other one that is called so."""
        if token.type not in ("BODY", "LABEL", "SECTOR"):
            return False
        if not self.lexicon.anybodys(token.text):
            return True
        body = self.lexicon.body_of(token.text)
        return body is not None and self.registry.record(body, self.kind, _plain(number.number.text)) is not None

    def _is_foreign(self, beside: Sequence[tuple[str, str]]) -> bool:
        return any(which == "OTHER" or self.lexicon.body_of_words(which, words) == "OTHER" for which, words in beside)

    def _meeting(self) -> CitedEdition | None:
        """The edition of the meeting that stands beside the citation, before or behind it; of a session, that of the
        adoption.
        """
        for token in self.read.before:
            if token.type == "YEAR" or (token.type == "LABEL" and self._is_session(token)):
                return self.editions.adoption(token)
        for token in self.stated:
            if token.type == "LABEL":
                return self.editions.of_label(token) if year_of_label(token.text) is not None else None
        for token in self.stated:
            if token.type == "BODY" and self.lexicon.epithets_of(token.text):
                body = self.lexicon.body_of(token.text)
                if body is not None and (met := self.editions.of_name(token, body)):
                    return met
        return None

    def _bare_label(self) -> Token | None:
        """The label of a meeting that is all that follows the numbers, with no word for what it did."""
        only = self.following[0] if len(self.following) == 1 else None
        bare = only is not None and only.in_prose and only.mark is Mark.PLAIN and not only.marks
        return only.label if only is not None and bare else None

    def _is_of_these(self, label: Token, editions: Sequence[CitedEdition]) -> bool:
        """Whether a label behind editions may be that of their meeting: no clause begins with it, its body met so."""
        if self.beyond.ask(span_of, GOES_ON, label.end):
            return False
        bodies = {self.lexicon.body_of_label(one.label) for one in editions if one.label}
        bodies |= {
            held.body for one in editions if one.town and one.year for held in self.registry.held_at(one.town, one.year)
        }
        return self.lexicon.body_of_label(label.text) in bodies

    def _is_session(self, token: Token) -> bool:
        return self.lexicon.body_of_label(token.text) in self.lexicon.sessions


def _plain(number: str) -> str:
    """A number as it is counted: "217A(III)" is "217 A (III)"."""
    if number.isdecimal():
        return number
    roman = ROMAN.fullmatch(number)
    if roman is not None:
        number = f"{roman[1]} {roman[2]} ({roman[3]})" if roman[2] else f"{roman[1]} ({roman[3].upper()})"
    return " ".join(number.split()).replace("–", "-")


def _is_glued(source: Sequence[ReadEdition], editions: Sequence[CitedEdition]) -> bool:
    """Whether both sides of a change stand side by side, with no sign between them."""
    if len(editions) < 2 and len(source) < 2:
        return False
    together = len(editions) > 1 and len({edition.where for edition in editions}) < len(editions)
    # Words before a place part it from what stands before: "(Antalya, 2006 to Bucharest, 2022)".
    return together or any(not (edition.apart or _in_words(edition)) for edition in source[1:])


def _in_words(edition: ReadEdition) -> bool:
    return edition.place is not None and edition.place.text[0].islower() and " " in edition.place.text
