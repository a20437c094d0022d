"""What a paragraph says of itself: its style, its numbering, how its mark came to be, and what these were before."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reslint.documents.provenance import PROVENANCES, both
from reslint.documents.word.names import WordPart
from reslint.documents.word.paragraphs import NONE, Numbering, level_of
from reslint.documents.word.place import Place
from reslint.documents.xml import Attributes

DROP_CAPS = ("drop", "margin")


class Properties:
    """Reads the properties of paragraphs, and of the rows they stand in.

    `open` says that the elements met now are properties: a tab there is no sign, an insertion there one of the mark.
    """

    def __init__(self, part: WordPart, place: Place) -> None:
        self.open = 0
        self.of_row = 0
        self._part = part
        self._place = place
        self._in_numbering = False
        self._former: Numbering | None = None
        self._in_former = False
        self._styled: dict[str, Numbering] = {}

    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """What is done at the start of elements."""
        return {
            "pPr": self._begin,
            "pPrChange": self._begin_former,
            "numPr": self._begin_numbering,
            "pStyle": self._style,
            "framePr": self._frame,
            "numId": self._list,
            "ilvl": self._level,
            "trPr": lambda _: self._row(1),
        }

    def ends(self) -> Mapping[str, Callable[[], None]]:
        """What is done at the end of elements."""
        return {
            "pPr": self._end,
            "pPrChange": self._end_former,
            "numPr": self._end_numbering,
            "trPr": lambda: self._row(-1),
        }

    def change(self, *, inserted: bool = False, deleted: bool = False, moved: bool = False) -> None:
        """A change that stands among the properties: of the mark, of the numbering, or of the row."""
        paragraph, story = self._place.paragraph, self._place.story
        if self.of_row:
            if story is not None:
                story.change_row(inserted=inserted, deleted=deleted)
        elif paragraph is None or self._in_former:
            return
        elif self._in_numbering:
            if inserted and paragraph.former is None:
                paragraph.former = Numbering(paragraph.numbering.style)
        else:
            paragraph.mark = both(paragraph.mark, PROVENANCES[inserted, deleted])
            paragraph.moved |= moved

    def _begin(self, _: Attributes) -> None:
        self.open += 1

    def _end(self) -> None:
        self.open -= 1

    def _row(self, step: int) -> None:
        self.of_row += step
        self.open += step

    def _begin_former(self, _: Attributes) -> None:
        self._in_former = True
        if self._place.paragraph is not None:
            self._place.paragraph.former = NONE

    def _end_former(self) -> None:
        self._in_former = False

    def _begin_numbering(self, _: Attributes) -> None:
        self._in_numbering = True

    def _end_numbering(self) -> None:
        self._in_numbering = False

    def _frame(self, attributes: Attributes) -> None:
        """A frame around the first letters of the paragraph that comes next, or for something else."""
        paragraph = self._place.paragraph
        if paragraph is not None and self.open and not self._in_former:
            paragraph.drop_cap = self._part.value(attributes, "dropCap") in DROP_CAPS

    def _style(self, attributes: Attributes) -> None:
        style = self._part.value(attributes, "val")
        said = self._said()
        if said is NONE:
            # So most paragraphs begin, and most of a file have one of few styles.
            self._say(self._styled.get(style) or self._styled.setdefault(style, Numbering(style)))
        else:
            self._say(Numbering(style, said.list, said.level))

    def _list(self, attributes: Attributes) -> None:
        style, _, level = self._said()
        self._say(Numbering(style, self._part.value(attributes, "val"), level))

    def _level(self, attributes: Attributes) -> None:
        style, number, _ = self._said()
        self._say(Numbering(style, number, level_of(self._part.value(attributes, "val"))))

    def _said(self) -> Numbering:
        paragraph = self._place.paragraph
        said = None if paragraph is None else paragraph.former if self._in_former else paragraph.numbering
        return said or NONE

    def _say(self, numbering: Numbering) -> None:
        paragraph = self._place.paragraph
        if paragraph is None or not self.open:
            return
        if self._in_former:
            paragraph.former = numbering
        else:
            paragraph.numbering = numbering
