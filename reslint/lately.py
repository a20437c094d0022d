"""What was worked out lately, kept for when it is asked for again: so much and no more, and what is asked for stays."""

from __future__ import annotations

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Lately(Generic[K, V]):
    """Values by their keys, at most `2 * most` of them, none of which is None.

    When `most` have come since the last time, those that nobody asked for in between are forgotten. A list of all in
    the order of their use would tell the same and take longer.
    """

    __slots__ = ("_before", "_most", "_now")

    def __init__(self, most: int) -> None:
        self._most = most
        self._now: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """The value kept under a key."""
        found = self._now.get(key)
        if found is None and self._before:
            found = self._before.get(key)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: K, value: V) -> None:
        """Keep a value under a key."""
        if len(self._now) >= self._most:
            self._before, self._now = self._now, {}
        self._now[key] = value

    def __len__(self) -> int:
        """How many are kept; one that was asked for again may count twice."""
        return len(self._now) + len(self._before)
