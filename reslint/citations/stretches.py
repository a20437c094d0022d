"""Ranges that are told with two head words: "from Resolution 130 to Resolution 133 (Rev. Dubai, 2018) of the …".

What stands behind the second number, its edition and its body, is that of the whole range.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reslint.citations.lexicon import Lexicon
    from reslint.citations.partial import PartialCitation
    from reslint.documents.view import View

# So many characters may stand between the two, and hold the word before the first.
REACH = 20


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
