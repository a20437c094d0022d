"""The one table: what was measured, its value and spread, the ratio that counts, and whether the target is held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

HEADS = ("measure", "value", "spread", "ratio", "target", "held?")


class Row(NamedTuple):
    """A line of the table; `target` and `held` are empty where there is nothing to hold, `spread` where no time is."""

    measure: str
    value: str
    spread: str = ""
    ratio: str = ""
    target: str = ""
    held: str = ""

    def at_most(self, ratio: float, limit: float, what: str) -> Row:
        """The row with a ratio that must not exceed the limit."""
        return self._against(ratio, what, f"≤ {limit:g}", ratio <= limit)

    def at_least(self, ratio: float, limit: float, what: str) -> Row:
        """The row with a ratio that must reach the limit."""
        return self._against(ratio, what, f"≥ {limit:g}", ratio >= limit)

    def _against(self, ratio: float, what: str, target: str, held: bool) -> Row:
        return self._replace(ratio=times(ratio, what), target=target, held="yes" if held else "no")


def missing(name: str, how: str = "`make bench` installs it") -> Row:
    """The row of a contender that cannot be measured."""
    return Row(name, f"not installed; {how}")


def times(ratio: float, what: str = "×") -> str:
    """A ratio and what it is one of."""
    return f"{ratio:,.0f} {what}" if ratio >= 100 else f"{ratio:.2f} {what}"


def duration(seconds: float) -> str:
    """A time in the unit that a person would choose."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    if seconds >= 1e-3:
        return f"{seconds * 1e3:.1f} ms"
    return f"{seconds * 1e6:.2f} µs"


def drawn(rows: Iterable[Row]) -> str:
    """The table in Markdown."""
    return aligned([HEADS, *rows])


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """Lines of cells, of which the first is the head, in Markdown with aligned columns."""
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    cells = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    cells.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(cells)
