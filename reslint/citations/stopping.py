"""What no match of a terminal gets past, so that what stands behind it counts for nothing.

As in `openings`, where the parse of a pattern is not as expected, nothing is told: a match may get past anything.
"""

from __future__ import annotations

import re
from typing import Any

from reslint.citations.openings import ASCII, REPEATS, cased, characters

NOWHERE, FIRST, ANYWHERE = range(3)
"""Where parentheses open: nowhere, with the first character and no other, anywhere."""


def stopping(pattern: str, opened: int) -> str:
    """The printable ASCII characters that a match never gets past, in order, so that nothing behind one of them counts.

    `opened` is one of `NOWHERE`, `FIRST` and `ANYWHERE`: where parentheses open before it.
    """
    try:
        from re import _parser

        parsed = _parser.parse(pattern)
        ignoring_case = bool(parsed.state.flags & re.IGNORECASE)
        passed = Passing(opened).sequence(parsed, ignoring_case, begins=True, last=True)
    except (ImportError, AttributeError, TypeError, ValueError, KeyError):
        return ""
    return "".join(sorted(filter(str.isprintable, ASCII - (passed or frozenset()))))


class Passing:
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
            return frozenset() if last else cased({chr(argument)}, ignoring_case)
        if operation == "IN":
            return frozenset() if last else characters(argument, ignoring_case)
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
