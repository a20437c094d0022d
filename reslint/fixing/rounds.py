"""Mend in rounds: make the fixes that go together, judge again, until nothing is left to mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from reslint.api.report import FileResult
from reslint.errors import ReslintError
from reslint.fixing.edits import Chosen, choose

ROUNDS = 100


def in_rounds(first: FileResult, unsafe_fixes: bool, make: Callable[[Chosen], FileResult]) -> FileResult:
    """The result after the last round; `make` makes what is chosen for one, in the view of the result before it.

    Raises ReslintError where the fixes do not come to an end, or leave nothing that can be read.
    """
    result = first
    codes: Counter[str] = Counter()
    postponed = 0
    for number in range(ROUNDS + 1):
        chosen = choose(result.findings, unsafe_fixes)
        if not chosen.edits:
            break
        if number == ROUNDS:
            rules = ", ".join(sorted(set(chosen.codes)))
            raise ReslintError(first.name, f"the fixes of {rules} undo each other, so nothing was mended", "ignore one")
        codes.update(chosen.codes)
        postponed += chosen.postponed
        result = make(chosen)
        if result.view is None:
            raise ReslintError(first.name, "a fix left nothing that can be read, so nothing was mended")
    return result.but(notices=first.notices, mended=codes.total(), postponed=postponed)
