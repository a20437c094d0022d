"""What a citation of a Recommendation does: name the text itself, tell a history, refer, or be fixed by a treaty.

These decide whether an edition is judged at all, so they are read before any rule is asked. Offsets are zero-based
characters of the view's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from reslint.citations.detached import ENTRY
from reslint.citations.model import Citation, CitationRole
from reslint.citations.publication_sections import approved_together, sections
from reslint.registry.designations import halves, split_suffix
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.publication_words import PublicationWords
    from reslint.documents.view import Block, View

# What stands beside the designation in a running head or foot: the number of the page.
PAGE = late(
    r"[\s\W]*(?:\d{1,4}|[ivxlc]{1,6})?[\s\W]*(?:Prepublished version|\(Prepublished\))?[\s\W]*(?:\d{1,4})?[\s\W]*"
)
DAY_BEHIND = late(r"[\s|]*(?:1[89]|20)\d\d-\d\d-\d\d(?!\d)")
LABEL = late(r"[\W_]*\[(?P<informative>b-)?")
# A proposal on a provision of the Radio Regulations begins with its mark and its number; provisions end with the
# conference that made them.
PROVISION = late(r"[\W_]*(?:ADD|MOD|NOC)\s+\W*\d{1,2}\.\d")
PROVISION_END = late(r"(?:\A|[.;:)])\s*\((?:Rev\.)?(?:WRC|CMR|ВКР)-\d{2,4}\)")
SENTENCE_END = late(r"[.;]\s+(?=[^\W\d_a-z])|\n")
REACH = 300
FAR = 700
HEADING_WITHIN = 12
"""A cover has so many paragraphs with words at most before it names its text."""
ROWS = 10
"""So many cells, each a paragraph, a row of a table of editions has at most."""
REPEATED = 2
"""A running foot stands on more than one page."""


def with_roles(view: View, words: PublicationWords, citations: Sequence[Citation]) -> list[Citation]:
    """The citations, which stand in text order, each with what it does."""
    roles = _Roles(view, words, citations)
    return [citation._replace(role=role) for citation, role in zip(citations, roles.all(), strict=True)]


class _Roles:
    def __init__(self, view: View, words: PublicationWords, citations: Sequence[Citation]) -> None:
        self.view = view
        self.words = words
        self.citations = citations
        self.own = frozenset(self._own())
        self.told = self._chains() | approved_together(view, words, citations)

    def all(self) -> Iterator[CitationRole]:
        """The role of each, in order."""
        places = sections(self.view, self.words)
        row: Citation | None = None
        for at, citation in enumerate(self.citations):
            block = self.view.blocks[citation.block]
            if self._is_row(citation, block) or (row is not None and self._goes_on_below(row, citation)):
                row = citation
                yield CitationRole.HISTORY
                continue
            if self._names(citation) & self.own or self._of_a_part(citation):
                yield CitationRole.HEADING
            elif at in self.told or self._is_past(citation, block):
                yield CitationRole.HISTORY
            elif self._is_incorporated(citation, block):
                yield CitationRole.INCORPORATED
            else:
                yield self._in_references(citation, block, places[citation.block])

    def _names(self, citation: Citation) -> frozenset[tuple[str, str, str]]:
        base = split_suffix(citation.number)[0] if citation.body == "ITU-R" else citation.number
        return frozenset((citation.body or "", citation.kind, half) for half in halves(base))

    def _own(self) -> Iterator[tuple[str, str, str]]:
        """The names of the text that the document is: its running foot repeats it, or its cover."""
        feet: Counter[frozenset[tuple[str, str, str]]] = Counter()
        cited_in = Counter(citation.block for citation in self.citations)
        cover = self._end_of_cover()
        for citation in self.citations:
            block = self.view.blocks[citation.block]
            before, after = self.view.text[block.start : citation.start], self.view.text[citation.end : block.end]
            alone = PAGE.fullmatch(before) is not None and PAGE.fullmatch(after) is not None
            if not alone or not self._headed(citation) or cited_in[citation.block] > 1:
                continue
            numbered = any(sign.isalnum() for sign in before + after)
            if citation.kind == "question":
                continue
            title = not citation.editions and citation.block <= cover
            if title or (numbered and citation.parenthesis is not None):
                yield from self._names(citation)
            elif citation.editions:
                feet[self._names(citation)] += 1
        for names, count in feet.items():
            if count >= REPEATED:
                yield from names

    def _headed(self, citation: Citation) -> bool:
        """Whether a word for one text, not for several, stands before the designation."""
        first = citation.text.split()[0]
        return citation.number_at.start > citation.start and not first.lower().endswith("s") and not first.isupper()

    def _end_of_cover(self) -> int:
        """The number of the last paragraph that a cover may have."""
        spoken = (at for at, one in enumerate(self.view.blocks) if self.view.text[one.start : one.end].strip())
        return next(islice(spoken, HEADING_WITHIN - 1, None), len(self.view.blocks))

    def _of_a_part(self, citation: Citation) -> bool:
        """Whether the text amends or corrects what it names: "Corrigendum 2 to Recommendation ITU-T O.174 (2009)"."""
        before = self.view.text[max(citation.start - 60, 0) : citation.start]
        return citation.part != "" and self.words.part_before.search(before) is not None

    def _is_row(self, citation: Citation, block: Block) -> bool:
        """Whether it is a row of a table of editions, in which the day of the approval stands beside it."""
        text = self.view.text
        if DAY_BEHIND.match(text, citation.end):
            return True
        after = text[citation.end : block.end].strip()
        if after:
            return False
        following = self._next_with_words(citation.block)
        return following is not None and DAY_BEHIND.match(text, following.start) is not None

    def _next_with_words(self, number: int) -> Block | None:
        """The paragraph below, be there an empty one between; None where there are more."""
        below = self.view.blocks[number + 1 : number + 1 + REPEATED]
        return next((one for one in below if self.view.text[one.start : one.end].strip()), None)

    def _goes_on_below(self, row: Citation, citation: Citation) -> bool:
        """Whether it is the next row of a table of editions, in which the cell of the day may be empty."""
        block = self.view.blocks[citation.block]
        alone = not (self.view.text[block.start : citation.start] + self.view.text[citation.end : block.end]).strip()
        near = citation.block - row.block <= ROWS
        return alone and near and citation.body == row.body and bool(self._names(row) & self._names(citation))

    def _is_past(self, citation: Citation, block: Block) -> bool:
        """Whether the sentence, the cell, or the note below an entry says that an old edition is meant."""
        if not citation.editions:
            return False
        if self.words.ended.search(self._sentence(citation)) is not None:
            return True
        below = self._next_with_words(citation.block)
        entry = ENTRY.fullmatch(self.view.text, block.start, citation.start) is not None
        return entry and below is not None and self.words.ended_note.match(self.view.text, below.start) is not None

    def _is_incorporated(self, citation: Citation, block: Block) -> bool:
        """Whether a treaty or a law fixes the edition, which only its next revision can change."""
        if not citation.editions:
            return False
        if self.words.incorporated.search(self._sentence(citation)):
            return True
        if PROVISION.match(self.view.text, block.start):
            return citation.edition is not None and citation.edition.suffix is not None
        around = self.view.text[max(citation.start - FAR, block.start) : min(citation.end + FAR, block.end)]
        suffixed = citation.edition is not None and citation.edition.suffix is not None
        return suffixed and PROVISION_END.search(around) is not None

    def _sentence(self, citation: Citation) -> str:
        """The words of the sentence around a citation, without it."""
        text, block = self.view.text, self.view.blocks[citation.block]
        first = max(block.start, citation.start - REACH)
        start = max((match.end() for match in SENTENCE_END.finditer(text, first, citation.start)), default=first)
        last = min(block.end, citation.end + REACH)
        stop = SENTENCE_END.search(text, citation.end, last)
        return f"{text[start : citation.start]} {text[citation.end : stop.start() + 1 if stop else last]}"

    def _in_references(self, citation: Citation, block: Block, place: CitationRole) -> CitationRole:
        label = LABEL.match(self.view.text, block.start, citation.start)
        if label is not None:
            return CitationRole.BIBLIOGRAPHY if label["informative"] else CitationRole.REFERENCE
        return place if place is not CitationRole.INCORPORATED or citation.editions else CitationRole.CITATION

    def _chains(self) -> frozenset[int]:
        """The places of those that stand beside a later edition of their text, which are told with it."""
        told: set[int] = set()
        dated = [(at, one) for at, one in enumerate(self.citations) if one.edition is not None]
        run: list[tuple[int, Citation]] = []
        for at, citation in [*dated, (-1, None)]:
            if run and citation is not None and self._goes_on(run[-1][1], citation):
                run.append((at, citation))
                continue
            newest = max((one for _, one in run), key=_order, default=None)
            told.update(place for place, one in run if newest is not None and _differ(one, newest))
            run = [(at, citation)] if citation is not None else []
        return frozenset(told)

    def _goes_on(self, before: Citation, citation: Citation) -> bool:
        return bool(self._names(before) & self._names(citation)) and citation.block - before.block <= REPEATED


def _order(citation: Citation) -> tuple[int, int, int]:
    edition = citation.edition
    assert edition is not None
    return int(edition.suffix or -1), edition.year or 0, edition.month or 0


def _differ(citation: Citation, newest: Citation) -> bool:
    """Whether two citations are of two editions, as far as both of them tell."""
    one, other = citation.edition, newest.edition
    assert one is not None
    assert other is not None
    if one.suffix is not None or other.suffix is not None:
        return None not in (one.suffix, other.suffix) and one.suffix != other.suffix
    months = {one.month, other.month} - {None}
    return one.year != other.year or len(months) > 1
