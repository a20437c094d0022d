"""Where the paragraphs of a file stand in a view of it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint import Document, Paragraph, Segment, Story, View
from reslint.documents.model import Provenance
from reslint.documents.reading import read_through
from reslint.documents.text import read_text

KEPT, DELETED = Provenance.KEPT, Provenance.DELETED


def paragraph(text: str, mark: Provenance = KEPT, row: Provenance = KEPT) -> Paragraph:
    return Paragraph((Segment(text, 0),), "\n", mark=mark, joins=mark is not KEPT, row=row)


@pytest.mark.parametrize(
    ("story", "number", "text"),
    [
        ("body", 0, "onetwo"),
        ("body", 1, "onetwo"),
        ("body", 2, "four"),
        ("body", 3, "four"),
        ("body", 9, "four"),
        ("footnote 1", 0, "five"),
        ("footnote 1", 1, "six"),
        ("footnote 2", 0, "onetwo"),
    ],
)
def test_the_block_of_a_paragraph_of_the_file(story: str, number: int, text: str) -> None:
    body = (paragraph("one", mark=DELETED), paragraph("two"), paragraph("three", row=DELETED), paragraph("four"))
    note = (paragraph("five"), paragraph("six"))
    view = View(Document("a.docx", "word", (Story("body", body), Story("footnote 1", note)), tracked=True))
    block = view.blocks[view.block_of(story, number)]
    assert view.text[block.start : block.end] == text


def test_a_view_without_paragraphs_has_a_block_of_none() -> None:
    assert View(Document("a.docx", "word", (Story("body", ()),))).block_of("body", 3) == 0


def test_the_block_of_a_paragraph_is_found_as_fast_in_a_long_file() -> None:
    def took(count: int) -> float:
        view = View(Document("a.docx", "word", (Story("body", (paragraph("x"),) * count),)))
        begun = time.process_time()
        assert all(view.block_of("body", number) == number for number in range(count))
        return time.process_time() - begun

    # Sixteen times as many take sixteen times as long, on any machine, and not 256 times.
    assert took(48_000) < 100 * min(took(3_000) for _ in range(5))


def test_two_stories_of_one_name_are_told_apart_by_nobody() -> None:
    paragraphs = (Paragraph((Segment("Resolution 71 (Rev. Dubai, 2018)", 0),), "\n"),) * 3
    stories = (Story("footnote 1", paragraphs), Story("footnote 1", paragraphs[:1]), Story("body", ()))
    view = View(Document("a.odt", "odt", stories), "final")
    assert [view.is_beside(number) for number in range(len(view.blocks) + 1)] == [False] * 5


# Signs that are read as others, or not at all: vowel signs and the stroke of Arabic, accents, soft and other hyphens.
SIGNS = (
    "a",
    "b ",
    "\u064e",
    "\u0640",
    "e\u0301",
    "\u00ad",
    "x\u00ady",
    "\n\n",
    "\u200f",
    "القرار",
    "\u2011",
    "(",
    "\u00a0",
)


@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))
def test_a_paragraph_is_read_as_the_whole_text_is(text: str) -> None:
    view = View(read_text(text.encode("utf-8-sig"), "draft.txt"))
    for block in view.blocks:
        part, alone = view.prose(block), read_through(view.text[block.start : block.end], block.start)
        assert part.text == alone.text
        for offset in range(len(part.text) + 1):
            assert (part.start_of(offset), part.end_of(offset)) == (alone.start_of(offset), alone.end_of(offset))
        for place in range(block.start, block.end + 1):
            assert part.offset_of(place) == alone.offset_of(place)


@pytest.mark.parametrize("blank", ["\t", "\v", "\f"])
@pytest.mark.parametrize("beyond", ["", "\u00e9"])
def test_a_blank_is_one_whatever_letters_stand_beside_it(blank: str, beyond: str) -> None:
    assert read_through(f"Resolution{blank}71{beyond}", 0).text == f"Resolution 71{beyond}"
