"""What files of one template have in common, as contributions to a meeting do: parts that are the same, read once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

MOST = 8
LONGEST = 1 << 18
"""Bytes of parts that are kept in order to tell others from them."""

Value = TypeVar("Value")
_read: dict[tuple[str, tuple[bytes, ...]], Any] = {}


def once(what: str, parts: tuple[bytes, ...], read: Callable[[], Value]) -> Value:
    """What is read of parts that hold these bytes, or was of some that held the same; it is changed by nobody."""
    key = what, parts
    if key in _read:
        return cast("Value", _read[key])
    found = read()
    if sum(map(len, parts)) <= LONGEST:
        if len(_read) >= MOST:
            del _read[next(iter(_read))]
        _read[key] = found
    return found
