"""The words of an open document as one reads them once all tracked changes are accepted, and where they stand.

The walk goes the way of reslint's readers of files, so that both have the same paragraphs; whether they have is seen
when they are paired.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

TABLE = "com.sun.star.text.TextTable"
CONTENT = "com.sun.star.text.TextContent"
ENDNOTE = "com.sun.star.text.Endnote"
FRAME = "com.sun.star.text.TextFrame"
BODY, HEADER, FOOTER, BOX = "body", "header", "footer", "text box"
ON_PAGE = "AT_PAGE"
NESTED = ("ContentControl", "InContentMetadata")
FIELD = "TextField"
TYPED = ("Text", "LineBreak")
SIDES = {"": "", "Left": "{}IsShared", "First": "FirstIsShared"}
"""The headers and footers of a page style, and what says that one of them is the same as the first."""


class Story(NamedTuple):
    """A part of the document: its kind ("body", "footnote" …), and where the comments on it stand.

    In the body that is at the words; for what hangs in the body it is the `mark` that it hangs at; else it is None.
    `tracks` is whether Writer records changes in it.
    """

    kind: str
    mark: Any = None
    tracks: bool = True


class Piece(NamedTuple):
    """Words that stand together in the document, from the character `start` of their paragraph on.

    `portion` is the range that holds them, and nothing else. `typed` is whether they can be corrected by typing.
    """

    start: int
    text: str
    portion: Any
    typed: bool


class Paragraph:
    """A paragraph as it is read; `marks` are the characters at which the mark of a note or of a text box stands."""

    __slots__ = ("marks", "pieces", "story", "text")

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = ""
        self.pieces: list[Piece] = []
        self.marks: list[int] = []

    def add(self, portion: Any, typed: bool) -> None:
        """The words of a portion come next."""
        text = portion.getString()
        if text:
            self.pieces.append(Piece(len(self.text), text, portion, typed))
            self.text += text


def walk(document: Any) -> list[Paragraph]:
    """All paragraphs: of the body with its tables, of what hangs there or on a page, of headers and footers."""
    walker = _Walker()
    walker.read(document.getText(), Story(BODY))
    for shape in _each(document.getDrawPage()):
        if shape.AnchorType.value == ON_PAGE:
            for box in filter(_has_text, _leaves(shape)):
                walker.read(box, Story(BOX, None, _tracks(box)))
    styles = document.getStyleFamilies().getByName("PageStyles")
    for name in styles.getElementNames():
        for kind in (HEADER, FOOTER):
            for text in _margins(styles.getByName(name), kind.capitalize()):
                walker.read(text, Story(kind))
    return walker.paragraphs


class _Walker:
    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        # The tracked deletions that are open; one may reach over paragraphs and tables.
        self._deletions: set[str] = set()

    def read(self, text: Any, story: Story) -> None:
        """Read a story, or a cell of one; of two paragraphs whose break is deleted, the words are those of one."""
        going_on = None
        for element in _each(text):
            if element.supportsService(TABLE):
                going_on = None
                for name in element.getCellNames():
                    self.read(element.getCellByName(name), story)
                continue
            if going_on is None:
                going_on = Paragraph(story)
                self.paragraphs.append(going_on)
            self._read_paragraph(element, going_on)
            if not self._deletions:
                going_on = None

    def _read_paragraph(self, element: Any, paragraph: Paragraph) -> None:
        if hasattr(element, "createContentEnumeration"):
            self._read_hung(element, element.getStart(), paragraph)
        self._read_portions(element, paragraph)

    def _read_portions(self, container: Any, paragraph: Paragraph) -> None:
        for portion in _each(container):
            kind = portion.TextPortionType
            if kind in NESTED:
                self._read_portions(portion.getPropertyValue(kind), paragraph)
            elif kind == "Redline":
                self._change(portion)
            elif self._deletions:
                continue
            elif kind in TYPED or kind == FIELD:
                paragraph.add(portion, kind in TYPED)
            elif kind == "Footnote":
                paragraph.marks.append(len(paragraph.text))
                note = portion.Footnote
                self._hang(note, "endnote" if note.supportsService(ENDNOTE) else "footnote", portion, paragraph)
            elif kind == "Frame":
                self._read_hung(portion, portion.getStart(), paragraph)

    def _change(self, portion: Any) -> None:
        if portion.RedlineType != "Delete" or portion.IsCollapsed:
            return
        if portion.IsStart:
            self._deletions.add(portion.RedlineIdentifier)
        else:
            self._deletions.discard(portion.RedlineIdentifier)

    def _read_hung(self, holder: Any, mark: Any, paragraph: Paragraph) -> None:
        """Read the text boxes that hang at a place."""
        for box in _enumerated(holder.createContentEnumeration(CONTENT)):
            for shape in filter(_has_text, _leaves(box)):
                paragraph.marks.append(len(paragraph.text))
                self._hang(shape, BOX, mark, paragraph, _tracks(shape))

    def _hang(self, text: Any, kind: str, mark: Any, paragraph: Paragraph, tracks: bool = True) -> None:
        outer = paragraph.story
        own = Story(kind, mark if outer.kind == BODY else outer.mark, tracks and outer.tracks)
        # What hangs somewhere is a text of its own, with changes of its own.
        left, self._deletions = self._deletions, set()
        self.read(text, own)
        self._deletions = left


def _margins(style: Any, which: str) -> Iterator[Any]:
    """The headers or the footers of a page style."""
    if not style.getPropertyValue(f"{which}IsOn"):
        return
    for side, shared in SIDES.items():
        if not shared or not style.getPropertyValue(shared.format(which)):
            text = style.getPropertyValue(f"{which}Text{side}")
            if text is not None:
                yield text


def _leaves(shape: Any) -> Iterator[Any]:
    """A shape, or those of a group."""
    if shape.supportsService("com.sun.star.drawing.GroupShape"):
        for number in range(shape.getCount()):
            yield from _leaves(shape.getByIndex(number))
    else:
        yield shape


def _has_text(shape: Any) -> bool:
    return hasattr(shape, "createEnumeration")


def _tracks(shape: Any) -> bool:
    return bool(shape.supportsService(FRAME))


def _each(container: Any) -> Iterator[Any]:
    return _enumerated(container.createEnumeration())


def _enumerated(enumeration: Any) -> Iterator[Any]:
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()
