"""The one table: what was measured, its value, the ratio that counts, and whether the target is held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """A line of the table; `target` and `held` are empty where there is nothing to hold."""

    measure: str
    value: str
    ratio: str = ""
    target: str = ""
    held: str = ""


def at_most(measure: str, value: str, ratio: float, limit: float, what: str) -> Row:
    """A row whose ratio must not exceed the limit."""
    return Row(measure, value, f"{ratio:.2f} {what}", f"≤ {limit:g}", "yes" if ratio <= limit else "no")


def at_least(measure: str, value: str, ratio: float, limit: float, what: str) -> Row:
    """A row whose ratio must reach the limit."""
    return Row(measure, value, f"{ratio:.2f} {what}", f"≥ {limit:g}", "yes" if ratio >= limit else "no")


def missing(name: str) -> Row:
    """The row of a contender that cannot be measured."""
    return Row(name, "not installed; `make bench` installs it")


def duration(seconds: float) -> str:
    """A time in the unit that a person would choose."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    if seconds >= 1e-3:
        return f"{seconds * 1e3:.1f} ms"
    return f"{seconds * 1e6:.2f} µs"


def drawn(rows: Iterable[Row]) -> str:
    """The table in Markdown."""
    return aligned([Row("measure", "value", "ratio", "target", "held?"), *rows])


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """Lines of cells, of which the first is the head, in Markdown with aligned columns."""
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    cells = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    cells.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(cells)
