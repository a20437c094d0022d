"""Find what may be a citation: head words beside a number, each with the text around it.

Offsets are zero-based characters of the reading's text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.citations.easing import eased
from reslint.citations.head_words import head_words
from reslint.citations.lexicon import Lexicon
from reslint.citations.parser import ReadCitation, parse
from reslint.citations.patterns import fold
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
KEPT = 2048
"""So many candidates are kept with what they are read as."""
# So many lines may hold the name of one body.
MOST_LINES = 5
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


def scan(view: View, lexicon: Lexicon, parser: Automaton) -> Iterator[Candidate]:
    """Yield the candidates of a view in text order."""
    text = view.reading.text
    reading = view.reading
    done = 0
    current = -1
    first = last = 0
    title: tuple[int, int] | None = None
    symbols = _symbols(text)
    within: list[tuple[int, int]] = []
    for start in head_words(text, lexicon, AFTER):
        if start < done and not _inside(start, within):
            continue
        if not lexicon.shape.number_first and start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            continue
        block = view.block_at(reading.start_of(start))
        if block != current:
            current = block
            first = reading.offset_of(view.blocks[block].start)
            title = _title_beside(view, block, lexicon)
            last = reading.offset_of(view.blocks[block + 2 if title else _last_block(view, block, lexicon)].end)
        before = text[max(first, start - BEFORE, done if lexicon.shape.number_first and start >= done else 0) : start]
        if before.endswith("/") and not lexicon.shape.number_first:
            if not (named := names_by_slash(before, lexicon)) and text[done:start].strip() != "/":
                continue
            before = named or before
        previous = last_word(before)
        alike = previous is not None and fold(previous[0]) in lexicon.lookalikes
        begin = start
        qualified = False
        if lexicon.shape.number_first:
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
        candidate = _read(text, begin, start, last, title, lexicon, parser)
        if (
            candidate is None
            or _is_date(candidate, text, begin, lexicon)
            or (alike and not any(number.editions for number in candidate.numbers))
        ):
            continue
        while symbols and symbols[0].start() < begin:
            bare = symbols.pop(0)
            if bare.start() >= done or _inside(bare.start(), within):
                yield _bare(view, bare)
        named = fold(candidate.head.text)
        short, sessional = named in lexicon.shorts, named in lexicon.of_sessions
        within = [one for one in within if one[1] > begin]
        for read, words in _whole(candidate, text, begin, last, lexicon, parser):
            remarks = [remark for number in read.numbers for remark in number.remarks]
            within += [(begin + remark.start, begin + remark.end) for remark in remarks]
            end = begin + read.end
            symbols = [one for one in symbols if not begin <= one.start() < end or _inside(one.start(), within)]
            done = max(done, end)
            yield Candidate(
                read,
                begin,
                begin if read.head_behind else start,
                block,
                qualified=qualified,
                short=short,
                sessional=sessional,
                text=words,
                goes_on=read is not candidate,
            )
    for bare in symbols:
        if bare.start() >= done or _inside(bare.start(), within):
            yield _bare(view, bare)


def _inside(at: int, within: Sequence[tuple[int, int]]) -> bool:
    """Whether a character stands in words beside an edition, which may cite something themselves."""
    return any(start <= at < end for start, end in within)


def _last_block(view: View, block: int, lexicon: Lexicon) -> int:
    """The paragraph that ends what may be one citation: the cell beside a number may hold its edition, and the next
    line the rest of the name of its body.
    """
    following = block + 1
    if following == len(view.blocks):
        return block
    reading = view.reading
    if view.is_beside(following):
        start = reading.offset_of(view.blocks[following].start)
        return following if lexicon.edition.match(reading.text, start) else block
    end = reading.offset_of(view.blocks[block].end)
    if not lexicon.broken.may_go_on(reading.text, end):
        return block
    for number in range(following, min(block + MOST_LINES, len(view.blocks))):
        line = view.blocks[number]
        if not view.text[line.start : line.end].strip():
            break
        following = number + 1
    from reslint.citations.broken_names import REACH

    stop = min(reading.offset_of(view.blocks[following - 1].end), end + REACH)
    rest = lexicon.broken.rest(reading.text, end, stop)
    return block if rest is None else view.block_at(reading.start_of(rest))


def _title_beside(view: View, block: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The cell between a number and its edition, as offsets: "Resolution 66 | Documents | (Rev. Dubai, 2018)"."""
    if not (view.is_beside(block + 1) and view.is_beside(block + 2)):
        return None
    reading = view.reading
    start, end = (reading.offset_of(view.blocks[block + 1].start), reading.offset_of(view.blocks[block + 2].start))
    told = lexicon.around.edition_alone.match(reading.text, end)
    if told is None or lexicon.edition.match(reading.text, start, end) or lexicon.head.search(reading.text, start, end):
        return None
    return start, end


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
    return Candidate(
        None, match.start(), match.start(), view.block_at(view.reading.start_of(match.start())), match.group()
    )


def _is_date(read: ReadCitation, text: str, begin: int, lexicon: Lexicon) -> bool:
    """Whether the head word is the name of a month: "Dec. 11, 2018"."""
    if fold(read.head.text) not in lexicon.months:
        return False
    number = read.numbers[0].number
    day = number.text.isdigit() and int(number.text) <= LAST_DAY
    return day and IN_YEAR.match(text, begin + number.end) is not None


def _parsed(parser: Automaton, words: str) -> ReadCitation | None:
    """What words are read as, which depends on them alone: contributions to one text repeat its paragraphs."""
    return _parsing(parser)(words)


@lru_cache(maxsize=16)
def _parsing(parser: Automaton) -> Callable[[str], ReadCitation | None]:
    """What reads by one parser, and keeps what it read no longer than the parser is kept here."""
    return lru_cache(maxsize=KEPT)(lambda words: parse(parser, eased(words)))


def _whole(
    read: ReadCitation, text: str, begin: int, last: int, lexicon: Lexicon, parser: Automaton
) -> Iterator[tuple[ReadCitation, str]]:
    """A list and what goes on with it behind the body of its numbers, each with the text around it: "Resolutions 37 of
    WTDC and 139 of PP".
    """
    while True:
        end = begin + read.end
        named = read.after and not read.head_behind
        joins = lexicon.around.goes_on if read.head.type == "MANY" else lexicon.around.goes_on_with
        found = joins.match(text, end, last) if named else None
        further = None
        if found:
            # The head word counts for these numbers, too; what was read is blank, and every character keeps its place.
            words = " " * read.head.start + read.head.text
            words = words.ljust(found.end() - begin) + text[found.end() : min(last, found.end() + AFTER)]
            further = _parsed(parser, lexicon.told_apart(words) if lexicon.alike else words)
        yield read, text[begin : end if further else min(last, end + 2 * AFTER)]
        if further is None:
            return
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
        end = min(last, head + reach)
        words = text[begin:end]
        if begin < head and text[head - 1] == "/":
            words = f"{text[begin : head - 1]} {text[head:end]}"
        if title is not None:
            words = words[: title[0] - begin].ljust(title[1] - begin) + words[title[1] - begin :]
        candidate = _parsed(parser, lexicon.told_apart(words) if lexicon.alike else words)
        if candidate is None:
            return None
        if candidate.end < end - begin - 90 or end == last or reach >= LONGEST:
            break
        reach *= 4
    number = candidate.numbers[0]
    if number.parenthesis is None and lexicon.units.match(text, begin + number.number.end):
        return None
    return candidate
