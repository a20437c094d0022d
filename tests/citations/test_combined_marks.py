"""Marks of notes within the parenthesis of an edition: it is read past them, or said not to be understood."""

from __future__ import annotations

import pytest
from combining import AFTER, BEFORE, GROUPS, REGISTRY, Written, edition_of, in_order, listed, number_of, several, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.documents.text import read_text

pytestmark = pytest.mark.slow

MARKS = ("\u00b9", "\u00b2\u00b3", "*", "**", "[1]", "[a]", "\u2020", "\u2021", " *", "(1)", "1)", "[^1]")


@st.composite
def marked(draw: st.DrawFn) -> Written:
    """A citation or a list whose parenthesis has a mark in it."""
    one_of = lambda *forms: draw(st.sampled_from(forms))  # noqa: E731
    body, kind = draw(st.sampled_from(sorted(GROUPS)))
    cited = in_order(draw(several(draw(st.sampled_from(GROUPS[body, kind])), 3)))
    edition, mark = edition_of(cited[0]), one_of(*MARKS)
    # Behind any word of the parenthesis, before or behind the comma, or before the first.
    places = [at for at, sign in enumerate(edition) if sign in " ,"] + [len(edition), 0]
    # A figure behind a figure is a part of it.
    places = [at for at in places if not mark[0].isdigit() or not edition[at - 1 : at].isdigit()]
    at = draw(st.sampled_from(places))
    edition = f"{edition[:at]}{mark}{edition[at:]}"
    name = one_of(*REGISTRY.bodies[body].names["en"])
    placed = one_of("before", "after") if body != "RA" else "after"
    numbers = listed([number_of(one) for one in cited], one_of(" and ", ", and "))
    head = f"{kind.capitalize()}{'s' if len(cited) > 1 else ''} {'ITU-R ' if body == 'RA' else ''}{numbers}"
    of = f" of the {name}" if placed == "after" else ""
    before = f"{name} " if placed == "before" else ""
    text = f"{one_of(*BEFORE)} {before}{head} ({edition}){of}{one_of(*AFTER)}"
    return Written(f"{text}\n", tuple(cited))


@settings(max_examples=200)
@given(written=marked())
def test_a_mark_in_the_parenthesis_hides_nothing_silently(written: Written) -> None:
    assert wrong(written, read_text(written.text.encode(), "draft.txt")) == []
