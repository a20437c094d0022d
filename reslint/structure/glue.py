"""Labels that are two, an old one and a new one: "ef)", "54", "i)ii)", "b) a)".

Which of the two is meant is told by the lists that are open: it is the one that goes on with one of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from reslint.named import NamedTuple
from reslint.structure.labels import Meaning, core_of, meanings, splits
from reslint.structure.model import LabelStyle
from reslint.structure.openlist import OpenList, innermost, key_of
from reslint.structure.sections import Labelled


class Glue(NamedTuple):
    """Where a glued label belongs: its place on the stack of open lists, None where it begins a list.

    `resolved` is the part that goes on with the list, empty where neither does.
    """

    at: int | None
    meaning: Meaning
    parts: tuple[str, ...]
    resolved: str


def run_together(stack: Sequence[OpenList], labelled: Labelled, ahead: frozenset[str]) -> Glue | None:
    """Read one counter as two, if one of them goes on with a list or begins one; `ahead` is the next counter."""
    written = labelled.written
    core = written.core
    if written.opening or written.prefix or (core.isdigit() and str(int(core) + 1) in ahead):
        return None
    plain = _certain(core)
    if any(meaning.style is LabelStyle.ROMAN and innermost(stack, key_of(meaning)) is not None for meaning in plain):
        return None
    pairs = splits(core)
    for at in range(len(stack) - 1, -1, -1):
        for pair in pairs:
            for part in reversed(pair):
                for meaning in _certain(part):
                    if stack[at].takes(meaning) and _alike(pair, meaning):
                        parts = tuple(written.with_core(one) for one in pair)
                        return Glue(at, meaning, parts, written.with_core(part))
    if not labelled.weak and (not plain or (core.isdigit() and "2" in ahead)):
        for pair in pairs:
            for part in pair:
                for meaning in _certain(part):
                    new = meaning.value == 1 and innermost(stack, key_of(meaning)) is None
                    if new and _alike(pair, meaning):
                        parts = tuple(written.with_core(one) for one in pair)
                        return Glue(None, meaning, parts, written.with_core(part))
    return None if plain else _neighbours(stack, labelled, pairs)


def closed_labels(stack: Sequence[OpenList], labelled: Labelled, introduced: bool) -> Glue | None:
    """Place labels that are closed each by itself; `introduced` says that a sublist is due."""
    parts = labelled.written.parts
    read = [
        (part, meaning)
        for part in reversed(parts)
        for meaning in _certain(core_of(part))
        if all(any(key_of(other) == key_of(meaning) for other in meanings(core_of(one))) for one in parts)
    ]
    for at in range(len(stack) - 1, -1, -1):
        for part, meaning in read:
            if stack[at].takes(meaning):
                return Glue(at, meaning, parts, part)
    for part, meaning in read:
        if meaning.value == 1 and (introduced or innermost(stack, key_of(meaning)) is None):
            return Glue(None, meaning, parts, part)
    for _, meaning in read:
        found = innermost(stack, key_of(meaning))
        if found is not None:
            return Glue(found, meaning, parts, "")
    return Glue(None, read[0][1], parts, "") if read else None


def _neighbours(stack: Sequence[OpenList], labelled: Labelled, pairs: Sequence[tuple[str, str]]) -> Glue | None:
    """Two letters that follow each other, of which neither goes on with the list."""
    written = labelled.written
    at = innermost(stack, (LabelStyle.ALPHABETIC, False, ""))
    if at is None:
        return None
    for pair in pairs:
        values = [ord(part) - 96 for part in pair if len(part) == 1]
        if len(values) == 2 and abs(values[0] - values[1]) == 1:
            parts = tuple(written.with_core(part) for part in pair)
            return Glue(at, Meaning(LabelStyle.ALPHABETIC, values[1]), parts, "")
    return None


def _certain(core: str) -> list[Meaning]:
    return [meaning for meaning in meanings(core) if not meaning.rare]


def _alike(pair: tuple[str, str], meaning: Meaning) -> bool:
    """Whether both parts can be of the same style."""
    return all(any(other.style is meaning.style for other in _certain(part)) for part in pair)
