"""Find what may be a citation: head words beside a number, each with the text around it.

Offsets are zero-based characters of the reading's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.citations.easing import eased
from reslint.citations.head_words import Paragraph, paragraphs_of
from reslint.citations.lexicon import Lexicon
from reslint.citations.parser import Parser
from reslint.citations.patterns import fold
from reslint.citations.read import ReadCitation
from reslint.citations.surroundings import YEAR
from reslint.citations.words_before import in_all_capitals, is_foreign, last_word, names_by_slash, qualifies
from reslint.storage.late import late
from reslint.values import Record

if TYPE_CHECKING:
    from reslint.citations.automaton import Automaton
    from reslint.documents.view import View

# How far a body's name may reach before the head word, and how much is parsed after it at first.
BEFORE = 110
AFTER = 320
LONGEST = 1_000_000
LAST_DAY = 31
IN_YEAR = late(rf",?\s+{YEAR}(?!\d)")
# A symbol of the General Assembly that stands without a head word; reports (A/70/125) are none.
SYMBOL = late(
    r"(?<![\w/])A/(?:RES/\d{1,3}/\d{1,3}(?!\d)(?:\s?[A-Z](?![\w-]))?|\d{2,3}/L\.\d{1,4}(?:/Add\.\d+)?)(?![\w/])"
)


class Candidate(Record):
    """A citation as it was read: `offset` is where the parsed text starts in the reading's text."""

    read: ReadCitation | None
    offset: int
    start: int
    block: int
    symbol: str = ""
    qualified: bool = False
    """Whether an unknown name stands directly before the head word, which makes it somebody else's text."""
    short: bool = False
    """Whether the head is no word but a letter, which means a text of a body only where one is named."""
    sessional: bool = False
    """Whether the head is a word for texts of bodies that cite sessions alone."""
    text: str = ""
    goes_on: bool = False
    """Whether it goes on with a list whose head word stands before another one of the candidates."""


class Scan:
    """The candidates of one view, paragraph by paragraph.

    `done` is where what was read as citations ends; `beyond` is true where a figure ends the last paragraph that was
    read, so that what stands behind that counted.
    """

    def __init__(self, view: View, lexicon: Lexicon, parser: Automaton) -> None:
        self.done = 0
        self.beyond = False
        self._view = view
        self._lexicon = lexicon
        self._parser = parser
        self._text = view.reading.text
        self._symbols = _symbols(self._text)
        self._within: list[tuple[int, int]] = []

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs with head words, in text order; each is to be read before the next one is asked for."""
        for paragraph in paragraphs_of(self._view, self._lexicon, AFTER):
            if self.done > paragraph.first or (self._symbols and self._symbols[0].start() < paragraph.end):
                paragraph.words = None
            yield paragraph

    def candidates(self, paragraph: Paragraph) -> Iterator[Candidate]:
        """The candidates of a paragraph, and the symbols without a head word that stand before one of them."""
        text, lexicon, first, last = self._text, self._lexicon, paragraph.first, paragraph.last
        number_first = lexicon.shape.number_first
        self.beyond = False
        for start in paragraph.heads:
            done = self.done
            if start < done and not _inside(start, self._within):
                continue
            if not number_first and start and (text[start - 1].isalnum() or text[start - 1] == "_"):
                continue
            behind = done if number_first and start >= done else 0
            before = text[max(first, start - BEFORE, behind) : start]
            if before.endswith("/") and not number_first:
                if not (named := names_by_slash(before, lexicon)) and text[done:start].strip() != "/":
                    continue
                before = named or before
            previous = last_word(before)
            alike = previous is not None and fold(previous[0]) in lexicon.lookalikes
            begin, qualified = start, False
            if number_first:
                numbers = lexicon.around.numbers_before.search(before)
                if numbers is None:
                    continue
                begin = start - len(before) + numbers.start()
            elif previous:
                lead = lexicon.around.lead.search(before) if lexicon.is_lead(previous[0]) else None
                if lead and not is_foreign(lead, before):
                    begin = start - len(before) + lead.start()
                else:
                    foreign = not alike and not lexicon.shape.body_beside and qualifies(previous, before)
                    qualified = foreign and not in_all_capitals(previous[0], text, start)
            read = _read(text, begin, start, last, paragraph.title, lexicon, self._parser)
            if read is None:
                continue
            number = read.numbers[0]
            if number.parenthesis is None:
                ends = begin + number.number.end
                self.beyond = self.beyond or not text[ends:last].strip()
                if lexicon.units.match(text, ends):
                    continue
            if _is_date(read, text, begin, lexicon) or (alike and not any(one.editions for one in read.numbers)):
                continue
            if self._symbols:
                yield from self._symbols_before(begin)
            named = fold(read.head.text)
            short, sessional = named in lexicon.shorts, named in lexicon.of_sessions
            if self._within:
                self._within = [one for one in self._within if one[1] > begin]
            for part, words in _whole(read, text, begin, last, lexicon, self._parser):
                self._pass(part, begin)
                at = begin if number_first and part.head_behind else start
                yield Candidate(
                    part, begin, at, paragraph.block, "", qualified, short, sessional, words, part is not read
                )

    def _pass(self, read: ReadCitation, begin: int) -> None:
        """Note what was read from `begin` on."""
        end = begin + read.end
        for number in read.numbers:
            if number.remarks:
                self._within += [(begin + remark.start, begin + remark.end) for remark in number.remarks]
        if self._symbols:
            self._symbols = [
                one for one in self._symbols if not begin <= one.start() < end or _inside(one.start(), self._within)
            ]
        if end > self.done:
            self.done = end

    def _symbols_before(self, begin: int) -> Iterator[Candidate]:
        while self._symbols and self._symbols[0].start() < begin:
            bare = self._symbols.pop(0)
            if bare.start() >= self.done or _inside(bare.start(), self._within):
                yield _bare(self._view, bare)

    def symbols_left(self) -> Iterator[Candidate]:
        """The symbols without a head word behind all others."""
        return self._symbols_before(len(self._text))


def _inside(at: int, within: Sequence[tuple[int, int]]) -> bool:
    """Whether a character stands in words beside an edition, which may cite something themselves."""
    return any(start <= at < end for start, end in within)


def _symbols(text: str) -> list[re.Match[str]]:
    """The symbols of the General Assembly, wherever they stand; `str.find` is faster than a search for the pattern."""
    found = []
    at = text.find("A/")
    while at >= 0:
        match = SYMBOL.match(text, at)
        if match:
            found.append(match)
        at = text.find("A/", at + 2)
    return found


def _bare(view: View, match: re.Match[str]) -> Candidate:
    at = match.start()
    return Candidate(None, at, at, view.block_at(view.reading.start_of(at)), match.group())


def _is_date(read: ReadCitation, text: str, begin: int, lexicon: Lexicon) -> bool:
    """Whether the head word is the name of a month: "Dec. 11, 2018"."""
    if fold(read.head.text) not in lexicon.months:
        return False
    number = read.numbers[0].number
    day = number.text.isdigit() and int(number.text) <= LAST_DAY
    return day and IN_YEAR.match(text, begin + number.end) is not None


def _parsed(parser: Automaton, words: str) -> ReadCitation | None:
    return reading(parser).read(eased(words))


@lru_cache(maxsize=16)
def reading(parser: Automaton) -> Parser:
    """What reads by the tables of a parser, and keeps what it read no longer than those are kept here."""
    return Parser(parser)


def _whole(
    read: ReadCitation, text: str, begin: int, last: int, lexicon: Lexicon, parser: Automaton
) -> list[tuple[ReadCitation, str]]:
    """A list and what goes on with it behind the body of its numbers, each with the text around it: "Resolutions 37 of
    WTDC and 139 of PP".
    """
    whole: list[tuple[ReadCitation, str]] = []
    while True:
        end = begin + read.end
        found = None
        if read.after and not read.head_behind:
            joins = lexicon.around.goes_on if read.head.type == "MANY" else lexicon.around.goes_on_with
            found = joins.match(text, end, last)
        further = None
        if found:
            # The head word counts for these numbers, too; what was read is blank, and every character keeps its place.
            words = " " * read.head.start + read.head.text
            words = words.ljust(found.end() - begin) + text[found.end() : min(last, found.end() + AFTER)]
            further = _parsed(parser, lexicon.told_apart(words) if lexicon.alike else words)
        whole.append((read, text[begin : end if further else min(last, end + 2 * AFTER)]))
        if further is None:
            return whole
        read = further


def _read(
    text: str,
    begin: int,
    head: int,
    last: int,
    title: tuple[int, int] | None,
    lexicon: Lexicon,
    parser: Automaton,
) -> ReadCitation | None:
    reach = AFTER
    while True:
        end = last if last < head + reach else head + reach
        words = text[begin:end]
        if begin < head and text[head - 1] == "/":
            words = f"{text[begin : head - 1]} {text[head:end]}"
        if title is not None:
            words = words[: title[0] - begin].ljust(title[1] - begin) + words[title[1] - begin :]
        candidate = _parsed(parser, lexicon.told_apart(words) if lexicon.alike else words)
        if candidate is None or candidate.end < end - begin - 90 or end == last or reach >= LONGEST:
            return candidate
        reach *= 4
