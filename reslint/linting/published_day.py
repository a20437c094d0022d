"""The day of a published Recommendation, as the text itself tells it: its running foot, its cover, its history."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from reslint.citations.model import Citation, CitationRole
from reslint.registry.approvals import CitedApproval, judge_approval
from reslint.registry.registry import Registry
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.documents.view import View

ON_COVER = late(r"\s*\(\s*(?P<month>\d\d)/(?P<year>(?:19|20)\d\d)\s*\)\s*")
COVER = 60
"""The date stands within so many paragraphs of a cover."""


def published_day(view: View, citations: tuple[Citation, ...], registry: Registry) -> date | None:
    """The day on which the edition was approved that the document is; None for a text that names itself nowhere."""
    own = [
        one for one in citations if one.body in registry.sectors and one.role is CitationRole.HEADING and not one.part
    ]
    told = Counter(day for one in own if (day := _approved(one, registry)) is not None)
    if told:
        return max(told, key=lambda day: (told[day], day))
    if own:
        for block in view.blocks[:COVER]:
            found = ON_COVER.fullmatch(view.text, block.start, block.end)
            if found is not None and 1 <= int(found["month"]) <= 12:
                return _end_of(int(found["year"]), int(found["month"]))
    rows = [one for one in citations if one.body in registry.sectors and one.role is CitationRole.HISTORY]
    days = [
        day for one in rows if one.edition is not None and one.edition.in_prose and (day := _approved(one, registry))
    ]
    return max(days, default=None)


def _approved(citation: Citation, registry: Registry) -> date | None:
    """The day of the edition that a citation names; where the catalogue lacks it, the last that it can mean."""
    edition = citation.edition
    if edition is None:
        return None
    cited = CitedApproval(edition.year, edition.month, edition.suffix)
    known = judge_approval(registry, citation.body or "", citation.kind, citation.number, cited, date.max).cited
    if known is not None and known.approval is not None and known.approval.dated:
        return known.conference.closes
    return _end_of(edition.year, edition.month or 12) if edition.year is not None else None


def _end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
