"""Markdown is read as its reader sees it: code, comments and link targets are not prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.documents import View
from reslint.documents.markdown import comments_of, read_markdown


def prose(text: str) -> list[str]:
    view = View(read_markdown(text.encode(), "draft.md"))
    assert view.text == text
    return [words for words in (view.prose(block).text for block in view.blocks) if words.strip()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# RESOLUTION 75 (Rev. *Geneva*, 2022)\n", ["RESOLUTION 75 (Rev. Geneva, 2022)"]),
        ("**Resolution 71** (Rev. Dubai,\n2018)\n", ["Resolution 71 (Rev. Dubai,\n2018)"]),
        ("see [Resolution 71](https://example.org/Resolution%2099) here\n", ["see Resolution 71 here"]),
        ("see [Resolution 71][ref]\n\n[ref]: https://example.org/Resolution-99\n", ["see Resolution 71"]),
        ("```\nResolution 99 (Dubai 2018)\n```\n", []),
        ("- item\n\n      Resolution 99 in indented code\n", ["item"]),
        ("the `Resolution 99` of code\n", ["the  of code"]),
        ("<!-- Resolution 99 -->\n\nwords <!-- Resolution 98 --> words\n", ["words  words"]),
        ("---\ntitle: Resolution 99\n---\n\nwords\n", ["words"]),
        ("a) first;\nb) second\n", ["a) first;", "b) second"]),
        ("> a quoted Resolution 71\n", ["a quoted Resolution 71"]),
        ("| Resolution 71 | text |\n|---|---|\n| a | b |\n", ["| Resolution 71   text |", "| a | b |"]),
        ("Resolution 71 (Rev. Dubai, 2018\\)\n", ["Resolution 71 (Rev. Dubai, 2018)"]),
        ("snake_case_name and 2 * 3 * 4\n", ["snake_case_name and 2 * 3 * 4"]),
    ],
)
def test_what_is_prose(text: str, words: list[str]) -> None:
    assert [line.strip() for line in prose(text)] == [line.strip() for line in words]


def test_a_comment_inside_code_is_no_comment() -> None:
    text = "write `<!-- reslint: ignore-file -->` to silence\n\n<!-- a comment -->\n\n```\n<!-- code -->\n```\n"
    assert [match.group() for match in comments_of(text)] == ["<!-- a comment -->"]


@given(st.text(alphabet="ab)(*_`[]<>!-#|\\ \n\r\t1.:~=&;", max_size=80))
def test_any_markdown_is_read_and_nothing_of_it_lost(text: str) -> None:
    if text:
        view = View(read_markdown(b"\xef\xbb\xbf" + text.encode(), "draft.md"))
        assert view.text == text
