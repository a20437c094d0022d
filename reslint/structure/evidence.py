"""What shows that numbered paragraphs are a list, in which a label can be wrong, where no clause says so.

Of the numbers outside of clauses most are headings, rows of tables, references, points of an agenda. They repeat, leave
out and go back as they please.
"""

from __future__ import annotations

from collections.abc import Sequence

from reslint.documents.view import View
from reslint.storage.late import late
from reslint.structure.glue import Glue
from reslint.structure.labels import Meaning, meanings
from reslint.structure.model import LabelStyle
from reslint.structure.openlist import OpenList, key_of
from reslint.structure.sections import Labelled, Outline
from reslint.structure.wording import Wording

# So many items in order make a list sure.
SURE = 3
LAST_LETTER = 26
HIGHEST_START = 99
# What stands in no heading of a clause, but in a line that begins in the middle of a sentence.
SENTENCE = late(r"[.;:!?()]\s")


def may_start(meaning: Meaning) -> bool:
    """Whether a list may begin with this label, as in an excerpt."""
    return meaning.value <= (HIGHEST_START if meaning.style is LabelStyle.DECIMAL else LAST_LETTER)


def is_formal(view: View, outline: Outline, wording: Wording) -> bool:
    """Whether a text is built like a resolution, so that what reads like a clause is none by chance.

    It has the heading of one, or a clause right above a list: one that begins with a small letter, else one that
    considers and one that decides, since "Notes" and "Requests" stand above any list.
    """
    if outline.headings:
        return True
    kinds = set()
    for section in outline.sections:
        if section.clause is None or not section.labelled:
            continue
        clause = outline.clauses[section.clause]
        between = view.blocks[clause.first : section.places[0][-1]]
        above = not any(view.text[block.start : block.end].strip() for block in between)
        known = bool(clause.parts) or wording.clause.match(clause.heading)
        if above and known and not SENTENCE.search(clause.heading):
            if not clause.heading[0].isupper():
                return True
            kinds.add(clause.kind)
    return len(kinds) > 1


def evident(opened: OpenList, labelled: Labelled, meaning: Meaning, ahead: frozenset[str]) -> bool:
    """Whether a label is a wrong one of a sure list: it repeats one or comes too early, and the list goes on.

    The items follow each other directly and end as those of resolutions do; a number that is left out is none of this,
    since consolidated texts leave out many. `ahead` is the next counter.
    """
    alike = opened.key == key_of(meaning) and opened.form == labelled.written.form and opened.form[1] == ")"
    if not alike or not opened.counts(labelled) or not _sure(opened):
        return False
    if not (labelled.adjacent and opened.stop and labelled.stop):
        return False
    due = {opened.tip + 1, meaning.value + 1} if meaning.value <= opened.top else {opened.tip + 1}
    return any(key_of(one) == opened.key and one.value in due for core in ahead for one in meanings(core))


def surely_glued(stack: Sequence[OpenList], labelled: Labelled, found: Glue) -> bool:
    """Whether a label is two that were run together: one goes on with a sure list, and together they are no number."""
    sure = found.at is not None and found.resolved != "" and _sure(stack[found.at])
    return sure and (bool(labelled.written.parts) or not labelled.written.core.isdigit())


def _sure(opened: OpenList) -> bool:
    """Whether a list counts through from its first item to its last, and has enough of them."""
    return len(opened.items) >= SURE and opened.tip - opened.items[0].value + 1 == len(opened.items)
