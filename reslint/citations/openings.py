"""The characters that a terminal can begin with, so that of a state's terminals only those are tried that may fit.

It reads the standard library's parse of a pattern, which is no public part of it: where that is not as expected, the
answer is that a match can begin with anything, which costs time and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

ASCII = frozenset(map(chr, range(128)))
ANYTHING = ASCII
ZERO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}


def opening(pattern: str) -> str | None:
    """The ASCII characters that a match which is not empty can begin with, in order; None for all of them.

    Nothing is said of other characters.
    """
    try:
        from re import _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(pattern)
        first, _ = _sequence(parsed, bool(parsed.state.flags & re.IGNORECASE))
    except (ImportError, AttributeError, TypeError, ValueError):
        return None
    return None if first == ANYTHING else "".join(sorted(first))


def _sequence(parts: Iterable[tuple[Any, Any]], ignoring_case: bool) -> tuple[frozenset[str], bool]:
    """The characters that parts one after the other begin with, and whether they can be empty."""
    first: frozenset[str] = frozenset()
    for operation, argument in parts:
        begins, empty = _part(str(operation), argument, ignoring_case)
        first |= begins
        if not empty:
            return first, False
    return first, True


def _part(operation: str, argument: Any, ignoring_case: bool) -> tuple[frozenset[str], bool]:
    if operation in ZERO_WIDTH:
        return frozenset(), True
    if operation == "BRANCH":
        branches = [_sequence(branch, ignoring_case) for branch in argument[1]]
        return frozenset().union(*(first for first, _ in branches)), any(empty for _, empty in branches)
    if operation == "SUBPATTERN":
        _, added, removed, inner = argument
        return _sequence(inner, bool((re.IGNORECASE if ignoring_case else 0) & ~removed | added & re.IGNORECASE))
    if operation == "ATOMIC_GROUP":
        return _sequence(argument, ignoring_case)
    if operation in REPEATS:
        least, _, inner = argument
        first, empty = _sequence(inner, ignoring_case)
        return first, empty or least == 0
    if operation == "LITERAL":
        return _cased({chr(argument)}, ignoring_case), False
    if operation == "NOT_LITERAL":
        return ANYTHING, False
    if operation == "IN":
        return _characters(argument, ignoring_case), False
    return ANYTHING, True


def _characters(members: Iterable[tuple[Any, Any]], ignoring_case: bool) -> frozenset[str]:
    """The ASCII characters of a class."""
    found: set[str] = set()
    negated = False
    for kind, argument in members:
        name = str(kind)
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            found.add(chr(argument))
        elif name == "RANGE":
            low, high = argument
            found |= {sign for sign in ASCII if low <= ord(sign) <= high}
            if ignoring_case and high > max(map(ord, ASCII)):
                return ANYTHING
        else:
            found |= {sign for sign in ASCII if re.match(CATEGORIES[str(argument)], sign)}
    if negated:
        # In any case, a letter is left out only if both of its forms are.
        return ANYTHING if ignoring_case else ASCII - found
    return _cased(found, ignoring_case)


def _cased(signs: set[str], ignoring_case: bool) -> frozenset[str]:
    """The ASCII characters that stand for these: without regard to case, the Kelvin sign is a "k"."""
    if not ignoring_case:
        return ASCII & signs
    return frozenset(sign for sign in ASCII if any(re.match(re.escape(one), sign, re.IGNORECASE) for one in signs))
