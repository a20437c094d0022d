"""What several citations share that have head words of their own: what stands behind the last one.

"From Resolution 130 to Resolution 133 (Rev. Dubai, 2018) of the …": edition and body are those of the whole range.
"Resolution 101 and Decision 5 (both Rev. Dubai, 2018)": a word in the parenthesis says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.lexicon import Lexicon
    from reslint.citations.model import PartialCitation
    from reslint.documents.view import View

# So many characters may stand between the two, and hold the word before the first.
REACH = 20
MOST = 12
"""So many citations may share an edition."""
SUBJECT = late(r"\A\s*\([^()]{0,80}\)")


def share_in_ranges(view: View, lexicon: Lexicon, drafts: Sequence[PartialCitation]) -> None:
    """Give the first number of each range the edition and the body of the second, where it has none of its own."""
    for first, last in pairwise(drafts):
        if last.start - first.end > REACH or first.editions or not _rises(first, last):
            continue
        text, reading = view.reading.text, view.reading
        end, start = reading.offset_of(first.end), reading.offset_of(first.start)
        between = text[end : reading.offset_of(last.start)]
        before = text[max(start - REACH, first.block_start) : start]
        part = lexicon.fragments
        if re.fullmatch(rf"\s+(?:{part['to']})\s+", between) and re.search(rf"(?<!\w){part['ranging']}\s+\Z", before):
            _share(first, last)


def share_with_all(view: View, lexicon: Lexicon, drafts: Sequence[PartialCitation]) -> None:
    """Give citations the edition of the one that they are joined to where its parenthesis says that all have it."""
    for at, last in enumerate(drafts):
        # Of a list only the first number can be joined to a citation before it.
        if not at or last.parenthesis is None or not last.editions:
            continue
        before = drafts[at - 1]
        if before.editions or before.group == last.group or before.block != last.block:
            continue
        said = view.text[last.parenthesis.start + 1 : last.editions[0].where.start].strip()
        both = said and re.match(lexicon.fragments["both"], said)
        if not both and not (said and re.match(lexicon.fragments["all"], said)):
            continue
        own = sum(one.group == last.group for one in drafts[at : at + MOST])
        joined = drafts[max(at - (2 - own if both else MOST), 0) : at + 1]
        for behind, first in pairwise(joined[::-1]):
            if first.editions or first.block != last.block or not _joined(view, lexicon, first, behind):
                break
            _share(first, last)


def _joined(view: View, lexicon: Lexicon, first: PartialCitation, behind: PartialCitation) -> bool:
    """Whether two citations are joined; the first may have a subject in parentheses or its body behind it."""
    end, body = first.end, first.bodies_at
    if body is not None and first.end <= body.start < behind.start and len(view.text[end : body.start].split()) <= 2:
        end = body.end
    return lexicon.around.joins.fullmatch(SUBJECT.sub("", view.text[end : behind.start])) is not None


def _rises(first: PartialCitation, last: PartialCitation) -> bool:
    """Whether these are two single numbers of one kind, the higher one behind."""
    alike = (first.kind, first.block) == (last.kind, last.block) and first.group != last.group
    return alike and first.number.isdigit() and last.number.isdigit() and int(first.number) < int(last.number)


def _share(first: PartialCitation, last: PartialCitation) -> None:
    first.beside = first.beside or last.beside
    first.bodies_at = first.bodies_at or last.bodies_at
    if last.editions and last.parenthesis is not None:
        first.group, first.parenthesis, first.glued = last.group, last.parenthesis, last.glued
        first.editions = last.editions
        first.shared = last.shared = True
