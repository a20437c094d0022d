"""What a terminal can begin with and what it never gets past: nothing that it matches is left out, and what is not
understood may be anything.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from reslint.citations.fitting import ANYWHERE, FIRST, NOWHERE
from reslint.citations.grammar import build
from reslint.citations.lexicon import Lexicon
from reslint.citations.openings import openings
from reslint.citations.patterns import NEVER
from reslint.citations.stopping import stopping
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
        (r"(?=x)[a-c]", "x"),
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
    begun = openings(pattern)
    assert (None if begun is None else "".join(sorted(first for firsts, _ in begun for first in firsts))) == signs


@pytest.mark.parametrize(
    ("pattern", "pairs"),
    [
        (r"of|in", {"o": "f", "i": "n"}),
        (r"o\u00fc|in", {"o": "", "i": "n"}),
        (r"of|o", {"o": None}),
        (r"o", {"o": None}),
        (r"(?i:of)", {"O": "Ff", "o": "Ff"}),
        (r"o(?:f|n)?", {"o": None}),
        (r"o(?:f|n)", {"o": "fn"}),
        (r"o?f?n", {"o": "fn", "f": "n", "n": None}),
        (r"o+f", {"o": "fo"}),
        (r"o{2,}f", {"o": "o"}),
        (r"o(?=x)", {"o": "x"}),
        (r"o(?=x)\w", {"o": "x"}),
        (r"o(?!x)f", {"o": "f"}),
        (r"o(?=x?)f", {"o": "f"}),
        (r"(?:a(?=b))*c", {"a": "b", "c": None}),
        (r"\((?=\s*[RM])", {"(": "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f MR"}),
        (r"(?>of|in)g", {"o": "f", "i": "n"}),
        (r"(o)\1", {"o": None}),
    ],
)
def test_what_follows_the_first_character(pattern: str, pairs: dict[str, str | None]) -> None:
    begun = openings(pattern)
    assert begun is not None
    assert {first: seconds for firsts, seconds in begun for first in firsts} == pairs


@pytest.mark.parametrize(
    ("pattern", "pairs"),
    [
        (r",\s*(?=\d)", dict.fromkeys("0123456789", None)),
        (r"(?:,\s*)?(?:of|in)", {"o": "f", "i": "n"}),
        (r",(?=\s*\()", {"(": None}),
        (r",(?=\s*Rev)", {"R": "e"}),
        (r",\s*a\s*b", {"a": "b"}),
        (r"[,;]\s*and", {"a": "n", ";": "a"}),
        (r",\s*", None),
    ],
)
def test_what_follows_a_comma(pattern: str, pairs: dict[str, str | None] | None) -> None:
    begun = openings(pattern, behind_comma=True)
    assert (None if begun is None else {first: seconds for firsts, seconds in begun for first in firsts}) == pairs


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
    assert set(signs) <= set(stopping(pattern)[opened])


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
    assert sign not in stopping(pattern)[opened]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_counts_behind_what_no_match_gets_past(lang: str) -> None:
    patterns = _patterns(lang)
    stops = {name: list(map(set, stopping(one.pattern))) for name, one in patterns.items()}
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


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru", "ar"])
def test_no_terminal_is_left_out_where_it_matches(lang: str) -> None:
    patterns = _patterns(lang)
    begins = {name: openings(pattern.pattern) for name, pattern in patterns.items()}
    follows = {name: openings(pattern.pattern, behind_comma=True) for name, pattern in patterns.items()}
    matched = set()
    drafts = (CASES / f"languages/{lang}.jsonl").read_text("utf-8").splitlines() if lang != "en" else []
    texts = [json.loads(draft)["draft"] for draft in drafts] or TEXTS
    for text in texts:
        for at in range(len(text)):
            for name, pattern in patterns.items():
                match = pattern.match(text, at)
                if match is None or match.end() == at or not text[at].isascii():
                    continue
                matched.add(name)
                assert _may_begin(begins[name], text[at : at + 2]), (name, text[at:])
                behind = text[at + 1 :].lstrip(" \t\n,")[:2]
                if text[at] == "," and behind[:1].isascii():
                    signs = behind[:1] if behind[1:].isspace() or behind[1:] == "," else behind
                    assert _may_begin(follows[name], signs), (name, text[at:])
    in_use = [name for name, pattern in patterns.items() if NEVER not in pattern.pattern[:30]]
    assert len(matched) > len(in_use) * (0.9 if lang == "en" else 0.1)


def _may_begin(begun: list[tuple[str, str | None]] | None, signs: str) -> bool:
    first, second = signs[:1], signs[1:]
    if begun is None or not first:
        return True
    told = [seconds for firsts, seconds in begun if first in firsts]
    return bool(told) and (told[0] is None or not second.isascii() or second in told[0])


def test_where_patterns_cannot_be_looked_into_everything_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re._parser", None)
    monkeypatch.delattr(re, "_parser")
    assert openings("of") is None
    assert openings(", of", behind_comma=True) is None
    assert stopping("of") == ("", "", "")
