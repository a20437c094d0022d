"""Where a reader of a part is: in which story, paragraph and run, and in which tracked changes and fields."""

from __future__ import annotations

from reslint.documents.model import Kind, Provenance
from reslint.documents.provenance import PROVENANCES
from reslint.documents.word.fields import Field
from reslint.documents.word.looks import PLAIN
from reslint.documents.word.paragraphs import ReadParagraph, ReadStory

By = tuple[str | None, str | None]
"""Author and date of a tracked change."""


class Run:
    """A run that is being read: where it begins, and its words so far that are in no segment yet."""

    # What most runs do not say is not set for each.
    hidden = False
    look = PLAIN
    style = ""
    said = False
    marked = False

    def __init__(self, source: int, kind: Kind) -> None:
        self.source = source
        self.kind = kind
        self.words: list[str] = []


class Place:
    """The place of the reader. A text box has one of its own, and after it the one around it is taken up again."""

    __slots__ = (
        "alternatives",
        "deletions",
        "fields",
        "insertions",
        "moves",
        "paragraph",
        "runs",
        "simple_fields",
        "story",
    )

    def __init__(self) -> None:
        self.story: ReadStory | None = None
        self.paragraph: ReadParagraph | None = None
        self.runs: list[Run] = []
        self.fields: list[Field] = []
        self.simple_fields = 0
        self.alternatives = 0
        self.insertions: list[By] = []
        self.deletions: list[By] = []
        self.moves = 0

    @property
    def provenance(self) -> Provenance:
        """How the words that are read now came to stand there."""
        return PROVENANCES[bool(self.insertions), bool(self.deletions)]

    @property
    def by(self) -> By:
        """Who changed the words that are read now: who inserted them, where they were deleted again."""
        return self.insertions[0] if self.insertions else self.deletions[0] if self.deletions else NOBODY

    def leave(self) -> Place:
        """Begin a place of its own, and return the one that was left."""
        left = Place()
        for name in Place.__slots__:
            mine = getattr(self, name)
            setattr(self, name, getattr(left, name))
            setattr(left, name, mine)
        return left

    def take_up(self, left: Place) -> None:
        """Go back to a place that was left."""
        for name in Place.__slots__:
            setattr(self, name, getattr(left, name))


NOBODY: By = (None, None)
