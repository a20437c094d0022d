"""DOC001 heading-history-mismatch."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reslint import Example, Heading, Mistake, Page, Registry, Rule, Severity, dated_places, said

ALIKE = 0.72


class Named(NamedTuple):
    """A place and a year as a line writes them; `start` and `end` are characters of the view."""

    place: str
    year: int
    start: int
    end: int

    def agrees(self, other: Named) -> bool:
        """Whether both name the same edition; a misspelt place is another rule's business."""
        if self.year != other.year or self.place == other.place:
            return self.year == other.year
        own, others = _plain(self.place), _plain(other.place)
        if own == others:
            return True
        from difflib import SequenceMatcher

        return SequenceMatcher(None, own, others).ratio() >= ALIKE


class HeadingHistoryMismatch(Rule):
    """The heading, the history line and the adopting line of a text do not name the same edition.

    ## What it does

    Compares the edition in the heading, the last one of the history line below it and the place and year of the line
    that says who adopted the text. Where a line holds both sides of a change, one of them has to agree. Reported once,
    at the first line that disagrees.

    ## Why

    All three are brought up to date by hand, and one is easily forgotten.
    """

    code = "DOC001"
    name = "heading-history-mismatch"
    severity = Severity.ERROR
    examples = (
        Example(
            "RESOLUTION 75 (Rev. Geneva, 2022)\n\nOpen test networks\n\n(Dubai, 2012; Hammamet, 2016; Geneva, 2022)\n\n"
            "The World Telecommunication Standardization Assembly (Hammamet, 2016),\n",
            ("Hammamet, 2016",),
        ),
        Example(
            "RESOLUTION 75 (Rev. New Delhi, 2024)\n\nTest networks\n\n(Dubai, 2012; Hammamet, 2016; Geneva, 2022)\n",
            ("Geneva, 2022",),
        ),
        Example(
            "RESOLUTION 75 (Rev. Geneva, 2022)\n\nOpen test networks\n\n(Dubai, 2012; Hammamet, 2016; Geneva, 2022)\n\n"
            "The World Telecommunication Standardization Assembly (Geneva, 2022),\n"
        ),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield one mistake for each head of a text whose lines disagree."""
        for heading in page.structure.headings:
            lines = [entries for entries in _lines(page, heading) if entries]
            wrong = _odd(lines)
            if wrong is not None:
                first = wrong[-1]
                editions = ", ".join(_written(line) for line in lines)
                message = said("heading, history and adopting line disagree: {editions}", editions=editions)
                yield Mistake(first.start, first.end, message)


def _lines(page: Page, heading: Heading) -> Iterator[tuple[Named, ...]]:
    """The editions that the heading, the end of the history line and the adopting line name."""
    marks = _marks(page.registry)
    for number, is_history in ((heading.block, False), (heading.history, True), (heading.adopting, False)):
        if number is None:
            continue
        reading = page.view.prose(page.view.blocks[number])
        yield tuple(
            named._replace(start=reading.start_of(named.start), end=reading.end_of(named.end))
            for named in _named(reading.text, marks, is_history=is_history)
        )


@lru_cache(maxsize=256)
def _named(line: str, marks: tuple[str, ...], *, is_history: bool) -> tuple[Named, ...]:
    """The editions that one of these lines names, as its own characters: contributions to one text have the same."""
    start = max(line.rfind(";"), line.rfind("("), 0) if is_history else 0
    return tuple(
        Named(entry.place[mark:], entry.year, entry.start + mark, entry.end)
        for entry in dated_places(line, start)
        if (mark := _mark(entry.place, marks)) < len(entry.place)
    )


@lru_cache(maxsize=8)
def _marks(registry: Registry) -> tuple[str, ...]:
    """The marks of editions in all languages, each with the blank behind it, the longest first."""
    marks = {
        f"{str(mark).casefold()} "
        for words in registry.vocabulary.values()
        for kind in ("revised", "modified", "adopted")
        for mark in words.get(kind) or ()
    }
    return tuple(sorted(marks, key=lambda mark: (-len(mark), mark)))


def _mark(place: str, marks: tuple[str, ...]) -> int:
    """How long the mark of an edition before a place is, with its blank."""
    words = f"{place.casefold()} "
    if not words.startswith(marks):
        return 0
    return min(len(next(mark for mark in marks if words.startswith(mark))), len(place))


def _odd(lines: list[tuple[Named, ...]]) -> tuple[Named, ...] | None:
    """The line that stands alone against the others, or else the first that disagrees with the one before all."""
    against = [sum([one is not other and not _meet(one, other) for other in lines]) for one in lines]
    if not any(against):
        return None
    if len(lines) == 3 and sorted(against) == [1, 1, 2]:
        return lines[against.index(2)]
    return next(line for line in lines[1:] if not _meet(lines[0], line)) if against[0] else lines[-1]


def _meet(one: tuple[Named, ...], other: tuple[Named, ...]) -> bool:
    return any(entry.agrees(counterpart) for entry in one for counterpart in other)


def _written(line: tuple[Named, ...]) -> str:
    return " / ".join(f"{entry.place} {entry.year}" for entry in line)


def _plain(place: str) -> str:
    if place.isascii():
        return place.lower()
    decomposed = unicodedata.normalize("NFD", place.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
