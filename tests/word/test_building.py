"""The builder of random Word files: its parts are sound, what it states is right in cases small enough to see."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from xml.etree import ElementTree

import pytest
from blocks import BLOCKS
from building import build
from excluded import INVALID, OFFICE_DIFFERS
from fields import FIELDS
from inlines import CONTAINERS, SIMPLE
from numbering import FAMILIES, Num, Numbering, written
from objects import OBJECTS
from paragraphs import Cell, Item, Paragraph, Row, Table, logical
from showing import Piece, ViewName, markup

pytestmark = pytest.mark.slow

SEEDS = 2000
LEAST = 0.03
"""The share of the seeds in which each construct must occur."""


@pytest.fixture(scope="module")
def tally() -> Counter[str]:
    return Counter(construct for seed in range(SEEDS) for construct in build(seed).constructs)


def test_each_construct_occurs_in_some_files(tally: Counter[str]) -> None:
    named = {name for kind in (SIMPLE, CONTAINERS, FIELDS, OBJECTS, BLOCKS) for _, name, _ in kind}
    rare = {name: tally[name] for name in {*tally, *named} if tally[name] < LEAST * SEEDS}
    assert rare == {}


def test_what_is_left_out_for_an_oracle_occurs_elsewhere(tally: Counter[str]) -> None:
    assert {*OFFICE_DIFFERS, *INVALID} <= {*tally}
    for seed in range(200):
        assert not build(seed, for_office=True, valid=True).constructs & {*OFFICE_DIFFERS, *INVALID}


@pytest.mark.parametrize("seed", range(100))
def test_files_are_zips_of_well_formed_parts(seed: int) -> None:
    built = build(seed)
    with zipfile.ZipFile(io.BytesIO(built.data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
    assert built.data == build(seed).data


def test_the_expected_views_have_the_shape_of_the_samples() -> None:
    for seed in range(200):
        expected = build(seed).expected
        assert {*expected} <= {"body", "header", "footer", "textbox", "footnotes", "endnotes"}
        notes = [*expected.pop("footnotes", {}).values(), *expected.pop("endnotes", {}).values()]
        assert all({*views} == {"original", "final", "markup"} for views in [*expected.values(), *notes])


def texts(blocks: list[Paragraph | Table], view: ViewName) -> list[str]:
    return [line.text for line in logical([*blocks], view)]


def test_paragraphs_join_where_their_mark_is_missing() -> None:
    kept, old, new = Piece("Resolution 71 "), Piece("(Dubai, 2018)", "-"), Piece("(Bucharest, 2022)", "+")
    blocks: list[Paragraph | Table] = [
        Paragraph(pieces=(kept,), mark="-"),
        Paragraph(pieces=(old, new)),
        Paragraph(pieces=(Piece("whole", "+"),), mark="+"),
        Paragraph(pieces=(Piece("both", "+-"),), mark="+-"),
        Paragraph(pieces=(Piece("end"),), mark="-"),
    ]
    assert texts(blocks, "original") == ["Resolution 71 ", "(Dubai, 2018)", "end"]
    assert texts(blocks, "final") == ["Resolution 71 (Bucharest, 2022)", "whole", "end"]
    assert [paragraph.physical() for paragraph in blocks if isinstance(paragraph, Paragraph)] == [
        "Resolution 71 [-¶-]",
        "[-(Dubai, 2018)-]{+(Bucharest, 2022)+}",
        "{+whole¶+}",
        "{+[-both¶-]+}",
        "end[-¶-]",
    ]


def test_nothing_joins_into_or_out_of_a_table() -> None:
    def row(text: str, layers: str = "") -> Row:
        return Row([Cell([Paragraph(pieces=(Piece(text),), mark="-")])], layers)

    table = Table([row("a"), row("b", "+"), row("c", "-")], 1)
    blocks: list[Paragraph | Table] = [
        Paragraph(pieces=(Piece("before"),), mark="-"),
        table,
        Paragraph(pieces=(Piece("after"),)),
    ]
    assert texts(blocks, "original") == ["before", "a", "c", "after"]
    assert texts(blocks, "final") == ["before", "a", "b", "after"]


def test_brackets_of_neighbours_are_shared() -> None:
    pieces = (Piece("a", "-"), Piece("b", "+-"), Piece("c", "+"), Piece("", "+", "[^1]"), Piece("d", ">"), Piece("e"))
    assert markup(pieces) == "[-a-]{+[-b-]c[^1]+}{>d>}e"


@pytest.mark.parametrize(
    ("value", "form", "label"),
    [
        (27, "lowerLetter", "aa"),
        (54, "upperLetter", "BBB"),
        (49, "lowerRoman", "xlix"),
        (4, "upperRoman", "IV"),
        (7, "decimalZero", "07"),
        (10, "decimalZero", "10"),
    ],
)
def test_numbers_are_written_as_word_writes_them(value: int, form: str, label: str) -> None:
    assert written(value, form) == label


def test_lists_are_counted_level_by_level() -> None:
    lists = Numbering({1: Num(1, 0, "decimals", FAMILIES["decimals"])})
    lists.nums[2] = Num(2, 0, "decimals", FAMILIES["decimals"], {0: 9})
    levels = [(1, 0), (1, 1), (1, 2), (1, 1), None, (1, 0), (1, 1), (2, 0), (2, 0)]
    labels = lists.labels(Item(*level) if level else None for level in levels)
    assert [*labels] == ["1", "1.1", "(a)", "1.2", "", "2", "2.1", "9", "10"]


def test_a_level_restarts_only_after_the_level_it_names() -> None:
    lists = Numbering({1: Num(1, 0, "lvlRestart", FAMILIES["lvlRestart"])})
    labels = lists.labels(Item(1, level) for level in (0, 1, 2, 1, 2, 0, 1, 2))
    assert [*labels] == ["1", "a)", "a.1", "b)", "b.2", "2", "c)", "c.1"]
