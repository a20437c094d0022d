"""The numbers that a browser writes before the items of an ordered list (HTML standard, 4.4.5 and 15.3.7).

They are counted once a view, since an item that is not there in a view does not count in it. The marker is that of
browsers, a number and a full stop: "a.", "iv.", "3.".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from reslint.documents.model import SEEN, Provenance, ViewName
from reslint.documents.word.labels import formatted

INTEGER = re.compile(r"\s*([+-]?\d{1,9})")
TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.IGNORECASE)
STYLES = {
    **{style: style for style in TYPES.values()},
    "lower-latin": "lower-alpha",
    "upper-latin": "upper-alpha",
    "decimal-leading-zero": "decimal-leading-zero",
    "none": "none",
    "disc": "none",
    "circle": "none",
    "square": "none",
}
LETTERS = 26
MOST_ROMAN = 3999


class Item(NamedTuple):
    """An item of a list: the number it asks for, the style it asks for, and how it came to stand there."""

    value: int | None
    style: str | None
    row: Provenance


class OrderedList:
    """An ordered list while it is read: how it counts, and its items in order."""

    __slots__ = ("items", "reversed", "start", "style")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.start = integer(attributes.get("start", ""))
        self.reversed = "reversed" in attributes
        self.style = style_of(attributes) or "decimal"
        self.items: list[Item] = []

    def add(self, attributes: Mapping[str, str], row: Provenance) -> int:
        """Add an item; its number among the items, from 0."""
        self.items.append(Item(integer(attributes.get("value", "")), style_of(attributes), row))
        return len(self.items) - 1

    def labels(self, view: ViewName) -> list[str]:
        """What stands before each item in a view; nothing before one that is not there."""
        seen = SEEN[view]
        step = -1 if self.reversed else 1
        count = self.start
        if count is None:
            count = sum(item.row in seen for item in self.items) if self.reversed else 1
        written = []
        for item in self.items:
            if item.row not in seen:
                written.append("")
                continue
            if item.value is not None:
                count = item.value
            written.append(marker(count, item.style or self.style))
            count += step
        return written


def style_of(attributes: Mapping[str, str]) -> str | None:
    """How the attributes of a list or an item say that it is numbered, if they do; the style counts before the type."""
    declared = STYLE.search(attributes.get("style", ""))
    for word in reversed(declared[1].lower().split()) if declared else ():
        if word in STYLES:
            return STYLES[word]
    return TYPES.get(attributes.get("type", "").strip())


def integer(written: str) -> int | None:
    """A number as the attributes of lists write it."""
    match = INTEGER.match(written)
    return int(match[1]) if match else None


def marker(number: int, style: str) -> str:
    """The marker of an item; a number that a style cannot write stands in figures."""
    if style == "none":
        return ""
    kind, _, form = style.partition("-")
    written = str(number)
    if form == "alpha" and number > 0:
        written = _letters(number)
    elif form == "roman" and 0 < number <= MOST_ROMAN:
        written = formatted(number, "lowerRoman")
    elif form == "leading-zero":
        written = f"{number:02}"
    return f"{written.upper() if kind == 'upper' else written}."


def _letters(number: int) -> str:
    """a to z, then aa, ab … as browsers count on."""
    written = ""
    while number:
        number, letter = divmod(number - 1, LETTERS)
        written = chr(ord("a") + letter) + written
    return written
