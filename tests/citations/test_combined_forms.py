"""Forms of citations combined: what is cited is read with body, number and edition, or said not to be understood."""

from __future__ import annotations

import textwrap

import pytest
from combining import Written, phrases, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.documents.text import read_text

pytestmark = pytest.mark.slow

# Of a text that its editor wrapped, several lines are full.
FILLING = "The group met on Tuesday and went through what had been received. " * 3


@st.composite
def citings(draw: st.DrawFn) -> Written:
    """A phrase as it stands in a text, which may be wrapped."""
    written = draw(phrases())
    text = written.text
    prefix = draw(st.sampled_from(("", "> ", "  ")))
    wrapped = draw(st.sampled_from(("", "filled", "broken")))
    if wrapped == "filled":
        text = textwrap.fill(
            f"{FILLING} {text} {FILLING}",
            draw(st.integers(48, 84)),
            initial_indent=prefix,
            subsequent_indent=prefix,
            break_on_hyphens=False,
            break_long_words=False,
        )
    elif wrapped == "broken":
        # Not yet read: a line broken by hand, in a text that was not filled, within the name of a body behind "of the".
        words = text.replace(written.of, written.of.replace(" ", "\0")).split(" ")
        at = draw(st.integers(1, len(words) - 1))
        text = f"{prefix}{' '.join(words[:at])}\n{prefix}{' '.join(words[at:])}".replace("\0", " ")
    return written._replace(text=f"{text}\n")


@settings(max_examples=300)
@given(written=citings())
def test_what_is_cited_is_read_or_said_not_to_be(written: Written) -> None:
    assert wrong(written, read_text(written.text.encode(), "draft.txt")) == []
