"""What a terminal can begin with, so that of a state's terminals only those are tried that may fit.

It reads the standard library's parse of a pattern, which is no public part of it: where that is not as expected, the
answer is that a match can begin with anything, which costs time and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reslint.named import NamedTuple

ASCII = frozenset(map(chr, range(128)))
LETTERS = frozenset(filter(str.isalpha, ASCII))
PASSED = frozenset(", \t\n\r\f\v\x1c\x1d\x1e\x1f")
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}

Groups = list[tuple[str, str | None]]
"""First characters, and the second ones behind any of them; None where those may be any."""


def openings(pattern: str, *, behind_comma: bool = False) -> Groups | None:
    """The two ASCII characters that a match which is not empty can begin with; None for any.

    Or those that follow the comma it begins with, commas and blanks being passed over. Nothing is said of other
    characters.
    """
    passed = PASSED if behind_comma else frozenset[str]()
    try:
        from re import _parser

        parsed = _parser.parse(pattern)
        begun = Opening(passed).sequence(parsed, bool(parsed.state.flags & re.IGNORECASE))
    except (ImportError, AttributeError, TypeError, ValueError, KeyError):
        return None
    if begun.first | passed == ASCII or (behind_comma and begun.empty):
        return None
    groups: dict[frozenset[str], list[str]] = {}
    for first in sorted(begun.first):
        seconds = ASCII if first in begun.single else begun.pairs[first]
        groups.setdefault(seconds, []).append(first)
    return [
        ("".join(firsts), None if seconds == ASCII else "".join(sorted(seconds))) for seconds, firsts in groups.items()
    ]


class Begun(NamedTuple):
    """With what a part of a pattern begins: the second characters by the first, where there are two; those that may be
    all of it; and whether it can be empty.
    """

    pairs: dict[str, frozenset[str]]
    single: frozenset[str]
    empty: bool

    @property
    def first(self) -> frozenset[str]:
        """The first characters."""
        return self.single.union(self.pairs)


NOTHING = Begun({}, frozenset(), True)


class Opening:
    """Reads with what a pattern begins, when nothing is known of the signs that are passed over."""

    def __init__(self, passed: frozenset[str]) -> None:
        self._passed = passed

    def sequence(self, parts: Iterable[tuple[Any, Any]], ignoring_case: bool) -> Begun:
        """With what parts one after the other begin."""
        begun = NOTHING
        for operation, argument in parts:
            if str(operation) == "ASSERT" and argument[0] > 0:
                ahead = self.sequence(argument[1], ignoring_case)
                if ahead.empty:
                    continue
                # What follows stands there, too, and is not looked at besides.
                begun = _joined(begun, ahead)
                known = begun.pairs | dict.fromkeys(begun.single, ASCII)
                return Begun(known, frozenset(), False)
            begun = _joined(begun, self._part(str(operation), argument, ignoring_case))
            if not begun.single and not begun.empty:
                break
        return begun

    def _part(self, operation: str, argument: Any, ignoring_case: bool) -> Begun:
        if operation in ("AT", "ASSERT", "ASSERT_NOT"):
            return NOTHING
        if operation == "BRANCH":
            return _either([self.sequence(branch, ignoring_case) for branch in argument[1]])
        if operation == "SUBPATTERN":
            _, added, removed, inner = argument
            ignoring = (ignoring_case and not removed & re.IGNORECASE) or bool(added & re.IGNORECASE)
            return self.sequence(inner, ignoring)
        if operation == "ATOMIC_GROUP":
            return self.sequence(argument, ignoring_case)
        if operation in REPEATS:
            least, most, inner = argument
            once = self.sequence(inner, ignoring_case)
            begun = _joined(once, once) if most > 1 else once
            single = once.single if least <= 1 or once.empty else frozenset()
            return Begun(begun.pairs, single, once.empty or least == 0)
        signs = ASCII
        if operation == "LITERAL":
            signs = cased({chr(argument)}, ignoring_case)
        elif operation == "IN":
            signs = characters(argument, ignoring_case)
        elif operation not in ("NOT_LITERAL", "ANY"):
            return Begun(dict.fromkeys(ASCII, ASCII), ASCII, True)
        return Begun({}, signs - self._passed, bool(signs & self._passed))


def _joined(begun: Begun, following: Begun) -> Begun:
    """With what one begins that another follows."""
    first = following.first
    pairs = dict(begun.pairs)
    for sign in begun.single:
        pairs[sign] = pairs.get(sign, frozenset()) | first
    single = begun.single if following.empty else frozenset()
    if begun.empty:
        pairs = _both(pairs, following.pairs)
        single |= following.single
    return Begun(pairs, single, begun.empty and following.empty)


def _either(begun: Iterable[Begun]) -> Begun:
    pairs: dict[str, frozenset[str]] = {}
    single: frozenset[str] = frozenset()
    empty = False
    for one in begun:
        pairs = _both(pairs, one.pairs)
        single |= one.single
        empty = empty or one.empty
    return Begun(pairs, single, empty)


def _both(pairs: dict[str, frozenset[str]], further: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {
        sign: pairs.get(sign, frozenset()) | further.get(sign, frozenset()) for sign in pairs.keys() | further.keys()
    }


def characters(members: Iterable[tuple[Any, Any]], ignoring_case: bool) -> frozenset[str]:
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
                return ASCII
        else:
            found |= _of_category(str(argument))
    if negated:
        # In any case, a letter is left out only if both of its forms are.
        return (ASCII - found) | LETTERS if ignoring_case else ASCII - found
    return cased(found, ignoring_case)


def cased(signs: set[str], ignoring_case: bool) -> frozenset[str]:
    """The ASCII characters that stand for these: without regard to case, the Kelvin sign is a "k"."""
    if not ignoring_case:
        return ASCII & signs
    return ASCII & frozenset().union(*map(_alike, signs))


@lru_cache(maxsize=512)
def _alike(sign: str) -> frozenset[str]:
    """The ASCII characters that are a character without regard to case."""
    if sign.isascii():
        return frozenset((sign.lower(), sign.upper()))
    matches = re.compile(re.escape(sign), re.IGNORECASE).match
    return frozenset(one for one in ASCII if matches(one))


@lru_cache(maxsize=16)
def _of_category(name: str) -> frozenset[str]:
    """The ASCII characters of a category of patterns: digits, blanks, those of words, or no such."""
    matches = re.compile(CATEGORIES[name]).match
    return frozenset(one for one in ASCII if matches(one))
