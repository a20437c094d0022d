"""What a piece costs when there are more of them: texts of 1, 10 and 100 times the length, long lists, deep nesting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from benchmarks import fresh
from benchmarks.table import Row
from benchmarks.texts import nested, numbers, paragraph
from benchmarks.timing import on, taken
from reslint.linting.linter import Linter

# Linear growth means the same time a piece; timers and the processor's caches are forgiven half of it.
LINEAR = 1.5
NAME = "draft.txt"
LINE = 10_000_000


def rows(linter: Linter, rounds: int, size: int) -> Iterator[Row]:
    """Times a piece, beside those of the smallest of the same kind."""
    check = partial(linter.check, name=NAME)
    yield from _pieces(check, rounds, "characters of dense text", fresh.dense, [size, size * 10, size * 100])
    for what, text in {
        "citations in one paragraph": paragraph,
        "numbers in one list": numbers,
        "nested parentheses": nested,
    }.items():
        yield from _pieces(check, rounds, what, partial(fresh.made, text), [1_000, 10_000])
    lines = partial(fresh.sparse, LINE)
    took = taken({"lines": on(lines, check), "line": on(lambda: lines().replace(b"\n", b" "), check)}, min(rounds, 3))
    yield Row("10 MB of sparse text in lines", took["lines"].shown, took["lines"].spread)
    line = took["line"]
    row = Row("10 MB of sparse text in one line", line.shown, line.spread)
    yield row.at_most(line.to(took["lines"]), LINEAR, "×")


def _pieces(
    check: Callable[[bytes], object], rounds: int, what: str, make: Callable[[int], bytes], counts: Sequence[int]
) -> Iterator[Row]:
    took = taken({str(count): on(partial(make, count), check) for count in counts}, rounds)
    first = counts[0]
    for count in counts:
        times = took[str(count)]
        row = Row(f"{count:,} {what}", f"{times.shown}, {times.middle / count * 1e6:.3g} µs each", times.spread)
        if count == first:
            yield row
        else:
            yield row.at_most(times.to(took[str(first)]) * first / count, LINEAR, f"× each of {first:,}")
