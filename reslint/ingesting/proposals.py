"""Tell a proposal from an adopted text: only what was adopted is a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reslint.api.places import short_place
from reslint.ingesting.evidence import Doubt

if TYPE_CHECKING:
    from reslint.api.page import Page

ADVICE = "name the text as it was adopted; nothing is taken from this file"
LONGEST = 80


def refusal(page: Page, file: str) -> Doubt | None:
    """Why nothing may be learnt from a document; None for one that is no proposal, as far as can be seen."""
    if page.view.document.tracked:
        return Doubt(file, "it holds tracked changes: a proposal, not an adopted text", ADVICE)
    for citation in page.all_citations:
        if citation.glued:
            where = f"{file}, {short_place(page.view, citation.start)}"
            return Doubt(where, f"{citation.text!r} holds both sides of tracked changes: a proposal", ADVICE)
    for offset, words in _marked(page):
        return Doubt(
            f"{file}, {short_place(page.view, offset)}", f"{words!r} marks a proposal, not an adopted text", ADVICE
        )
    return None


def _marked(page: Page) -> Iterator[tuple[int, str]]:
    """The paragraphs that are the mark of a proposal ("MOD", "SUP  ABC/35/1"), or a heading behind one."""
    vocabulary = page.registry.vocabulary.values()
    marks = {mark for words in vocabulary for mark in words.get("proposals", ())}
    listed = {mark for words in vocabulary for mark in words.get("suppressed", ())}
    alone = re.compile(rf"({_any(marks)})(\s+\S*/\S*)?")
    before = re.compile(rf"({_any(marks - listed)})\s")
    headings = {heading.block for heading in page.structure.headings}
    for number, block in enumerate(page.view.blocks):
        if block.end - block.start > LONGEST and number not in headings:
            continue
        words = " ".join(page.view.prose(block).text.split())
        if alone.fullmatch(words) or (number in headings and before.match(words)):
            yield block.start, words


def _any(words: set[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
