"""What a terminal can begin with, so that of a state's terminals only those are tried that may fit.

It reads the standard library's parse of a pattern: where that is not as expected, the answer is that a match can begin
with anything, which costs time and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reslint.citations.ascii import (
    ASCII,
    REPEATS,
    UNEXPECTED,
    Signs,
    characters,
    ignoring,
    literal,
    parsed,
    signs_of,
    told,
)
from reslint.citations.fitting import PASSED, Groups
from reslint.named import NamedTuple


def openings(pattern: str, *, behind_comma: bool = False) -> Groups | None:
    """The two ASCII characters that a match which is not empty can begin with; None for any.

    Or those that follow the comma it begins with, commas and blanks being passed over. Nothing is said of other
    characters.
    """
    passed = signs_of(PASSED) if behind_comma else 0
    try:
        parts, ignoring_case = parsed(pattern)
        begun = Opening(passed).sequence(parts, ignoring_case)
    except UNEXPECTED:
        return None
    if begun.first | passed == ASCII or (behind_comma and begun.empty):
        return None
    groups: dict[Signs, list[str]] = {}
    for first in told(begun.first):
        code = ord(first)
        groups.setdefault(ASCII if begun.single >> code & 1 else begun.pairs[code], []).append(first)
    return [("".join(firsts), None if seconds == ASCII else told(seconds)) for seconds, firsts in groups.items()]


class Begun(NamedTuple):
    """With what a part of a pattern begins: the second characters by the code of the first, where there are two; those
    that may be all of it; and whether it can be empty.
    """

    pairs: dict[int, Signs]
    single: Signs
    empty: bool

    @property
    def first(self) -> Signs:
        """The first characters."""
        found = self.single
        for code in self.pairs:
            found |= 1 << code
        return found


NOTHING = Begun({}, 0, True)
ANYTHING = Begun(dict.fromkeys(range(128), ASCII), ASCII, True)


class Opening:
    """Reads with what a pattern begins, when nothing is known of the signs that are passed over."""

    def __init__(self, passed: Signs) -> None:
        self._passed = passed

    def sequence(self, parts: Any, ignoring_case: bool) -> Begun:
        """With what parts one after the other begin."""
        begun = NOTHING
        for operation, argument in parts.data:
            if operation.name == "ASSERT" and argument[0] > 0:
                ahead = self.sequence(argument[1], ignoring_case)
                if ahead.empty:
                    continue
                # What follows stands there, too, and is not looked at besides.
                begun = _joined(begun, ahead)
                return Begun(begun.pairs | dict.fromkeys(_codes(begun.single), ASCII), 0, False)
            begun = _joined(begun, self._part(operation.name, argument, ignoring_case))
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
            return self.sequence(inner, ignoring(ignoring_case, added, removed))
        if operation == "ATOMIC_GROUP":
            return self.sequence(argument, ignoring_case)
        if operation in REPEATS:
            least, most, inner = argument
            once = self.sequence(inner, ignoring_case)
            begun = _joined(once, once) if most > 1 else once
            return Begun(begun.pairs, once.single if least <= 1 or once.empty else 0, once.empty or least == 0)
        signs = ASCII
        if operation == "LITERAL":
            signs = literal(argument, ignoring_case)
        elif operation == "IN":
            signs = characters(argument, ignoring_case)
        elif operation not in ("NOT_LITERAL", "ANY"):
            return ANYTHING
        return Begun({}, signs & ~self._passed, bool(signs & self._passed))


def _joined(begun: Begun, following: Begun) -> Begun:
    """With what one begins that another follows."""
    if following is NOTHING:
        return begun
    if begun is NOTHING:
        return following
    pairs = dict(begun.pairs)
    first = following.first
    for code in _codes(begun.single):
        pairs[code] = pairs.get(code, 0) | first
    single = begun.single if following.empty else 0
    if begun.empty:
        _add(pairs, following.pairs)
        single |= following.single
    return Begun(pairs, single, begun.empty and following.empty)


def _either(begun: Iterable[Begun]) -> Begun:
    pairs: dict[int, Signs] = {}
    single: Signs = 0
    empty = False
    for one in begun:
        _add(pairs, one.pairs)
        single |= one.single
        empty = empty or one.empty
    return Begun(pairs, single, empty)


def _add(pairs: dict[int, Signs], further: dict[int, Signs]) -> None:
    for code, seconds in further.items():
        pairs[code] = pairs.get(code, 0) | seconds


def _codes(signs: Signs) -> list[int]:
    return [code for code in range(signs.bit_length()) if signs >> code & 1]
