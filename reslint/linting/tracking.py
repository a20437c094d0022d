"""What the tracked changes of a draft do to its citations, and to its defects."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from reslint.citations import find_citations
from reslint.citations.model import Citation
from reslint.documents.model import SEEN, Document, Paragraph, Provenance, Segment, Story, ViewName
from reslint.documents.pieces import pieces
from reslint.documents.view import View
from reslint.linting.finding import Change, Finding, Standing
from reslint.linting.page import Page
from reslint.linting.rule import Rule

if TYPE_CHECKING:
    from reslint.registry import Registry

Home = tuple[int, int]
KEPT = Change(Standing.KEPT)
INTRODUCED = Change(Standing.INTRODUCED)


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
        return _as_cited(citation) in self._former(view.placement.home_of(citation.start)).cited

    def replaced(self, page: Page) -> Iterator[tuple[Citation, set[int]]]:
        """The citations whose edition a change brings in, each with the years of the editions it takes out."""
        for citation in page.cited():
            edition = citation.edition
            if edition is not None and _has(page.view, edition.where, Provenance.INSERTED):
                home = page.view.placement.home_of(citation.start)
                years = self._former(home).taken_out.get((citation.kind, citation.number), set())
                if years - {edition.year or 0}:
                    yield citation, years - {edition.year or 0}

    def _former(self, home: Home) -> Former:
        story, number = home
        paragraphs = self._document.stories[story].paragraphs
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
            return Former(set(), {})
        view = View(self._document._replace(stories=(Story("", paragraphs),)), ViewName.ORIGINAL)
        former = Former(set(), {})
        for citation in find_citations(view, self._registry):
            former.cited.add(_as_cited(citation))
            edition = citation.edition
            if edition is not None and edition.year and _has(view, edition.where, Provenance.DELETED):
                former.taken_out.setdefault((citation.kind, citation.number), set()).add(edition.year)
        return former


class Former(NamedTuple):
    """What a paragraph cited before, and the years of the editions that were taken out, by kind and number."""

    cited: set[object]
    taken_out: dict[tuple[str, str], set[int]]


def with_changes(findings: Iterable[Finding], page: Page, rules: Iterable[Rule]) -> Iterator[Finding]:
    """The findings, in the same order, each with whether the draft brings it in or leaves it standing.

    Words that were there before are left standing, and so is a citation of what was cited there before; a label is, if
    the list was wrong there before. `rules` are those that found something.
    """
    lists = _Lists(page, [rule for rule in rules if rule.of_lists])
    for finding in findings:
        citation = _citation_at(page, finding)
        if finding.code in lists.codes:
            kept = lists.had(finding)
        elif citation is None:
            kept = not _touched(page.view, finding.start, finding.end)
        else:
            start, end = min(citation.start, finding.start), max(citation.end, finding.end)
            kept = not _touched(page.view, start, end) or (
                page.changed is not None
                and page.changed.was(citation, page.view)
                and not _has(page.view, (finding.start, finding.end), Provenance.INSERTED)
            )
        yield finding._replace(change=KEPT if kept else _brought_in(page, finding, citation))


class _Lists:
    """What the rules of lists found in the original view."""

    def __init__(self, page: Page, rules: Iterable[Rule]) -> None:
        self._page = page
        self._found: Counter[tuple[str, str, Home]] = Counter()
        self.codes = {rule.code for rule in rules}
        former = page.former
        for rule in rules if former else ():
            assert former is not None
            for mistake in rule.check(former):
                words = former.text[mistake.start : mistake.end]
                self._found[rule.code, words, former.view.placement.home_of(mistake.start)] += 1

    def had(self, finding: Finding) -> bool:
        key = (finding.code, finding.excerpt, self._page.view.placement.home_of(finding.start))
        self._found[key] -= 1
        return self._found[key] >= 0


def _citation_at(page: Page, finding: Finding) -> Citation | None:
    """The citation that the words of a finding belong to, if they belong to one."""
    at = bisect_right(page.citations, finding.start, key=lambda citation: citation.start) - 1
    if at >= 0 and finding.start <= page.citations[at].end:
        return page.citations[at]
    return None


def _touched(view: View, start: int, end: int) -> bool:
    """Whether a change other than a move touches a range: in its words, or between them."""
    found = list(pieces(view, start, end))
    if any(piece.segment.provenance is not Provenance.KEPT and not piece.segment.moved for piece in found):
        return True
    if not found or found[0].segment is found[-1].segment:
        return False
    story, number = found[0].story, found[0].paragraph
    if number != found[-1].paragraph:
        return True
    between = _segments(view, story, number)[found[0].number : found[-1].number]
    return any(segment.provenance is not Provenance.KEPT and not segment.moved and segment.text for segment in between)


def _segments(view: View, story: int, paragraph: int) -> tuple[Segment, ...]:
    """All segments of a paragraph of the file, whether or not the view shows them."""
    return view.document.stories[story].paragraphs[paragraph].segments


def _brought_in(page: Page, finding: Finding, citation: Citation | None) -> Change:
    """The change that brings a finding in: of its words, of the citation they belong to, or of its paragraph."""
    own = (piece.segment for piece in pieces(page.view, finding.start, finding.end))
    wider = (piece.segment for piece in pieces(page.view, citation.start, citation.end)) if citation else ()
    widest = _segments(page.view, *page.view.placement.home_of(finding.start))
    for candidates in (own, wider, widest):
        for segment in candidates:
            if segment.provenance is not Provenance.KEPT and segment.text:
                return Change(Standing.INTRODUCED, segment.author, segment.date)
    return INTRODUCED


def _goes_on(paragraph: Paragraph) -> bool:
    """Whether the words of a paragraph went on in the next one in the original."""
    return paragraph.joins and paragraph.mark not in SEEN[ViewName.ORIGINAL]


def _is_changed(paragraph: Paragraph) -> bool:
    return any(segment.provenance is not Provenance.KEPT for segment in paragraph.segments)


def _has(view: View, where: tuple[int, int], provenance: Provenance) -> bool:
    return any(piece.segment.provenance is provenance for piece in pieces(view, *where))


def _as_cited(citation: Citation) -> object:
    editions = tuple((edition.place, edition.year, edition.mark) for edition in citation.editions)
    return citation.kind, citation.number, editions
