"""The carets stand under the words, however the line is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint import Document, Finding, Paragraph, Segment, Severity, Story, View
from reslint.api.finding import Place
from reslint.api.places import around
from reslint.reporting.printable import printable, width
from reslint.reporting.snippet import WHOLE, snippet

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


def as_view(text: str) -> View:
    """The text of a file, however its lines end."""
    return View(Document("a.txt", "text", (Story("body", (Paragraph((Segment(text, 0),)),)),)))


def shown(text: str, start: int, end: int) -> list[tuple[str, str]]:
    """The lines shown for a range, each with the words that its carets stand under, by columns."""
    before, inside = text[:start], text[:end]
    finding = BLANK.but(
        start=start,
        end=end,
        line=before.count("\n") + 1,
        column=start - before.rfind("\n"),
        end_line=inside.count("\n") + 1,
        end_column=end - inside.rfind("\n"),
        excerpt=text[start:end],
        around=around(as_view(text), start, end),
    )
    return [(one.text, under(one.text, one.indent, one.carets)) for one in snippet(finding)]


def under(text: str, indent: int, carets: int) -> str:
    column = 0
    words = []
    for character in text:
        if indent <= column < indent + carets:
            words.append(character)
        column += width(character)
    return "".join(words)


@pytest.mark.parametrize(
    "before", ["", "plain ", "\ttab\t", "宽字符 ", "e\u0301tude ", "co\u200boperation ", "א ", "👍 ", "\x07\x1b[1m"]
)
def test_carets_stand_under_the_words(before: str) -> None:
    text = f"first\r\n{before}WORDS and more\r\nlast"
    start = text.index("WORDS")
    assert shown(text, start, start + 5) == [(printable(f"{before}WORDS and more"), "WORDS")]


def test_wide_words_get_carets_of_their_width() -> None:
    assert shown("一 国际电联 二", 2, 6) == [("一 国际电联 二", "国际电联")]


def test_a_long_line_is_cut_around_the_words() -> None:
    text = "a" * 700 + " WORDS " + "b" * 700
    ((line, words),) = shown(text, 701, 706)
    assert words == "WORDS"
    assert line.startswith("…a")
    assert line.endswith("b…")
    assert len(line) < WHOLE + 5


def test_long_words_are_cut_too() -> None:
    ((line, words),) = shown("x" * 5000, 1000, 4000)
    assert words.startswith("xxx")
    assert len(line) < 2 * WHOLE


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 5), (6, 6), (11, 11)])
def test_an_empty_range_has_one_caret(start: int, end: int) -> None:
    text = "first\nlast "
    ((_, words),) = shown(text, start, end)
    assert len(words) <= 1


def test_words_over_several_lines_show_the_first_and_the_last() -> None:
    text = "The first line\n  the middle\n  the end of it\n"
    assert shown(text, 4, text.index(" of it")) == [("The first line", "first line"), ("  the end of it", "the end")]
    assert shown(text, 4, text.index("  the middle")) == [("The first line", "first line")]


@given(st.text(alphabet=st.sampled_from("ab \t\n\r宽e\u0301\x1b\u202e")), st.data())
def test_any_range_of_any_text_can_be_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    text = text.replace("\r", "\n")
    for line, _ in shown(text, start, end):
        assert "\x1b" not in line
        assert "\n" not in line
        assert "\u202e" not in line


def test_the_cost_does_not_depend_on_the_length_of_the_line() -> None:
    """Reading no more than a window: a text that counts what is read of it."""
    read = 0

    class Counting(str):
        __slots__ = ()

        def __getitem__(self, key: object) -> str:
            nonlocal read
            piece = str.__getitem__(self, key)  # type: ignore[index]
            read += len(piece)
            return piece

    view = as_view("x" * 1_000_000)
    view.text = Counting(view.text)
    beside = around(view, 500_000, 500_005)
    assert list(snippet(BLANK.but(excerpt="x" * 5, around=beside)))
    assert 0 < read < 1000
