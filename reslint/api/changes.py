"""Changed citations of a draft with tracked changes: those that stood there before, and the editions taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.citations import find_citations
from reslint.citations.model import Citation
from reslint.documents.model import SEEN, Document, Paragraph, Provenance, Segment, Story, ViewName
from reslint.documents.pieces import pieces
from reslint.documents.view import View
from reslint.named import NamedTuple

if TYPE_CHECKING:
    from reslint.registry import Registry

Home = tuple[int, int]
"""A paragraph of the file, by the numbers of its story and its own, from zero."""


class ChangedCitations:
    """The citations of the paragraphs that a change touches, as they were: in the original view.

    Paragraphs are looked at when they are asked for, each by itself; the bodies of citations count for nothing here.
    """

    def __init__(self, document: Document, registry: Registry) -> None:
        self._document = document
        self._registry = registry
        self._looked_at: dict[Home, Former] = {}

    def was(self, citation: Citation, view: View) -> bool:
        """Whether the same text was cited by the same edition in the same paragraph before."""
        return _as_cited(citation) in self._former(view.placement.home_of(citation.start)).as_cited

    def replaced(self, citations: Iterable[Citation], view: View) -> Iterator[tuple[Citation, set[int]]]:
        """Those of the citations whose edition a change brings in, each with the years of the editions it takes out."""
        for citation in citations:
            edition = citation.edition
            if edition is not None and has(view, edition.where, Provenance.INSERTED):
                home = view.placement.home_of(citation.start)
                years = self._former(home).taken_out.get((citation.kind, citation.number), set())
                if years - {edition.year or 0}:
                    yield citation, years - {edition.year or 0}

    def _former(self, home: Home) -> Former:
        story, number = home
        paragraphs = self._document.stories[story].paragraphs
        if paragraphs[number].row not in SEEN[ViewName.ORIGINAL]:
            return NOTHING
        first = last = number
        while first and _goes_on(paragraphs[first - 1]):
            first -= 1
        while last + 1 < len(paragraphs) and _goes_on(paragraphs[last]):
            last += 1
        if (story, first) not in self._looked_at:
            self._looked_at[story, first] = self._read(paragraphs[first : last + 1])
        return self._looked_at[story, first]

    def _read(self, paragraphs: tuple[Paragraph, ...]) -> Former:
        if not any(_is_changed(paragraph) for paragraph in paragraphs):
            return NOTHING
        view = View(self._document._replace(stories=(Story("", paragraphs),)), ViewName.ORIGINAL)
        former = Former(set(), {})
        for citation in find_citations(view, self._registry):
            former.as_cited.add(_as_cited(citation))
            edition = citation.edition
            if edition is not None and edition.year and has(view, edition.where, Provenance.DELETED):
                former.taken_out.setdefault((citation.kind, citation.number), set()).add(edition.year)
        return former


class Former(NamedTuple):
    """What a paragraph cited before, and the years of the editions that were taken out, by kind and number."""

    as_cited: set[object]
    taken_out: dict[tuple[str, str], set[int]]


NOTHING = Former(set(), {})


def has(view: View, where: tuple[int, int], provenance: Provenance) -> bool:
    """Whether words of this provenance stand in a range of the view."""
    return any(segment.provenance is provenance for segment in segments_of(view, *where))


def segments_of(view: View, start: int, end: int) -> Sequence[Segment]:
    """The segments of a range of the view, as `pieces` has them, without what is told of their runs."""
    if start == end:
        return [piece.segment for piece in pieces(view, start, end)]
    found = []
    for within, number in view.placement.reached(start, end):
        segment, offset = within.segments[number], within.offsets[number]
        behind = offset + len(segment.text)
        if (start < behind and offset < end) if behind > offset else start < offset < end:
            found.append(segment)
    return found


def _goes_on(paragraph: Paragraph) -> bool:
    """Whether no paragraph of the original ended with this one."""
    return paragraph.row not in SEEN[ViewName.ORIGINAL] or not paragraph.ends(ViewName.ORIGINAL)


def _is_changed(paragraph: Paragraph) -> bool:
    return any(segment.provenance is not Provenance.KEPT for segment in paragraph.segments)


def _as_cited(citation: Citation) -> object:
    editions = tuple((edition.place, edition.year, edition.mark) for edition in citation.editions)
    return citation.kind, citation.number, editions
