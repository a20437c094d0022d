"""From the words of an edition to the edition: the place that was meant, the year, the conference of a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from reslint.citations.automaton import Token
from reslint.citations.model import CitedEdition, Mark, Span, ToldBy
from reslint.citations.places import Gazetteer, Spelling
from reslint.citations.read import ReadEdition
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.lexicon import Lexicon
    from reslint.documents.reading import Reading
    from reslint.registry import Conference, Registry

CENTURY = 1900
# Two figures of a year in the label of a session: C88 is 1988, C50 is 2050's for nobody, so 1950.
THIS_CENTURY_BELOW = 50
TWO_WORDS = late(r"(?<=[a-z])(?=[A-Z])")
LONGEST_MARK = 6
WORD_BEGINS = late(r"(?<=\s)\S")
# There are so many that a call of the class for each is felt.
new_span = partial(tuple.__new__, Span)


class Editions:
    """Reads the editions of one candidate, which stands at `offset` of the reading."""

    __slots__ = ("_base", "_lexicon", "_registry", "offset", "places", "reading")

    def __init__(self, reading: Reading, offset: int, lexicon: Lexicon, places: Gazetteer, registry: Registry) -> None:
        self.reading = reading
        self.offset = offset
        # Where the candidate begins in the view, if offsets in it count alike in both.
        self._base = reading.start_of(offset) if reading.even else None
        self._lexicon = lexicon
        self.places = places
        self._registry = registry

    def start(self, at: int) -> int:
        """The offset in the view of a character of the candidate."""
        return self._base + at if self._base is not None else self.reading.start_of(self.offset + at)

    def end(self, at: int) -> int:
        """The offset in the view just after the character before one of the candidate."""
        return self._base + at if self._base is not None else self.reading.end_of(self.offset + at)

    def span(self, start: int, end: int) -> Span:
        """A range of the candidate as one of the view."""
        base = self._base
        if base is not None:
            return new_span((base + start, base + end))
        return Span(self.start(start), self.end(end))

    def of(self, read: Sequence[ReadEdition]) -> tuple[CitedEdition, ...]:
        """The editions of those that are any."""
        if not read:
            return ()
        paired = False
        for edition in read:
            paired = paired or edition.mark is Mark.ADOPTED
        found: list[CitedEdition] = []
        for edition in read:
            later = self._in_words(edition) if found else None
            if later is not None or self._is_edition(edition):
                found += self._edition(later or edition, paired)
        return tuple(found)

    def left_out(self, read: Sequence[ReadEdition]) -> Span | None:
        """What is no edition, though it stands beside one: a place with a year of too many figures, or a later meeting
        behind words that do not tell what it did.
        """
        for one in read:
            if one.place is None or one.year is None or self._is_edition(one):
                continue
            latest = max((_year(one.year) or 0 for one in read if self._is_edition(one)), default=0)
            met = self._met_behind_words(one.place, one.year)
            if _is_glued(one) or (met is not None and (_year(one.year) or 0) > latest and not self._in_words(one)):
                return self.span(one.place.start, one.year.end)
        return None

    def of_label(self, token: Token) -> CitedEdition:
        """The edition of the meeting whose label stands beside a citation."""
        return self._labelled(token, Mark.PLAIN, ToldBy.LABEL)

    def of_name(self, token: Token, body: str) -> CitedEdition | None:
        """The edition of the meeting that the name of a body tells by a place or a year before it, if it met there, or
        then, once: "the Dubai Plenipotentiary Conference".
        """
        before = self._lexicon.epithets_of(token.text)
        if not before or self._registry.bodies.get(body) is None or self._registry.bodies[body].cites == "session":
            return None
        figures = re.search(r"\d{4}", before)
        town = None if figures else self.places.read(before, None).town
        held = [
            one
            for one in self._registry.conferences.values()
            if one.body == body and (one.year == int(figures[0]) if figures else town is not None and one.place == town)
        ]
        if len(held) != 1:
            return None
        where = self.span(token.start, token.end)
        place = held[0].place if self._registry.bodies[body].cites == "place" else None
        return CitedEdition(place, held[0].year, Mark.PLAIN, where, town=place, told=ToldBy.CONFERENCE)

    def adoption(self, token: Token) -> CitedEdition:
        """The session of adoption, named before the head word."""
        digits = re.search(r"\d+\Z", token.text)
        if token.type == "YEAR":
            span, year = self.span(token.start, _end(token)), _year(token)
        else:
            span = self.span(token.end - len(digits.group()) if digits else token.start, token.end)
            year = year_of_label(token.text)
        return CitedEdition(None, year, Mark.ADOPTED, span, year_at=span, in_prose=True, paired=True)

    def same(self, editions: Sequence[CitedEdition], token: Token) -> tuple[CitedEdition, ...]:
        """The last of the editions of a citation before, as "ibid." takes it."""
        where = self.span(token.start, token.end)
        return tuple(
            edition._replace(where=where, place_at=None, year_at=None, mark_at=None, told=ToldBy.SAME)
            for edition in editions[-1:]
        )

    def _is_edition(self, read: ReadEdition) -> bool:
        """Whether the word before a year is a place: one in lower case ("in 2018") must be a known one, and so must
        one behind a title or a body, with a conference there and then.
        """
        place, written = read.place, read.year
        if place is None:
            return True
        if written is not None and written.type == "GLUED_YEAR" and not self._run_together(read):
            # Two whole years are those of one place, before and after a change.
            return len(_figures(written)) == len("20182022")
        year = _year(written)
        told, words = read.told, place.text
        if (told is ToldBy.TITLE or told is ToldBy.CONFERENCE) and read.mark is Mark.PLAIN:
            return self.places.read(words, year).year_agrees
        if words[0].isupper():
            return " " not in words or not self._has_odd_mark(words, year)
        return self.places.read(words, year).spelling is not Spelling.UNKNOWN

    def _has_odd_mark(self, words: str, year: int | None) -> bool:
        """Whether a place where a conference met stands behind a short word that is no mark: "Rec. Dubai"."""
        mark, _, place = words.partition(" ")
        odd = len(mark) <= LONGEST_MARK and bool(place)
        return odd and self.places.read(words, year).town is None and self.places.read(place, year).year_agrees

    def _in_words(self, read: ReadEdition) -> ReadEdition | None:
        """The edition behind words that tell it is a later one: "(Busan, 2014; as rev. Bucharest, 2022)"."""
        if read.place is None or read.year is None or read.place.text[0].isupper():
            return None
        place = self._met_behind_words(read.place, read.year)
        if place is None or not self._lexicon.around.leads_on.search(read.place.text[: place.start - read.place.start]):
            return None
        return ReadEdition(place, read.year, mark=Mark.REVISED, in_prose=read.in_prose)

    def _met_behind_words(self, written: Token, year: Token) -> Token | None:
        """The place at the end of these words where a conference met in that year."""
        for word in WORD_BEGINS.finditer(written.text):
            name = written.text[word.start() :]
            if name[0].isupper() and self.places.read(name, _year(year)).year_agrees:
                return Token(written.type, name, written.start + word.start(), written.end)
        return None

    def _edition(self, read: ReadEdition, paired: bool) -> Sequence[CitedEdition]:
        if read.label is not None:
            found = self._labelled(read.label, read.mark, ToldBy.EDITION)
            mark_at = self._span(read.marks[-1] if read.marks else None)
            return [found._replace(mark_at=mark_at, in_prose=read.in_prose, paired=True)]
        place, year = read.place, read.year
        if place is not None and year is not None and (both := self._run_together(read)):
            return both
        figures, town = _year(year), None
        where, place_at, year_at, written = None, None, None, None
        if place is not None:
            written = " ".join(place.text.split())
            town = self.places.read(written, figures).town
            where = place_at = self.span(place.start, place.end)
        if year is not None:
            end = _end(year)
            where = year_at = self.span(year.start, end)
            if place is not None:
                where = self.span(min(place.start, year.start), max(place.end, end))
        assert where is not None
        mark_at = self._span(read.marks[-1]) if read.marks else None
        told = None, read.in_prose, paired or read.in_prose, town, read.told
        return [CitedEdition(written, figures, read.mark, where, place_at, year_at, mark_at, *told)]

    def _labelled(self, token: Token, mark: Mark, told: ToldBy) -> CitedEdition:
        """The edition of a meeting: with its place where its body cites by places."""
        where = self.span(token.start, token.end)
        year = year_of_label(token.text)
        held = self._conference(token.text)
        if held is not None and held.place and self._registry.bodies[held.body].cites == "place":
            return CitedEdition(
                held.place, held.year, mark, where, label=token.text, paired=True, town=held.place, told=ToldBy.LABEL
            )
        return CitedEdition(None, year, mark, where, label=token.text, paired=True, told=told)

    def _conference(self, label: str) -> Conference | None:
        match = re.fullmatch(r"([^\W\d_]+)\W{0,3}(\d{2,4})", label)
        if match is None:
            return self._registry.conference(label)
        letters, digits = match.groups()
        found = self._registry.conference(f"{letters}-{digits[-2:]}") or self._registry.conference(
            f"{letters}-{digits}"
        )
        body, year = self._lexicon.body_of_label(label), year_of_label(label)
        if found is None and body is not None and body in self._registry.bodies:
            # The short name of another language counts as that of the first does: AMNT-20 is WTSA-20, held in 2022.
            own = self._registry.bodies[body].data.get("labels", ())
            named = (self._registry.conference(f"{one}-{digits[-2:]}") for one in own)
            found = next((one for one in named if one is not None and one.body == body), None)
        if found is None and body in self._registry.bodies:
            held = [one for one in self._registry.conferences.values() if one.body == body and one.year == year]
            found = held[0] if len(held) == 1 else None
        return found

    def _run_together(self, read: ReadEdition) -> list[CitedEdition]:
        """Both sides of a change that a dump has run together word by word: "DubaiBucharest, 202218"."""
        assert read.place is not None
        assert read.year is not None
        words = read.place.text
        names = [words] if words.istitle() else TWO_WORDS.split(words)
        digits = read.year.text if read.year.text.isdecimal() else _figures(read.year)
        if len(names) != 2 and len(digits) == 4:
            return []
        towns = [self.places.read(name, None).town for name in names]
        years = _years_of(digits)
        if len(names) != 2 or None in towns or not years:
            return []
        where = self.span(read.place.start, read.year.end)
        pairs = [list(zip(towns, order, strict=True)) for order in (years, years[::-1])]
        held = [pair for pair in pairs if all(town and self._registry.held_at(town, year) for town, year in pair)]
        return [
            CitedEdition(
                town, year, read.mark, where, mark_at=self._span(read.marks[-1] if read.marks else None), town=town
            )
            for town, year in (held or pairs)[0]
        ]

    def _span(self, token: Token | None) -> Span | None:
        return None if token is None else self.span(token.start, token.end)


def _year(token: Token | None) -> int | None:
    if token is None:
        return None
    words = token.text
    return int(words[:4] if words.isdecimal() else _figures(token)[:4])


def _is_glued(read: ReadEdition) -> bool:
    return read.year is not None and read.year.type == "GLUED_YEAR"


def _figures(token: Token) -> str:
    return re.sub(r"\D", "", token.text)


def _end(token: Token) -> int:
    """Where a place ends, or the figures of a year, behind which a word may stand that counts it ("2018 г.")."""
    return token.start + len("2018") if token.type in ("YEAR", "YEAR_FIRST") else token.end


def _years_of(digits: str) -> tuple[int, ...]:
    """The two years that are run together in these digits, which have their beginning in common."""
    if len(digits) == 4:
        return int(digits), int(digits)
    further = len(digits) - 4
    begun = digits[: 4 - further]
    return int(begun + digits[4 - further : 4]), int(begun + digits[4:])


def year_of_label(label: str) -> int | None:
    """The year in the short name of a conference: WRC-15 and WRC-2015 are of 2015, C-1985 of 1985, C-EXT of none."""
    digits = re.search(r"\d+\Z", label)
    if digits is None:
        return None
    year = int(digits.group())
    if len(digits.group()) == 4:
        return year
    return year + CENTURY + (100 if year < THIS_CENTURY_BELOW else 0)
