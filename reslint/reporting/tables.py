"""Tables and lists that a person can read at a glance: aligned columns, numbers in ranges, lines that end in time."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reslint.registry import Conference, Record
from reslint.reporting.printable import printable, width

WIDTH = 100
DIGITS = re.compile(r"(\d+)")


def aligned(rows: Sequence[Sequence[str]], right: Sequence[int] = (), indent: str = "") -> Iterator[str]:
    """The rows with their columns one below the other; the columns `right`, from 0, end together instead."""
    if not rows:
        return
    widths = [max(width(printable(cell)) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for number, (cell, wide) in enumerate(zip(row, widths, strict=True)):
            blanks = " " * (wide - width(printable(cell)))
            cells.append(f"{blanks}{printable(cell)}" if number in right else f"{printable(cell)}{blanks}")
        yield (indent + "  ".join(cells)).rstrip()


def wrapped(text: str, first: str = "", indent: str = "") -> str:
    """The text in lines of at most 100 columns; `first` stands before the first line, `indent` before the others."""
    return textwrap.fill(
        printable(text), WIDTH, initial_indent=first, subsequent_indent=indent, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def shortened(text: str, columns: int) -> str:
    """The text, or its first words and "…" where it is longer than so many characters."""
    return text if len(text) <= columns else textwrap.shorten(text, columns, placeholder=" …")


def meeting(conference: Conference) -> str:
    """A conference as people know it, with the name it has in the registry: "PP-22 (Bucharest, 2022)"."""
    where = f"{conference.place}, {conference.year}" if conference.place else str(conference.year)
    return f"{conference.key} ({where})"


def numbers(records: Iterable[Record], kinds: Mapping[str, Any]) -> str:
    """The numbers of records of one body, as ranges: "Resolutions 2–5, 7; Decision 12".

    `kinds` are the words of the vocabulary for kinds of text.
    """
    by_kind: dict[str, list[str]] = {}
    for record in records:
        by_kind.setdefault(record.kind, []).append(record.number)
    parts = []
    for kind, listed in by_kind.items():
        words = kinds.get(kind, {})
        name = words.get("one" if len(listed) == 1 else "many", (kind,))[0]
        parts.append(f"{name} {ranges(listed)}")
    return "; ".join(parts)


def ranges(listed: Iterable[str]) -> str:
    """Numbers in their order, three and more in a row as one range: "2–5, 7, 12, 13"."""
    runs: list[list[str]] = []
    for number in sorted(set(listed), key=_in_order):
        before = runs[-1][-1] if runs else ""
        if before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def _in_order(number: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in DIGITS.split(number) if part]
