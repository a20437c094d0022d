"""One citation at one place: of a number that several languages read, the reading that is the best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from reslint.citations.model import PartialCitation
from reslint.citations.patterns import fold

if TYPE_CHECKING:
    from reslint.documents.view import View
    from reslint.registry import Registry

WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 20_000
"""So many characters of a text tell its language."""


def once(drafts: Iterable[PartialCitation], view: View, registry: Registry) -> list[PartialCitation]:
    """Of each number one reading: the one that understood most of what stands around it; else the one in whose language
    a place is written so; else in the language of the other citations of its paragraph, of its small words, of the
    other citations of the text, of the small words of that, or the first of the vocabulary.

    Languages share head words ("Res.", and what has lost its accents), and a symbol needs none.
    """
    readings: dict[int, list[PartialCitation]] = {}
    for draft in drafts:
        readings.setdefault(draft.number_at.start, []).append(draft)
    in_text: Counter[str] = Counter()
    in_block: Counter[tuple[int, str]] = Counter()
    for same in readings.values():
        best = max(map(_understood, same))
        told = [draft for draft in same if _understood(draft) == best]
        if len(told) == 1:
            in_text[told[0].lang] += 1
            in_block[told[0].block, told[0].lang] += 1

    def small_words(lang: str, text: str) -> int:
        language = registry.languages.get(lang)
        known = {word.casefold() for word in language.words} if language else set()
        return sum(word in known for word in WORD.findall(text.casefold()))

    @cache
    def of_text(lang: str) -> int:
        return small_words(lang, view.text[:ENOUGH])

    def rank(draft: PartialCitation) -> tuple[int, ...]:
        block = view.blocks[draft.block]
        # Its own words are those of either language.
        around = f"{view.text[block.start : draft.start]} {view.text[draft.end : block.end]}"
        here = in_block[draft.block, draft.lang], small_words(draft.lang, around)
        return (*_understood(draft), _places(draft, registry), *here, in_text[draft.lang], of_text(draft.lang))

    return [same[0] if len(same) == 1 else max(same, key=rank) for same in readings.values()]


def _understood(draft: PartialCitation) -> tuple[int, int, int]:
    marked = sum(edition.mark_at is not None for edition in draft.editions)
    return len(draft.editions), marked + len(draft.beside), draft.end - draft.start


def _places(draft: PartialCitation, registry: Registry) -> int:
    """How many places are written as the language writes them."""
    return sum(
        edition.place is not None
        and edition.town is not None
        and fold(edition.place) == fold(registry.place_in(edition.town, draft.lang))
        for edition in draft.editions
    )
