"""What the tracked changes of a draft do to its citations, and to its defects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reslint.citations.model import Citation
from reslint.documents.model import Provenance, Segment
from reslint.documents.pieces import pieces
from reslint.documents.view import View
from reslint.linting.finding import Change, Finding, Standing
from reslint.linting.page import Page
from reslint.linting.rule import Mistake, Rule

Known = tuple[str, str, str | None]
"""A rule, the words it was found at, and the record it rests on: what makes a defect the same in both views."""
Home = tuple[int, int] | None
"""The numbers of story and paragraph in the file; None where words may have been moved."""


def replaced_by_changes(page: Page) -> Iterator[tuple[Citation, set[int]]]:
    """The citations whose edition a tracked change brings in, each with the years of the editions it takes out."""
    former = page.former
    if former is None:
        return
    taken_out: dict[tuple[Home, str, str], set[int]] = {}
    for citation in former.citations:
        edition = citation.edition
        if edition is not None and edition.year and _has(former.view, edition.where, Provenance.DELETED):
            key = (former.view.home_of(edition.where.start), citation.kind, citation.number)
            taken_out.setdefault(key, set()).add(edition.year)
    for citation in page.cited() if taken_out else ():
        edition = citation.edition
        if edition is not None and _has(page.view, edition.where, Provenance.INSERTED):
            years = taken_out.get((page.view.home_of(edition.where.start), citation.kind, citation.number), set())
            if years - {edition.year}:
                yield citation, years - {edition.year}


def with_changes(findings: Iterable[Finding], page: Page, former: Page, rules: Iterable[Rule]) -> Iterator[Finding]:
    """The findings, in the same order, each with whether the draft brings it in or leaves it standing.

    What was found in the original view too is left standing. `rules` are those that found something.
    """
    original = former.view
    known: Counter[tuple[Known, Home]] = Counter()
    for rule in rules:
        for mistake in rule.check(former):
            key = _known(rule.code, original, mistake)
            known[key, original.home_of(mistake.start)] += 1
            known[key, None] += 1
    for finding in findings:
        key = (finding.code, _words(finding.excerpt), finding.record.key if finding.record else None)
        segments = [piece.segment for piece in pieces(page.view, finding.start, finding.end)]
        moved = any(segment.moved for segment in segments)
        home = None if moved else page.view.home_of(finding.start)
        if known[key, home] > 0:
            known[key, home] -= 1
            yield finding._replace(change=Change(Standing.KEPT))
        else:
            by = _brought_in_by(page, finding, segments)
            yield finding._replace(change=Change(Standing.INTRODUCED, by.author, by.date) if by else INTRODUCED)


INTRODUCED = Change(Standing.INTRODUCED)


def _brought_in_by(page: Page, finding: Finding, segments: Iterable[Segment]) -> Segment | None:
    """The change that brings a finding in: of its words, of the citation they belong to, or of its paragraph."""
    around = [citation for citation in page.citations if citation.start <= finding.start <= citation.end]
    wider = (piece.segment for citation in around for piece in pieces(page.view, citation.start, citation.end))
    story, paragraph = page.view.home_of(finding.start)
    widest = page.view.document.stories[story].paragraphs[paragraph].segments
    for candidates in (segments, wider, widest):
        for segment in candidates:
            if segment.provenance is not Provenance.KEPT:
                return segment
    return None


def _has(view: View, where: tuple[int, int], provenance: Provenance) -> bool:
    return any(piece.segment.provenance is provenance for piece in pieces(view, *where))


def _known(code: str, view: View, mistake: Mistake) -> Known:
    return code, _words(view.text[mistake.start : mistake.end]), mistake.record


def _words(text: str) -> str:
    return " ".join(text.split())
