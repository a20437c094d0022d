"""Compiled patterns, kept between runs: to compile what is made of a vocabulary takes a third of a short run.

What the standard library compiles a pattern to is no public part of it. It is read and given back by the same version
of the same Python alone, which checks it; where anything is not as expected, the pattern is compiled as ever.
"""

from __future__ import annotations

import re
import sys
from array import array
from binascii import a2b_base64, b2a_base64
from typing import Any
from zlib import compress, decompress, error

from reslint.storage.cache import NO_CACHE, Cache, fingerprint

MOST = 400
"""With more patterns than these, those are forgotten that this run has not asked for."""
TROUBLE = (AttributeError, ImportError, LookupError, OverflowError, RuntimeError, TypeError, ValueError, error)


class Patterns:
    """Compiles patterns, or takes them from the cache; without one it compiles them all."""

    def __init__(self, cache: Cache = NO_CACHE) -> None:
        self._cache = cache
        self._name = f"patterns-{fingerprint(_python().encode())}.json"
        self._kept: dict[str, Any] | None = None
        self._asked: dict[str, Any] = {}
        self._compiled: dict[tuple[str, int], re.Pattern[str]] = {}
        self._new = False

    def compile(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """The compiled pattern, as `re.compile` gives it; re.error for one that cannot be compiled."""
        found = self._compiled.get((pattern, flags))
        if found is None:
            found = self._compiled[pattern, flags] = self._made(pattern, flags)
        return found

    def _made(self, pattern: str, flags: int) -> re.Pattern[str]:
        if self._cache.folder is None:
            return re.compile(pattern, flags)
        if self._kept is None:
            self._kept = self._cache.recall(self._name) or {}
        key = f"{int(flags)} {pattern}"
        try:
            plain = self._kept.get(key)
            if plain is None:
                plain = _compiled(pattern, int(flags))
                self._new = True
            found = _restored(pattern, plain)
        except TROUBLE:
            return re.compile(pattern, flags)
        self._asked[key] = plain
        return found

    def keep(self) -> None:
        """Write what was compiled since, if anything was; a cache that cannot be written is no reason to fail."""
        if self._new:
            self._new = False
            kept = {**(self._kept or {}), **self._asked}
            self._kept = kept if len(kept) <= MOST else dict(self._asked)
            self._cache.store(self._name, self._kept)


def _python() -> str:
    """What the form of compiled patterns hangs on."""
    return f"packed {sys.implementation.cache_tag} {sys.version} {sys.byteorder} {array('I').itemsize}"


def _compiled(pattern: str, flags: int) -> list[Any]:
    """A pattern as plain data: flags, code, number of groups and the groups that have names."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(parsed, flags))
    state = parsed.state
    return [
        flags | state.flags,
        b2a_base64(compress(code.tobytes()), newline=False).decode("ascii"),
        state.groups,
        dict(state.groupdict),
    ]


def _restored(pattern: str, plain: list[Any]) -> re.Pattern[str]:
    """The pattern that the plain data are of."""
    import _sre  # type: ignore[import-not-found]

    flags, written, groups, named = plain
    code = array("I")
    code.frombytes(decompress(a2b_base64(written)))
    names: list[str | None] = [None] * groups
    for name, number in named.items():
        names[number] = name
    found = _sre.compile(pattern, flags, code.tolist(), groups - 1, named, tuple(names))
    assert isinstance(found, re.Pattern)
    return found
