"""What no match of a terminal gets past, so that what stands behind it counts for nothing.

As in `openings`, where the parse of a pattern is not as expected, nothing is told: a match may get past anything.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from reslint.citations.ascii import ASCII, REPEATS, UNEXPECTED, Signs, characters, ignoring, literal, parsed, told
from reslint.citations.fitting import ANYWHERE, FIRST, NOWHERE

OPENING = ord("(")


def stopping(pattern: str) -> tuple[str, str, str]:
    """The printable ASCII characters that a match never gets past, in order, so that nothing behind one of them counts;
    where parentheses open nowhere before it, with the first character and no other, anywhere.
    """
    try:
        parts, ignoring_case = parsed(pattern)
        found = []
        for opened in (ANYWHERE, FIRST, NOWHERE):
            passing = Passing(opened)
            passed = passing.sequence(parts, ignoring_case, begins=True, last=True)
            found.append("".join(filter(str.isprintable, told(ASCII & ~(passed or 0)))))
            if not passing.opens:
                return found[0], found[0], found[0]
        anywhere, first, nowhere = found
    except UNEXPECTED:
        return "", "", ""
    return nowhere, first, anywhere


class Passing:
    """Reads which ASCII characters a pattern may get past: all that its parts match or look at ahead, but what stands
    at its end and is one character. `opens` says whether a parenthesis may open in a match.
    """

    def __init__(self, opened: int) -> None:
        self.opens = False
        self._opened = opened

    def sequence(self, parts: Any, ignoring_case: bool, *, begins: bool, last: bool) -> Signs | None:
        """Those of parts one after the other; None where not even one can be matched.

        `begins` says that nothing may have been matched before them, `last` that nothing follows them.
        """
        found: Signs = 0
        size = len(parts.data)
        for number, (operation, argument) in enumerate(parts.data, 1):
            passed = self._part(operation.name, argument, ignoring_case, begins, last and number == size)
            if passed is None:
                return found or None
            found |= passed
            begins = begins and parts[number - 1 : number].getwidth()[0] == 0
        return found

    def _part(self, operation: str, argument: Any, ignoring_case: bool, begins: bool, last: bool) -> Signs | None:
        if operation == "AT":
            return 0
        if operation == "LITERAL":
            if argument == OPENING:
                self.opens = True
                if self._opened == NOWHERE or (self._opened == FIRST and not begins):
                    return None
            return 0 if last else literal(argument, ignoring_case)
        if operation == "IN":
            return 0 if last else characters(argument, ignoring_case)
        if operation == "BRANCH":
            branches = [self.sequence(one, ignoring_case, begins=begins, last=last) for one in argument[1]]
            possible = [branch for branch in branches if branch is not None]
            return reduce(or_, possible) if possible else None
        if operation == "SUBPATTERN":
            _, added, removed, inner = argument
            return self.sequence(inner, ignoring(ignoring_case, added, removed), begins=begins, last=last)
        if operation in ("ASSERT", "ASSERT_NOT"):
            direction, inner = argument
            if direction < 0:
                return 0
            # Behind its end the match goes on where it began.
            found = self.sequence(inner, ignoring_case, begins=begins, last=True)
            return 0 if found is None and operation == "ASSERT_NOT" else found
        if operation == "ATOMIC_GROUP":
            return self.sequence(argument, ignoring_case, begins=begins, last=last)
        if operation in REPEATS:
            least, most, inner = argument
            found = self.sequence(inner, ignoring_case, begins=begins, last=last and most == 1)
            return 0 if found is None and not least else found
        return ASCII
