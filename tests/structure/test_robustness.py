"""Whatever the text: reading it never fails, every range lies where it belongs, and mending comes to an end."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reslint.api.page import Page
from reslint.api.rule import Mistake, Rule
from reslint.documents.model import Document, Story
from reslint.documents.text import paragraphs_of
from reslint.documents.view import View
from reslint.fixing.edits import apply
from reslint.registry import Registry
from reslint.structure import read_structure

pytestmark = pytest.mark.slow

LABELS = [
    "a",
    "b",
    "c",
    "d",
    "e",
    "f",
    "g",
    "h",
    "i",
    "j",
    "k",
    "l",
    "m",
    "n",
    "v",
    "w",
    "x",
    "y",
    "z",
    "aa",
    "bb",
    "ef",
    "da",
    "ii",
    "iii",
    "iv",
    "vi",
    "ix",
    "xi",
    "1",
    "2",
    "3",
    "4",
    "10",
    "54",
]
WHOLE = ["1\t", "2\t", "3\t", "1 ", "2 ", "1. ", "2.\t", "1.1\t", "1.2\t", "2.1 ", "i)ii)\t", "b) a) ", "–\t"]
WORDS = ["the part;", "the plan for 20222026,;", "to go on", "It ends.", "etc.;", "as follows:", "x,", "", "...", "”;,"]
OTHERS = [
    "considering",
    "resolves",
    "\tnoting further ",
    "consideringrecalling",
    "instructs the Secretary-General",
    "welcoming the",
    "[bookmark: _a]noting",
    "ANNEX",
    "RESOLUTION 75 (Rev. Geneva, 2022)",
    "(Dubai, 2012; Geneva, 2022)",
    "The Assembly (Geneva, 2016),",
    "MOD\tX/1",
    "_____",
    "x" * 140,
]
label = st.one_of(
    st.sampled_from(LABELS).map(lambda core: f"{core})\t"),
    st.sampled_from(LABELS).map(lambda core: f"({core}) "),
    st.sampled_from(WHOLE),
)
words = st.sampled_from(WORDS)
line = st.one_of(
    st.builds(lambda *parts: "".join(parts), label, words), st.sampled_from(OTHERS), words, st.text(max_size=12)
)
drafts = st.lists(line, max_size=25).map("\n".join)
SETTINGS = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def view_of(text: str) -> View:
    return View(Document("draft.txt", "text", (Story("body", tuple(paragraphs_of(text))),)))


def page_of(text: str, registry: Registry) -> Page:
    return Page(view_of(text), (), registry, date(2024, 1, 1))


def mendable(rules: list[Rule], page: Page) -> list[Mistake]:
    return [mistake for rule in rules for mistake in rule.check(page) if mistake.fix is not None]


@SETTINGS
@given(text=drafts)
def test_every_range_lies_in_its_block(text: str, registry: Registry) -> None:
    view = view_of(text)
    structure = read_structure(view, registry.vocabulary)
    blocks = view.blocks
    for clause in structure.clauses:
        block = blocks[clause.block]
        assert block.start <= clause.start < clause.end <= block.end
        assert clause.block < clause.first <= clause.last <= len(blocks)
    for number, listed in enumerate(structure.lists):
        assert listed.items
        assert listed.parent is None or listed.parent < number
        assert (listed.parent is None) == (listed.level == 0)
        for item in listed.items:
            block = blocks[item.block]
            assert block.start <= item.label.start <= item.label.end <= item.start <= item.end <= block.end
            assert view.text[item.label.start : item.label.end] == item.label.text
    numbers = [item.block for listed in structure.lists for item in listed.items]
    assert len(numbers) == len(set(numbers))


@SETTINGS
@given(text=drafts)
def test_mistakes_lie_in_the_text(text: str, registry: Registry, rules: list[Rule]) -> None:
    page = page_of(text, registry)
    for rule in rules:
        for mistake in rule.check(page):
            assert 0 <= mistake.start < mistake.end <= len(page.text)


@SETTINGS
@given(text=drafts)
def test_mending_comes_to_an_end(text: str, registry: Registry, rules: list[Rule]) -> None:
    """Each list is mended by one fix of the labels and one of each end."""
    for _ in range(len(text.splitlines()) * 3 + 3):
        found = mendable(rules, page_of(text, registry))
        if not found:
            return
        assert found[0].fix is not None
        mended = apply(text, found[0].fix.edits)
        assert mended != text
        text = mended
    raise AssertionError(text)
