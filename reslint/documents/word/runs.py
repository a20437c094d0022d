"""Runs: their words, and how each came to stand there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from sys import intern

from reslint.documents.model import Kind, Provenance, Role, Segment
from reslint.documents.provenance import both
from reslint.documents.word.fields import Field, instructing
from reslint.documents.word.looks import PLAIN, TELLING, Look, told
from reslint.documents.word.names import WordPart
from reslint.documents.word.place import By, Place, Run
from reslint.documents.word.properties import Properties
from reslint.documents.xml import Attributes

SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
XML_SPACE = " \t\r\n"
WORDS, ALTERNATIVE, PROSE = Kind.WORDS, Kind.ALTERNATIVE, Role.PROSE
REST = Segment("", 0)[2:]
"""What most segments say besides their words and where they stand."""


class Runs:
    """Reads runs into the segments of the paragraph they stand in.

    `heard` is for who parses to add text to, which counts only inside of an element for text. `placeholders` is set by
    who knows: whether the words are those that wait in an empty content control. `struck` tells whether any words were
    struck out by hand.
    """

    def __init__(self, part: WordPart, place: Place, properties: Properties, looks: Callable[[str], Look]) -> None:
        self.heard: list[str] = []
        self.placeholders = 0
        self.struck = False
        self._part = part
        self._place = place
        self._properties = properties
        self._looks = looks
        # The attributes of the element for text that is open.
        self._text: Attributes | None = None
        self._same: dict[str, str] = {}

    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """What is done at the start of elements."""
        signs = {name: self._sign(sign) for name, sign in SIGNS.items()}
        return signs | {
            "r": self._begin,
            "t": self._begin_text,
            "delText": self._begin_text,
            "sym": self._symbol,
            "vanish": self._hide,
            "rStyle": self._style,
            **{name: partial(self._look, name) for name in TELLING},
            "fldSimple": lambda _: self._simple_field(1),
            "fldChar": self._field_character,
            "ins": lambda attributes: self._begin_change(attributes, inserted=True),
            "del": lambda attributes: self._begin_change(attributes, deleted=True),
            "moveTo": lambda attributes: self._begin_change(attributes, inserted=True, moved=True),
            "moveFrom": lambda attributes: self._begin_change(attributes, deleted=True, moved=True),
        }

    def ends(self) -> Mapping[str, Callable[[], None]]:
        """What is done at the end of elements."""
        place = self._place
        return {
            "r": self._end,
            "t": self._end_text,
            "delText": self._end_text,
            "fldSimple": lambda: self._simple_field(-1),
            "ins": lambda: self._end_change(place.insertions),
            "del": lambda: self._end_change(place.deletions),
            "moveTo": lambda: self._end_change(place.insertions, moved=True),
            "moveFrom": lambda: self._end_change(place.deletions, moved=True),
        }

    def let_go(self) -> None:
        """Give up the words, when all is read."""
        self._same.clear()

    def begin_mathematics(self, _: Attributes) -> None:
        """A run of a formula."""
        self._place.runs.append(Run(self._part.parser.CurrentByteIndex, Kind.MATHEMATICS))

    @property
    def unsaid(self) -> bool:
        """Whether the open run has words that are in no segment yet."""
        return bool(self._place.runs and self._place.runs[-1].words)

    def mark(self, anchor: str, *, spoken: bool = False) -> None:
        """The mark of a note or the anchor of a box; where the mark is `spoken`, the words after it are it."""
        place = self._place
        if place.runs and place.paragraph is not None:
            run = place.runs[-1]
            self._close(run)
            run.marked = spoken
            run.said = True
            place.paragraph.segments.append(
                Segment("", run.source, place.provenance, Role.PROSE, *place.by, Kind.MARK, anchor=anchor)
            )

    def begin_alternatives(self) -> None:
        """In several forms of the same content, words cannot be changed: the other forms would say the old."""
        self._place.alternatives += 1
        if self._place.runs:
            run = self._place.runs[-1]
            self._close(run)
            if run.kind is Kind.WORDS:
                run.kind = Kind.ALTERNATIVE

    def end_alternatives(self) -> None:
        """Behind the outermost alternatives, the words of the run are its own."""
        place = self._place
        place.alternatives -= place.alternatives > 0
        if place.runs and not place.alternatives:
            run = place.runs[-1]
            self._close(run)
            if run.kind is Kind.ALTERNATIVE:
                run.kind = Kind.WORDS

    def _begin(self, _: Attributes) -> None:
        place = self._place
        if place.runs:
            # A run in a run, as in a ruby: what was said before it comes before it.
            self._close(place.runs[-1])
        place.runs.append(Run(self._part.parser.CurrentByteIndex, ALTERNATIVE if place.alternatives else WORDS))

    def _end(self) -> None:
        runs = self._place.runs
        if runs:
            self._close(runs.pop(), True)

    def _close(self, run: Run, last: bool = False) -> None:
        """Put the words of a run that are in no segment yet into one; a run has at least one."""
        place = self._place
        paragraph = place.paragraph
        words = "".join(run.words)
        if not last:
            run.words = []
        if paragraph is None or run.marked or (not words and (run.said or not last)):
            return
        # A long file says much of what it says again and again.
        words = self._same.setdefault(words, words)
        look, kind = run.look, run.kind
        fields = place.fields
        if (
            last
            and kind is WORDS
            and look is PLAIN
            and not (fields or place.insertions or place.deletions or run.hidden)
            and not (place.simple_fields or self.placeholders or run.style)
        ):
            # Most are so, and there are so many that a call of the class for each is felt.
            paragraph.segments.append(tuple.__new__(Segment, (words, run.source) + REST))  # noqa: RUF005 - a third faster
            return
        run.said = True
        if kind is WORDS and (fields or place.simple_fields):
            kind = Kind.FIELD
        role = Role.MARKUP if self.placeholders else PROSE
        if words and run.style:
            look = look.over(self._looks(run.style))
        if place.insertions or place.deletions or look != PLAIN:
            # What is struck out by hand is gone for its reader, as what a tracked change deleted.
            provenance = both(place.provenance, Provenance.DELETED) if look.struck else place.provenance
            raised, moved = look.raised is True, place.moves > 0
            segment = Segment(words, run.source, provenance, role, *place.by, kind, moved, run.hidden, raised=raised)
            paragraph.raised |= raised
            self.struck |= look.struck is True and bool(words)
        else:
            segment = Segment(words, run.source, role=role, kind=kind, hidden=run.hidden)
        if fields:
            field = instructing(fields)
            if field is not None:
                field.unread.append((paragraph.segments, len(paragraph.segments)))
        paragraph.segments.append(segment)

    def _begin_text(self, attributes: Attributes) -> None:
        if self._place.runs:
            self.heard.clear()
            self._text = attributes

    def _end_text(self) -> None:
        text = self._text
        if text is not None:
            self._text = None
            words = "".join(self.heard)
            if text.get(self._part.space) != "preserve":
                words = words.strip(XML_SPACE)
            self._place.runs[-1].words.append(words)

    def _sign(self, sign: str) -> Callable[[Attributes], None]:
        def say(_: Attributes) -> None:
            if self._place.runs and not self._properties.open:
                self._place.runs[-1].words.append(sign)

        return say

    def _symbol(self, attributes: Attributes) -> None:
        try:
            sign = chr(int(self._part.value(attributes, "char"), 16))
        except (ValueError, OverflowError):
            sign = "\ufffd"
        if self._place.runs:
            self._place.runs[-1].words.append(sign)

    def _hide(self, attributes: Attributes) -> None:
        if self._place.runs:
            self._place.runs[-1].hidden = self._part.switched_on(attributes)

    def _style(self, attributes: Attributes) -> None:
        if self._place.runs:
            self._place.runs[-1].style = self._part.value(attributes, "val")

    def _look(self, name: str, attributes: Attributes) -> None:
        if self._place.runs:
            run = self._place.runs[-1]
            run.look = told(self._part, name, attributes).over(run.look)

    def _simple_field(self, step: int) -> None:
        self._place.simple_fields += step

    def _field_character(self, attributes: Attributes) -> None:
        fields = self._place.fields
        if self._place.runs:
            self._close(self._place.runs[-1])
        which = self._part.value(attributes, "fldCharType")
        if which == "begin":
            fields.append(Field())
        elif fields:
            fields[-1].drop_instruction()
            if which == "separate":
                fields[-1].in_result = True
            elif which == "end":
                fields.pop()

    def _begin_change(
        self, attributes: Attributes, *, inserted: bool = False, deleted: bool = False, moved: bool = False
    ) -> None:
        if self._properties.open:
            self._properties.change(inserted=inserted, deleted=deleted, moved=moved)
            return
        place = self._place
        if place.runs:
            # A change in a run, as Word makes it in a formula: what was said before is not part of it.
            self._close(place.runs[-1])
        changes = place.insertions if inserted else place.deletions
        # Every change says who made it and when, and mostly the same as others; each segment keeps that.
        value = self._part.value
        changes.append((intern(value(attributes, "author")) or None, intern(value(attributes, "date")) or None))
        self._part.limit(len(changes))
        place.moves += moved

    def _end_change(self, changes: list[By], *, moved: bool = False) -> None:
        if not self._properties.open and changes:
            if self._place.runs:
                self._close(self._place.runs[-1])
            changes.pop()
            self._place.moves -= moved
