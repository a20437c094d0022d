"""From candidates to drafts of citations: the numbers of a list, each with its editions and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reslint.citations.lexicon import Lexicon, fold
from reslint.citations.model import BodyFrom, CitationRole, CitedEdition, Mark, Span
from reslint.citations.places import Gazetteer, Spelling
from reslint.citations.scanner import Candidate, scan

if TYPE_CHECKING:
    from reslint.citations.automaton import Automaton, Token
    from reslint.citations.parser import ReadEdition, ReadNumber
    from reslint.documents.view import View

CENTURY = 1900
# Two figures of a year in the label of a session: C88 is 1988, C50 is 2050's for nobody, so 1950.
THIS_CENTURY_BELOW = 50


@dataclass(slots=True, eq=False, repr=False)
class Draft:
    """A citation in the making; offsets ending in `_at` alone count in the reading, the others in the view."""

    start: int
    end: int
    kind: str
    number: str
    number_at: Span
    editions: tuple[CitedEdition, ...]
    lang: str
    block: int
    group: int
    block_start: int
    head_at: int
    capital: bool
    series: str = ""
    beside: tuple[tuple[str, str], ...] = ()
    bodies_at: Span | None = None
    parenthesis: Span | None = None
    shared: bool = False
    glued: bool = False
    qualified: bool = False
    heading: bool = False
    body: str | None = None
    body_from: BodyFrom | None = None
    role: CitationRole = field(default=CitationRole.CITATION)


def drafts_of(view: View, lexicon: Lexicon, parser: Automaton, places: Gazetteer, first: int) -> Iterator[Draft]:
    """Yield what a view cites in one language, in text order; bodies and roles are still open.

    `first` is the number of the first list or single citation, for `group`.
    """
    for group, candidate in enumerate(scan(view, lexicon, parser), first):
        if candidate.read is None:
            yield _bare(view, lexicon, candidate, group)
        else:
            yield from _numbers(view, lexicon, places, candidate, group)


def _bare(view: View, lexicon: Lexicon, candidate: Candidate, group: int) -> Draft:
    start = view.reading.start_of(candidate.start)
    end = view.reading.end_of(candidate.start + len(candidate.symbol))
    kind = next(iter(lexicon.kinds.values()))
    at = view.reading.offset_of(view.blocks[candidate.block].start)
    where = Span(start, end)
    return Draft(
        start, end, kind, candidate.symbol, where, (), lexicon.lang, candidate.block, group, at, candidate.start, True
    )


def _numbers(view: View, lexicon: Lexicon, places: Gazetteer, candidate: Candidate, group: int) -> Iterator[Draft]:
    read = candidate.read
    assert read is not None
    numbers = read.numbers
    following = read.following
    beside = [(token.type, token.text) for token in (*read.before, *read.after) if token.type not in ("YEAR", "UNION")]
    if read.head.type == "ONE":
        kept = _kept(numbers)
        if len(kept) < len(numbers):
            numbers, following = kept, []
            beside = [(token.type, token.text) for token in read.before if token.type not in ("YEAR", "UNION")]
    place = _Place(view, candidate.offset)
    words = [token for token in (*read.before, *read.after) if token.type not in ("YEAR", "UNION")]
    bodies_at = place.span(words[0].start, words[0].end) if words else None
    session = next((token for token in read.before if token.type == "YEAR" or _is_session(lexicon, token)), None)
    edge = next((token for token in read.before if token.type != "YEAR"), read.head)
    kind = lexicon.kinds[fold(read.head.text)]
    block_start = view.reading.offset_of(view.blocks[candidate.block].start)
    editions_of, parenthesis_of, shared = _share(numbers)
    for index, number in enumerate(numbers):
        token = number.number
        if number.number.type == "FOREIGN" and not any(which == "OTHER" for which, _ in beside):
            continue
        begins = number.series or token
        start = place.start((edge if not index else begins).start)
        own = number.parenthesis
        end = place.end(own[1] if own else token.end)
        source = list(editions_of[index])
        where = parenthesis_of[index]
        if not source and len(numbers) == 1:
            source = list(following)
            where = read.following_at
        paired = any(edition.mark is Mark.ADOPTED for edition in source)
        editions = [_edition(place, places, edition, paired) for edition in source if _is_edition(places, edition)]
        if source and not editions:
            where = None
            end = place.end(token.end)
        if not editions and session is not None:
            editions = [_adoption(place, session)]
        yield Draft(
            start,
            end,
            kind,
            re.sub(r"\s+", " ", token.text),
            place.span(token.start, token.end),
            tuple(editions),
            lexicon.lang,
            candidate.block,
            group,
            block_start,
            candidate.start,
            read.head.text[:1].isupper(),
            series=number.series.text if number.series else "",
            beside=tuple(beside),
            bodies_at=bodies_at,
            parenthesis=place.span(*where) if where else None,
            shared=shared[index],
            glued=any(not edition.apart for edition in source[1:]),
            qualified=candidate.qualified,
        )


def _kept(numbers: list[ReadNumber]) -> list[ReadNumber]:
    """After a head word for one number, further numbers count only with an edition of their own."""
    for index, number in enumerate(numbers[1:], 1):
        if not number.editions:
            return numbers[:index]
    return numbers


def _share(
    numbers: list[ReadNumber],
) -> tuple[list[list[ReadEdition]], list[tuple[int, int] | None], list[bool]]:
    """Editions and parenthesis of every number: its own, else those of the next number that has one."""
    editions: list[list[ReadEdition]] = [number.editions for number in numbers]
    parentheses = [number.parenthesis for number in numbers]
    shared = [False] * len(numbers)
    for index in range(len(numbers) - 2, -1, -1):
        if parentheses[index] is None and editions[index + 1]:
            editions[index], parentheses[index] = editions[index + 1], parentheses[index + 1]
            shared[index] = shared[index + 1] = True
    return editions, parentheses, shared


class _Place:
    """Offsets of a candidate's text to offsets of the view."""

    __slots__ = ("offset", "reading")

    def __init__(self, view: View, offset: int) -> None:
        self.reading = view.reading
        self.offset = offset

    def start(self, at: int) -> int:
        return self.reading.start_of(self.offset + at)

    def end(self, at: int) -> int:
        return self.reading.end_of(self.offset + at)

    def span(self, start: int, end: int) -> Span:
        return Span(self.start(start), self.end(end))


def _is_edition(places: Gazetteer, read: ReadEdition) -> bool:
    """Whether the word before a year is a place: one in lower case ("in 2018") must be a known one."""
    if read.place is None or read.place.text[0].isupper():
        return True
    return places.read(read.place.text, int(read.year.text) if read.year else None).spelling is not Spelling.UNKNOWN


def _is_session(lexicon: Lexicon, token: Token) -> bool:
    """Whether the words before the head word name a session, not only a body ("Council 2011")."""
    return token.type == "LABEL" and lexicon.body_of_label(token.text) in lexicon.sessions


def _adoption(place: _Place, token: Token) -> CitedEdition:
    """The session of adoption, named before the head word."""
    digits = re.search(r"\d+\Z", token.text)
    span = place.span(token.end - len(digits.group()) if digits else token.start, token.end)
    return CitedEdition(None, year_of_label(token.text), Mark.ADOPTED, span, year_at=span, in_prose=True, paired=True)


def _edition(place: _Place, places: Gazetteer, read: ReadEdition, paired: bool) -> CitedEdition:
    parts = [token for token in (read.place, read.year, read.label) if token is not None]
    where = place.span(parts[0].start, parts[-1].end)
    year = int(read.year.text) if read.year is not None else None
    if read.label is not None:
        year = year_of_label(read.label.text)
    written = re.sub(r"\s+", " ", read.place.text) if read.place is not None else None
    return CitedEdition(
        written,
        year,
        read.mark,
        where,
        place_at=_span(place, read.place),
        year_at=_span(place, read.year),
        mark_at=_span(place, read.marks[-1] if read.marks else None),
        label=read.label.text if read.label is not None else None,
        in_prose=read.in_prose,
        paired=paired or read.in_prose or read.label is not None,
        town=places.read(written, year).town if written is not None else None,
    )


def _span(place: _Place, token: Token | None) -> Span | None:
    return None if token is None else place.span(token.start, token.end)


def year_of_label(label: str) -> int | None:
    """The year in the short name of a conference: WRC-15 and WRC-2015 are of 2015, C-1985 of 1985, C-EXT of none."""
    digits = re.search(r"\d+\Z", label)
    if digits is None:
        return None
    year = int(digits.group())
    if len(digits.group()) == 4:
        return year
    return year + CENTURY + (100 if year < THIS_CENTURY_BELOW else 0)
