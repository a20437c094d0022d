"""What terminals in the same order are read as is kept, and read the same of any other words."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.citations.automaton import Automaton, Token
from reslint.citations.grammar import build
from reslint.citations.lexicon import Lexicon
from reslint.citations.parser import Parser
from reslint.registry import load
from reslint.storage.cache import NO_CACHE
from reslint.values import Record

CITED = [
    "Resolution 71 (Rev. Dubai, 2018)",
    "Resolutions 71, 102 (Rev. Busan, 2014) and 130 (Dubai, 2018; Rev. Dubai, 2022) of the Plenipotentiary Conference",
    "Resolution 1332, first adopted by the Council at its 2011 session and last modified at its 2019 session",
    "Resolution 1332, adopted 2011 and 2016 2019",
    "Resolution 1332, adopted 2011 2019",
    "Resolution ITU-R 61-3 (Dubai, 2023) of the Radiocommunication Assembly (WTSA)",
    "Resolution 77 (PP) and 79 (Rev. Dubai, 2018) of this Conference and the Council, respectively",
]
WORDS = st.fixed_dictionaries(
    {
        "71": st.integers(1, 300).map(str),
        "2018": st.integers(1990, 2030).map(str),
        "Dubai": st.sampled_from(["Geneva", "Buenos Aires", "Nowhere"]),
        "2011 2019": st.sampled_from(["2011 2019", "2011  2019", "2011, 2019"]),
    }
)


@lru_cache(maxsize=1)
def automaton() -> Automaton:
    return build(Lexicon(load(), "en"), NO_CACHE)


def plain(value: Any) -> Any:
    if isinstance(value, Token):
        return value.type, value.text, value.start, value.end
    if isinstance(value, Record):
        return [plain(getattr(value, name)) for name in value._fields]
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("text", CITED)
def test_the_same_text_is_read_the_same_once_more(text: str) -> None:
    parser = Parser(automaton())
    assert plain(parser.read(text)) == plain(parser.read(text)) == plain(Parser(automaton()).read(text))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(CITED), WORDS, st.sampled_from(["", ".", ", on other matters", " was cited"]))
def test_other_words_in_the_same_order_are_read_as_if_they_were_the_first(
    text: str, words: dict[str, str], rest: str
) -> None:
    parser = Parser(automaton())
    parser.read(text)
    for word, other in words.items():
        text = text.replace(word, other)
    assert plain(parser.read(text + rest)) == plain(Parser(automaton()).read(text + rest))


def test_an_edition_stands_once_in_what_is_read() -> None:
    parser = Parser(automaton())
    for number in ("71", "102"):
        read = parser.read(f"Resolution {number} of the Plenipotentiary Conference (Rev. Dubai, 2018)")
        assert read is not None
        assert read.following_at is not None
        assert read.following == read.following_at.editions
