"""Sessions of the Council in prose: what was adopted and modified when is read, or said not to be understood."""

from __future__ import annotations

import pytest
from combining import AFTER, BEFORE, REGISTRY, Cited, Written, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.documents.text import read_text

pytestmark = pytest.mark.slow

REVISED = [one for one in REGISTRY.records() if one.body == "COUNCIL" and len(one.editions) > 1]
ONCE = [one for one in REGISTRY.records() if one.body == "COUNCIL" and one.editions and not one.editions[0].revised]
BY = ("by the Council ", "by the ITU Council ", "")
CHANGED = ("modified", "amended", "revised", "last modified", "last amended", "last revised", "most recently modified")
# "{kind}" is the head word with its number, "{first}" and "{last}" are years, "{by}" may name the Council.
BOTH = (
    "{council} {cited}, first adopted {by}at its {first} session and {changed} at its {last} session",
    "{council} {cited}, adopted {by}at its {first} session, and {changed} at the {last} session",
    "{council} {cited}, adopted {by}in {first} and {changed} in {last}",
    "{council} {cited} (adopted {by}in {first}, {changed} in {last})",
    "{council} {cited} ({first}, {changed} {last})",
    "{council} {cited} (C{first2}, {changed} C{last2})",
    "{council} {cited} (C{first2}; {changed} at C{last2})",
    "{council} {cited} (adopted at the {first} session, {changed} at the {last} session)",
    "{cited} of the Council, adopted at its {first} session and {changed} at its {last} session",
    "{cited} of the Council ({first}, {changed} in {last})",
)
LAST = (
    "{council} {cited}, {changed} {by}at its {last} session",
    "{council} {cited}, as {changed} {by}at its {last} session",
    "{council} {cited}, as {changed} {by}in {last}",
    "{council} {cited} ({changed} at its {last} session)",
    "{council} {cited} (as {changed} in {last})",
    "{council} {cited} ({changed} C{last2})",
    "{cited} of the Council, {changed} in {last}",
    "{cited} as {changed} by the Council at its {last} session",
)
FIRST = (
    "{council} {cited}, adopted {by}at its {first} session",
    "{council} {cited} (adopted {by}in {first})",
    "{cited}, adopted by the Council in {first}",
    "{cited} adopted by the Council at its {first} session",
    "{cited} of the {first} session of the Council",
    "{cited} of the Council at its {first} session",
    "{council} {cited} (C{first2})",
)


@st.composite
def in_prose(draw: st.DrawFn) -> Written:
    """A citation of the Council's with its sessions in words."""
    one_of = lambda *forms: draw(st.sampled_from(forms))  # noqa: E731
    form = one_of(*BOTH, *LAST, *FIRST)
    record = draw(st.sampled_from(ONCE if form in FIRST else REVISED))
    edition = record.editions[0] if form in FIRST else draw(st.sampled_from(record.editions[1:]))
    first, last = record.editions[0].conference.year, edition.conference.year
    phrase = form.format(
        council=one_of("Council", "ITU Council"),
        cited=f"{record.kind.capitalize()} {record.number}",
        by=one_of(*BY),
        changed=one_of(*CHANGED),
        first=first,
        last=last,
        first2=f"{first % 100:02}",
        last2=f"{last % 100:02}",
    )
    return Written(f"{one_of(*BEFORE)} {phrase}{one_of(*AFTER)}\n", (Cited(record, edition),))


@settings(max_examples=200)
@given(written=in_prose())
def test_sessions_are_read_or_said_not_to_be(written: Written) -> None:
    assert wrong(written, read_text(written.text.encode(), "draft.txt")) == []
