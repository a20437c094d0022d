"""What the rules on the order of labels share: one mistake for each label that is out of its place in one way."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reslint import Applicability, Disorder, Edit, Fix, ItemList, Misplaced, Mistake, Page

from ._sides import CAUSE, holds_both_sides

Told = Callable[[ItemList, Misplaced], str]


def out_of_place(page: Page, disorder: Disorder, told: Told) -> list[Mistake]:
    """The labels out of their place in this way, in text order; `told` says of one what is wrong."""
    return sorted(_mistakes(page, disorder, told), key=lambda mistake: mistake.start)


def _mistakes(page: Page, disorder: Disorder, told: Told) -> Iterator[Mistake]:
    for listed, all_found in page.misplaced():
        found = [wrong for wrong in all_found if wrong.disorder is disorder]
        changed = any(wrong.counted for wrong in found) and holds_both_sides(page, listed)
        for wrong in found:
            edits = tuple(Edit(*change) for change in wrong.changes)
            yield Mistake(
                *listed.items[wrong.nth].mark,
                told(listed, wrong),
                wrong.due or None,
                fix=Fix(edits, Applicability.UNSAFE) if edits else None,
                part_of=CAUSE if changed and wrong.counted else "",
            )
