"""What a citation does: head the text itself, recount the history of a text, or cite it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reslint.citations.lexicon import Lexicon
from reslint.citations.model import CitationRole
from reslint.citations.surroundings import GAP

if TYPE_CHECKING:
    from reslint.citations.model import PartialCitation
    from reslint.documents.view import View

# An adopting line follows its heading within so many paragraphs that are not empty.
ADOPTED_WITHIN = 6
LONGEST_ADOPTING = 160
# A proposal's mark, artefacts of a dump and blanks may stand around a heading.
MOST_AROUND = 60
# An abbreviation in capitals heads no text ("RES 133").
SHORT_HEAD = 4
REVISED_WITHIN = 80
LONGEST_MARK = 40


def find_headings(view: View, lexicon: Lexicon, drafts: Sequence[PartialCitation]) -> None:
    """Mark headings among the citations, which stand in text order; their bodies are still open."""
    blocks = view.blocks
    for draft in drafts:
        block = blocks[draft.block]
        around = (draft.start - block.start) + (block.end - draft.end)
        if around <= MOST_AROUND and _heads(view, lexicon, draft):
            draft.heading = True
            draft.role = CitationRole.HEADING


def find_histories(view: View, lexicons: Mapping[str, Lexicon], drafts: Sequence[PartialCitation]) -> None:
    """Neighbouring citations of one text at different editions recount its history, all but the latest of them.

    A text is one of one body: "Resolution 2 of PP and Resolution 2 of WTDC" are two. Where another sentence begins
    between the two, it cites on its own.
    """
    heading, text = CitationRole.HEADING, view.reading.text
    for one in drafts:
        if one.editions and one.role is not heading and _was_revised(text, lexicons[one.lang], one):
            one.role = CitationRole.HISTORY
    run: list[PartialCitation] = []
    for draft in (*drafts, None):
        if draft is not None and draft.role is heading:
            continue
        if run and draft is not None and _continues(run[-1], draft) and not _parted(view, lexicons, run[-1], draft):
            run.append(draft)
            continue
        if len(run) > 1:
            _mark(run)
        run = [draft] if draft is not None else []


def _heads(view: View, lexicon: Lexicon, draft: PartialCitation) -> bool:
    """Whether the citation is all its paragraph says, and the text that follows is the one it names."""
    block = view.blocks[draft.block]
    if block.label or (not draft.capital and not draft.editions):
        return False
    rest = view.prose(block)
    before = rest.text[: max(rest.offset_of(draft.start), 0)].strip()
    after = rest.text[rest.offset_of(draft.end) :].strip()
    if after or (before and not any(before.startswith(mark) for mark in lexicon.proposals)):
        return False
    head = view.reading.text[draft.head_at : draft.head_at + 40].split(None, 1)[0]
    capitals = head.isupper() and len(head) > SHORT_HEAD and not lexicon.shape.no_case
    return capitals or _adopted_below(view, lexicon, draft.block)


def _adopted_below(view: View, lexicon: Lexicon, number: int) -> bool:
    seen = 0
    for block in view.blocks[number + 1 : number + 40]:
        if block.end - block.start <= 2 * LONGEST_ADOPTING:
            words = view.prose(block).text.strip()
            if not words:
                continue
            gap = "" if lexicon.shape.no_blanks else f"(?:{GAP}|,)"
            if re.match(rf"\(?(?:{lexicon.adopting}){gap}", words) and words.endswith(","):
                return len(words) < LONGEST_ADOPTING and lexicon.mention.search(words) is not None
        seen += 1
        if seen == ADOPTED_WITHIN:
            return False
    return False


def _continues(before: PartialCitation, draft: PartialCitation) -> bool:
    return (
        before.number == draft.number
        and (before.body, before.kind, before.series) == (draft.body, draft.kind, draft.series)
        and bool(before.editions)
        and bool(draft.editions)
        and draft.block - before.block <= 1
    )


def _was_revised(text: str, lexicon: Lexicon, draft: PartialCitation) -> bool:
    """Whether the words before a citation tell that a body revised it: "PP-18 revised Resolution 140 (…)"."""
    head = draft.head_at
    # Before nearly all citations stands another word, which is told much faster.
    near = text[max(head - LONGEST_MARK, draft.block_start) : head].casefold().split()[-2:]
    if lexicon.marks.isdisjoint(near):
        return False
    return lexicon.around.revising.search(text[max(head - REVISED_WITHIN, draft.block_start) : head]) is not None


def _parted(view: View, lexicons: Mapping[str, Lexicon], before: PartialCitation, draft: PartialCitation) -> bool:
    """Whether a sentence ends between two citations of one paragraph."""
    if before.block != draft.block:
        return False
    between = view.text[before.end : draft.start]
    return any(not end.group().startswith(";") for end in lexicons[draft.lang].around.sentence_end.finditer(between))


def _mark(run: list[PartialCitation]) -> None:
    years = [max((edition.year or 0 for edition in draft.editions), default=0) for draft in run]
    if len(set(years)) < 2:
        return
    for draft, year in zip(run, years, strict=True):
        if year < max(years):
            draft.role = CitationRole.HISTORY
