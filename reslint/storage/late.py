"""Patterns that are compiled when they are first asked for: most files need few of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

Compile = Callable[[str, int], re.Pattern[str]]
_compile: list[Compile] = [re.compile]
"""By what patterns are compiled in this process."""


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, as it is asked for; the pattern itself can be read before."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


def compile_by(compile_: Compile) -> None:
    """Compile by this, which may keep what was compiled before, whatever pattern is asked for from now on."""
    _compile[0] = compile_


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled pattern, which is found without delay from then on."""
        compiled: re.Pattern[str] = self.__dict__.get("_compiled") or _compile[0](self.pattern, self._flags)
        self._compiled = compiled
        found = getattr(compiled, name)
        setattr(self, name, found)
        return found
