"""What a terminal can begin with: nothing that it matches is left out, and what is not understood may be anything."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from reslint.citations.grammar import build
from reslint.citations.lexicon import Lexicon
from reslint.citations.openings import ANYWHERE, FIRST, NOWHERE, behind_comma, opening, stopping
from reslint.citations.patterns import NEVER
from reslint.registry import load
from reslint.storage.cache import NO_CACHE

CASES = Path(__file__).parents[1] / "cases"
TEXTS = (CASES / "citations.md").read_text("utf-8").splitlines() + [
    case["input"]
    for line in (CASES / "reading/further.jsonl").read_text("utf-8").splitlines()
    if isinstance((case := json.loads(line)).get("input"), str)
]


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (r"of|in", "io"),
        (r"(?i:of)\s", "Oo"),
        (r"(?:,\s*)?of", ",o"),
        (r"(?=x)[a-c]", "abc"),
        (r"(?!x)\d{2}", "0123456789"),
        (r"x?y*z", "xyz"),
        (r"(?<!\w)A/\d", "A"),
        (r"(?i:\u212a)", "Kk"),
        (r"[^\W\d_a-z]x", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        (r"(?i:[^\W\d_a-y])x", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
        (r"(?s:.)+", None),
    ],
)
def test_what_a_pattern_begins_with(pattern: str, signs: str | None) -> None:
    assert opening(pattern) == signs


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (r",\s*(?=\d)", "0123456789"),
        (r"(?:,\s*)?(?:of|in)", "io"),
        (r",(?=\s*\()", "("),
        (r",\s*", None),
        (r"[,;]\s*and", ";a"),
    ],
)
def test_what_follows_a_comma(pattern: str, signs: str | None) -> None:
    assert behind_comma(pattern) == signs


@pytest.mark.parametrize(
    ("pattern", "signs", "opened"),
    [
        (r"of\s+the", ").;(1", ANYWHERE),
        (r"\)", ")", ANYWHERE),
        (r"a\)b", ".", ANYWHERE),
        (r"a(?=\W)", ")", ANYWHERE),
        (r"a(?=\s*\))b", ")(", ANYWHERE),
        (r"[^()]{1,9}(?=\))", "()", ANYWHERE),
        (r"(?:[^()]|\([^()]*\)){1,9}(?=\))", ")", NOWHERE),
        (r"\((?=(?:Rev|of \(x\) y))", ")", FIRST),
        (r"(?!\(x\))b", ")", NOWHERE),
    ],
)
def test_what_no_match_gets_past(pattern: str, signs: str, opened: int) -> None:
    assert set(signs) <= set(stopping(pattern, opened))


@pytest.mark.parametrize(
    ("pattern", "sign", "opened"),
    [
        (r"a\)b", ")", ANYWHERE),
        (r"a\)*", ")", ANYWHERE),
        (r"a(?=\)b)", ")", NOWHERE),
        (r"a(?!\)b)", ")", NOWHERE),
        (r"(?s:.)x", ")", NOWHERE),
        (r"(?i:[^x])y", ")", NOWHERE),
        (r"(\W)\1", ")", NOWHERE),
        (r"(?:[^()]|\([^()]*\)){1,9}(?=\))", ")", FIRST),
        (r"\(x\) y", ")", FIRST),
    ],
)
def test_what_a_match_may_get_past(pattern: str, sign: str, opened: int) -> None:
    assert sign not in stopping(pattern, opened)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_counts_behind_what_no_match_gets_past(lang: str) -> None:
    patterns = _patterns(lang)
    stops = {name: [set(stopping(one.pattern, opened)) for opened in range(3)] for name, one in patterns.items()}
    told = 0
    for text in TEXTS[::9]:
        for at in range(0, len(text), 2):
            for cut in (text.find(")", at), len(text) - 1):
                read = text[at : cut + 1]
                opened = ANYWHERE if "(" in read[1:] else FIRST if read[:1] == "(" else NOWHERE
                for name, pattern in patterns.items():
                    if stops[name][opened].isdisjoint(read):
                        continue
                    told += 1
                    expected = pattern.match(text[: cut + 1], at)
                    for tail in (" (Rev. Dubai, 2018)", "2018) and 102", ", PP-22 of WTSA)"):
                        found = pattern.match(text[: cut + 1] + tail, at)
                        assert (found and found.span()) == (expected and expected.span()), (name, text, at, tail)
    assert told > 10_000


def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    lexicon = Lexicon(load(), lang)
    return {name: re.compile(given) for name, given in build(lexicon, NO_CACHE)._patterns.items()}


def test_no_terminal_is_left_out_where_it_matches() -> None:
    patterns = _patterns("en")
    begins = {name: opening(pattern.pattern) for name, pattern in patterns.items()}
    follows = {name: behind_comma(pattern.pattern) for name, pattern in patterns.items()}
    matched = set()
    for text in TEXTS:
        for at in range(len(text)):
            for name, pattern in patterns.items():
                match = pattern.match(text, at)
                if match is None or match.end() == at or not text[at].isascii():
                    continue
                matched.add(name)
                assert text[at] in (begins[name] or text[at]), (name, text[at:])
                behind = text[at + 1 :].lstrip(", \t\n")[:1]
                if text[at] == "," and behind.isascii():
                    assert behind in (follows[name] or behind), (name, text[at:])
    in_use = [name for name, pattern in patterns.items() if NEVER not in pattern.pattern[:30]]
    assert len(matched) > len(in_use) * 0.9


def test_where_patterns_cannot_be_looked_into_everything_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re._parser", None)
    monkeypatch.delattr(re, "_parser")
    assert opening("of") is None
    assert behind_comma(", of") is None
    assert stopping("of", ANYWHERE) == ""
