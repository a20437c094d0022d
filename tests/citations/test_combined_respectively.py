"""Several numbers and as many editions, "respectively": each number gets its own, or is said not to be understood."""

from __future__ import annotations

import pytest
from combining import AFTER, BEFORE, GROUPS, REGISTRY, Written, edition_of, listed, number_of, several, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.documents.text import read_text

pytestmark = pytest.mark.slow


@st.composite
def pairings(draw: st.DrawFn) -> Written:
    """A list of numbers, and that of their editions in one parenthesis."""
    one_of = lambda *forms: draw(st.sampled_from(forms))  # noqa: E731
    body, kind = draw(st.sampled_from([key for key, alike in sorted(GROUPS.items()) if len(alike) > 1]))
    every = [one for alike in GROUPS[body, kind] for one in alike]
    cited = draw(several(every, 4).filter(lambda one: len(one) > 1))
    sign = one_of(", ", "; ")
    editions = [edition_of(one) for one in cited]
    told = f"{sign.join(editions[:-1])}{one_of(' and ', f'{sign}and ')}{editions[-1]}"
    name = one_of(*REGISTRY.bodies[body].names["en"])
    placed = one_of("before", "after", "nowhere") if body != "RA" else "after"
    numbers = listed([number_of(one) for one in cited], one_of(" and ", ", and "))
    head = f"{kind.capitalize()}s {'ITU-R ' if body == 'RA' else ''}{numbers}"
    told = f"{told}, respectively" if draw(st.booleans()) else f"{told} respectively"
    if draw(st.booleans()):
        told = f"respectively {told.removesuffix('respectively').rstrip(' ,')}"
    of = f" of the {name}" if placed == "after" else ""
    before = f"{name} " if placed == "before" else ""
    text = f"{one_of(*BEFORE)} {before}{head} ({told}){of}{one_of(*AFTER)}"
    return Written(f"{text}\n", tuple(cited))


@settings(max_examples=150)
@given(written=pairings())
def test_each_number_has_its_edition_or_is_said_not_to(written: Written) -> None:
    assert wrong(written, read_text(written.text.encode(), "draft.txt")) == []
