"""The words beside the designation of a Recommendation, of all languages at once, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reslint.citations.patterns import NEVER, fold
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.registry import Registry

YEAR = r"(?:1[89]|20)\d\d"
NUMBER = r"\d{1,4}(?:\.\d{1,3})*(?:-\d{1,3}(?!\d))?"
LETTER = r"[^\W\d\u4e00-\u9fff]"
"""A letter of a script that sets words apart."""
END = rf"(?:(?<=[\u4e00-\u9fff])|(?!{LETTER}))"
"""The end of a word, which needs no blank in Chinese."""
KASHIDA = "\u0640"
PART = late(r"(?P<word>[^\W\d]+\.?)\s?(?P<number>[A-Z]?\d{0,2}\+?|[IVX]{1,5})(?!\w)")
PARTS = ("parts", "annex", "appendix")
ANNEXES = {"annex": "Annex", "appendix": "App."}
"""How the catalogue names what may have editions of its own, by what the vocabulary calls it."""
ARABIC = late(r"[\u0621-\u064a]")
CENTURY = 50
"""From this year on two digits are of the last century: the first Recommendations are of its middle."""


class PublicationWords:
    """What `publication.lark` is filled with, and what the reader asks of a word.

    `fragments` are the patterns, `kinds` the kind of text and the languages that a folded head word tells, `sectors`
    the keys of the Sectors by what they are called, those in `slips` wrongly; `series` are the Sectors that have a
    series.
    """

    def __init__(self, registry: Registry) -> None:
        languages, sectors = registry.publications, registry.sectors
        self._compile = registry.patterns.compile
        self.kinds: dict[str, tuple[str, tuple[str, ...]]] = {}
        heads: list[str] = []
        supplements: list[str] = []
        for lang, words in languages.items():
            for kind, names in words["kinds"].items():
                for name in names:
                    of = self.kinds.get(fold(name), (kind, ()))
                    self.kinds[fold(name)] = of[0], (*of[1], lang)
                (supplements if kind == "supplement" else heads).extend(names)
        letters = [(name, key) for key, one in sectors.items() for name in (*one.letters, *one.slips)]
        self.sectors = {fold(name): key for name, key in letters}
        self.slips = {fold(name) for one in sectors.values() for name in one.slips}
        self.series = {
            name: tuple(key for key, one in sectors.items() if name in one.series)
            for one in sectors.values()
            for name in one.series
        }
        self.months = {
            fold(month): at for words in languages.values() for at, month in enumerate(words.get("months", ()), 1)
        }
        self.annexes = {
            fold(word): ANNEXES[name]
            for words in languages.values()
            for name in ANNEXES
            for word in words.get(name, ())
        }
        self.series_words = tuple(_all(languages, "series"))
        every = "|".join(sorted(self.series, key=lambda name: (-len(name), name)))
        twin = r"(?:/[A-Z]\.?\d{1,4}(?:\.\d{1,3})*)*"
        months = _either(_all(languages, "months"))
        date = (
            rf"{YEAR}(?:\s?[-/.]\s?\d\d)?(?:\s*г\.)?|\d\d?\s?[-/.]\s?(?:{YEAR}|\d\d)(?:\s*г\.)?|{YEAR}年(?:\d{{1,2}}月)?"
            rf"|(?:{months})\s+{YEAR}"
        )
        self.fragments = {
            "heads": _either(_cased(heads)),
            "supplements": rf"(?:{_either(word.rstrip('.') for word in _cased(supplements))})\.?",
            "sectors": _either(name for name, _ in letters),
            "series": _either(_all(languages, "series")),
            "to": _either(_all(languages, "to")),
            "designation": self._designation(every, twin, _either(_all(languages, "series"))),
            "date": date,
            "months": months,
            "parts": _either(_cased(word for name in PARTS for word in _all(languages, name))),
            "end": END,
            "and": rf"(?:{_either(_all(languages, 'and'))})(?:(?<=[\u4e00-\u9fff])|(?!\w))",
        }
        self.bare = self._compile(rf"(?:{every})\.{NUMBER}{twin}\s?(?=\((?:{date})\))")
        self.not_before = self._compile(rf"(?i:(?:{_either(_all(languages, 'lookalikes'))})\s*)\Z")
        self._find(languages, months)
        self._tell_roles(languages)

    def _find(self, languages: Mapping[str, Mapping[str, Any]], months: str) -> None:
        """The patterns that find where a citation begins, and what stands around it."""
        words = self.fragments
        heads, sectors, supplements = words["heads"], words["sectors"], words["supplements"]
        lead = rf"(?:(?:{heads}|{sectors}){END}[\s:-]*|\([^()]{{1,40}}\)[\s:]*){{1,4}}"
        number = (
            rf"{words['designation']}|[A-Z](?:\.\d{{1,3}})?[\s.-]{{0,2}}(?:{supplements}|(?:{words['series']})|\d)"
            r"|\d{1,3}(?:-\d{1,2})?/\d"
        )
        of = rf"{supplements}\s*\d{{1,3}}(?:\.\d)?\s+(?:{words['to']})\s+"
        self.anchor = self._compile(rf"{heads}|{sectors}|{supplements}")
        self.opening = self._compile(rf"(?:{of})?(?:{lead})(?:{number})|{of}")
        part = rf"(?:{words['parts']})\s?(?:\d{{1,2}}|[A-Z])?(?:\s*\((?:{words['date']})\))?"
        self.part_before = self._compile(rf"(?P<part>{part})\s+(?:{words['to']})\s+(?:the\s+)?\Z")
        self.amendment = self._compile(rf"(?<!{LETTER})(?:{_either(_cased(_all(languages, 'parts')))})\s?\d")
        self.date_line = self._compile(rf"\s*(?:(?P<iso>{YEAR}-\d\d)-\d\d(?!\d)|\(?(?P<month>\d\d/{YEAR})(?!\d))")
        self.date_at_end = self._compile(rf"[^;]{{0,300}}?,\s*(?P<date>(?:\d\d/|(?:{months})\s+)?{YEAR})\s*[.;]?\s*\Z")

    def _tell_roles(self, languages: Mapping[str, Mapping[str, Any]]) -> None:
        """The patterns that tell what a citation does by the words around it."""
        ended, start = _either(_all(languages, "ended")), rf"(?<!{LETTER})"
        self.ended = self._compile(rf"(?i:{start}(?:{ended}){END})")
        notes = rf"[\s(*_-]*(?:{_either(_all(languages, 'note'))})[\W\d_]*"
        self.ended_note = self._compile(rf"(?i:(?:{notes}|\s*\()(?:{ended}){END})")
        self.incorporated = self._compile(rf"(?i:{_either(_all(languages, 'incorporated'))})")
        self.approved = self._compile(rf"(?i:{start}(?:{_either(_all(languages, 'approved'))}){END})")
        number = r"[\W_]*(?:(?:[A-Z]\.)?\d{1,2}(?:\.\d{1,2}){0,3})?[\W_]*"
        headings = "|".join(
            f"(?P<{role}>{_either(_all(languages, name))})"
            for role, name in (("reference", "references"), ("bibliography", "bibliography"), ("history", "history"))
        )
        self.section = self._compile(rf"(?i:{number}(?:{headings})[\W_]*)")
        self.editions = self._compile(rf"(?i:{number}(?:{_either(_all(languages, 'editions'))})[\W_]*)")
        dotted = r"v?\d{1,4}(?:\.\d{1,4})+"
        when = rf"(?:[\W\d_]|{_either(_all(languages, 'months'))})*"
        named = rf"(?:{_either(_all(languages, 'version'))})\s*{dotted}|\[{dotted}\]|(?=v){dotted}"
        self.version = self._compile(rf"(?i:[#=*_\s-]*(?:{named})(?![^\W\d_]){when})")
        self.other_section = self._compile(
            r"[#=*\s]*\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+[^\W\d_a-z][^.;:]{2,50}|[#=]+\s.*"
        )

    @staticmethod
    def _designation(every: str, twin: str, series: str) -> str:
        """A designation, be its point missing or its letter small, that is no series and no address."""
        added = r"(?:\s?(?:bis|ter|quater)(?!\w)|\sR(?=/))?"
        own = rf"(?:{every})(?:\.\s?|\s?(?=\d{{2,4}}(?!\d))){NUMBER}|[a-z]\.\d{{2,4}}(?:\.\d{{1,3}})*"
        behind = rf"(?!{LETTER}|\d)(?!\.[a-z\d])(?!-?/?\d)(?!-(?:{series}))(?!\s+(?:{series})(?!\w))"
        # A letter behind the number is part of it where the catalogue has such a text, an edition being told with it.
        letter = r"(?:\s?R(?!\w)|\s[A-Z](?=\s?[(\uff08]))?"
        return rf"(?:{own}){added}{twin}{added}{letter}{behind}"

    def annex(self, part: str) -> str:
        """The part of a text that may have editions of its own, as the catalogue names it; else nothing."""
        found = PART.match(part)
        name = self.annexes.get(fold(found["word"])) if found else None
        return f"{name} {found['number']}" if found and name else ""

    def read_date(self, written: str) -> tuple[int, int | None] | None:
        """Year and month of an edition as it is written, be it 04/2016, 2016/04, 03/99, (98) or "November 1988"."""
        digits = re.findall(r"\d+", written)
        years = [int(one) for one in digits if len(one) == 4]
        others = [int(one) for one in digits if len(one) < 4]
        if not years and others:
            year = others.pop()
            years = [year + (1900 if year >= CENTURY else 2000)]
        named = next((number for name, number in self.months.items() if name in fold(written)), None)
        month = named or (others[0] if others else None)
        return (years[0], month) if years and (month is None or 1 <= month <= 12) else None


@lru_cache(maxsize=8)
def publication_words(registry: Registry) -> PublicationWords:
    """The words of a registry, made ready once."""
    return PublicationWords(registry)


def _all(languages: Mapping[str, Mapping[str, Any]], name: str) -> list[str]:
    return list(dict.fromkeys(word for words in languages.values() for word in words.get(name, ())))


def _cased(words: Iterable[str]) -> list[str]:
    """Words as they are, in small letters and in capitals."""
    return list(dict.fromkeys(form for word in words for form in (word, word.lower(), word.upper())))


def _either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; letters of Arabic may be drawn apart."""
    return "|".join(_pattern(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) or NEVER


def _pattern(word: str) -> str:
    if ARABIC.match(word) and " " not in word:
        return "".join(f"{sign}{KASHIDA}*" for sign in word)
    return re.escape(word).replace("\\ ", r"\s+")
