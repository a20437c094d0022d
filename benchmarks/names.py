"""Names that nobody has, made of syllables by rule: no two pieces of text, nor two sentences of one, share a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

EACH = 256
"""So many names has a piece of text."""
LENGTH = 5
STRIDE = 0x2545_F491
"""Odd, so that neighbouring numbers have names that are little alike, and no two numbers the same."""


def names(piece: int, syllables: Sequence[str]) -> Iterator[str]:
    """The names of one piece of text; there are 64 syllables, in any script."""
    for number in range(piece * EACH, (piece + 1) * EACH):
        yield name(number, syllables)


def name(number: int, syllables: Sequence[str]) -> str:
    """The name of a number."""
    base = len(syllables)
    if number >= base**LENGTH:
        raise ValueError(f"there are {base**LENGTH:,} names, and number {number:,} is none of them")
    rest = number * STRIDE % base**LENGTH
    said = ""
    for _ in range(LENGTH):
        rest, syllable = divmod(rest, base)
        said += syllables[syllable]
    return said.capitalize()
