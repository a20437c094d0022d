"""Citations of words that were read before, as far on as the words stand now.

Contributions to one text repeat its paragraphs: what their words cite is the same, and only where is not. Bodies and
roles are the document's, and are decided each time. Offsets are zero-based characters, the same in view and reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from reslint.citations.model import CitedEdition, Span
from reslint.citations.partial import PartialCitation

if TYPE_CHECKING:
    from reslint.citations.lexicon import Lexicon
    from reslint.citations.scanner import Candidate

MOST = 2048
"""Of so many candidates it is kept what they cite; then it begins anew."""
_fields = attrgetter(*PartialCitation._fields[: PartialCitation._fields.index("before")])


class Again:
    """What candidates cite, as one lexicon reads them."""

    def __init__(self) -> None:
        self._kept: dict[Any, tuple[int, list[Any]]] = {}

    def keep(self, candidate: Candidate, drafts: Iterable[PartialCitation]) -> Iterator[PartialCitation]:
        """The citations of a candidate that was not read before, which are kept unless they hang on one before it."""
        read, kept = candidate.read, []
        for draft in drafts:
            kept.append(_fields(draft))
            yield draft
        if read is not None and not any(number.same for number in read.numbers):
            if len(self._kept) >= MOST:
                self._kept.clear()
            self._kept[_key(candidate)] = candidate.offset, kept

    def recall(
        self, candidate: Candidate, block_start: int, group: int, last: PartialCitation | None
    ) -> list[PartialCitation] | None:
        """The citations of a candidate, `last` being the one before them; None where it was not read before."""
        found = self._kept.get(_key(candidate))
        if found is None:
            return None
        offset, kept = found
        by = candidate.offset - offset
        drafts = []
        for fields in kept:
            last = _moved(fields, by, candidate.block, group, block_start, last)
            drafts.append(last)
        return drafts


def _key(candidate: Candidate) -> Any:
    """All that it hangs on what a candidate cites, but where it stands."""
    head = candidate.start - candidate.offset
    flags = candidate.qualified, candidate.short, candidate.sessional, candidate.goes_on
    return candidate.text, head, candidate.read, flags


def _moved(
    fields: Any, by: int, block: int, group: int, block_start: int, before: PartialCitation | None
) -> PartialCitation:
    start, end, kind, number, number_at, editions, lang, _, _, _, head_at, *rest = fields
    capital, series, lent, beside, bodies_at, parenthesis, *flags, meeting, unread = rest
    moved: list[Any] = [start + by, end + by, kind, number, _span(number_at, by)]
    moved += [tuple([_edition(one, by) for one in editions]), lang, block, group, block_start, head_at + by]
    moved += [capital, series, lent, beside, _span(bodies_at, by), _span(parenthesis, by), *flags]
    moved += [_edition(meeting, by) if meeting else None, _span(unread, by), before]
    return PartialCitation(*moved)


def _edition(edition: CitedEdition, by: int) -> CitedEdition:
    rest: Any
    place, year, mark, (start, end), place_at, year_at, mark_at, *rest = edition
    at = Span(start + by, end + by), _span(place_at, by), _span(year_at, by), _span(mark_at, by)
    return CitedEdition(place, year, mark, *at, *rest)


def _span(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span[0] + by, span[1] + by)


@lru_cache(maxsize=16)
def again(_lexicon: Lexicon) -> Again:
    """What is kept for a lexicon, no longer than that is kept here."""
    return Again()
