"""The numbers that a browser writes before the items of an ordered list (HTML standard, 4.4.5 and 15.3.7).

They are counted once a view, since an item that is not there in a view does not count in it. The marker is that of
browsers, a number and a full stop: "a.", "iv.", "3.".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from reslint.documents.model import SEEN, Provenance, ViewName
from reslint.documents.numerals import letters, roman

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
FORMS: dict[str, Callable[[int], str]] = {
    "alpha": letters,
    "roman": roman,
    "leading-zero": lambda number: f"{number:02}",
}


class Item:
    """An item of an ordered list: its number there, from 0, what it asks for, and how it came to stand there.

    `said` is whether its marker was given to a paragraph, the first one that has words.
    """

    __slots__ = ("listed", "number", "row", "said", "style", "value")

    def __init__(self, listed: OrderedList, number: int, attributes: Mapping[str, str], row: Provenance) -> None:
        self.listed = listed
        self.number = number
        self.value = integer(attributes.get("value", ""))
        self.style = style_of(attributes)
        self.row = row
        self.said = False


class OrderedList:
    """An ordered list while it is read: how it counts, and its items in order."""

    __slots__ = ("items", "reversed", "start", "style")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.start = integer(attributes.get("start", ""))
        self.reversed = "reversed" in attributes
        self.style = style_of(attributes) or "decimal"
        self.items: list[Item] = []

    def add(self, attributes: Mapping[str, str], row: Provenance) -> Item:
        """Add an item, given the attributes of its element."""
        item = Item(self, len(self.items), attributes, row)
        self.items.append(item)
        return item

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
    written = FORMS.get(form, str)(number)
    return f"{written.upper() if kind == 'upper' else written}."
