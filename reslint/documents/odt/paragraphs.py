"""Paragraphs and changes while they are read, before the labels are counted."""

from __future__ import annotations

from reslint.documents.following import Cells, Following
from reslint.documents.model import Provenance, Segment
from reslint.documents.provenance import PROVENANCES, both
from reslint.named import NamedTuple


class Numbering(NamedTuple):
    """The place of a paragraph in a list: which count it shares, its list style, its level and its own start."""

    counter: int
    style: str
    level: int
    start: int | None = None


class Region:
    """A tracked change. `removed` is what a deletion took out, from where it began to where it ended.

    `author` and `date` are those of the insertion, where there are both. `depth` is how deep deletions are held in it.
    """

    __slots__ = ("author", "date", "deleted", "depth", "inserted", "removed")

    def __init__(self) -> None:
        self.inserted = False
        self.deleted = False
        self.author: str | None = None
        self.date: str | None = None
        self.removed: ReadStory | None = None
        self.depth = 0

    @property
    def provenance(self) -> Provenance:
        """How the words of the change came to stand there."""
        return PROVENANCES[self.inserted, self.deleted]

    def signed(self, taken: ReadParagraph) -> list[Segment]:
        """The segments of a paragraph that was taken out, as this change."""
        provenance, author, date = self.provenance, self.author, self.date
        return [one._replace(provenance=provenance, author=author, date=date) for one in taken.segments]


class ReadParagraph:
    """A paragraph that is being read; `former` is its numbering in the original view."""

    __slots__ = ("beside", "cell", "former", "joins", "mark", "numbering", "row", "segments")

    def __init__(self, row: Provenance, numbering: Numbering | None, cell: bool, beside: bool = False) -> None:
        self.segments: list[Segment] = []
        self.row = row
        self.mark = Provenance.KEPT
        self.joins = False
        self.numbering = numbering
        self.former = numbering
        self.cell = cell
        self.beside = beside


class ReadStory(Following[ReadParagraph]):
    """A story that is being read; `kind` is "body", "footnote" …, `row` how it came to stand there as a whole."""

    __slots__ = ("cells", "kind", "row")

    def __init__(self, kind: str, row: Provenance = Provenance.KEPT) -> None:
        super().__init__()
        self.kind = kind
        self.row = row
        self.cells = Cells()

    def begin_paragraph(self, numbering: Numbering | None) -> ReadParagraph:
        """Begin a paragraph in the innermost container; the one before it there may go on in it."""
        return self.add(ReadParagraph(self.row, numbering, len(self.containers) > 1, self.cells.begin_paragraph()))

    def restore(self, region: Region, body: ReadParagraph | None, counters: dict[str, int]) -> ReadParagraph | None:
        """Put back what a deletion took out of `body`, or between two paragraphs; the paragraph that goes on behind it.

        Each end of a paragraph that was taken out ends one here; `counters` are the counts of the lists at this place.
        """
        whole = body is not None and not body.segments
        left = body.numbering if body is not None else None
        current = body
        before: Numbering | None = None
        begun = False
        for taken in region.removed.paragraphs if region.removed is not None else ():
            numbering = _counted(taken.numbering, counters)
            if taken.cell or current is None:
                self._restore_apart(taken, region, numbering)
                continue
            if begun:
                current.mark = both(current.mark, region.provenance)
                if whole or current is not body:
                    current.former = before
                current = self.begin_paragraph(left)
                current.former = left if whole else numbering
            current.segments += region.signed(taken)
            before = numbering
            begun = True
        return current

    def _restore_apart(self, taken: ReadParagraph, region: Region, numbering: Numbering | None) -> None:
        """Put back a paragraph of a table, or one that stood between two others, with all that is around it."""
        paragraph = ReadParagraph(both(self.row, region.provenance), numbering, taken.cell)
        paragraph.segments = region.signed(taken)
        paragraph.mark, paragraph.joins = taken.mark, taken.joins and taken.cell
        self.paragraphs.append(paragraph)

    def change_row(self, first: int) -> None:
        """A row that ends here and began with a paragraph came or went with its words, if all of them changed alike.

        OpenDocument does not say that a row was inserted or deleted; LibreOffice takes it so, too.
        """
        row = self.paragraphs[first:]
        found = {
            both(paragraph.row, segment.provenance)
            for paragraph in row
            for segment in paragraph.segments
            if segment.text
        }
        if len(found) == 1 and Provenance.KEPT not in found:
            for paragraph in row:
                paragraph.row = both(paragraph.row, next(iter(found)))


def _counted(numbering: Numbering | None, counters: dict[str, int]) -> Numbering | None:
    """The numbering of a paragraph that was taken out, in the list around its place."""
    return numbering and numbering._replace(counter=counters.get(numbering.style, numbering.counter))
