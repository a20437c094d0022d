"""Patterns that are kept between runs are those that `re.compile` gives; a cache that is damaged costs time alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reslint.citations.grammar import _tables, filled
from reslint.citations.lexicon import Lexicon
from reslint.registry import Registry, load
from reslint.storage import patterns
from reslint.storage.cache import Cache, fingerprint
from reslint.storage.late import late
from reslint.storage.patterns import Patterns

ODD = [
    ("", 0),
    ("a", re.IGNORECASE),
    (r"(?P<place>[^\W\d_]+)(?:,\s*)?(?P<year>\d{4})|(x)", re.IGNORECASE | re.DOTALL),
    (r"(?i:straße|ΣΑΣ)(?<![–—’“”])", 0),
    (r"(?<=\()[\u0370-\u1fff\u3400-\ufdff]+?(?=\))", re.MULTILINE),
    (r"(?>a+)b*+(?P<a>c)(?P=a)", 0),
    (r"a.b", re.ASCII | re.VERBOSE),
]


def cache(folder: Path) -> Cache:
    return Cache(str(folder / "cache"))


def kept(folder: Path) -> Path:
    (path,) = (folder / "cache").glob("patterns-*.json")
    return path


@pytest.mark.parametrize(("pattern", "flags"), ODD)
def test_what_is_kept_equals_what_is_compiled(tmp_path: Path, pattern: str, flags: int) -> None:
    for _ in range(2):
        ours = Patterns(cache(tmp_path))
        assert ours.compile(pattern, flags) == re.compile(pattern, flags)
        ours.keep()
    assert kept(tmp_path).is_file()


def test_every_pattern_of_the_grammar_and_the_vocabulary_does(tmp_path: Path, registry: Registry) -> None:
    lexicon = Lexicon(registry, "en")
    every = [*_tables(filled(lexicon))["terminals"].values(), lexicon.head.pattern, lexicon.edition.pattern]
    first = Patterns(cache(tmp_path))
    assert [first.compile(one) for one in every] == [re.compile(one) for one in every]
    first.keep()
    again = Patterns(cache(tmp_path))
    assert [again.compile(one) for one in every] == [re.compile(one) for one in every]


def test_a_second_run_compiles_nothing_of_the_vocabulary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Patterns(cache(tmp_path))
    first.compile("a|b")
    first.keep()
    monkeypatch.setattr(patterns, "_compiled", None)
    assert Patterns(cache(tmp_path)).compile("a|b").fullmatch("b")


def test_a_pattern_is_made_once(tmp_path: Path) -> None:
    for ours in (Patterns(cache(tmp_path)), Patterns()):
        assert ours.compile("a|b") is ours.compile("a|b")
        assert ours.compile("a|b", re.IGNORECASE) is not ours.compile("a|b")


def test_a_pattern_may_wait_until_it_is_asked() -> None:
    waiting = late(r"(?P<digit>\d)", re.IGNORECASE)
    assert waiting.pattern == r"(?P<digit>\d)"
    for _ in range(2):
        found = waiting.search("a1")
        assert found is not None
        assert found["digit"] == "1"
    assert waiting.sub("x", "1 2") == "x x"
    with pytest.raises(re.error):
        late("(").match("")


def damaged(path: Path, plain: object) -> None:
    written = json.dumps({"0 a|b": plain}).encode()
    path.write_bytes(fingerprint(written).encode() + b"\n" + written)


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        7,
        [0, "no code!", 1, {}],
        [0, "AAAA", 1, {}],
        [0, "/////w==", 1, {}],
        [0, "AAAAAA==", 5, {"x": 99}],
        ["0", "AAAAAA==", 1, {}],
        [0, 1, 2, 3],
        [32, "AAAAAA==", -3, {}],
    ],
)
def test_what_is_damaged_is_compiled_anew(tmp_path: Path, plain: object) -> None:
    first = Patterns(cache(tmp_path))
    first.compile("a|b")
    first.keep()
    damaged(kept(tmp_path), plain)
    assert Patterns(cache(tmp_path)).compile("a|b").fullmatch("b")


def test_where_the_library_is_not_as_expected_it_compiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> object:
        raise AttributeError("_code")

    monkeypatch.setattr(patterns, "_compiled", gone)
    ours = Patterns(cache(tmp_path))
    assert ours.compile("a|b") == re.compile("a|b")
    ours.keep()
    assert not (tmp_path / "cache").exists()


def test_a_pattern_that_is_none_is_told_as_ever(tmp_path: Path) -> None:
    for folder in (cache(tmp_path), Cache(None)):
        with pytest.raises(re.error):
            Patterns(folder).compile("(")


def test_it_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "MOST", 10)
    for start in range(0, 30, 5):
        ours = Patterns(cache(tmp_path))
        for number in range(start, start + 5):
            ours.compile(f"a{number}")
        ours.keep()
        written = kept(tmp_path).read_bytes().partition(b"\n")[2]
        assert len(json.loads(written)) <= 10


def test_a_registry_without_a_cache_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load().patterns.compile("a").fullmatch("a")
    assert list(tmp_path.iterdir()) == []
