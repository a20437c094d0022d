"""A title between number and edition: the edition is read all the same, or said not to be understood."""

from __future__ import annotations

import pytest
from combining import AFTER, BEFORE, GROUPS, JOINED, REGISTRY, Written, edition_of, listed, number_of, several, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.documents.text import read_text

pytestmark = pytest.mark.slow

TITLES = (
    "Rules of procedure",
    "the role of ITU in the digital economy",
    "Strengthening cooperation with developing countries and regions",
    "use of the six official languages of the Union on an equal footing",
    "Preparation for conferences, assemblies and meetings",
    "Connect 2030 Agenda for global telecommunication",
    "countering the misuse of numbers",
)
AROUND = (
    " \u2013 {}",
    " - {}",
    ": {}",
    ", on {},",
    " on {}",
    " concerning {}",
    ", \u201c{}\u201d",
    " \u201c{}\u201d",
    ' "{}"',
    ", \u201c{},\u201d",
    " [{}]",
    " ({})",
    ", entitled \u201c{}\u201d,",
)


@st.composite
def titled(draw: st.DrawFn) -> Written:
    """A citation, or a list, with titles behind its numbers."""
    one_of = lambda *forms: draw(st.sampled_from(forms))  # noqa: E731
    body, kind = draw(st.sampled_from(sorted(GROUPS)))
    every = [one for alike in GROUPS[body, kind] for one in alike]
    cited = draw(several(every, one_of(1, 1, 3)))
    name = one_of(*REGISTRY.bodies[body].names["en"])
    placed = one_of("before", "after") if body != "RA" else "after"
    around = one_of(*AROUND)
    items = [f"{number_of(one)}{around.format(one_of(*TITLES))} ({edition_of(one)})" for one in cited]
    head = f"{kind.capitalize()}{'s' if len(items) > 1 else ''} {'ITU-R ' if body == 'RA' else ''}"
    of = f" of the {name}" if placed == "after" else ""
    before = f"{name} " if placed == "before" else ""
    text = f"{one_of(*BEFORE)} {before}{head}{listed(items, one_of(*JOINED))}{of}{one_of(*AFTER)}"
    return Written(f"{text}\n", tuple(cited))


@settings(max_examples=150)
@given(written=titled())
def test_a_title_hides_no_edition_silently(written: Written) -> None:
    assert wrong(written, read_text(written.text.encode(), "draft.txt")) == []
