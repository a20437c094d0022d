"""The symbols of a draft, for the outline of the editor: resolutions, their clauses, and the items of these."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, zip_longest

from lsprotocol import types

from reslint.api.page import Page
from reslint.documents.view import View
from reslint.server.drafts import Judged
from reslint.server.lines import Lines
from reslint.structure.model import Structure

WORDS = 60
"""So many characters of an item are shown beside its label."""


def symbols(judged: Judged, lines: Lines) -> list[types.DocumentSymbol]:
    """The outline of a draft, in text order."""
    result, linter = judged.result, judged.linter
    if result.view is None or linter is None or result.as_of is None:
        return []
    structure = Page(result.view, result.citations, linter.registry, result.as_of).structure
    return _Outline(result.view, structure, lines).symbols()


class _Outline:
    def __init__(self, view: View, structure: Structure, lines: Lines) -> None:
        self.view = view
        self.structure = structure
        self.lines = lines
        self.of_clause: dict[int | None, list[int]] = {}
        self.under: dict[int, list[int]] = {}
        for number, items in enumerate(structure.lists):
            if items.parent is None:
                self.of_clause.setdefault(items.clause, []).append(number)
            else:
                self.under.setdefault(items.parent, []).append(number)

    def symbols(self) -> list[types.DocumentSymbol]:
        blocks = self.view.blocks
        clauses = sorted([*self._clauses(), *self._lists_outside()], key=lambda found: found[0])
        starts = [heading.block for heading in self.structure.headings]
        before = [symbol for block, symbol in clauses if not starts or block < starts[0]]
        top = []
        for start, end in pairwise([*starts, len(blocks)]):
            children = [symbol for block, symbol in clauses if start <= block < end]
            words = self._words(blocks[start].start, blocks[start].end)
            top.append(self._symbol(words, types.SymbolKind.Module, start, end, children))
        return [*before, *top]

    def _clauses(self) -> Iterator[tuple[int, types.DocumentSymbol]]:
        for number, clause in enumerate(self.structure.clauses):
            items = [item for index in self.of_clause.get(number, ()) for item in self._items(index)]
            end = max(clause.last, clause.block + 1)
            yield clause.block, self._symbol(clause.heading, types.SymbolKind.Class, clause.block, end, items)

    def _lists_outside(self) -> Iterator[tuple[int, types.DocumentSymbol]]:
        for index in self.of_clause.get(None, ()):
            yield from zip((item.block for item in self.structure.lists[index].items), self._items(index), strict=True)

    def _items(self, number: int) -> list[types.DocumentSymbol]:
        """The items of a list, each with the lists that stand under it."""
        items = self.structure.lists[number].items
        below = [(self.structure.lists[index].items[0].block, index) for index in self.under.get(number, ())]
        found = []
        for item, following in zip_longest(items, items[1:]):
            end = following.block if following else len(self.view.blocks)
            nested = [index for block, index in below if item.block <= block < end]
            children = [child for index in nested for child in self._items(index)]
            label = item.label.read or "•"
            words = self._words(item.start, item.end)
            block = item.block
            found.append(self._symbol(label, types.SymbolKind.Field, block, block + 1, children, words))
        return found

    def _symbol(
        self,
        name: str,
        kind: types.SymbolKind,
        first: int,
        last: int,
        children: list[types.DocumentSymbol],
        detail: str | None = None,
    ) -> types.DocumentSymbol:
        """A symbol of the blocks from `first` to before `last`, the first of which is its own."""
        own, end = self.view.blocks[first], self.view.blocks[last - 1]
        where, selected = self.lines.range(own.start, end.end), self.lines.range(own.start, own.end)
        where.end = max([where.end, *(child.range.end for child in children)], key=lambda at: (at.line, at.character))
        return types.DocumentSymbol(name or "?", kind, where, selected, detail=detail, children=children or None)

    def _words(self, start: int, end: int) -> str:
        words = " ".join(self.view.text[start:end].split())
        return words if len(words) <= WORDS else f"{words[:WORDS].rsplit(' ', 1)[0]} …"
