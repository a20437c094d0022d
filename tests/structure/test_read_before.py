"""What a text is read as does not depend on what was read before it, though paragraphs are known again."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Registry
from reslint.structure import Structure, read_structure
from reslint.structure.wording import wording

LABELS = ("a)", "b)", "(a)", "i)", "ii)", "c )", "1", "2", "1.", "2)", "1.1", "3bis)", "–", "aa)", "١)", "1）", "")
BLANKS = (" ", "\t", "  ", "\u00a0", "", "\t\t")
BEGINNINGS = (
    "that",
    "in",
    "i) the",
    "I. in",
    "ii. the",
    "1) the",
    "1\tthe",
    "A",
    "a)",
    "(i) to",
    "Resolution 5",
    "[to",
    "—",
    "of\t3",
)
MIDDLES = (" the part", ", as in 5) above", "\tin columns", " 1) and 2)", "", " of it  ", " étude", "\nthe next line")
ENDINGS = (";", ".", ":", ",", "", " ;", "; and", ":-", "”;", ";\t", "…", "：", "؛")
PARAGRAPH = st.builds("".join, st.tuples(*map(st.sampled_from, (LABELS, BLANKS, BEGINNINGS, MIDDLES, ENDINGS))))
OTHERS = st.sampled_from(
    ["resolves", "recalling", "considering", "", "ANNEX 1", "RESOLUTION 71 (Rev. Dubai, 2018)", "* * *"]
)
DRAFT = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, OTHERS), max_size=8).map("\n".join)


@settings(max_examples=1000, deadline=None)
@given(before=st.lists(DRAFT, max_size=3), draft=DRAFT)
def test_what_was_read_before_changes_nothing(registry: Registry, before: list[str], draft: str) -> None:
    forget(registry)
    expected = structure(registry, draft)
    forget(registry)
    for text in before:
        structure(registry, text)
    assert structure(registry, draft) == expected
    assert structure(registry, draft) == expected


def structure(registry: Registry, draft: str) -> Structure:
    return read_structure(View(read_text(f"{draft}\n".encode(), "draft.txt")), registry.vocabulary)


def forget(registry: Registry) -> None:
    wording(registry.vocabulary, re.compile).paragraphs.clear()
