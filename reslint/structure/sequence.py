"""The order of a list: what is wrong with it, each defect once, and how its labels would run in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum

from reslint.named import NamedTuple
from reslint.structure.counts import in_two_counts
from reslint.structure.labels import relabelled
from reslint.structure.model import ItemList, Label

# So many items of one list carry the changes that mend it; a text with more is none, and reports must stay small.
MENDABLE = 50


class Disorder(StrEnum):
    """How a label can stand in the wrong place."""

    REPEATED = "repeated"
    SKIPPING = "skipping"
    OUT_OF_ORDER = "out of order"


class Misplaced(NamedTuple):
    """An item in the wrong place: its index in the list, and that of the item it disagrees with.

    `other` is the first item with the same label, the item before a gap, or the item that should stand before. `due`
    is the label the item would have if the list were counted through, and `changes` (start, end, label; characters of
    the view) count it through from its first misplaced item on: they mend all of them. Both are empty where one of
    these labels is an automatic number, which stands in no text, and `changes` beyond the first few of a list.
    `counted` says that the label goes on with one of two counts that the list holds, as both sides of a change do.
    """

    disorder: Disorder
    nth: int
    other: int
    due: str = ""
    changes: tuple[tuple[int, int, str], ...] = ()
    counted: bool = False


def misplaced(listed: ItemList) -> tuple[Misplaced, ...]:
    """The items of a list that are out of sequence; a list may begin anywhere, and goes on after each defect.

    After o) that follows e), both f) and p) are in order; a label that comes late is one defect, not a gap and a
    label out of order.
    """
    if _runs(listed) or not (found := _misplaced(listed)):
        return ()
    counted = in_two_counts(listed)
    found = [wrong._replace(counted=wrong.nth in counted) for wrong in found]
    changes = _renumbering(listed, found[0].nth)
    if not changes:
        return tuple(found)
    return tuple(
        wrong._replace(due=_in_order(listed, wrong.nth), changes=changes if number < MENDABLE else ())
        for number, wrong in enumerate(found)
    )


def _runs(listed: ItemList) -> bool:
    """Whether each label goes on from the one before it, as in nearly all lists."""
    due = None
    for item in listed.items:
        label = item.label
        if label.parts or (due is not None and label.value != due):
            return False
        due = label.value + 1
    return True


def _unresolved(label: Label) -> bool:
    """Whether the label is several run together of which none goes on with its list."""
    return bool(label.parts) and not label.resolved


def _misplaced(listed: ItemList) -> list[Misplaced]:
    counted: list[tuple[int, int]] = []
    slack: dict[int, int] = {}
    for at, item in enumerate(listed.items):
        if _unresolved(item.label):
            slack[len(counted)] = slack.get(len(counted), 0) + 1
        else:
            counted.append((at, item.label.value))
    if len(counted) < 2:
        return []
    distinct = sorted({value for _, value in counted})
    place = {value: at for at, value in reversed(counted)}
    found: list[Misplaced] = []
    first, tip = counted[0]
    seen = {tip}
    previous, before = tip, first
    late = 0
    for nth, (at, value) in enumerate(counted[1:], 1):
        due = tip + 1
        if value in seen:
            found.append(Misplaced(Disorder.REPEATED, at, place[value]))
        elif value in (due, due + slack.get(nth, 0)):
            tip = value
        elif value != previous + 1 and value >= late:
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
    return found


def _in_order(listed: ItemList, index: int) -> str:
    """The label that the item at `index` would have if the list were counted through from its first item."""
    label = listed.items[index].label
    written = label.parts[-1] if label.parts else label.text
    return relabelled(written, listed.style, listed.items[0].label.value + index)


def _renumbering(listed: ItemList, index: int) -> tuple[tuple[int, int, str], ...]:
    changes = []
    for at in range(index, len(listed.items)):
        label = listed.items[at].label
        if label.start == label.end:
            return ()
        content = _in_order(listed, at)
        if content != label.text:
            changes.append((label.start, label.end, content))
    return tuple(changes)
