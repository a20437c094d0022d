"""What is silenced is the same as if every finding were asked about every suppression, however many there are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint import lint_text
from reslint.api.finding import Finding
from reslint.errors import ReslintError
from reslint.linting import side_words
from reslint.linting.side_words import places_of
from reslint.linting.silencing import silence
from reslint.linting.suppression import Suppression

(MODEL,) = lint_text("Resolution 71 (Rev. Busan 2014)", as_of="2014-12-01").findings
VIEW = lint_text("words without any mark").view
CODES = ("A", "B", "C")
ranges = st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda one: (one[0], one[0] + one[1]))


@st.composite
def suppressions(draw: st.DrawFn) -> Suppression:
    codes = frozenset(draw(st.sets(st.sampled_from(CODES))))
    kind = draw(st.sampled_from(("file", "block", "words")))
    if kind == "block":
        return Suppression(codes, "b", block=draw(st.integers(0, 4)), spans=())
    spans = None
    if kind == "words":
        taken: list[tuple[int, int]] = []
        for start, end in sorted(draw(st.lists(ranges, max_size=4))):
            if end > start and (not taken or start >= taken[-1][1]):
                taken.append((start, end))
        spans = tuple(taken)
    return Suppression(codes, kind, spans=spans, side_line=1)


findings = st.builds(
    lambda code, where, block: MODEL.but(code=code, start=where[0], end=where[1], block=block),
    st.sampled_from(CODES),
    ranges,
    st.integers(0, 4),
)


def covers(item: Suppression, finding: Finding) -> bool:
    """Whether a suppression silences a finding, asked as simply as can be."""
    if item.codes and finding.code not in item.codes:
        return False
    if item.block is not None:
        return item.block == finding.block
    if item.spans is None:
        return True
    end = max(finding.end, finding.start + 1)
    return any(start < end and finding.start < last for start, last in item.spans)


@given(st.lists(findings, max_size=12), st.lists(suppressions(), max_size=8))
def test_it_is_as_if_each_were_asked(found: list[Finding], given_: list[Suppression]) -> None:
    assert VIEW is not None
    left, silenced, idle = silence(found, given_, VIEW, ())
    assert left == [one for one in found if not any(covers(item, one) for item in given_)]
    assert silenced == [one for one in found if any(covers(item, one) for item in given_)]
    assert sorted(map(repr, idle)) == sorted(
        repr(item) for item in given_ if not any(covers(item, one) for one in found)
    )


def one_by_one(text: str, words: str) -> tuple[tuple[int, int], ...]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return tuple(match.span() for match in re.finditer(pattern, text))


letters = st.text(alphabet="ab \n\t\u00a0é", max_size=60)
sought = st.lists(st.text(alphabet="ab é", min_size=1, max_size=14).filter(str.strip), max_size=30)


@given(letters, sought)
def test_many_words_stand_where_each_does(text: str, words: list[str]) -> None:
    assert dict(places_of(text, words, "a")) == {one: one_by_one(text, one) for one in words}


def test_many_words_of_a_draft() -> None:
    text = "\n".join(f"Resolution {number}\n (Rev.  Dubai, 2018)," for number in range(200))
    words = [f"Resolution {number} (Rev. Dubai, 2018)" for number in range(0, 400, 3)]
    found = places_of(text, words, "a")
    assert dict(found) == {one: one_by_one(text, one) for one in words}
    assert sum(map(bool, found.values())) == 67


def test_words_that_stand_nearly_everywhere_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_words, "MOST", 1_000)
    with pytest.raises(ReslintError, match=r"a.txt.reslint: its words may stand at more than 1,000 places"):
        places_of("a " * 500, ["a " * number + "a" for number in range(20)], "a.txt.reslint")
