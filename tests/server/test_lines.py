"""Positions as editors count them, against counting the slow and simple way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from reslint.server.lines import Lines

ENCODINGS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
SIGNS = st.sampled_from(
    ["a", "\r", "\n", "\r\n", "é", "e\u0301", "ق", "😀", "👩‍👧", "\u2028", "\u0085", "\f", "\t", "\ud800"]
)
TEXTS = st.lists(SIGNS, max_size=40).map("".join)
ENCODED = st.sampled_from(list(ENCODINGS))


def counted(text: str, offset: int, encoding: str) -> Position:
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text) if match.end() <= offset]
    codec, size = ENCODINGS[encoding]
    words = text[ends[-1] if ends else 0 : offset]
    return Position(len(ends), len(words.encode(codec, "surrogatepass")) // size)


@given(TEXTS, ENCODED)
def test_every_character_has_its_position_and_is_found_there(text: str, encoding: str) -> None:
    lines = Lines(text, encoding)
    for offset in range(len(text) + 1):
        assert lines.position(offset) == counted(text, offset, encoding)
        if text[offset - 1 : offset + 1] != "\r\n":  # between these two nothing stands
            assert lines.offset(lines.position(offset)) == offset


@given(TEXTS, ENCODED, st.data())
def test_a_changed_text_is_divided_as_if_it_had_been_read_anew(text: str, encoding: str, data: st.DataObject) -> None:
    lines = Lines(text, encoding)
    for _ in range(5):
        start = data.draw(st.integers(0, len(lines.text)))
        end = data.draw(st.integers(start, len(lines.text)))
        lines = lines.replaced(start, end, data.draw(TEXTS))
        fresh = Lines(lines.text, encoding)
        assert [lines.start(line) for line in range(len(lines) + 1)] == [
            fresh.start(line) for line in range(len(fresh) + 1)
        ]
        assert len(lines) == len(fresh)


@given(TEXTS, ENCODED, st.integers(0, 50), st.integers(0, 100))
def test_any_position_counts_as_a_place_in_its_line(text: str, encoding: str, line: int, character: int) -> None:
    lines = Lines(text, encoding)
    offset = lines.offset(Position(line, character))
    if line >= len(lines):
        assert offset == len(text)
    else:
        assert lines.start(line) <= offset <= lines.end(line)
        assert lines.position(offset).character <= character


# An emoji; a space, two letters, a space; two Arabic letters; a letter with a combining mark.
@pytest.mark.parametrize(
    ("encoding", "character"), [("utf-8", 4 + 4 + 4 + 3), ("utf-16", 2 + 4 + 2 + 2), ("utf-32", 1 + 4 + 2 + 2)]
)
def test_columns_behind_an_emoji_arabic_and_a_combining_mark(encoding: str, character: int) -> None:
    text = "😀 in قرe\u0301"
    assert Lines(text, encoding).position(len(text)) == Position(0, character)
