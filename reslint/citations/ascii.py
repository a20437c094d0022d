"""Sets of ASCII characters as the bits of a number, and the parts of a pattern that match one character.

The standard library's parse of a pattern is no public part of it. There are some ten thousand parts in the patterns of
a language: numbers are joined many times as fast as sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

Signs = int
"""A set of ASCII characters: the bit of each."""
SIZE = 128
ASCII: Signs = (1 << SIZE) - 1
CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
UNEXPECTED = (ImportError, AttributeError, TypeError, ValueError, KeyError)
"""What goes wrong where a parse is not as it was."""


@lru_cache(maxsize=1)
def parsed(pattern: str) -> tuple[Any, bool]:
    """The parse of a pattern, and whether it is one without regard to case; that of the last one is kept."""
    from re import _parser

    found = _parser.parse(pattern)
    return found, bool(found.state.flags & re.IGNORECASE)


def ignoring(ignoring_case: bool, added: int, removed: int) -> bool:
    """Whether case is ignored in a group with flags of its own."""
    return (ignoring_case and not removed & re.IGNORECASE) or bool(added & re.IGNORECASE)


def signs_of(characters: Iterable[str]) -> Signs:
    """The set of these characters, those that are none of ASCII left out."""
    found = 0
    for sign in characters:
        if sign.isascii():
            found |= 1 << ord(sign)
    return found


def told(signs: Signs) -> str:
    """The characters of a set, in order."""
    return "".join(chr(code) for code in range(SIZE) if signs >> code & 1)


LETTERS = signs_of(filter(str.isalpha, map(chr, range(SIZE))))


@lru_cache(maxsize=1024)
def literal(code: int, ignoring_case: bool) -> Signs:
    """The ASCII characters that stand for one: without regard to case, the Kelvin sign is a "k"."""
    sign = chr(code)
    if not ignoring_case:
        return signs_of(sign)
    if sign.isascii():
        return signs_of((sign.lower(), sign.upper()))
    return _matching(re.compile(re.escape(sign), re.IGNORECASE))


def characters(members: Iterable[tuple[Any, Any]], ignoring_case: bool) -> Signs:
    """The ASCII characters of a class."""
    found: Signs = 0
    negated = False
    for kind, argument in members:
        name = kind.name
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            found |= literal(argument, ignoring_case and not negated)
        elif name == "RANGE":
            low, high = argument
            if ignoring_case and high >= SIZE:
                return ASCII
            within = ((2 << min(high, SIZE - 1)) - 1) & ~((1 << min(low, SIZE)) - 1)
            found |= within if negated or not ignoring_case else _in_any_case(within)
        else:
            found |= _of_category(argument.name)
    if negated:
        # In any case, a letter is left out only if both of its forms are.
        return (ASCII & ~found) | LETTERS if ignoring_case else ASCII & ~found
    return found


@lru_cache(maxsize=64)
def _in_any_case(signs: Signs) -> Signs:
    found = signs
    for sign in told(signs):
        found |= literal(ord(sign), True)
    return found


@lru_cache(maxsize=16)
def _of_category(name: str) -> Signs:
    """The ASCII characters of a category of patterns: digits, blanks, those of words, or no such."""
    return _matching(re.compile(CATEGORIES[name]))


def _matching(pattern: re.Pattern[str]) -> Signs:
    return signs_of(sign for sign in map(chr, range(SIZE)) if pattern.match(sign))
