"""Citations of words that were read before, as far on as the words stand now.

Contributions to one text repeat its paragraphs: what their words cite is the same, and only where is not. Whole
paragraphs are kept, and the words of citations, which stand in other paragraphs, too. Bodies and roles are the
document's, and are decided each time. Offsets are zero-based characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from reslint.citations.beyond import Asked, answers_alike
from reslint.citations.model import CitedEdition, PartialCitation, Span
from reslint.lately import Lately

if TYPE_CHECKING:
    from reslint.citations.head_words import Paragraph
    from reslint.citations.lexicon import Lexicon
    from reslint.citations.scanner import Candidate

MOST = 1024
"""Of the last so many citations, and of so many paragraphs, it is kept what they cite, and of those asked for since."""
_fields = attrgetter(*PartialCitation._fields[: PartialCitation._fields.index("before")])


class Again:
    """What candidates and paragraphs cite, as one lexicon reads them."""

    def __init__(self) -> None:
        self._candidates: Lately[Any, tuple[int, int, int, list[Any], list[Asked]]] = Lately(MOST)
        self._paragraphs: Lately[str, tuple[int, int, int, int, int, list[Any]]] = Lately(MOST)

    def keep(
        self,
        key: Any,
        candidate: Candidate,
        shift: int,
        drafts: Sequence[PartialCitation],
        group: int,
        asked: list[Asked],
    ) -> None:
        """Keep what a candidate cites, which hangs on no citation before it, by its key; `shift` as in `Paragraph`, and
        what was `asked` of the words behind it.
        """
        self._candidates.keep(key, (candidate.offset, shift, group, list(map(_fields, drafts)), asked))

    def recall(
        self, key: Any, candidate: Candidate, paragraph: Paragraph, shift: int, group: int, last: PartialCitation | None
    ) -> list[PartialCitation] | None:
        """The citations of a candidate, `last` being the one before them; None if its words were not read before, or
        what stands behind them says something else.
        """
        found = self._candidates.get(key)
        if found is None:
            return None
        offset, first_shift, first_group, kept, asked = found
        if not answers_alike(candidate.text, asked):
            return None
        by = candidate.offset - offset
        return _moved(kept, by, by + shift - first_shift, group - first_group, paragraph, last)

    def keep_paragraph(
        self, paragraph: Paragraph, done: int, first_group: int, group: int, drafts: Sequence[PartialCitation]
    ) -> None:
        """Keep what a paragraph cites, up to `done`, in the groups from `first_group` up to `group`."""
        words, shift = paragraph.words, paragraph.shift
        if words is not None and shift is not None:
            kept = paragraph.first, shift, done, first_group, group, list(map(_fields, drafts))
            self._paragraphs.keep(words, kept)

    def recall_paragraph(
        self, paragraph: Paragraph, group: int, last: PartialCitation | None
    ) -> tuple[int, int, list[PartialCitation]] | None:
        """Where what a paragraph cites ends, the next group, and its citations, `last` being the one before them; None
        where it was not read before.
        """
        words, shift = paragraph.words, paragraph.shift
        found = self._paragraphs.get(words) if words is not None else None
        if found is None or shift is None:
            return None
        first, first_shift, done, first_group, last_group, kept = found
        by, further = paragraph.first - first, group - first_group
        drafts = _moved(kept, by, by + shift - first_shift, further, paragraph, last) if kept else []
        return done + by, last_group + further, drafts


def key_of(one: Candidate) -> Any:
    """All that it hangs on what a candidate cites, but where it stands, and what is asked of the words behind it."""
    assert one.read is not None
    words = one.text[: one.read.end]
    return words, one.start - one.offset, one.read, one.qualified, one.short, one.sessional, one.goes_on


def _moved(
    kept: Sequence[Any], read: int, by: int, further: int, paragraph: Paragraph, last: PartialCitation | None
) -> list[PartialCitation]:
    """Citations `by` characters on in the view and `read` in the reading, in a paragraph, in groups `further` on."""
    drafts = []
    block, first = paragraph.block, paragraph.first
    # There are so many spans that a call for each is felt.
    new, span = tuple.__new__, Span
    for fields in kept:
        start, end, kind, number, number_at, editions, lang, _, group, _, head_at, *rest = fields
        capital, series, lent, beside, named, parenthesis, *flags, meeting, unread = rest
        moved: list[Any] = [start + by, end + by, kind, number, new(span, (number_at[0] + by, number_at[1] + by))]
        moved += tuple([_edition(one, by) for one in editions]), lang, block, group + further, first
        moved += head_at + read, capital, series, lent, beside, named and new(span, (named[0] + by, named[1] + by))
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
