"""Two counts in one list, as where it holds both sides of a change: that of the old labels and that of the new."""

from __future__ import annotations

from reslint.structure.labels import core_of, meanings
from reslint.structure.model import ItemList, ListItem


def in_two_counts(listed: ItemList) -> frozenset[int]:
    """The indexes of the items whose label goes on with one of two counts that run through the list.

    An item that was kept stands in both, one put in or taken out in one of them; a glued label has a part of each. A
    label that goes on with neither is wrong on both sides, and both may go on from it.
    """
    found = set()
    tip, other = 0, {0}
    for at, item in enumerate(listed.items):
        *before, value = _values(item, listed)
        if before:
            tip, other = value, set(before)
        elif at == 0:
            tip, other = value, {value - 1, value}
            found.add(at)
        elif value == tip + 1:
            if tip in other:
                other.add(value)
            tip = value
            found.add(at)
        elif value - 1 in other:
            tip, other = value, {tip}
            found.add(at)
        else:
            other |= {tip, value}
            tip = value
    return frozenset(found)


def _values(item: ListItem, listed: ItemList) -> list[int]:
    """What the label counts, and each part of a glued one."""
    parts = [
        meaning.value
        for part in item.label.parts
        for meaning in meanings(core_of(part))
        if meaning.style is listed.style and not meaning.rare
    ]
    return parts or [item.label.value]
