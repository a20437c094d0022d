"""The freshness of the registry where a run leans on it: conferences that were over and whose results it lacks, and the
cited texts that they may have changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.api.report import FileResult
from reslint.registry.coverage import Coverage, coverage
from reslint.registry.verdict import abrogated, latest_edition

if TYPE_CHECKING:
    from reslint.registry import Record, Registry

MOST = 12
"""So many texts are named; of further ones it is said how many there are."""


class Freshness:
    """What the documents of one run cite, by registry and body, each with the latest day they are judged on."""

    def __init__(self) -> None:
        self._days: dict[tuple[Registry, str], date] = {}
        self._cited: dict[tuple[Registry, str], dict[str, Record]] = {}

    def note(self, registry: Registry, texts: Iterable[tuple[str, str, str]], day: date) -> None:
        """Take in the texts that one document cites, by body, kind and number."""
        for body, kind, number in texts:
            if body not in registry.bodies:
                continue
            key = registry, body
            self._days[key] = max(self._days.get(key, date.min), day)
            record = registry.record(body, kind, number)
            if record is not None:
                self._cited.setdefault(key, {})[record.key] = record

    def lines(self) -> Iterator[str]:
        """One line for every body that is cited and not covered through the day, by the names of the bodies."""
        for (registry, body), day in sorted(self._days.items(), key=lambda item: item[0][1]):
            covered = _coverage(registry, body, day)
            if covered.beyond or not covered.records:
                touched = [
                    record for record in self._cited.get((registry, body), {}).values() if _open(record, covered, day)
                ]
                yield f"registry: {covered}{_named(touched)}"


@lru_cache(maxsize=64)
def _coverage(registry: Registry, body: str, day: date) -> Coverage:
    """The coverage, worked out once for all files of a folder."""
    return coverage(registry, body, day)


def with_uncovered(result: FileResult, registry: Registry) -> FileResult:
    """The result of one file with what the registry does not cover of the bodies that it cites."""
    freshness = Freshness()
    if result.as_of is not None:
        freshness.note(registry, result.of_the_union(), result.as_of)
    lines = tuple(freshness.lines())
    return result.but(uncovered=lines) if lines else result


def _open(record: Record, covered: Coverage, day: date) -> bool:
    """Whether a conference that is not covered may have changed the text."""
    if not covered.beyond or abrogated(record, day):
        return False
    latest = latest_edition(record, day)
    through = record.known_through(latest) if latest else record.checked
    return through is None or through.when < covered.beyond[-1].when


def _named(records: list[Record]) -> str:
    if not records:
        return ""
    ordered = sorted(
        records, key=lambda record: (record.kind != "resolution", record.kind, len(record.number), record.number)
    )
    names = [record.key.partition(" ")[2] for record in ordered[:MOST]]
    further = f" and {len(records) - MOST} more" if len(records) > MOST else ""
    return f", so {', '.join(names)}{further} cited here may have changed"
