"""The paragraphs of a page while they are read: white space collapses as in a browser, once in each view."""

from __future__ import annotations

import re

from reslint.documents.following import Cells
from reslint.documents.html.elements import Change, Element
from reslint.documents.html.lists import Item
from reslint.documents.limits import Tally
from reslint.documents.model import Provenance, Role, Segment
from reslint.documents.notes import NOTE_MARK
from reslint.named import NamedTuple

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


class ReadParagraph(NamedTuple):
    """A paragraph that has been read; `item` is the one of an ordered list that it begins, if any.

    `beside` says whether it begins a cell beside another one.
    """

    segments: tuple[Segment, ...]
    row: Provenance
    item: Item | None
    beside: bool


class Words:
    """Gathers words into paragraphs. All offsets are zero-based characters of the decoded file."""

    def __init__(self, tally: Tally) -> None:
        self.paragraphs: list[ReadParagraph] = []
        self._tally = tally
        self.cells = Cells()
        self._begin()

    def _begin(self) -> None:
        self._segments: list[Segment] = []
        self._blank = ORIGINAL | FINAL
        # The segment that is being put together: its pieces, where it starts and ends, and what holds for it.
        self._pieces: list[str] = []
        self._start = self._end = 0
        self._change = Change()
        self._role = Role.PROSE
        self._row = Provenance.KEPT
        self._item: Item | None = None
        self._beside = False

    def end_paragraph(self) -> None:
        """End the paragraph, if it has words, without the white space at its end."""
        self._end_segment()
        segments = self._segments
        if not segments:
            return
        while segments and segments[-1].text[-1] in " \n":
            last = segments.pop()
            if len(last.text) > 1:
                segments.append(last._replace(text=last.text[:-1]))
        if segments:
            self._tally.paragraph()
            self.paragraphs.append(ReadParagraph(tuple(segments), self._row, self._item, self._beside))
        self._begin()

    def add(self, text: str, source: int, element: Element) -> None:
        """Words of an element as they stand in the file, or the characters of a reference at `source`."""
        role = Role.MARKUP if element.noted and NOTE_MARK.fullmatch(text.strip()) else Role.PROSE
        start = 0
        for match in WIDE.finditer(text):
            if match.start() > start:
                self._hold(text[start : match.start()], source + start, element, element.change, role)
            self._add_blank(source + match.start(), element, role)
            start = match.end()
        if start < len(text):
            self._hold(text[start:] if start else text, source + start, element, element.change, role)

    def add_preformatted(self, text: str, source: int, element: Element) -> None:
        """Words whose line ends and blanks stay; an empty line ends the paragraph."""
        start = 0
        for match in LINE_END.finditer(text):
            if match.start() > start:
                self._hold(text[start : match.start()], source + start, element, element.change)
            self.add_line_end(source + match.start(), element)
            start = match.end()
        if start < len(text):
            self._hold(text[start:], source + start, element, element.change)

    def add_line_end(self, source: int, element: Element) -> None:
        """The end of a line at a place of the file; a second one ends the paragraph."""
        self._end_segment()
        if not self._segments:
            return
        if self._segments[-1].text == "\n":
            self.end_paragraph()
            return
        last = self._segments[-1]
        if last.text.endswith(" ") and last.provenance is element.change.provenance:
            self._segments.pop()
            if len(last.text) > 1:
                self._segments.append(last._replace(text=last.text[:-1]))
        if not self._segments:
            return
        self._hold("\n", source, element, element.change)
        self._end_segment()
        self._blank |= VIEWS[element.change.provenance]

    def _add_blank(self, source: int, element: Element, role: Role) -> None:
        """A blank, in those views where none is before it."""
        views = VIEWS[element.change.provenance]
        left = views & ~self._blank
        if left:
            change = element.change if left == views else Change(SHOWN[left])
            self._hold(" ", source, element, change, role)
        self._blank |= views

    def _hold(self, text: str, source: int, element: Element, change: Change, role: Role = Role.PROSE) -> None:
        if not self._pieces or source != self._end or change != self._change or role is not self._role:
            self._end_segment()
            if not self._segments:
                self._open(element)
            self._start, self._change, self._role = source, change, role
        self._pieces.append(text)
        self._end = source + len(text)
        self._blank &= ~VIEWS[change.provenance]

    def _open(self, element: Element) -> None:
        """Begin a paragraph with the first words of an element."""
        self._row = element.row
        self._beside = self.cells.begin_paragraph()
        if element.item is not None and not element.item.said:
            element.item.said = True
            self._item = element.item

    def _end_segment(self) -> None:
        if self._pieces:
            provenance, author, date = self._change
            text = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
            self._segments.append(Segment(text, self._start, provenance, self._role, author, date))
            self._pieces = []
