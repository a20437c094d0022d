"""Which paragraphs of a body are items of its lists, so that every label is beyond doubt in both views."""

from __future__ import annotations

from collections.abc import Sequence

from context import Choice, Context
from numbering import Numbering
from paragraphs import Block, Item, Layout, Logical, Paragraph, physical
from showing import VIEWS, ViewName


class Lister:
    """Chooses the items of a body in the order of the file.

    In each view a list begins at level 0 and goes down one level at a time, and a list is left for good once
    another w:num has taken over its count: producers differ in what else would mean.
    """

    def __init__(self, c: Context, numbering: Numbering) -> None:
        self.c = c
        self.numbering = numbering
        self.depth: dict[tuple[ViewName, int], int] = {}
        self.newest: dict[tuple[ViewName, int], int] = {}
        self.usable = [num.number for num in numbering.nums.values() if not num.hidden]
        self.current = c.random.choice(self.usable)

    def lay_out(self, blocks: list[Block], views: dict[ViewName, list[Logical]]) -> None:
        """Give layouts to the paragraphs of a body; `views` says which of them end a paragraph of a view."""
        lasting = {view: {id(line.last) for line in lines} for view, lines in views.items()}
        before = False
        share = self.c.random.choice((0.0, 0.3, 0.6, 0.8))
        for paragraph in physical(blocks):
            seen = [view for view in VIEWS if id(paragraph) in lasting[view]]
            joins, before = before, paragraph.joins_in_part()
            if self.c.chance(share) and (not (joins or before) or self.c.use("label of joined paragraphs")):
                self._number(paragraph, seen)

    def _number(self, paragraph: Paragraph, seen: Sequence[ViewName]) -> None:
        if self.c.chance(0.2):
            self.current = self.c.random.choice(self.usable)
        both = self._layout(seen)
        layouts: dict[ViewName, Layout] = {"original": both, "final": both}
        if self.c.use("pPrChange", 0.12):
            other = self.c.random.choice(VIEWS)
            layouts[other] = Layout() if self.c.chance(0.5) else self._layout([view for view in seen if view == other])
        for view in seen:
            self._remember(view, layouts[view].item)
        paragraph.layouts = layouts

    def _layout(self, seen: Sequence[ViewName]) -> Layout:
        choices: list[Choice[Layout]] = [
            (8, "numbering by numPr", lambda: self._direct(seen)),
            (2, "numbering by style", lambda: self._styled(seen)),
            (1, "numId 0", self._switched_off),
        ]
        return self.c.pick(choices)

    def _direct(self, seen: Sequence[ViewName]) -> Layout:
        number = self._latest(seen)
        num = self.numbering.nums[number]
        item = Item(number, self._level(number, seen, len(num.levels)))
        self._tally(item)
        level = "" if item.level == 0 and self.c.use("numPr without ilvl", 0.1) else f'<w:ilvl w:val="{item.level}"/>'
        # The style of the paragraph may number too; the paragraph's own properties win.
        style = "ListItem" if self.c.use("numPr over a style", 0.1) else ""
        return Layout(style, f'<w:numPr>{level}<w:numId w:val="{number}"/></w:numPr>', item)

    def _styled(self, seen: Sequence[ViewName]) -> Layout:
        number = self.numbering.styled
        if not number:
            return self._direct(seen)
        level = self._level(number, seen, 2)
        item = Item(number, level)
        self._tally(item)
        style = "ListSecond" if level else self.c.random.choice(("ListItem", "ListItemChild"))
        if style != "ListItem":
            self.c.used.add("numbering by an inherited style")
        return Layout(style, "", item)

    def _switched_off(self) -> Layout:
        if self.c.chance(0.5):
            self.c.used.add("numId 0 in a style")
            return Layout("ListItemOff")
        return Layout("ListItemChild", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')

    def _latest(self, seen: Sequence[ViewName]) -> int:
        """Give the current w:num, or a newer one that has taken over its list in one of the views."""
        abstract = self.numbering.nums[self.current].abstract
        return max([self.current, *(self.newest.get((view, abstract), 0) for view in VIEWS if view in seen)])

    def _level(self, number: int, seen: Sequence[ViewName], levels: int) -> int:
        deepest = min([levels - 1, *(self.depth.get((view, number), -1) + 1 for view in seen)])
        return self.c.random.choice((self.c.random.randint(0, deepest), deepest))

    def _remember(self, view: ViewName, item: Item | None) -> None:
        if item:
            self.depth[view, item.num] = item.level
            self.newest[view, self.numbering.nums[item.num].abstract] = item.num

    def _tally(self, item: Item) -> None:
        num = self.numbering.nums[item.num]
        level = num.levels[item.level]
        reused = (
            ("startOverride", bool(num.starts)),
            ("lvlOverride", num.replaced is not None),
            ("numStyleLink", num.linked is not None),
            ("isLgl", level.legal),
            ("lvlRestart", level.restart is not None),
            ("lower level", item.level > 0),
        )
        self.c.used |= {f"numFmt {level.form}", *(name for name, is_used in reused if is_used)}
