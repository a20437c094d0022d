"""Findings in tracked changes: whether the draft brings a defect in or leaves it standing, and by whose change."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reslint.api.changes import Home, has, segments_of
from reslint.api.finding import Change, Finding, Standing
from reslint.api.page import Page
from reslint.api.rule import Rule
from reslint.citations.model import Citation
from reslint.documents.model import Provenance, Segment
from reslint.documents.pieces import pieces
from reslint.documents.view import View

KEPT = Change(Standing.KEPT)
INTRODUCED = Change(Standing.INTRODUCED)
LARGE = 1_000_000
"""A text of so many characters gives up what would have to be worked out anew while there are two of it."""


def with_changes(findings: Iterable[Finding], page: Page, lists: FormerLists) -> Iterator[Finding]:
    """The findings, in the same order, each with whether the draft brings it in or leaves it standing.

    Words that were there before are left standing, and so is a citation of what was cited there before; a label is, if
    the list was wrong there before.
    """
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
                and not has(page.view, (finding.start, finding.end), Provenance.INSERTED)
            )
        yield finding.but(change=KEPT if kept else _brought_in(page, finding, citation))


class FormerLists:
    """What `rules` of lists, of which no other's findings are asked for, find in the original view; that view is not
    kept.
    """

    def __init__(self, page: Page, rules: Sequence[Rule]) -> None:
        self._view = page.view
        self._found: Counter[tuple[str, str, Home]] = Counter()
        self.codes = {rule.code for rule in rules}
        if not rules:
            return
        if len(page.text) > LARGE:
            page.view.let_go()
        former = page.former
        if former is None:
            return
        found = [
            (rule.code, former.text[mistake.start : mistake.end], mistake.start)
            for rule in rules
            for mistake in rule.check(former)
        ]
        view = former.view
        # Where a segment stands is as large as what was worked out on the page.
        del former
        view.let_go()
        for code, words, start in found:
            self._found[code, words, view.placement.home_of(start)] += 1

    def had(self, finding: Finding) -> bool:
        """Whether the same was found in the same paragraph, once for each finding."""
        key = (finding.code, finding.excerpt, self._view.placement.home_of(finding.start))
        self._found[key] -= 1
        return self._found[key] >= 0


def _citation_at(page: Page, finding: Finding) -> Citation | None:
    """The citation that the words of a finding belong to, if they belong to one."""
    at = bisect_right(page.all_citations, finding.start, key=lambda citation: citation.start) - 1
    if at >= 0 and finding.start <= page.all_citations[at].end:
        return page.all_citations[at]
    return None


def _touched(view: View, start: int, end: int) -> bool:
    """Whether a change other than a move touches a range: in its words, or between them."""
    inside = segments_of(view, start, end)
    if any(segment.provenance is not Provenance.KEPT and not segment.moved for segment in inside):
        return True
    if not inside or inside[0] is inside[-1]:
        return False
    found = list(pieces(view, start, end))
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
    own = segments_of(page.view, finding.start, finding.end)
    wider = segments_of(page.view, citation.start, citation.end) if citation else ()
    widest = _segments(page.view, *page.view.placement.home_of(finding.start))
    for candidates in (own, wider, widest):
        for segment in candidates:
            if segment.provenance is not Provenance.KEPT and segment.text:
                return Change(Standing.INTRODUCED, segment.author, segment.date)
    return INTRODUCED
