"""The freshness of the registry where a run leans on it: conferences that were over and whose results it lacks, and the
cited texts that they may have changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from reslint.api.report import FileResult
from reslint.registry.coverage import Coverage, coverage
from reslint.registry.verdict import abrogated, latest_edition
from reslint.saying import said

if TYPE_CHECKING:
    from reslint.registry import Record, Registry

OLD = 183
"""A catalogue that is so many days old lacks some 150 editions."""
MOST = 12
"""So many texts are named; of further ones it is said how many there are."""


class Freshness:
    """What the documents of one run cite, by registry and body, each with the latest day they are judged on."""

    def __init__(self) -> None:
        self._days: dict[tuple[Registry, str], date] = {}
        self._cited: dict[tuple[Registry, str], dict[str, Record]] = {}
        self._published: dict[Registry, date] = {}

    def note(self, registry: Registry, texts: Iterable[tuple[str, str, str]], day: date) -> None:
        """Take in the texts that one document cites, by body, kind and number."""
        for body, kind, number in texts:
            if body in registry.sectors:
                self._published[registry] = max(self._published.get(registry, date.min), day)
            if body not in registry.bodies:
                continue
            key = registry, body
            self._days[key] = max(self._days.get(key, date.min), day)
            record = registry.record(body, kind, number)
            if record is not None:
                self._cited.setdefault(key, {})[record.key] = record

    def lines(self) -> Iterator[str]:
        """What is not known, in sentences: one line for every body that is cited and not covered through the day."""
        for (registry, body), day in sorted(self._days.items(), key=lambda item: item[0][1]):
            covered = _coverage(registry, body, day)
            if covered.beyond or not covered.records:
                touched = [
                    key for key, record in self._cited.get((registry, body), {}).items() if _open(record, covered, day)
                ]
                yield _telling(registry)(body, day, tuple(sorted(touched)))
        for registry, day in self._published.items():
            listed = registry.shelf.date
            if listed is not None and (day - listed).days > OLD:
                yield said(
                    "Not known: which Recommendations were approved since {day}, the day of the catalogue.",
                    day=str(listed),
                )


@lru_cache(maxsize=8)
def _telling(registry: Registry) -> Callable[[str, date, tuple[str, ...]], str]:
    """What tells by one registry, and keeps what it told no longer than the registry is kept here."""
    return lru_cache(maxsize=64)(partial(_line, registry))


def _line(registry: Registry, body: str, day: date, touched: tuple[str, ...]) -> str:
    """What is not known of a body, and which texts that may have changed, by their keys."""
    covered = _coverage(registry, body, day)
    records = [record for record in map(registry.record_of, touched) if record is not None]
    what, further = _missing(registry, covered), _touched(registry, records)
    if _in_part(registry, covered):
        return said("Not known in full: {what}.{further}", what=what, further=further)
    return said("Not known: {what}.{further}", what=what, further=further)


@lru_cache(maxsize=16)
def _coverage(registry: Registry, body: str, day: date) -> Coverage:
    """The coverage, worked out once for all files of a folder."""
    return coverage(registry, body, day)


def with_uncovered(result: FileResult, registry: Registry) -> FileResult:
    """The result of one file with what the registry does not cover of the bodies that it cites."""
    if result.as_of is None:
        return result
    freshness = Freshness()
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


def _in_part(registry: Registry, covered: Coverage) -> bool:
    """Whether some of what was decided there was read, of fewer texts than would count as covered."""
    return any(one in covered.beyond for one in registry.checked(covered.body) if one is not None)


def _missing(registry: Registry, covered: Coverage) -> str:
    """What is not known of a body: "what the Plenipotentiary Conference of Doha 2026 decided"."""
    body = registry.bodies[covered.body]
    called = {f"body_{lang}": names[0] for lang, names in body.names.items()} | {"body": registry.name_of(body)}
    if not covered.beyond:
        return said("the texts of the {body}, of which some are cited here", **called)
    if body.cites == "session":
        first, last = str(covered.beyond[0].year), str(covered.beyond[-1].year)
        if first == last:
            return said("what the {body} decided at its session of {year}", **called, year=first)
        return said("what the {body} decided at its sessions of {first} to {last}", **called, first=first, last=last)
    met = [registry.met(one) for one in covered.beyond]
    if body.cites == "place":
        meetings = conjoined([said("of {met}", met=one) for one in met])
        return said("what the {body} {meetings} decided", **called, meetings=meetings)
    return said("what {meetings} decided", meetings=conjoined(met))


def _touched(registry: Registry, records: list[Record]) -> str:
    """The texts that may have a later edition, as a sentence with a blank before it; nothing where there are none."""
    if not records:
        return ""
    first, *others = registry.vocabulary
    ordered = sorted(
        records, key=lambda record: (record.kind != "resolution", record.kind, len(record.number), record.number)
    )
    named = []
    for kind, group in groupby(ordered[:MOST], key=lambda record: record.kind):
        numbers = [record.number for record in group]
        form = "one" if len(numbers) == 1 else "many"
        heads = {lang: registry.vocabulary[lang]["kinds"][kind][form][0] for lang in (first, *others)}
        called = {f"kind_{lang}": heads[lang] for lang in others} | {"kind": heads[first]}
        one_by_one = conjoined(numbers) if len(records) <= MOST else ", ".join(numbers)
        named.append(said("{kind} {numbers}", **called, numbers=one_by_one))
    if len(records) > MOST:
        whole: str = named[0]
        for one in named[1:]:
            whole = said("{first}, {last}", first=whole, last=one)
        whole = said("{texts} and {count} more", texts=whole, count=len(records) - MOST)
    else:
        whole = conjoined(named)
    if len(records) == 1:
        return said(" Of the texts cited here {texts} may have a later edition.", texts=whole)
    return said(" Of the texts cited here these may have a later edition: {texts}.", texts=whole)


def conjoined(words: Sequence[str]) -> str:
    """ "71", "71 and 140", "71, 99 and 140"."""
    told, *others = words
    for word in others[:-1]:
        told = said("{first}, {last}", first=told, last=word)
    return said("{first} and {last}", first=told, last=others[-1]) if others else told
