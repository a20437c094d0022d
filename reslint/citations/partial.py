"""A citation in the making: what was read at its place, before its body and its role are decided."""

from __future__ import annotations

from reslint.citations.model import BodyFrom, CitationRole, CitedEdition, Span
from reslint.values import Record


class PartialCitation(Record):
    """One number; offsets ending in `_at` alone count in the reading, the others in the view.

    `series` are the letters of a Sector at the number, `beside` the words that name its body, with the kind of each,
    those nearest to it first; `lent` is what stands directly at a number before it in its list. `same` is the number,
    among the citations of the view in text order, of the one whose edition or body it takes, where it takes one.
    """

    start: int
    end: int
    kind: str
    number: str
    number_at: Span
    editions: tuple[CitedEdition, ...]
    lang: str
    block: int
    group: int
    block_start: int
    head_at: int
    capital: bool
    series: str = ""
    lent: tuple[str, str] | None = None
    beside: tuple[tuple[str, str], ...] = ()
    bodies_at: Span | None = None
    parenthesis: Span | None = None
    shared: bool = False
    glued: bool = False
    qualified: bool = False
    short: bool = False
    sessional: bool = False
    many: bool = False
    heading: bool = False
    meeting: CitedEdition | None = None
    unread: Span | None = None
    before: PartialCitation | None = None
    body: str | None = None
    body_from: BodyFrom | None = None
    role: CitationRole = CitationRole.CITATION
