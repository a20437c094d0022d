"""What to write for a day that was written otherwise: a place where conferences met, a date as people write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from reslint.errors import nearest

if TYPE_CHECKING:
    from reslint.registry import Conference, Registry

EXAMPLE = "write a date such as 2024-10-15, the short name of a conference, today, or document"
IN_NUMBERS = re.compile(r"(\d{1,4})[-./ ]{1,2}(\d{1,2})[-./ ]{1,2}(\d{1,4})\.?")
IN_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})\W*)?(?P<month>[A-Za-z]{3,9})\W*(?:(?P<late>\d{1,2})(?:st|nd|rd|th)?\W+)?(?P<year>\d{4})"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR = re.compile(r"\d{4}")
MOST = 6
"""So many conferences of a place are named, the latest."""


def met_at(wanted: str, registry: Registry) -> list[Conference]:
    """The conferences held in the place that a word names, latest first; none where it names no place."""
    word = wanted.strip().casefold()
    for name, town in registry.places.items():
        spellings = (name, town.name, *town.names.values(), *town.variants, *town.misspelt)
        if word in (spelling.casefold() for spelling in spellings):
            held = [one for one in registry.conferences.values() if one.place == name]
            return sorted(held, key=lambda one: one.opens, reverse=True)
    return []


def of_place(held: list[Conference]) -> str:
    """The conferences of a place, told so that one of them can be written."""
    if len(held) == 1:
        (one,) = held
        return f"{one.key} was held there ({one.opens} to {one.closes}), so write {one.key}"
    named = ", ".join(one.key for one in held[:MOST])
    return f"conferences were held there: write {named}{' …' if len(held) > MOST else ''}"


def advice_on(wanted: str, names: list[str]) -> str:
    """What to write in place of a day that is none; `names` are those that stand for a day."""
    days = [day.isoformat() for day in dict.fromkeys(_read(wanted.strip()))]
    if days:
        return f"write {' or '.join(days)}"
    if YEAR.fullmatch(wanted.strip()):
        return f"write the day, too, such as {wanted.strip()}-12-31"
    if re.fullmatch(r"[\d\W]+", wanted):  # no word, so that none is near
        return EXAMPLE
    return nearest(wanted, names) or EXAMPLE


def _read(wanted: str) -> Iterator[date]:
    """The days that may be meant, the usual order of the Union, day and month, first."""
    numbers = IN_NUMBERS.fullmatch(wanted)
    if numbers:
        first, second, third = map(int, numbers.groups())
        orders = ((first, second, third),) if len(numbers[1]) == 4 else ((third, second, first), (third, first, second))
        for year, month, day in orders:
            yield from _day(year, month, day)
    words = IN_WORDS.fullmatch(wanted)
    if words and words["month"][:3].lower() in MONTHS:
        given = words["day"] or words["late"]
        if given:
            yield from _day(int(words["year"]), MONTHS.index(words["month"][:3].lower()) + 1, int(given))


def _day(year: int, month: int, day: int) -> Iterator[date]:
    if year < 1000:  # two digits tell no century
        return
    try:
        yield date(year, month, day)
    except ValueError:
        return
