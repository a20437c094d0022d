"""What stands on both sides of a change that a text holds unresolved, and what on the old side alone.

What is wrong in it comes of the dump: it is part of what TRK001 says once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reslint import Citation, ItemList, ListItem, Page, Span

from ._glued import glued_years

CAUSE = "TRK001"


def holds_both_sides(page: Page, listed: ItemList) -> bool:
    """Whether a label of the list, or the words of an item, hold both sides of a change."""
    return any(item.label.parts or _glued(page, item) for item in listed.items)


def _glued(page: Page, item: ListItem) -> bool:
    citations = page.all_citations
    first = bisect_left(citations, item.start, key=_start)
    last = bisect_left(citations, item.end, first, key=_start)
    if any(citation.glued for citation in citations[first:last]):
        return True
    return any(True for _ in glued_years(page, page.view.blocks[item.block]))


def _start(citation: Citation) -> int:
    return citation.start


class OldSides:
    """The editions of a page that an unresolved change takes out."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._ranges: list[Span] | None = None

    def cause(self, at: int) -> str:
        """What a mistake at the character `at` is part of: TRK001 where it stands in such an edition, else nothing."""
        if self._ranges is None:
            self._ranges = _taken_out(self._page)
        before = bisect_right(self._ranges, at, key=lambda span: span.start) - 1
        return CAUSE if before >= 0 and at < self._ranges[before].end else ""


def _taken_out(page: Page) -> list[Span]:
    glued = [citation for citation in page.all_citations if citation.glued]
    judged = {citation.edition.where for citation in glued if citation.edition is not None}
    return sorted({edition.where for citation in glued for edition in citation.editions if edition.where not in judged})
