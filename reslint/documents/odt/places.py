"""Where one is in a part while it is read: in which story, list, table and paragraph."""

from __future__ import annotations

from reslint.documents.model import Provenance
from reslint.documents.odt.paragraphs import Numbering, ReadParagraph, ReadStory
from reslint.named import NamedTuple


class Remark(NamedTuple):
    """What somebody wrote beside the text, at a paragraph of a story, counted from zero."""

    words: str
    author: str
    story: ReadStory
    paragraph: int


class Counters:
    """Which count a list shares: by their ids and styles the lists that went before, each with a number of its own."""

    def __init__(self) -> None:
        self.by_style: dict[str, int] = {}
        self._by_id: dict[str, int] = {}
        self._last = 0

    def begin(self, style: str, own: str, continued: str, continues: bool) -> int:
        """The count of a list with an id of its own that says which one it continues, or that it does."""
        number = self._by_id.get(continued) if continued else None
        if number is None and continues:
            number = self.by_style.get(style)
        if number is None:
            self._last += 1
            number = self._last
        self.by_style[style] = number
        if own:
            self._by_id[own] = number
        return number


class OpenList:
    """A list that is open, at some level; `waits` is whether an item has begun that has no paragraph yet."""

    __slots__ = ("counter", "start", "style", "waits")

    def __init__(self, counter: int, style: str) -> None:
        self.counter = counter
        self.style = style
        self.waits = False
        self.start: int | None = None


class Place:
    """A story that is being read, and where in it one is. `blank` is whether a blank here would be one too many."""

    __slots__ = ("author", "blank", "lists", "outer_lists", "paragraph", "rows", "story")

    def __init__(self, story: ReadStory) -> None:
        self.story = story
        self.paragraph: ReadParagraph | None = None
        self.blank = True
        self.author = ""
        self.lists: list[OpenList] = []
        self.outer_lists: list[list[OpenList]] = []
        self.rows: list[int] = []

    @property
    def depth(self) -> int:
        """How much is open."""
        return len(self.lists) + len(self.outer_lists) + len(self.rows)

    def begin_paragraph(self, numbering: Numbering | None) -> None:
        """Begin a paragraph; blanks at its start do not count."""
        self.paragraph = self.story.begin_paragraph(numbering)
        self.blank = True

    def end_paragraph(self, mark: Provenance) -> None:
        """End the paragraph, whose end came to stand there by an open insertion or not."""
        if self.paragraph is not None:
            self.paragraph.mark = mark
        self.paragraph = None

    def numbering(self, style: str) -> Numbering | None:
        """The numbering of a paragraph that begins; `style` is the list style that its own style names."""
        if not self.lists or not self.lists[-1].waits:
            return None
        inner = self.lists[-1]
        inner.waits = False
        return Numbering(inner.counter, inner.style or style, len(self.lists) - 1, inner.start)

    def begin_item(self, start: int | None) -> None:
        """An item of the innermost list begins, with a number of its own if it says one."""
        if self.lists:
            self.lists[-1].waits = True
            self.lists[-1].start = start

    def end_list(self) -> None:
        """The innermost list ends."""
        if self.lists:
            self.lists.pop()

    def end_table(self) -> None:
        """Nothing goes on over a table."""
        self.story.containers[-1] = None

    def begin_row(self) -> None:
        """A row begins with the next paragraph."""
        self.rows.append(len(self.story.paragraphs))
        self.story.cells.begin_row()

    def end_row(self) -> None:
        """A row whose words all came or went is one that did."""
        self.story.cells.end_row()
        if self.rows:
            self.story.change_row(self.rows.pop())

    def begin_cell(self) -> None:
        """A cell holds its paragraphs and lists together."""
        self.story.cells.begin_cell(len(self.story.paragraphs))
        self.story.containers.append(None)
        self.outer_lists.append(self.lists)
        self.lists = []

    def end_cell(self) -> None:
        """Go back to what is around the cell."""
        if self.outer_lists:
            self.story.containers.pop()
            self.lists = self.outer_lists.pop()
