"""The shelf: the catalogues of a run, of which one that comes later holds where two have a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reslint.registry.catalogue import Catalogue
from reslint.registry.designations import halves, key_of, split_suffix
from reslint.registry.model import Record
from reslint.registry.publications import record


class Shelf:
    """Finds the records of what the Sectors publish; each is made once, when it is first asked for."""

    def __init__(self, catalogues: Sequence[Catalogue] = ()) -> None:
        self.catalogues = tuple(catalogues)
        self._records: dict[str, Record | None] = {}

    @property
    def digest(self) -> str:
        """What changes whenever a catalogue does."""
        return " ".join(catalogue.digest for catalogue in self.catalogues)

    @property
    def date(self) -> date | None:
        """The day of the newest catalogue; None where there is none."""
        return max((catalogue.date for catalogue in self.catalogues), default=None)

    def record(self, sector: str, kind: str, number: str) -> Record | None:
        """The record of a text by its designation, with or without a suffix; a twin is found by its first half."""
        base = split_suffix(number)[0]
        return next((found for half in halves(base) if (found := self.record_of(key_of(sector, kind, half)))), None)

    def record_of(self, key: str) -> Record | None:
        """The record with this key of a catalogue."""
        if key not in self._records:
            self._records[key] = self._made(key)
        return self._records[key]

    def records(self, sector: str) -> Iterator[Record]:
        """All records of a Sector, in the order of their keys."""
        keys = {key for catalogue in self.catalogues for key, _ in catalogue.lines(f"{sector} ")}
        for key in sorted(keys):
            found = self.record_of(key)
            if found is not None:
                yield found

    def numbers(self, sector: str, kind: str, prefix: str) -> Iterator[str]:
        """The numbers of a kind that begin so, as keys have them."""
        begins = key_of(sector, kind, prefix)
        keys = {key for catalogue in self.catalogues for key, _ in catalogue.lines(begins)}
        yield from (key.rpartition(" ")[2] for key in sorted(keys))

    def _made(self, key: str) -> Record | None:
        for catalogue in reversed(self.catalogues):
            line = catalogue.find(key)
            if line is not None:
                return record(key, line, catalogue.date, catalogue.source)
        return None
