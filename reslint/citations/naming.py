"""What a designation names: the Sector, the kind of text and the number, slips of the pen mended.

The words before it decide; where they are silent, the series, and where two Sectors have that, the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.citations.automaton import Token
from reslint.citations.patterns import fold
from reslint.named import NamedTuple
from reslint.registry.designations import halves
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.publication_words import PublicationWords
    from reslint.registry import Registry

RECOMMENDATION, REPORT, QUESTION, SUPPLEMENT = "recommendation", "report", "question", "supplement"
POINTED = late(r"(?P<letters>[A-Za-z]{1,4})(?P<point>\.\s?|\s?)(?P<rest>\d.*)", re.DOTALL)
SUFFIX = late(r"-(\d{1,3})(?=\Z|/)")
NUMBER_AT_END = late(r"\d{1,3}(?:\.\d{1,2})?\Z")
OF_SERIES = late(r"[A-Z](?:\.\d{1,4}|-?\d{2,3}(?:-\d{2,3})?)?")
LETTER_BEHIND = late(r"\s?[A-Z]\Z")


class Lead(NamedTuple):
    """What stands before a designation.

    `sector_at` is where the letters of the Sector begin, `near` the Sector of the citation before it in a list,
    `supplement` the number of a Supplement to what is named, `lower` true for a head word in small letters, which may
    be one of the sentence.
    """

    kind: str = ""
    lang: str = ""
    sector: str = ""
    sector_at: int = 0
    near: str = ""
    slip: bool = False
    lower: bool = False
    supplement: str = ""
    date: Token | None = None


class Named(NamedTuple):
    """A text as it is named: offsets are those of the candidate; `last` is true where what follows belongs to it,
    `with_lead` where the words before it do.
    """

    body: str
    kind: str
    number: str
    start: int
    end: int
    suffix: str | None = None
    suffix_at: int = 0
    last: bool = True
    with_lead: bool = True


class Namer:
    """Names what stands in one text."""

    def __init__(self, registry: Registry, words: PublicationWords, text: str) -> None:
        self.registry = registry
        self.words = words
        self._text = text
        self._suffixed = [key for key, one in registry.sectors.items() if one.cites == "suffix"]

    def lead(self, tokens: Sequence[Token], before: Lead, lang: str) -> Lead:
        """What the words before a designation tell, beside those before the one before it in its list."""
        lead = before._replace(date=None, supplement="", lower=False)
        if any(token.type == "HEAD" for token in tokens):
            # A new head word without a Sector need not be of that of the one before it.
            lead = lead._replace(sector="", near=before.sector or before.near)
        for token in tokens:
            if token.type == "HEAD":
                kind, langs = self.words.kinds[fold(token.text.replace("\u0640", ""))]
                known = lang if lang in langs else langs[0]
                lead = lead._replace(kind=kind, lang=known, lower=token.text[0].islower())
            elif token.type == "SECTOR":
                named = fold(token.text.rstrip("-"))
                sector, slip = self.words.sectors[named], named in self.words.slips
                lead = lead._replace(sector=sector, sector_at=token.start, slip=slip)
            elif token.type == "DATE":
                lead = lead._replace(date=token)
            elif token.type == "SUPPLEMENT_OF":
                found = re.search(r"\d+(?:\.\d+)?", token.text)
                lead = lead._replace(supplement=found[0] if found else "")
        return lead

    def named(self, token: Token, lead: Lead, *, dated: bool) -> Iterator[Named]:
        """The texts that a token names: several where a stroke joins what is no twin; none where it is no citation."""
        if token.type == "QUESTION":
            if lead.kind == QUESTION and lead.sector in self._suffixed:
                suffix = SUFFIX.search(token.text)
                at = token.start + suffix.start(1) if suffix else 0
                yield Named(
                    lead.sector, QUESTION, token.text, token.start, token.end, suffix[1] if suffix else None, at
                )
        elif token.type in ("SUPPLEMENT", "SERIES"):
            yield from self._supplement(token, lead)
        elif lead.kind or lead.sector or dated:
            yield from self._designation(token, lead)

    def _supplement(self, token: Token, lead: Lead) -> Iterator[Named]:
        of, number = OF_SERIES.match(token.text), NUMBER_AT_END.search(token.text)
        count = lead.supplement if token.type == "SERIES" else number[0] if number else ""
        publishing = [key for key, one in self.registry.sectors.items() if SUPPLEMENT in one.kinds]
        sector = lead.sector or publishing[0]
        if of and count and sector in publishing and (lead.sector or lead.supplement):
            in_full = any(word in token.text for word in self.words.series_words)
            called = self._supplement_of(sector, of[0], count, in_full=in_full)
            yield Named(sector, SUPPLEMENT, called, token.start, token.end)

    def _supplement_of(self, sector: str, of: str, count: str, *, in_full: bool) -> str:
        """What a Supplement to a text or a series is called: old ones are called by part of their series, too."""
        called = (" series", "") if in_full else ("", " series")
        names = [f"{begun}{series} Suppl. {count}" for begun in (of, of.replace(".", "-")) for series in called]
        return next((name for name in names if self.registry.record(sector, SUPPLEMENT, name)), f"{of} Suppl. {count}")

    def _designation(self, token: Token, lead: Lead) -> Iterator[Named]:
        parts = list(_parts(token))
        mended = [self._mended(words) for words, _ in parts]
        if any(one is None for one in mended):
            return
        numbers = [one for one in mended if one]
        sector = lead.sector or self._sector_of(numbers[0], lead.near)
        if not sector:
            return
        own = LETTER_BEHIND.sub("", numbers[-1])
        if own != numbers[-1] and not self._known(sector, numbers[-1]):
            # The letter is none of the number's.
            words, begins = parts[-1]
            parts[-1], numbers[-1] = (LETTER_BEHIND.sub("", words), begins), own
        slipped = any(number != words for number, (words, _) in zip(numbers, parts, strict=True)) or lead.slip
        if not lead.sector and (slipped or not lead.kind) and not self._known(sector, numbers[0]):
            return
        if slipped and not self._known(sector, numbers[0]):
            return
        if sector not in self._suffixed:
            words, begins = parts[-1]
            yield Named(sector, RECOMMENDATION, "/".join(numbers), token.start, begins + len(words))
            return
        for at, (number, (words, begins)) in enumerate(zip(numbers, parts, strict=True)):
            suffix = SUFFIX.search(words)
            kind, with_lead = self._kind(sector, number, lead)
            last = at == len(parts) - 1
            suffix_at = begins + suffix.start(1) if suffix else 0
            yield Named(
                sector,
                kind,
                number,
                begins,
                begins + len(words),
                suffix[1] if suffix else None,
                suffix_at,
                last,
                with_lead,
            )

    def _mended(self, words: str) -> str | None:
        """A designation as it should be written; None where its letters are no series."""
        found = POINTED.fullmatch(words)
        if found is None or found["letters"].upper() not in self.words.series:
            return None
        return f"{found['letters'].upper()}.{found['rest']}"

    def _sector_of(self, number: str, near: str) -> str:
        """The Sector that a designation without one is of."""
        having = self.words.series[number.partition(".")[0]]
        if len(having) > 1 and SUFFIX.search(number):
            having = tuple(sector for sector in having if sector in self._suffixed) or having
        if len(having) > 1:
            having = tuple(sector for sector in having if self._known(sector, number)) or having
        if near in having:
            return near
        if len(having) > 1:
            counts = {sector: self._mentions(sector) for sector in having}
            return max(having, key=lambda sector: counts[sector])
        return having[0]

    def _mentions(self, sector: str) -> int:
        return self._text.count(self.registry.sectors[sector].letters[0])

    def _kind(self, sector: str, number: str, lead: Lead) -> tuple[str, bool]:
        """The kind of a text of ITU-R, and whether the word before it is its head: some numbers are a Recommendation
        and a Report, and "reports" may be a verb.
        """
        kinds = [kind for kind in (RECOMMENDATION, REPORT) if self.registry.record(sector, kind, number)]
        if lead.kind == REPORT and kinds == [RECOMMENDATION] and lead.sector:
            return RECOMMENDATION, not lead.lower
        if lead.kind in (RECOMMENDATION, REPORT):
            return lead.kind, True
        return (kinds[0] if kinds else RECOMMENDATION), True

    def _known(self, sector: str, number: str) -> bool:
        kinds = self.registry.sectors[sector].kinds
        return any(self.registry.record(sector, kind, half) for kind in kinds for half in halves(number))


def _parts(token: Token) -> Iterator[tuple[str, int]]:
    """What strokes join in a designation, each with where it begins."""
    at = token.start
    for part in token.text.split("/"):
        yield part, at
        at += len(part) + 1
