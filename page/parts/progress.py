"""How far the judging of one draft is, told while it goes on.

Nothing in reslint has to know of it: Python itself tells when the functions are called that mark the way.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

READ, FOUND, ASKED = 0.3, 0.5, 0.8
"""How much is done when a draft was read, its citations were found, and all rules were asked, as measured."""
LEAST = 0.02
# The Python of the page is newer than the oldest that the rest is written for.
MONITORING = vars(sys)["monitoring"]
TOOL = MONITORING.PROFILER_ID


@contextmanager
def told_to(tell: Callable[[float], Any] | None, linter: Any) -> Iterator[None]:
    """While this holds, `tell` is called with the part that is done, from 0 to 1, of a draft that `linter` judges."""
    if tell is None:
        yield
        return
    shares = _shares(linter)
    last = 0.0

    def called(code: Any, _: int) -> None:
        nonlocal last
        if shares[code] >= last + LEAST:
            last = shares[code]
            tell(last)

    MONITORING.use_tool_id(TOOL, "progress")
    MONITORING.register_callback(TOOL, MONITORING.events.PY_START, called)
    for code in shares:
        MONITORING.set_local_events(TOOL, code, MONITORING.events.PY_START)
    try:
        yield
    finally:
        MONITORING.free_tool_id(TOOL)


def _shares(linter: Any) -> dict[Any, float]:
    """The part that is done when a function is called, by its code."""
    from reslint.linting.tracking import with_changes

    step = (ASKED - FOUND) / max(len(linter.rules), 1)
    rules = {type(rule).check.__code__: FOUND + at * step for at, rule in enumerate(linter.rules)}
    return {type(linter).page.__code__: READ, **rules, with_changes.__code__: ASKED}
