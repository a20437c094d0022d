"""Which place was meant: the closed list of conference places, read through variants and misspellings.

A misspelt place is decided by its year: of all places only those with a conference in that year are near enough.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.citations.model import Span
from reslint.citations.patterns import fold
from reslint.named import NamedTuple

if TYPE_CHECKING:
    from reslint.registry import Registry


class Spelling(StrEnum):
    """How a written place relates to the registry's name of it."""

    RIGHT = "right"
    VARIANT = "variant"
    MISSPELT = "misspelt"
    UNKNOWN = "unknown"


class PlaceReading(NamedTuple):
    """A written place and the places it may mean.

    `candidates` are registry names, the likeliest first, more than one only where nothing decides; `year_agrees`
    is true where a conference was held in the first of them in the year written beside it. `names` are the candidates
    as the language of the text writes them, and `may_write` is false where the one name was never read.
    """

    spelling: Spelling
    candidates: tuple[str, ...]
    year_agrees: bool
    names: tuple[str, ...]
    may_write: bool = True

    @property
    def town(self) -> str | None:
        """The one place that was meant, None where it cannot be told."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def name(self) -> str | None:
        """How that one place is rightly written, None where it cannot be told."""
        return self.names[0] if len(self.names) == 1 else None


class WrittenPlace(NamedTuple):
    """A place as a citation writes it, at its range of the view, and how it was read."""

    word: str
    at: Span
    reading: PlaceReading


class Gazetteer:
    """The places of one registry, by every way to write them in one language."""

    def __init__(self, registry: Registry, lang: str) -> None:
        self.names: dict[str, tuple[str, Spelling]] = {}
        self.right = {place: registry.place_in(place, lang) for place in registry.places}
        for place in registry.places.values():
            for name in place.misspelt:
                self.names[fold(name)] = (place.name, Spelling.MISSPELT)
            for name in (*place.variants, *place.foreign_variants.get(lang, ()), place.name):
                self.names[fold(name)] = (place.name, Spelling.VARIANT)
        for key, name in self.right.items():
            self.names[fold(name)] = (key, Spelling.RIGHT)
        self._unread = {place for place in registry.places if not registry.may_write(place, lang)}
        self.years: dict[int, set[str]] = {}
        for conference in registry.conferences.values():
            if conference.place:
                self.years.setdefault(conference.year, set()).add(conference.place)
        self.read = lru_cache(maxsize=4096)(self._read)

    def _read(self, written: str, year: int | None) -> PlaceReading:
        folded = fold(written)
        # Behind an article that has lost its vowel a name is the same: "d'Hyderabad".
        known = self.names.get(folded) or (self.names.get(folded[2:]) if folded[1:2] == "'" else None)
        if known is not None:
            town, spelling = known
            return self._reading(spelling, (town,), town in self.years.get(year or 0, ()))
        here = self._near(written, self.years.get(year or 0, set()), 4)
        if here:
            return self._reading(Spelling.MISSPELT, here, True)
        anywhere = self._near(written, {name for name, _ in self.names.values()}, 5)
        spelling = Spelling.MISSPELT if anywhere else Spelling.UNKNOWN
        return self._reading(spelling, anywhere, False)

    def _reading(self, spelling: Spelling, towns: tuple[str, ...], year_agrees: bool) -> PlaceReading:
        names = tuple(self.right[town] for town in towns)
        return PlaceReading(spelling, towns, year_agrees, names, self._unread.isdisjoint(towns))

    def _near(self, written: str, towns: set[str], letters: int) -> tuple[str, ...]:
        """The towns at the least distance, at most one change in so many letters."""
        from rapidfuzz.distance import OSA

        word = fold(written)
        allowed = max(1, len(word) // letters)
        distances = {town: OSA.distance(word, fold(self.right[town]), score_cutoff=allowed) for town in towns}
        least = min(distances.values(), default=allowed + 1)
        return tuple(sorted(town for town, far in distances.items() if far == least)) if least <= allowed else ()
