"""What a piece costs when there are more of them: texts of 1, 10 and 100 times the length, long lists, deep nesting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from benchmarks.table import Row, at_most, duration
from benchmarks.texts import dense, nested, numbers, paragraph, sparse
from benchmarks.timing import best
from reslint.linting.linter import Linter

# Linear growth means the same time a piece; timers and the processor's caches are forgiven half of it.
LINEAR = 1.5
NAME = "draft.txt"
LINE = 10_000_000


def rows(linter: Linter, rounds: int, size: int) -> Iterator[Row]:
    """Times a piece, beside those of the smallest of the same kind."""
    texts = {size * times: dense(size * times) for times in (1, 10, 100)}
    yield from _pieces(linter, rounds, "characters of dense text", texts)
    paragraphs = {count: paragraph(count) for count in (1_000, 10_000)}
    yield from _pieces(linter, rounds, "citations in one paragraph", paragraphs)
    yield from _pieces(linter, rounds, "numbers in one list", {count: numbers(count) for count in (1_000, 10_000)})
    yield from _pieces(linter, rounds, "nested parentheses", {count: nested(count) for count in (1_000, 10_000)})
    lines = sparse(LINE)
    data = {"lines": lines.encode(), "line": lines.replace("\n", " ").encode()}
    took = best({name: partial(linter.check, text, NAME) for name, text in data.items()}, min(rounds, 2))
    yield Row("10 MB of sparse text in lines", duration(took["lines"]))
    yield at_most("10 MB of sparse text in one line", duration(took["line"]), took["line"] / took["lines"], LINEAR, "×")


def _pieces(linter: Linter, rounds: int, what: str, texts: dict[int, str]) -> Iterator[Row]:
    data = {count: text.encode() for count, text in texts.items()}
    took = best({str(count): partial(linter.check, text, NAME) for count, text in data.items()}, rounds)
    smallest = min(texts)
    base = took[str(smallest)] / smallest
    for count in texts:
        each = took[str(count)] / count
        value = f"{duration(took[str(count)])}, {each * 1e6:.3g} µs each"
        if count == smallest:
            yield Row(f"{count:,} {what}", value)
        else:
            yield at_most(f"{count:,} {what}", value, each / base, LINEAR, f"× each of {smallest:,}")
