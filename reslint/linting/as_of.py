"""The day a document is judged on: a date, the close of a conference, or what the document's own heading says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reslint.citations.model import Citation, CitationRole
from reslint.errors import ReslintError, nearest

if TYPE_CHECKING:
    from reslint.registry import Registry

TODAY = "today"
DOCUMENT = "document"
SUBJECT = "as-of"


def fixed_day(wanted: str, registry: Registry) -> date | None:
    """The day that `wanted` means for every document, None for "document"; ReslintError where it means none."""
    if wanted == DOCUMENT:
        return None
    if wanted == TODAY:
        return date.today()
    try:
        return date.fromisoformat(wanted)
    except ValueError:
        pass
    conference = registry.conference(wanted)
    if conference is None:
        names = (TODAY, DOCUMENT, *(known.name for known in registry.conferences))
        advice = nearest(wanted, names) or "write a date such as 2024-10-15, a conference, or document"
        raise ReslintError(SUBJECT, f"unknown date or conference {wanted!r}", advice)
    return closing_day(conference, wanted)
