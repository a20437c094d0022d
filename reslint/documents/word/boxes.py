"""Boxes in the text: text boxes, and whatever else holds paragraphs inside of a paragraph.

Of the latter nothing is known but the paragraphs and tables in it. They are read as those of a text box, and the
paragraph around them goes on behind it: no word is lost, whoever invents such an element.
"""

from __future__ import annotations

from collections.abc import Callable

from reslint.documents.provenance import both
from reslint.documents.word.names import WordPart
from reslint.documents.word.paragraphs import ReadParagraph, ReadStory
from reslint.documents.word.place import Place
from reslint.documents.word.runs import Runs
from reslint.named import NamedTuple

BOX, PARAGRAPH, TABLE = "txbxContent", "p", "tbl"


class Left(NamedTuple):
    """A place that was left for a box, and the element with which the box ends."""

    place: Place
    element: str


class Nameless(NamedTuple):
    """A box that has just ended and that nothing names: the paragraph around it, its segments so far, and its story."""

    around: ReadParagraph
    segments: int
    story: ReadStory


class Boxes:
    """Opens and closes boxes at the place of a reader.

    `read` are the stories of the part, each before the boxes in it; `name` gives the name of the next box. `left` are
    the places around the boxes that are open.
    """

    def __init__(
        self, part: WordPart, place: Place, runs: Runs, read: list[ReadStory], name: Callable[[], str]
    ) -> None:
        self._part = part
        self._place = place
        self._runs = runs
        self._read = read
        self._name = name
        self.left: list[Left] = []
        self._last: Nameless | None = None

    def begin(self, element: str = BOX) -> None:
        """A box begins that ends with an element."""
        place = self._place
        name = self._name()
        row = place.provenance if place.paragraph is None else both(place.provenance, place.paragraph.row)
        self._runs.mark(name)
        self._leave(ReadStory(name, row), element)
        assert place.story is not None
        self._read.append(place.story)

    def enter(self, element: str) -> None:
        """A paragraph or a table begins inside of a paragraph: in a box, or in the one that it stands right behind."""
        last, paragraph = self._last, self._place.paragraph
        if (
            last is None
            or paragraph is not last.around
            or len(paragraph.segments) != last.segments
            or self._runs.unsaid
        ):
            self.begin(element)
        else:
            self._leave(last.story, element)

    def end(self, element: str) -> bool:
        """An element ends; whether a box ended with it."""
        if not self.left:
            return False
        place = self._place
        story = place.story
        if self.left[-1].element != element or (element == TABLE and story and story.tables):
            return False
        place.take_up(self.left.pop().place)
        if element != BOX and story is not None and place.paragraph is not None:
            self._last = Nameless(place.paragraph, len(place.paragraph.segments), story)
        return True

    def _leave(self, story: ReadStory, element: str) -> None:
        self.left.append(Left(self._place.leave(), element))
        self._part.limit(len(self.left))
        self._place.story = story
