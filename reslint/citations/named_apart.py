"""Bodies that are named apart from their citations: in the cell beside, or in a line of its own above.

"Res. 9 | PP | Inaugural meeting", and "- PP" with "  - Resolution 9" below it. Tables and lists say other things so,
too (who is to act, which topic it is): a body counts only where the registry has such a text of it. All offsets are
zero-based characters of the view's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from reslint.citations.model import BodyFrom
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.lexicon import Lexicon
    from reslint.citations.model import PartialCitation
    from reslint.documents.view import View
    from reslint.registry import Registry

# A bullet or a label, with the indent before it.
LABEL = late(r"(?P<indent>[ \t>]*)(?P<label>(?:[-*+•–]|#+|\d{1,2}[.)]|\(?[a-z]\))[ \t]+)?")
SEPARATORS = ("\t", "|")
MOST_EMPTY = 2
"""So many empty lines may stand between a line that names a body and its items."""
LONGEST = 100


def name_apart(view: View, registry: Registry, lexicon: Lexicon, drafts: Sequence[PartialCitation]) -> None:
    """Tell citations beside which no body is named what a cell or a line of its own names for them."""
    above: _Above | None = None
    for _, some in groupby(drafts, attrgetter("group")):
        group = list(some)
        first = group[0]
        if (above is None or above.last != first.block) and first.start - view.blocks[first.block].start > LONGEST:
            above = None
        else:
            above = _above(view, lexicon, first, above)
        if first.beside or first.series or any(one.beside or one.series or one.qualified for one in group):
            continue
        name = _in_next_cell(view, lexicon, first, group[-1])
        name = name or (above.name_for(view, first, group[-1]) if above else "")
        body = lexicon.body_of_words("BODY", name) if name else None
        if body is not None and all(_may_be(registry, body, one) for one in group):
            for one in group:
                one.body, one.body_from = body, BodyFrom.CONTEXT


def _in_next_cell(view: View, lexicon: Lexicon, first: PartialCitation, last: PartialCitation) -> str:
    """The name of a body that is all that stands in the cell behind a citation, if none stands in one before it."""
    text, block, end = view.text, view.blocks[last.block], _end(last)
    rest = text[end : min(block.end, end + LONGEST)].lstrip(" ")
    if not rest.strip() and view.is_beside(last.block + 1):
        following = view.blocks[last.block + 1]
        cell = text[following.start : min(following.end, following.start + LONGEST)]
    elif rest.startswith(SEPARATORS):
        cell = rest[1:].lstrip("\t").replace("\t", "|").partition("|")[0]
    else:
        return ""
    found = lexicon.around.body_alone.fullmatch(cell.strip())
    if found is None:
        return ""
    row = first.block
    while view.is_beside(row):
        row -= 1
    before = text[view.blocks[row].start : first.start]
    return "" if lexicon.mention.search(before) else found["name"]


def _end(draft: PartialCitation) -> int:
    return max(draft.end, draft.parenthesis.end) if draft.parenthesis is not None else draft.end


class _Above:
    """A line that only names a body, and the last block with a citation below it."""

    def __init__(self, name: str, indent: int, labelled: bool) -> None:
        self.name = name
        self.indent = indent
        self.labelled = labelled
        self.last = 0

    def name_for(self, view: View, first: PartialCitation, last: PartialCitation) -> str:
        """The name of the body, if a citation is an item below the line: with a label, or alone in its paragraph."""
        block = view.blocks[first.block]
        label = LABEL.match(view.text, block.start, first.start)
        if label is None or label.end() != first.start:
            return ""
        deeper = len(label["indent"].expandtabs()) > self.indent
        alone = not view.text[_end(last) : block.end].strip(" .,;")
        is_item = label["label"] is not None or bool(block.label) or alone
        return self.name if is_item and (deeper or not self.labelled) else ""


def _above(view: View, lexicon: Lexicon, draft: PartialCitation, before: _Above | None) -> _Above | None:
    """The line that names a body above a citation that may begin an item, through items above it that do so, too."""
    if before is not None and before.last == draft.block:
        return before
    if not draft.block:
        return None
    number = draft.block - 1
    while number and draft.block - number <= MOST_EMPTY and view.blocks[number].start == view.blocks[number].end:
        number -= 1
    line = view.blocks[number]
    if before is not None and before.last == number:
        before.last = draft.block
        return before
    if line.end - line.start > LONGEST:
        return None
    label = LABEL.match(view.text, line.start, line.end)
    assert label is not None
    found = lexicon.around.body_alone.fullmatch(view.text[label.end() : line.end].strip())
    if found is None:
        return None
    bulleted = label["label"] is not None and not label["label"].startswith("#")
    above = _Above(found["name"], len(label["indent"].expandtabs()), bulleted)
    above.last = draft.block
    return above


def _may_be(registry: Registry, body: str, draft: PartialCitation) -> bool:
    """Whether the registry has such a text of the body, which met where and when the editions say."""
    if body not in registry.bodies or registry.record(body, draft.kind, draft.number) is None:
        return False
    for edition in draft.editions:
        if edition.town is not None and edition.year is not None:
            held = {conference.body for conference in registry.held_at(edition.town, edition.year)}
            if held and body not in held:
                return False
    return True
