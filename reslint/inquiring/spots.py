"""Spots: where the citations of a draft stand, as its reader would say it."""

from __future__ import annotations

from reslint.api.page import Page
from reslint.api.places import ItemNames, place_of
from reslint.citations.model import Citation
from reslint.named import NamedTuple


class Spot(NamedTuple):
    """Where words stand in a file: line and column from 1, in characters; `name` where people say it otherwise.

    `name` is "¶ 17, considering b)" in a Word file, and empty where line and column say it.
    """

    line: int
    column: int
    name: str

    def __str__(self) -> str:
        return self.name or f"{self.line}:{self.column}"


class Spots:
    """Says where the citations of one page stand; the structure that this takes is read once, when first asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._items: ItemNames | None = None

    def of(self, citation: Citation) -> Spot:
        """Where a citation begins."""
        if self._items is None:
            self._items = ItemNames(self._page.structure)
        view = self._page.view
        line, column = view.position(citation.start)
        return Spot(line, column, place_of(view, self._items, citation.start, citation.end).name)
