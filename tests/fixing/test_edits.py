"""Which fixes are made together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint import Applicability, Edit, Finding, Fix, Severity
from reslint.api.finding import Place
from reslint.fixing.edits import apply, choose

BLANK = Finding(
    code="TST001",
    name="a-name",
    severity=Severity.INFO,
    message="",
    file="a.txt",
    start=0,
    end=0,
    line=1,
    column=1,
    end_line=1,
    end_column=1,
    excerpt="",
    suggestion=None,
    advice="",
    keep="",
    fix=None,
    as_of="2024-01-01",
    record=None,
    url="",
    block=0,
    place=Place("", "body", 1),
)


def found(*edits: tuple[int, int, str], safe: bool = True) -> Finding:
    applicability = Applicability.SAFE if safe else Applicability.UNSAFE
    return BLANK.but(fix=Fix(tuple(Edit(*edit) for edit in edits), applicability))


def test_fixes_are_made_in_order_and_overlapping_ones_wait() -> None:
    chosen = choose([found((4, 6, "X")), found((0, 5, "Y")), found((6, 7, "Z"))], unsafe_fixes=False)
    assert chosen.edits == (Edit(0, 5, "Y"), Edit(6, 7, "Z"))
    assert chosen.postponed == 1
    assert apply("abcdefgh", chosen.edits) == "YfZh"


def test_unsafe_fixes_only_where_they_are_wanted() -> None:
    findings = [found((0, 1, "X"), safe=False), BLANK]
    assert choose(findings, unsafe_fixes=False).edits == ()
    assert choose(findings, unsafe_fixes=True).edits == (Edit(0, 1, "X"),)


def test_the_same_fix_of_two_findings_mends_both() -> None:
    chosen = choose([found((0, 1, "X")), found((0, 1, "X"))], unsafe_fixes=False)
    assert (chosen.edits, len(chosen.codes), chosen.postponed) == ((Edit(0, 1, "X"),), 2, 0)


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all() -> None:
    chosen = choose([found((0, 2, "X"), (8, 9, "X")), found((4, 5, "Y")), found((3, 4, ""), (8, 9, ""))], False)
    assert chosen.edits == (Edit(0, 2, "X"), Edit(4, 5, "Y"), Edit(8, 9, "X"))
    assert chosen.postponed == 1


@pytest.mark.parametrize("other", [(3, 3, "Y"), (3, 5, "Y"), (1, 3, "Y")])
def test_an_insertion_at_the_edge_of_another_edit_waits(other: tuple[int, int, str]) -> None:
    assert choose([found((3, 3, "X")), found(other)], unsafe_fixes=False).postponed == 1


spans = st.tuples(st.integers(0, 30), st.integers(0, 6), st.text("xy", max_size=3)).map(
    lambda drawn: (drawn[0], min(drawn[0] + drawn[1], 30), drawn[2])
)


@given(st.lists(spans, max_size=12))
def test_what_is_chosen_never_overlaps_and_leaves_the_rest_as_it_is(edits: list[tuple[int, int, str]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz0123"
    chosen = choose([found(edit) for edit in edits], unsafe_fixes=False)
    for left, right in zip(chosen.edits, chosen.edits[1:], strict=False):
        assert left.end <= right.start
    assert len(chosen.codes) + chosen.postponed == len(edits)
    kept = len(text) - sum(edit.end - edit.start for edit in chosen.edits)
    assert len(apply(text, chosen.edits)) == kept + sum(len(edit.content) for edit in chosen.edits)
