"""How a text is built: its headings, its clauses and the items of its lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reslint.documents.view import View
from reslint.structure.headings import DatedPlace, dated_places, is_history
from reslint.structure.model import Clause, ClauseKind, Heading, ItemList, Label, LabelStyle, ListItem, Structure
from reslint.structure.outline import Outliner
from reslint.structure.sequence import Disorder, Misplaced, misplaced
from reslint.structure.wording import Compile, Wording, wording

__all__ = [
    "Clause",
    "ClauseKind",
    "DatedPlace",
    "Disorder",
    "Heading",
    "ItemList",
    "Label",
    "LabelStyle",
    "ListItem",
    "Misplaced",
    "Structure",
    "dated_places",
    "is_history",
    "misplaced",
    "read_structure",
    "structure_of",
]


def read_structure(
    view: View, vocabulary: Mapping[str, Mapping[str, Any]], compile_: Compile = re.compile
) -> Structure:
    """Read how a text is built, so that rules need not know how it was written.

    `vocabulary` maps a language to its words (`registry.vocabulary`), `compile_` makes patterns of them
    (`registry.patterns.compile`, which keeps them between runs). All offsets are zero-based characters of the
    view's text.
    """
    return structure_of(view, wording(vocabulary, compile_))


def structure_of(view: View, words: Wording) -> Structure:
    """The same by words that were made ready."""
    outline = Outliner(view, words).walk()
    labelled = [section for section in outline.sections if section.labelled]
    lists: tuple[ItemList, ...] = ()
    if labelled:
        from reslint.structure.evidence import is_formal
        from reslint.structure.lists import read_lists

        lists = read_lists(labelled, formal=is_formal(view, outline, words))
    return Structure(tuple(outline.clauses), lists, tuple(outline.headings))
