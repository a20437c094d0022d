"""What stands around the numbers of a citation, as patterns: bodies before it, what joins it to others, sentences.

Each is made when it is first asked for: most texts need few of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from reslint.citations.shape import Shape

YEAR = r"(?:1[89]|20)\d\d"
NUMBER = r"(?:A/(?:RES/)?\d{1,3}/(?:L\.)?\d{1,4}|\d[\d/.-]*)(?:\s?[A-Z](?![A-Za-z-]))?(?:\s?\([IVXLC]+\))?"
# What stands between small words: a blank, or nothing after one that has lost its last letter ("l'", "d'").
GAP = r"(?:\s+|(?<=['’]))"


class Surroundings:
    """The patterns of one language, of the fragments of its lexicon; `compile_` makes them ready for use."""

    def __init__(
        self,
        fragments: Mapping[str, str],
        shape: Shape,
        abbreviations: Sequence[str],
        compile_: Callable[[str], re.Pattern[str]],
    ) -> None:
        self._fragments = fragments
        self._shape = shape
        self._abbreviations = abbreviations
        self._compile = compile_

    @cached_property
    def lead(self) -> re.Pattern[str]:
        """The words that name a body directly before a head word, to the end of the text searched."""
        part = self._fragments
        return self._compile(
            rf"(?<![\w.])(?:{self._before(part['bodies'])}(?:{part['label']})(?:['’]s)?"
            rf"|{part['others']}|(?:{part['series']}|{part['union']})(?:'s)?(?!\w))\s+\Z"
        )

    def _before(self, bodies: str) -> str:
        """The name of a body before a head word, if the language does not put it behind."""
        return "" if self._shape.body_beside else rf"(?:{YEAR}\s+)?(?:{bodies})(?:\s+{YEAR})?|"

    @cached_property
    def numbers_before(self) -> re.Pattern[str]:
        """The numbers before a head word, with the name of a body before them, to the end of the text searched."""
        part = self._fragments
        named = (
            rf"(?:{part['year']}\s*)?(?:{part['bodies']})\s*(?:{YEAR}\D?\s*(?:{part['session']}))?"
            rf"|{part['label']}|{part['others']}|(?:{part['series']})|(?:{part['union']})|{part['before_this']}"
        )
        one = rf"(?:{part['ordinal']}\s*)?(?:(?:{part['series']})\s*)?{NUMBER}(?:\s*{part['counter']})?"
        return self._compile(rf"(?:(?:{named})\s*)?{one}(?:\s*(?:{part['and']}|{part['to']}|,)\s*{one})*\s*\Z")

    @cached_property
    def goes_on(self) -> re.Pattern[str]:
        """What joins a list whose body is named to further numbers, that have an edition or a body of their own."""
        part = self._fragments
        own = rf"\(\s*(?:{part['edition']})|(?:{part['of']}){GAP}(?:(?:{part['the']}){GAP})?(?:{part['named']})"
        return self._to_further(own)

    @cached_property
    def goes_on_with(self) -> re.Pattern[str]:
        """What joins a single number whose body is named to further ones of another body: words of a clause may."""
        part = self._fragments
        body = rf"(?:{part['bodies']}|{part['label']})"
        own = rf"(?:{part['of']}){GAP}(?:(?:{part['the']}){GAP})?{body}\s*(?:[.,;:)]|\Z|{part['and']}\s)"
        return self._to_further(own)

    def _to_further(self, own: str) -> re.Pattern[str]:
        joins = rf"(?:(?:[,;]\s*)?(?:{self._fragments['and']})|[,;])"
        return self._compile(rf"\s*{joins}\s*(?=\d{{1,4}}(?:\s*{joins}\s*\d{{1,4}}){{0,9}}\s*(?:{own}))")

    @cached_property
    def further(self) -> re.Pattern[str]:
        """What joins a list to a number that is none of it, or ends its paragraph."""
        ends = rf"\s*,?\s*(?:{self._fragments['and']})\s*(?:\d{{1,4}}(?![\w%])|\Z)"
        return self._compile(rf"{ends}|{self.next_part.pattern}")

    @cached_property
    def part(self) -> re.Pattern[str]:
        """A part of a text behind its number: ", § 2"."""
        return self._compile(rf"\s*,?\s*(?:{self._fragments['parts']})\s*\d{{1,3}}(?:\.\d{{1,2}})*")

    @cached_property
    def next_part(self) -> re.Pattern[str]:
        """A part of a text up to the number of the next one: "101, § 2, and 102"."""
        joins = rf"(?:,\s*(?:{self._fragments['and']})?|\s*(?:{self._fragments['and']}))"
        return self._compile(rf"{self.part.pattern}{joins}\s*\d{{1,4}}(?![\w%])")

    @cached_property
    def edition_alone(self) -> re.Pattern[str]:
        """What begins as an edition that nothing stands before can."""
        part = self._fragments
        return self._compile(rf"\s*\(?\s*(?:{part['revised']}|{part['modified']}|(?:{part['places']})\s*,\s*{YEAR})")

    @cached_property
    def joins(self) -> re.Pattern[str]:
        """What stands between two citations of one list, each with its head word."""
        part = self._fragments
        return self._compile(rf"\s*(?:(?:[,;]\s*)?(?:{part['and']})|[,;/])\s*(?:(?:{part['the']}){GAP})?")

    @cached_property
    def body_alone(self) -> re.Pattern[str]:
        """A body that is named alone, or as the one that a list is of: "Resolutions of WTSA:"."""
        part = self._fragments
        of = rf"(?:(?:{part['many']})\s+{part['of']}{GAP}(?:{part['the']}{GAP})?)?"
        return self._compile(rf"{of}(?:{part['the']}{GAP})?(?P<name>{part['bodies']})\s*:?")

    @cached_property
    def its(self) -> re.Pattern[str]:
        """The word for what is one's own, to the end of the text searched."""
        return self._compile(rf"(?<!\w)(?:{self._fragments['its']})\s{'*' if self._shape.no_blanks else '+'}\Z")

    @cached_property
    def sentence_end(self) -> re.Pattern[str]:
        """Where a sentence ends, which it does not behind an abbreviation."""
        within = "".join(rf"(?<!(?<!\w){re.escape(word)})" for word in self._abbreviations)
        undivided = "|[;?!]" if self._shape.no_blanks else ""
        return self._compile(rf"[.;?!]{within}\s|[\u3002\uff01\uff1f\u061f]{undivided}")

    @cached_property
    def revised_later(self) -> re.Pattern[str]:
        """A mark of revision a word or two behind a citation, up to the place or the year of another edition."""
        part = self._fragments
        words = rf"(?!(?:{part['and']})\s)(?:[^\W\d_]{{1,12}}+\s++){{0,2}}?"
        told = rf"(?:(?:{part['places']})(?!\w)|{YEAR}(?!\w)|{part['label']})"
        return self._compile(
            rf"[\s,;()–—-]{{0,4}}+{words}(?P<mark>(?i:{part['revised']}|{part['modified']})(?![^\W_]))"
            rf"[^.;:]{{0,40}}?(?<![^\W_]){told}(?:[\s,(]{{0,3}}{YEAR}(?!\w)\)?)?"
        )

    @cached_property
    def leads_on(self) -> re.Pattern[str]:
        """A mark of revision, or a word that leads from one edition to the next, among the words before a place."""
        part = self._fragments
        marks = rf"(?i:{part['revised']}|{part['modified']})"
        return self._compile(rf"(?<!\w)(?:{marks}|(?:{part['to']}|{part['now']})\s)")

    @cached_property
    def revising(self) -> re.Pattern[str]:
        """A body or its meeting and a word for revising, to the end of the text searched."""
        part = self._fragments
        marks = rf"(?i:{part['revised']}|{part['modified']})"
        named = rf"(?:{part['label']}|(?:{part['bodies']}))"
        return self._compile(rf"(?<!\w){named}\s+{marks}(?<=[^\W\d_])\s+(?:(?:{part['the']}){GAP}|{part['its']}\s+)?\Z")

    @cached_property
    def misdated(self) -> re.Pattern[str]:
        """What begins like an edition and holds no year: a mark or none, a place, and figures with a slip in them."""
        part = self._fragments
        mark = rf"(?:{part['revised']}|{part['modified']})"
        placed = rf"(?:{part['places']})\s*,?\s*[\d'’][^\s()]*"
        return self._compile(rf"\(?\s*(?:{mark}\s*{part['capital']}[^\d()]*\d[^()]*|{mark}?\s*{placed})\s*\)?\Z")

    @cached_property
    def titled(self) -> re.Pattern[str]:
        """Words behind a comma that may be a title, and in parentheses a place and a year that may be its edition."""
        part = self._fragments
        name = f"{part['many']}|{part['one']}|{part['bodies']}|{part['others']}"
        return self._compile(
            rf",\s+(?=[^\W\d_][^.;()]{{1,100}}\()(?:(?!(?<!\w)(?:{name}))[^.;()])+"
            rf"(?P<edition>\(\s*(?P<place>{part['places']})\s*,?\s*(?P<year>{YEAR})\s*\))"
        )
