"""The stories of one part: paragraphs in their containers, text boxes, tables, and what hangs at the text.

Expat gives the byte at which every run begins, which no library that builds a tree does; corrections and comments are
written at those bytes. It is not what costs: of the 4 ms for ten pages (170 kB) it takes 0.7; a tree of lxml takes 1.2
and has yet to be walked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from reslint.documents.limits import Tally
from reslint.documents.model import Provenance
from reslint.documents.provenance import both
from reslint.documents.word.boxes import BOX, PARAGRAPH, TABLE, Boxes
from reslint.documents.word.looks import Look
from reslint.documents.word.names import ALTERNATIVES, BOXES, MATHEMATICS, RELATIONS, WordPart, table
from reslint.documents.word.paragraphs import ReadStory
from reslint.documents.word.place import Place
from reslint.documents.word.properties import Properties
from reslint.documents.word.runs import Runs
from reslint.documents.xml import Attributes, Source
from reslint.named import NamedTuple

ROOTS = ("body", "hdr", "ftr", "footnote", "endnote")
# What stands beside the text: the reading aid of a ruby, and what properties other than a paragraph's were.
ASIDE = ("rt", "rPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange")


class NoteReference(NamedTuple):
    """The place of a note: what it is, its id in its part, the name of its story, and how its mark came there."""

    kind: str
    id: str
    story: str
    row: Provenance


class Begun(NamedTuple):
    """What a story is called, and the provenance of the mark it hangs at."""

    name: str
    row: Provenance = Provenance.KEPT


class Counted:
    """Gives stories of all parts of a file the numbers by which people know them; `tally` counts their paragraphs."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self._counts: dict[str, int] = {}

    def next(self, kind: str) -> str:
        """The name of the next story of a kind: "footnote 1", "footnote 2"."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind} {self._counts[kind]}"


class Stories:
    """Reads the stories of a part, and keeps what else it meets for who puts the document together.

    `read` are the stories, each before the text boxes in it; `notes` the references to notes; `sections` the kind and
    the relationship id of headers and footers; `comments` the place of each comment by its id, as the story and the
    number of its paragraph; `unread` what was not read.
    """

    def __init__(
        self, part: WordPart, counted: Counted, begun: Callable[[str], Begun | None], looks: Callable[[str], Look]
    ) -> None:
        """`begun` says which story begins with an element of an id, or None for one that is to be passed over.

        `looks` says how the words of a character style look.
        """
        self.read: list[ReadStory] = []
        self.notes: list[NoteReference] = []
        self.sections: list[tuple[str, str]] = []
        self.comments: dict[str, tuple[str, int]] = {}
        self.unread: list[str] = []
        self._part = part
        self._counted = counted
        self._begun = begun
        self._place = Place()
        self._properties = Properties(part, self._place)
        self._runs = Runs(part, self._place, self._properties, looks)
        self._boxes = Boxes(part, self._place, self._runs, self.read, partial(counted.next, "text box"))
        self._within = 0
        self._controls: list[bool] = []
        self._alternatives: list[bool] = []

    @property
    def struck(self) -> bool:
        """Whether any words are struck out by hand."""
        return self._runs.struck

    def parse(self, data: Source) -> None:
        """Read the bytes of the part; ReslintError where they are no good XML."""
        starts = table({**self._properties.starts(), **self._runs.starts(), **self._starts()})
        starts |= table({"r": self._runs.begin_mathematics, "t": self._runs.starts()["t"]}, MATHEMATICS)
        starts |= table(self._alternative_starts(), ALTERNATIVES)
        starts |= table({BOX: lambda _: self._boxes.begin()}, BOXES)
        ends = table({**self._properties.ends(), **self._runs.ends(), **self._ends()})
        ends |= table({name: self._runs.ends()[name] for name in ("r", "t")}, MATHEMATICS)
        ends |= table({"AlternateContent": self._end_alternatives}, ALTERNATIVES)
        ends |= table({BOX: lambda: self._end_box(BOX)}, BOXES)
        self._part.read(data, starts, ends, self._runs.heard.append)
        self._runs.let_go()
        for story in self.read:
            story.end()

    def _starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        return {
            **dict.fromkeys(ROOTS, self._begin_story),
            **dict.fromkeys(ASIDE, lambda _: self._part.pass_over()),
            "p": self._begin_paragraph,
            "tbl": self._begin_table,
            "tr": lambda _: self._in_story(ReadStory.begin_row),
            "tc": self._begin_cell,
            "cellIns": lambda _: self._in_story(lambda story: story.change_row(inserted=True)),
            "cellDel": lambda _: self._in_story(lambda story: story.change_row(deleted=True)),
            "sdt": self._begin_control,
            "showingPlcHdr": self._placeholder,
            "footnoteReference": lambda attributes: self._note("footnote", attributes),
            "endnoteReference": lambda attributes: self._note("endnote", attributes),
            "commentRangeStart": self._comment,
            "commentReference": self._comment,
            "headerReference": lambda attributes: self._section("header", attributes),
            "footerReference": lambda attributes: self._section("footer", attributes),
            "altChunk": lambda _: self.unread.append("an imported file (altChunk)"),
            "subDoc": lambda _: self.unread.append("a subdocument"),
        }

    def _ends(self) -> Mapping[str, Callable[[], None]]:
        return {
            **dict.fromkeys(ROOTS, self._end_story),
            "p": self._end_paragraph,
            "tbl": self._end_table,
            "tr": lambda: self._in_story(ReadStory.end_row),
            "tc": lambda: self._in_story(ReadStory.end_cell),
            "sdt": self._end_control,
        }

    def _alternative_starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        return {
            "AlternateContent": self._begin_alternatives,
            "Choice": self._alternative,
            "Fallback": self._alternative,
        }

    def _begin_story(self, attributes: Attributes) -> None:
        """A story begins; an element of that name inside of one is a container like any that is not known."""
        if self._place.story is not None:
            self._within += 1
            self._part.limit(self._within)
            return
        begun = self._begun(self._part.value(attributes, "id"))
        if begun is None:
            self._part.pass_over()
            return
        self._place.story = ReadStory(begun.name, begun.row)
        self.read.append(self._place.story)

    def _end_story(self) -> None:
        if self._within:
            self._within -= 1
            return
        self._place.story = None
        self._place.fields = []

    def _in_story(self, act: Callable[[ReadStory], None]) -> None:
        if self._place.story is not None:
            act(self._place.story)

    def _begin_paragraph(self, _: Attributes) -> None:
        if self._place.paragraph is not None:
            self._boxes.enter(PARAGRAPH)
        if self._place.story is not None:
            self._counted.tally.paragraph()
            self._place.paragraph = self._place.story.begin_paragraph()

    def _begin_table(self, _: Attributes) -> None:
        if self._place.paragraph is not None:
            self._boxes.enter(TABLE)
        self._in_story(ReadStory.begin_table)

    def _end_table(self) -> None:
        self._in_story(ReadStory.end_table)
        self._end_box(TABLE)

    def _end_box(self, element: str) -> None:
        self._boxes.end(element)

    def _begin_cell(self, _: Attributes) -> None:
        if self._place.story is not None:
            self._place.story.begin_cell()
            self._part.limit(len(self._place.story.containers))

    def _end_paragraph(self) -> None:
        if not (self._boxes.left and self._boxes.end(PARAGRAPH)):
            self._place.paragraph = None

    def _note(self, kind: str, attributes: Attributes) -> None:
        place = self._place
        if place.paragraph is None:
            return
        name = self._counted.next(kind)
        self.notes.append(
            NoteReference(kind, self._part.value(attributes, "id"), name, both(place.provenance, place.paragraph.row))
        )
        spoken = self._part.switched_on(attributes, "customMarkFollows", "0")
        self._runs.mark(name, spoken=spoken)

    def _comment(self, attributes: Attributes) -> None:
        story = self._place.story
        if story is not None:
            number = max(len(story.paragraphs) - (self._place.paragraph is not None), 0)
            self.comments.setdefault(self._part.value(attributes, "id"), (story.name, number))

    def _section(self, kind: str, attributes: Attributes) -> None:
        self.sections.append((kind, self._part.value(attributes, "id", namespaces=RELATIONS)))

    def _begin_control(self, _: Attributes) -> None:
        self._controls.append(False)
        self._part.limit(len(self._controls))

    def _placeholder(self, attributes: Attributes) -> None:
        if self._controls and not self._controls[-1] and self._part.switched_on(attributes):
            self._controls[-1] = True
            self._runs.placeholders += 1

    def _end_control(self) -> None:
        if self._controls:
            self._runs.placeholders -= self._controls.pop()

    def _begin_alternatives(self, _: Attributes) -> None:
        self._alternatives.append(False)
        self._runs.begin_alternatives()

    def _alternative(self, _: Attributes) -> None:
        """Of several forms of the same content the first is read."""
        if self._alternatives:
            if self._alternatives[-1]:
                self._part.pass_over()
            self._alternatives[-1] = True

    def _end_alternatives(self) -> None:
        if self._alternatives:
            self._alternatives.pop()
            self._runs.end_alternatives()
