"""The paragraphs of a page while they are read: white space collapses as in a browser, once in each view."""

from __future__ import annotations

import re

from reslint.documents.html.elements import Change
from reslint.documents.html.lists import OrderedList
from reslint.documents.model import Provenance, Role, Segment

WHITE = " \t\n\r\f"
# White space that is not one blank between words.
WIDE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]|\A | \Z")
LINE_END = re.compile(r"\r\n|\n|\r")
ORIGINAL, FINAL = 1, 2
VIEWS = {
    Provenance.KEPT: ORIGINAL | FINAL,
    Provenance.DELETED: ORIGINAL,
    Provenance.INSERTED: FINAL,
    Provenance.INSERTED_THEN_DELETED: 0,
}
"""In which views one sees words of a provenance, as bits."""
SHOWN = {views: provenance for provenance, views in VIEWS.items()}


class ReadParagraph:
    """A paragraph that has been read; `item` is its number in `listed`, if it begins an item of an ordered list."""

    __slots__ = ("item", "listed", "row", "segments")

    def __init__(self, row: Provenance, listed: OrderedList | None, item: int) -> None:
        self.segments: list[Segment] = []
        self.row = row
        self.listed = listed
        self.item = item


class Words:
    """Gathers words into paragraphs. All offsets are zero-based characters of the decoded file."""

    __slots__ = ("_blank", "_change", "_held", "_item", "_listed", "_next", "_role", "_row", "_start", "paragraphs")

    def __init__(self) -> None:
        self.paragraphs: list[ReadParagraph] = []
        self._row = Provenance.KEPT
        self._listed: OrderedList | None = None
        self._item = 0
        self._forget()

    def _forget(self) -> None:
        self._held: list[Segment] = []
        self._blank = ORIGINAL | FINAL
        self._next = -1

    def begin(self, row: Provenance) -> None:
        """End the paragraph, if there is one; `row` is how the block came to stand there that the next one is in."""
        held = self._held
        while held and held[-1].text[-1] in " \n":
            last = held.pop()
            if len(last.text) > 1:
                held.append(last._replace(text=last.text[:-1]))
        if held:
            paragraph = ReadParagraph(self._row, self._listed, self._item)
            paragraph.segments = held
            self.paragraphs.append(paragraph)
            self._listed = None
        self._forget()
        self._row = row

    def begin_item(self, listed: OrderedList | None, item: int) -> None:
        """The next paragraph begins an item of a list."""
        self._listed = listed
        self._item = item

    def add(self, text: str, source: int, change: Change, role: Role = Role.PROSE) -> None:
        """Words as they stand in the file, or the characters of one reference to which `source` points."""
        start = 0
        for match in WIDE.finditer(text):
            if match.start() > start:
                self._hold(text[start : match.start()], source + start, change, role)
            self._add_blank(source + match.start(), change, role)
            start = match.end()
        if start < len(text):
            self._hold(text[start:] if start else text, source + start, change, role)

    def add_preformatted(self, text: str, source: int, change: Change) -> None:
        """Words whose line ends and blanks stay; an empty line begins a paragraph."""
        start = 0
        for match in LINE_END.finditer(text):
            if match.start() > start:
                self._hold(text[start : match.start()], source + start, change, Role.PROSE)
            self.add_line_end(source + match.start(), change)
            start = match.end()
        if start < len(text):
            self._hold(text[start:], source + start, change, Role.PROSE)

    def add_line_end(self, source: int, change: Change) -> None:
        """The end of a line at a place of the file; two of them end the paragraph."""
        if not self._held:
            return
        last = self._held[-1]
        if last.text.rstrip(" ").endswith("\n"):
            self.begin(self._row)
            return
        if last.text.endswith(" ") and last.provenance is change.provenance:
            self._held[-1] = last._replace(text=last.text[:-1])
        self._held.append(_segment("\n", source, change, Role.PROSE))
        self._next = -1
        self._blank |= VIEWS[change.provenance]

    def _add_blank(self, source: int, change: Change, role: Role) -> None:
        """A blank, in those views where none is before it."""
        views = VIEWS[change.provenance]
        left = views & ~self._blank
        if left == views and left:
            self._hold(" ", source, change, role)
        elif left:
            self._hold(" ", source, Change(SHOWN[left]), role)
        self._blank |= views

    def _hold(self, text: str, source: int, change: Change, role: Role) -> None:
        last = self._held[-1] if self._held else None
        if source == self._next and last is not None and last[2:6] == (change[0], role, change[1], change[2]):
            self._held[-1] = last._replace(text=last.text + text)
        else:
            self._held.append(_segment(text, source, change, role))
        self._next = source + len(text)
        self._blank &= ~VIEWS[change.provenance]
