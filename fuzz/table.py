"""The table of what was tried and what came of it: a row a reader and mutator."""

from __future__ import annotations

from collections import defaultdict

from fuzz.promises import Outcome

COLUMNS = ("inputs", "read", "refused", "findings", "mended", "comments", "broken")


class Table:
    """Counts of inputs by reader and mutator, and what was found in them."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * len(COLUMNS))

    def add(self, reader: str, mutator: str, outcome: Outcome) -> None:
        """Count an input."""
        found = (outcome.findings, outcome.mended, outcome.comments)
        counted = (1, outcome.read, not outcome.read, *found, bool(outcome.broken))
        row = self._rows[reader, mutator]
        row[:] = [sum(pair) for pair in zip(row, counted, strict=True)]

    def drawn(self) -> str:
        """The rows in the order in which they were first counted, and their sum."""
        rows = [*self._rows.items(), (("all", ""), [sum(column) for column in zip(*self._rows.values(), strict=True)])]
        lines: list[tuple[str, ...]] = [("reader", "mutator", *COLUMNS)]
        lines += [(*names, *(f"{number:,}" for number in row)) for names, row in rows if row]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join(
            "  ".join(
                cell.ljust(width) if at < 2 else cell.rjust(width)
                for at, (cell, width) in enumerate(zip(line, widths, strict=True))
            ).rstrip()
            for line in lines
        )
