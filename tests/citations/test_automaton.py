"""Our small runtime of the grammar's tables does what Lark's own does, candidate by candidate."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark
from lark import Token as LarkToken
from lark import Tree as LarkTree
from lark.exceptions import UnexpectedInput

from reslint.citations.automaton import Automaton, Misfit, Token, Tree
from reslint.citations.grammar import build, filled
from reslint.citations.lexicon import Lexicon
from reslint.registry import Registry, load
from reslint.storage.cache import NO_CACHE, Cache

TABLE = Path(__file__).parents[1] / "cases/citations.md"
DRAFTS = [line.strip("| ").split(" | ")[0] for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")]
PIECES = st.sampled_from(
    [
        "Resolution",
        "Resolutions",
        "71",
        "1332",
        "61-3",
        "A/70/1",
        "(",
        ")",
        "Rev.",
        "Dubai",
        ",",
        "2018",
        "2022",
        "and",
        "of the",
        "Plenipotentiary Conference",
        "Council",
        "ITU",
        "ITU-R",
        "WRC-15",
        "Modified",
        "last amended",
        "C19",
        "first adopted by the Council at its",
        "session",
        "this Assembly",
        "Security Council",
        "Buchrest",
        ";",
        "the matter",
    ]
)


@lru_cache(maxsize=1)
def parsers() -> tuple[Automaton, Lark]:
    lexicon = Lexicon(load(), "en")
    return build(lexicon, NO_CACHE), Lark(filled(lexicon), parser="lalr", lexer="contextual", maybe_placeholders=False)


def ours(text: str) -> object:
    def plain(tree: Tree) -> object:
        return tree.type, [
            (child.type, child.text, child.start, child.end) if isinstance(child, Token) else plain(child)
            for child in tree.children
        ]

    try:
        return plain(parsers()[0].parse(text))
    except Misfit:
        return None


def larks(text: str) -> object:
    def plain(tree: LarkTree[LarkToken]) -> object:
        return str(tree.data), [
            (child.type, str(child), child.start_pos, child.end_pos) if isinstance(child, LarkToken) else plain(child)
            for child in tree.children
        ]

    try:
        return plain(parsers()[1].parse(text))
    except UnexpectedInput:
        return None


@pytest.mark.parametrize("draft", DRAFTS)
def test_same_tree_for_every_form(draft: str) -> None:
    assert ours(draft) == larks(draft)


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14))
def test_same_tree_for_any_words(pieces: list[str]) -> None:
    text = "Resolution 71 " + " ".join(pieces)
    assert ours(text) == larks(text)


@pytest.mark.parametrize("part", range(4))
def test_same_tree_for_what_begins_alike(part: int) -> None:
    """What was read up to the first closing parenthesis is not read again; what follows it is another each time."""
    beginnings = dict.fromkeys(draft[: draft.index(")") + 1] for draft in DRAFTS if ")" in draft)
    assert len(beginnings) > 60
    for beginning in list(beginnings)[part::4]:
        for tail in ("", " of the Council", ", PP-22", " and 102 (Rev. Dubai, 2018)", ")", " 2018) (Busan, 2014)", "x"):
            assert ours(beginning + tail) == larks(beginning + tail)


def test_the_tables_are_kept_and_a_damaged_cache_is_built_anew(registry: Registry, tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    lexicon = Lexicon(registry, "en")
    first = build(lexicon, cache).parse("Resolution 71 (Rev. Dubai, 2018)")
    (kept,) = tmp_path.glob("grammar-*.json")
    kept.write_bytes(kept.read_bytes()[:-10])
    again = build(lexicon, cache).parse("Resolution 71 (Rev. Dubai, 2018)")
    assert [child.type for child in again.children] == [child.type for child in first.children]
    assert kept.read_bytes().endswith(b"}")
