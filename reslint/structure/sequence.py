"""What is wrong with the order of a list, each defect once, and how its labels would run in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum

from reslint.structure.labels import relabelled
from reslint.structure.model import ItemList, Label


class Disorder(StrEnum):
    """How a label can stand in the wrong place."""

    REPEATED = "repeated"
    SKIPPING = "skipping"
    OUT_OF_ORDER = "out of order"


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An item in the wrong place: its index in the list, and that of the item it disagrees with.

    `other` is the first item with the same label, the item before a gap, or the item that should stand before.
    """

    disorder: Disorder
    index: int
    other: int


def misplaced(listed: ItemList) -> tuple[Misplaced, ...]:
    """The items of a list that are out of sequence; a list may begin anywhere, and goes on after each defect.

    After o) that follows e), both f) and p) are in order; a label that comes late is one defect, not a gap and a
    label out of order.
    """
    counted = [(at, item.label.value) for at, item in enumerate(listed.items) if not unresolved(item.label)]
    if len(counted) < 2:
        return ()
    distinct = sorted({value for _, value in counted})
    place = {value: at for at, value in reversed(counted)}
    found = []
    first, tip = counted[0]
    seen = {tip}
    previous, before = tip, first
    late = 0
    for at, value in counted[1:]:
        if value in seen:
            found.append(Misplaced(Disorder.REPEATED, at, place[value]))
        elif value == tip + 1 or value == previous + 1:
            tip = value if value == tip + 1 else tip
        elif value < late:
            pass
        else:
            base = previous if tip < previous < value else tip
            if value < base:
                found.append(Misplaced(Disorder.OUT_OF_ORDER, at, place[base]))
            elif bisect_left(distinct, value) - bisect_right(distinct, base) == value - base - 1:
                found.append(Misplaced(Disorder.OUT_OF_ORDER, at, place[base + 1]))
                tip = late = value
            else:
                found.append(Misplaced(Disorder.SKIPPING, at, before if base == previous else place[base]))
        seen.add(value)
        previous, before = value, at
    return tuple(found)


def unresolved(label: Label) -> bool:
    """Whether the label is several run together of which none goes on with its list."""
    return bool(label.parts) and not label.resolved


def in_order(listed: ItemList, index: int) -> str:
    """The label that the item at `index` would have if the list were counted through from its first item."""
    label = listed.items[index].label
    return relabelled(label.parts[-1] if label.parts else label.text, listed.style, due(listed, index))


def due(listed: ItemList, index: int) -> int:
    """The value that the item at `index` would have if the list were counted through."""
    return listed.items[0].label.value + index


def renumbering(listed: ItemList, index: int) -> tuple[tuple[int, int, str], ...]:
    """The changes (start, end, label) that count the list through from the item at `index` on.

    None where one of these labels is an automatic number, which cannot be changed in the text.
    """
    changes = []
    for at in range(index, len(listed.items)):
        label = listed.items[at].label
        if label.start == label.end:
            return ()
        content = in_order(listed, at)
        if content != label.text:
            changes.append((label.start, label.end, content))
    return tuple(changes)
