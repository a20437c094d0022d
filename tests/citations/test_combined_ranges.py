"""Ranges of the Radiocommunication Assembly's resolutions: their ends are read, or said not to be understood."""

from __future__ import annotations

import pytest
from combining import AFTER, BEFORE, GROUPS, Written, edition_of, in_order, number_of, several, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.documents.text import read_text

pytestmark = pytest.mark.slow


@st.composite
def ranges(draw: st.DrawFn) -> Written:
    """A range, the letters of the Sector before its first number, before both, or before the head word."""
    one_of = lambda *forms: draw(st.sampled_from(forms))  # noqa: E731
    alike = draw(st.sampled_from([one for one in GROUPS["RA", "resolution"] if len(one) > 1]))
    cited = in_order(draw(several(alike, 2).filter(lambda one: len(one) == 2)))
    first, second = map(number_of, cited)
    joined = one_of(" to ", " through ", "\u2013", " \u2013 ")
    lettered = one_of("first", "both", "head", "plain")
    between = f"{joined}ITU-R " if lettered == "both" else joined
    head = {"head": "ITU-R Resolutions ", "plain": "Resolutions "}.get(lettered, "Resolutions ITU-R ")
    placed = "after" if lettered == "plain" else one_of("after", "nowhere")
    of = f" of the {one_of('Radiocommunication Assembly', 'RA')}" if placed == "after" else ""
    edition = one_of(f" ({edition_of(cited[0])})", "")
    text = f"{one_of(*BEFORE)} {head}{first}{between}{second}{edition}{of}{one_of(*AFTER)}"
    ends = tuple(one._replace(bare=not edition) for one in cited)
    return Written(f"{text}\n", ends, int(ends[1].record.number))


@settings(max_examples=200)
@given(written=ranges())
def test_ends_of_a_range_are_read_or_said_not_to_be(written: Written) -> None:
    assert wrong(written, read_text(written.text.encode(), "draft.txt")) == []
