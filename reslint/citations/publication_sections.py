"""What the place of a citation of a Recommendation tells of it: the clause, a log of changes, a list of approvals.

Offsets are zero-based characters of the view's text; paragraphs are counted from zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.citations.model import Citation, CitationRole
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.publication_words import PublicationWords
    from reslint.documents.view import View

LONGEST_HEADING = 60
LONGEST_TITLE = 120
"""The heading of texts that a treaty incorporates may be longer than that of a clause."""
LONGEST_LEAD = 400
TOGETHER = 3
"""So many entries of one month, one below the other, were approved together."""
BULLET = late(r"[\W_]*")


def sections(view: View, words: PublicationWords) -> list[CitationRole]:
    """The role of what stands in each paragraph, by the heading above it; that of a citation where none tells one."""
    told = []
    now = CitationRole.CITATION
    in_table = False
    for block in view.blocks:
        line = view.text[block.start : block.end].strip()
        if 0 < len(line) <= LONGEST_TITLE:
            begun = _begun(line, words)
            in_table = words.editions.fullmatch(line) is not None or (in_table and begun is None)
            now = CitationRole.CITATION if in_table else begun or now
        elif line:
            # A row of a table of editions is short, be it one line or a line for each cell.
            in_table = False
        told.append(CitationRole.HISTORY if in_table else now)
    return told


def _begun(line: str, words: PublicationWords) -> CitationRole | None:
    """The role of what a heading heads; None for a line that is none."""
    if len(line) <= LONGEST_HEADING:
        heading = words.section.fullmatch(line)
        if heading is not None:
            return CitationRole(heading.lastgroup or "")
        if words.version.fullmatch(line):
            return CitationRole.HISTORY
        if words.other_section.fullmatch(line):
            return CitationRole.CITATION
    # A heading is no sentence.
    heads = line[0].isupper() and line[-1] not in ".;:,)"
    return CitationRole.INCORPORATED if heads and words.incorporated.search(line) else None


def approved_together(view: View, words: PublicationWords, citations: Sequence[Citation]) -> frozenset[int]:
    """The places of those that a list tells were approved: each is an entry with its month and a colon behind it.

    They are so told by the words above the list, or by being of one month.
    """
    entries = [(at, one) for at, one in enumerate(citations) if _is_entry(view, one)]
    told: set[int] = set()
    for together in _runs(view, entries):
        months = {(one.edition.year, one.edition.month) for _, one in together if one.edition}
        first = together[0][1].block
        if (len(months) == 1 and len(together) >= TOGETHER) or _leads(view, words, first):
            told.update(at for at, _ in together)
    return frozenset(told)


def _runs(view: View, entries: Sequence[tuple[int, Citation]]) -> Iterator[list[tuple[int, Citation]]]:
    """The entries, those together that stand in paragraphs one below the other."""
    run: list[tuple[int, Citation]] = []
    for entry in entries:
        if run and view.text[view.blocks[run[-1][1].block].end : view.blocks[entry[1].block].start].strip():
            yield run
            run = []
        run.append(entry)
    if run:
        yield run


def _is_entry(view: View, citation: Citation) -> bool:
    block, edition = view.blocks[citation.block], citation.edition
    return (
        edition is not None
        and edition.month is not None
        and citation.parenthesis is not None
        and view.text[citation.end : citation.end + 1] in (":", "\uff1a")
        and BULLET.fullmatch(view.text, block.start, citation.start) is not None
    )


def _leads(view: View, words: PublicationWords, entry: int) -> bool:
    """Whether the paragraph above an entry says that what follows was approved."""
    for line in _above(view, entry):
        return len(line) <= LONGEST_LEAD and line[-1] in ":\uff1a" and words.approved.search(line) is not None
    return False


def _above(view: View, number: int) -> Iterator[str]:
    """The paragraphs with words above one, the nearest first."""
    for at in range(number - 1, -1, -1):
        block = view.blocks[at]
        line = view.text[block.start : block.end].strip()
        if line:
            yield line
