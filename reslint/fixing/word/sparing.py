"""What cannot be written is spared, and all else is written: one strange place costs only what was to stand there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from reslint.errors import ReslintError
from reslint.saying import said

MOST = 40
"""How often a file is written to find what it does not bear; each time it is read back."""
REASON = said("the words stand where Word writes none, and nothing can be written there")
ADVICE = said("open the file with Word and save it again")
Runs = Mapping[str, set[int]]
"""Runs by the bytes at which they begin, of each part."""
Item = TypeVar("Item")


class UnwritableError(ReslintError):
    """Some `runs` of a file cannot be written into; none where that shows only when the whole is read back."""

    def __init__(self, name: str, runs: Runs) -> None:
        super().__init__(name, REASON, ADVICE)
        self.runs = runs


def write_what_can_be(
    items: Sequence[Item],
    write: Callable[[Sequence[Item]], bytes],
    touches: Callable[[Item, Runs], bool],
) -> tuple[bytes | None, list[Item]]:
    """The bytes with as many of the items as can be written, in their order, and those that cannot.

    `write` raises UnwritableError for the items that touch its runs; where it does not say which ones they are, they
    are found by halving. Without an item that can be written there are no bytes.
    """
    written: bytes | None = None
    kept: set[int] = set()
    spared: set[int] = set()
    waiting = [list(range(len(items)))] if items else []
    tries = 0
    while waiting:
        batch = waiting.pop()
        if tries >= MOST:
            spared.update(batch)
            continue
        try:
            written = write([items[number] for number in sorted(kept.union(batch))])
        except UnwritableError as error:
            hit = {number for number in batch if touches(items[number], error.runs)}
            half = 0 if hit else len(batch) // 2
            if half:
                tries += 1
                waiting += [batch[half:], batch[:half]]
            else:
                spared |= hit or set(batch)
                rest = [number for number in batch if number not in spared]
                waiting += [rest] if rest else []
        else:
            kept.update(batch)
    return written, [items[number] for number in sorted(spared)]
