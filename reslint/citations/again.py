"""Citations of words that were read before, as far on as the words stand now.

Contributions to one text repeat its paragraphs: what their words cite is the same, and only where is not. Whole
paragraphs are kept, and candidates, which stand in other paragraphs, too. Bodies and roles are the document's, and are
decided each time. Offsets are zero-based characters, the same in view and reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from reslint.citations.model import CitedEdition, PartialCitation, Span

if TYPE_CHECKING:
    from reslint.citations.head_words import Paragraph
    from reslint.citations.lexicon import Lexicon
    from reslint.citations.scanner import Candidate

MOST = 2048
"""Of so many candidates, and of so many paragraphs, it is kept what they cite; then it begins anew."""
_fields = attrgetter(*PartialCitation._fields[: PartialCitation._fields.index("before")])


class Again:
    """What candidates and paragraphs cite, as one lexicon reads them."""

    def __init__(self) -> None:
        self._candidates: dict[Any, tuple[int, int, list[Any]]] = {}
        self._paragraphs: dict[str, tuple[int, int, int, int, list[Any]]] = {}

    def keep(self, key: Any, candidate: Candidate, drafts: Sequence[PartialCitation], group: int) -> None:
        """Keep what a candidate cites, which hangs on no citation before it, by its key."""
        if len(self._candidates) >= MOST:
            self._candidates.clear()
        self._candidates[key] = candidate.offset, group, list(map(_fields, drafts))

    def recall(
        self, key: Any, candidate: Candidate, block_start: int, group: int, last: PartialCitation | None
    ) -> list[PartialCitation] | None:
        """The citations of a candidate, `last` being the one before them; None if it was not read before."""
        found = self._candidates.get(key)
        if found is None:
            return None
        offset, first_group, kept = found
        return _moved(kept, candidate.offset - offset, group - first_group, candidate.block, block_start, last)

    def keep_paragraph(
        self, paragraph: Paragraph, done: int, first_group: int, group: int, drafts: Sequence[PartialCitation]
    ) -> None:
        """Keep what a paragraph cites, up to `done`, in the groups from `first_group` up to `group`."""
        if len(self._paragraphs) >= MOST:
            self._paragraphs.clear()
        if paragraph.words is not None:
            kept = list(map(_fields, drafts))
            self._paragraphs[paragraph.words] = paragraph.first, done, first_group, group, kept

    def recall_paragraph(
        self, paragraph: Paragraph, group: int, last: PartialCitation | None
    ) -> tuple[int, int, list[PartialCitation]] | None:
        """Where what a paragraph cites ends, the next group, and its citations, `last` being the one before them; None
        where it was not read before.
        """
        found = self._paragraphs.get(paragraph.words) if paragraph.words is not None else None
        if found is None:
            return None
        first, done, first_group, last_group, kept = found
        by, further = paragraph.first - first, group - first_group
        drafts = _moved(kept, by, further, paragraph.block, paragraph.first, last) if kept else []
        return done + by, last_group + further, drafts


def key_of(one: Candidate) -> Any:
    """All that it hangs on what a candidate cites, but where it stands."""
    return one.text, one.start - one.offset, one.read, one.qualified, one.short, one.sessional, one.goes_on


def _moved(
    kept: Sequence[Any], by: int, further: int, block: int, block_start: int, last: PartialCitation | None
) -> list[PartialCitation]:
    """Citations `by` characters on, in a block of their own and groups so much `further` on."""
    drafts = []
    # There are so many spans that a call for each is felt.
    new, span = tuple.__new__, Span
    for fields in kept:
        start, end, kind, number, number_at, editions, lang, _, group, _, head_at, *rest = fields
        capital, series, lent, beside, named, parenthesis, *flags, meeting, unread = rest
        moved: list[Any] = [start + by, end + by, kind, number, new(span, (number_at[0] + by, number_at[1] + by))]
        moved += tuple([_edition(one, by) for one in editions]), lang, block, group + further, block_start
        moved += head_at + by, capital, series, lent, beside, named and new(span, (named[0] + by, named[1] + by))
        moved.append(parenthesis and new(span, (parenthesis[0] + by, parenthesis[1] + by)))
        moved += flags
        moved += meeting and _edition(meeting, by), unread and new(span, (unread[0] + by, unread[1] + by)), last
        last = PartialCitation(*moved)
        drafts.append(last)
    return drafts


def _edition(edition: CitedEdition, by: int) -> CitedEdition:
    place, year, mark, where, place_at, year_at, mark_at, label, in_prose, paired, town, told, month, suffix = edition
    new, span = tuple.__new__, Span
    where = new(span, (where[0] + by, where[1] + by))
    place_at = place_at and new(span, (place_at[0] + by, place_at[1] + by))
    year_at = year_at and new(span, (year_at[0] + by, year_at[1] + by))
    mark_at = mark_at and new(span, (mark_at[0] + by, mark_at[1] + by))
    rest = label, in_prose, paired, town, told, month, suffix
    return new(CitedEdition, (place, year, mark, where, place_at, year_at, mark_at, *rest))


@lru_cache(maxsize=16)
def again(_lexicon: Lexicon) -> Again:
    """What is kept for a lexicon, no longer than that is kept here."""
    return Again()
