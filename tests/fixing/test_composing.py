"""Edits made in rounds come to the same text at once, and part where they are told to."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reslint import Edit
from reslint.fixing.edits import apply
from reslint.fixing.word.composing import Composition

TEXT = "abcdefghij"


def composed(*rounds: list[Edit]) -> Composition:
    made = Composition(len(TEXT))
    for edits in rounds:
        made.make(edits)
    return made


def test_edits_that_touch_are_one_unless_something_stands_between() -> None:
    made = composed([Edit(0, 3, "x"), Edit(3, 6, "y")])
    assert list(made.edits()) == [Edit(0, 6, "xy")]
    assert list(made.edits(apart={3})) == [Edit(0, 3, "x"), Edit(3, 6, "y")]
    assert list(made.edits(apart={2, 4})) == [Edit(0, 6, "xy")]


def test_edits_of_later_rounds_part_too() -> None:
    parts = [Edit(0, 3, "x"), Edit(3, 6, "y")]
    assert list(composed([Edit(3, 6, "y")], [Edit(0, 3, "x")]).edits(apart={3})) == parts
    assert list(composed([Edit(0, 3, "x")], [Edit(1, 4, "y")]).edits(apart={3})) == parts
    assert list(composed([Edit(0, 3, "a"), Edit(3, 6, "b")], [Edit(0, 1, "x"), Edit(1, 2, "y")]).edits({3})) == parts


spans = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 4), st.text("xy", max_size=2)), max_size=5)


@given(st.lists(spans, max_size=4), st.sets(st.integers(0, 10)))
def test_rounds_come_to_the_same_text_at_once(rounds: list[list[tuple[int, int, str]]], apart: set[int]) -> None:
    made = Composition(len(TEXT))
    text = TEXT
    for drawn in rounds:
        edits: list[Edit] = []
        for start, length, content in sorted(drawn):
            begin = max(start, edits[-1].end if edits else 0)
            if begin <= len(text):
                edits.append(Edit(begin, min(begin + length, len(text)), content))
        text = apply(text, edits)
        made.make(edits)
    for places in (set(), apart):
        found = list(made.edits(places))
        assert apply(TEXT, found) == text
        assert all(left.end <= right.start for left, right in pairwise(found))
