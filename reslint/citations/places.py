"""Which place was meant: the closed list of conference places, read through variants and misspellings.

A misspelt place is decided by its year: of all places only those with a conference in that year are near enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reslint.citations.lexicon import fold
from reslint.citations.model import Citation, Span

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
    is true where a conference was held in the first of them in the year written beside it.
    """

    spelling: Spelling
    candidates: tuple[str, ...]
    year_agrees: bool

    @property
    def town(self) -> str | None:
        """The one place that was meant, None where it cannot be told."""
        return self.candidates[0] if len(self.candidates) == 1 else None


class WrittenPlace(NamedTuple):
    """A place as one citation writes it, at its range of the view, and how it was read."""

    citation: Citation
    word: str
    at: Span
    reading: PlaceReading


class Gazetteer:
    """The places of one registry, by every way to write them."""

    def __init__(self, registry: Registry) -> None:
        self.names: dict[str, tuple[str, Spelling]] = {}
        for place in registry.places.values():
            for name in place.misspelt:
                self.names[fold(name)] = (place.name, Spelling.MISSPELT)
            for name in place.variants:
                self.names[fold(name)] = (place.name, Spelling.VARIANT)
            self.names[fold(place.name)] = (place.name, Spelling.RIGHT)
        self.years: dict[int, set[str]] = {}
        for conference in registry.conferences.values():
            if conference.place:
                self.years.setdefault(conference.year, set()).add(conference.place)
        self.read = lru_cache(maxsize=4096)(self._read)

    def written_in(self, citations: Iterable[Citation]) -> Iterator[WrittenPlace]:
        """Every place in the editions of the Union's texts, once, though several numbers may share it."""
        done: set[int] = set()
        for citation in citations:
            for edition in citation.editions:
                at = edition.place_at
                if at is None or edition.place is None or at.start in done or citation.body == "OTHER":
                    continue
                done.add(at.start)
                yield WrittenPlace(citation, edition.place, at, self.read(edition.place, edition.year))

    def _read(self, written: str, year: int | None) -> PlaceReading:
        known = self.names.get(fold(written))
        if known is not None:
            town, spelling = known
            return PlaceReading(spelling, (town,), town in self.years.get(year or 0, ()))
        here = self._near(written, self.years.get(year or 0, set()), 4)
        if here:
            return PlaceReading(Spelling.MISSPELT, here, year_agrees=True)
        anywhere = self._near(written, {name for name, _ in self.names.values()}, 5)
        return PlaceReading(Spelling.MISSPELT if anywhere else Spelling.UNKNOWN, anywhere, year_agrees=False)

    def _near(self, written: str, towns: set[str], letters: int) -> tuple[str, ...]:
        """The towns at the least distance, at most one change in so many letters."""
        from rapidfuzz.distance import OSA

        word = fold(written)
        allowed = max(1, len(word) // letters)
        distances = {town: OSA.distance(word, fold(town), score_cutoff=allowed) for town in towns}
        least = min(distances.values(), default=allowed + 1)
        return tuple(sorted(town for town, far in distances.items() if far == least)) if least <= allowed else ()
