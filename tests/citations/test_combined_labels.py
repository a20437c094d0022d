"""Short names of meetings beside a citation: the meeting's edition is read, or said not to be understood."""

from __future__ import annotations

import pytest
from combining import AFTER, BEFORE, GROUPS, JOINED, Cited, Written, edition_of, in_order, listed, number_of, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.documents.text import read_text

pytestmark = pytest.mark.slow

# The short names of these are their letters and two figures of a year, as they are written.
ALIKE = [
    alike
    for (body, _), groups in sorted(GROUPS.items())
    if body in ("PP", "WTSA", "WTDC", "RA", "WRC")
    for alike in groups
    if alike[0].edition.conference.key.startswith(f"{body}-")
]


@st.composite
def labelled(draw: st.DrawFn) -> Written:
    """One text or several of one meeting, with its short name before, behind or within."""
    one_of = lambda *forms: draw(st.sampled_from(forms))  # noqa: E731
    alike = draw(st.sampled_from(ALIKE))
    size = one_of(1, 1, 3)
    cited = in_order(
        draw(st.lists(st.sampled_from(alike), min_size=1, max_size=size, unique_by=lambda one: one.record))
    )
    record, edition = cited[0].record, cited[0].edition
    label = edition.conference.key
    numbers = listed([number_of(one) for one in cited], one_of(*JOINED))
    head = (
        f"{record.kind.capitalize()}{'s' if len(cited) > 1 else ''} {'ITU-R ' if record.body == 'RA' else ''}{numbers}"
    )
    revised = one_of("Rev. ", "Rev.") if edition.revised and record.body != "RA" else ""
    year = edition.conference.year
    form = one_of("before", "of", "of the", "adopted", "in", "comma", "long") if not revised else one_of("in", "both")
    told = {
        "before": f"{label} {head}",
        "of": f"{head} of {label}",
        "of the": f"{head} of {record.body} ({label})" if record.body != "WRC" else f"{head} of {label}",
        "adopted": f"{head} adopted by {label}",
        "in": f"{head} ({revised}{label})",
        "comma": f"{head}, {label}" if len(cited) == 1 else f"{head} of {label}",
        "long": f"{record.body}-{year} {head}",
        "both": f"{label} {head} ({edition_of(cited[0])})",
    }[form]
    return Written(f"{one_of(*BEFORE)} {told}{one_of(*AFTER)}\n", tuple(cited))


def unmarked(cited: Cited) -> Cited:
    return cited._replace(edition=cited.edition._replace(revised=False))


@settings(max_examples=200)
@given(written=labelled())
def test_a_meeting_is_read_or_said_not_to_be(written: Written) -> None:
    assert wrong(written, read_text(written.text.encode(), "draft.txt")) == []
