"""The characters that a terminal can begin with, so that of a state's terminals only those are tried that may fit; and
those that it never gets past.

It reads the standard library's parse of a pattern, which is no public part of it: where that is not as expected, the
answer is that a match can begin with anything, which costs time and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

ASCII = frozenset(map(chr, range(128)))
LETTERS = frozenset(filter(str.isalpha, ASCII))
PASSED = frozenset(", \t\n\r\f\v\x1c\x1d\x1e\x1f")
NOWHERE, FIRST, ANYWHERE = range(3)
"""Where parentheses open: nowhere, with the first character and no other, anywhere."""
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
    found = _read(pattern, frozenset())
    return None if found is None else "".join(sorted(found[0]))


def behind_comma(pattern: str) -> str | None:
    """The same of what follows the comma that a match begins with, and blanks; None if it may be anything."""
    found = _read(pattern, PASSED)
    return None if found is None or found[1] else "".join(sorted(found[0]))


def stopping(pattern: str, opened: int) -> str:
    """The printable ASCII characters that a match never gets past, in order, so that nothing behind one of them counts.

    `opened` is one of `NOWHERE`, `FIRST` and `ANYWHERE`: where parentheses open before it.
    """
    try:
        from re import _parser

        parsed = _parser.parse(pattern)
        ignoring_case = bool(parsed.state.flags & re.IGNORECASE)
        passed = _Passing(opened).sequence(parsed, ignoring_case, begins=True, last=True)
    except (ImportError, AttributeError, TypeError, ValueError, KeyError):
        return ""
    return "".join(sorted(filter(str.isprintable, ASCII - (passed or frozenset()))))


class _Passing:
    """Reads which ASCII characters a pattern may get past: all that its parts match or look at ahead, but what stands
    at its end and is one character.
    """

    def __init__(self, opened: int) -> None:
        self._opened = opened

    def sequence(self, parts: Any, ignoring_case: bool, *, begins: bool, last: bool) -> frozenset[str] | None:
        """Those of parts one after the other; None where not even one can be matched.

        `begins` says that nothing may have been matched before them, `last` that nothing follows them.
        """
        found: frozenset[str] = frozenset()
        for number, (operation, argument) in enumerate(parts, 1):
            passed = self._part(str(operation), argument, ignoring_case, begins, last and number == len(parts))
            if passed is None:
                return found or None
            found |= passed
            begins = begins and parts[number - 1 : number].getwidth()[0] == 0
        return found

    def _part(
        self, operation: str, argument: Any, ignoring_case: bool, begins: bool, last: bool
    ) -> frozenset[str] | None:
        if operation == "AT":
            return frozenset()
        if operation == "LITERAL":
            if argument == ord("(") and (self._opened == NOWHERE or (self._opened == FIRST and not begins)):
                return None
            return frozenset() if last else _cased({chr(argument)}, ignoring_case)
        if operation == "IN":
            return frozenset() if last else _characters(argument, ignoring_case)
        if operation == "BRANCH":
            branches = [self.sequence(one, ignoring_case, begins=begins, last=last) for one in argument[1]]
            possible = [branch for branch in branches if branch is not None]
            return frozenset().union(*possible) if possible else None
        if operation == "SUBPATTERN":
            _, added, removed, inner = argument
            ignoring = (ignoring_case and not removed & re.IGNORECASE) or bool(added & re.IGNORECASE)
            return self.sequence(inner, ignoring, begins=begins, last=last)
        if operation in ("ASSERT", "ASSERT_NOT"):
            direction, inner = argument
            if direction < 0:
                return frozenset()
            # Behind its end the match goes on where it began.
            found = self.sequence(inner, ignoring_case, begins=begins, last=True)
            return frozenset() if found is None and operation == "ASSERT_NOT" else found
        if operation == "ATOMIC_GROUP":
            return self.sequence(argument, ignoring_case, begins=begins, last=last)
        if operation in REPEATS:
            least, most, inner = argument
            found = self.sequence(inner, ignoring_case, begins=begins, last=last and most == 1)
            return frozenset() if found is None and not least else found
        return ASCII


def _read(pattern: str, passed: frozenset[str]) -> tuple[frozenset[str], bool] | None:
    try:
        from re import _parser

        parsed = _parser.parse(pattern)
        first, empty = Opening(passed).sequence(parsed, bool(parsed.state.flags & re.IGNORECASE))
    except (ImportError, AttributeError, TypeError, ValueError, KeyError):
        return None
    return None if first | passed == ASCII else (first, empty)


class Opening:
    """Reads with what a pattern begins, when nothing is known of the signs that are passed over."""

    def __init__(self, passed: frozenset[str]) -> None:
        self._passed = passed

    def sequence(self, parts: Iterable[tuple[Any, Any]], ignoring_case: bool) -> tuple[frozenset[str], bool]:
        """The characters that parts one after the other begin with, and whether they can be empty."""
        first: frozenset[str] = frozenset()
        for operation, argument in parts:
            begins, empty = self._part(str(operation), argument, ignoring_case)
            first |= begins
            if not empty:
                return first, False
        return first, True

    def _part(self, operation: str, argument: Any, ignoring_case: bool) -> tuple[frozenset[str], bool]:
        if operation == "ASSERT" and argument[0] > 0 and self._passed:
            # What must follow follows what was passed over.
            return self.sequence(argument[1], ignoring_case)
        if operation in ZERO_WIDTH:
            return frozenset(), True
        if operation == "BRANCH":
            branches = [self.sequence(branch, ignoring_case) for branch in argument[1]]
            return frozenset().union(*(first for first, _ in branches)), any(empty for _, empty in branches)
        if operation == "SUBPATTERN":
            _, added, removed, inner = argument
            ignoring = (ignoring_case and not removed & re.IGNORECASE) or bool(added & re.IGNORECASE)
            return self.sequence(inner, ignoring)
        if operation == "ATOMIC_GROUP":
            return self.sequence(argument, ignoring_case)
        if operation in REPEATS:
            least, _, inner = argument
            first, empty = self.sequence(inner, ignoring_case)
            return first, empty or least == 0
        signs = ASCII
        if operation == "LITERAL":
            signs = _cased({chr(argument)}, ignoring_case)
        elif operation == "IN":
            signs = _characters(argument, ignoring_case)
        elif operation not in ("NOT_LITERAL", "ANY"):
            return ASCII, True
        return signs - self._passed, bool(signs & self._passed)


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
                return ASCII
        else:
            found |= _of_category(str(argument))
    if negated:
        # In any case, a letter is left out only if both of its forms are.
        return (ASCII - found) | LETTERS if ignoring_case else ASCII - found
    return _cased(found, ignoring_case)


def _cased(signs: set[str], ignoring_case: bool) -> frozenset[str]:
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
