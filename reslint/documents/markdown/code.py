"""Words in code marks, as CommonMark pairs them: an opening run of backticks ends with the next one of its length."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?=[\r\n])")
TICKS = re.compile(r"`+")


def code_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The code in `text[start:end]`, which is one paragraph, with its marks."""
    runs = [match.span() for match in TICKS.finditer(text, start, end)]
    of_length: dict[int, list[int]] = {}
    for number, (first, last) in enumerate(runs):
        of_length.setdefault(last - first, []).append(number)
    number = 0
    while number < len(runs):
        first, last = runs[number]
        first += _escaped(text, start, first)
        others = of_length.get(last - first, ())
        at = bisect_right(others, number)
        if at < len(others):
            number = others[at]
            yield first, runs[number][1]
        number += 1


def all_code_spans(text: str) -> list[tuple[int, int]]:
    """The same of a whole text, whose paragraphs end at blank lines."""
    spans: list[tuple[int, int]] = []
    start = 0
    if "`" in text:
        for end in (*(match.start() for match in BLANK_LINE.finditer(text)), len(text)):
            spans += code_spans(text, start, end)
            start = end
    return spans


def _escaped(text: str, start: int, at: int) -> bool:
    """Whether a sign stands behind an odd number of backslashes."""
    first = at
    while first > start and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1
