"""What of a plain text is a paragraph, and what of a dump is no word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.documents import View
from reslint.documents.text import read_text


def view_of(text: str) -> View:
    return View(read_text(b"\xef\xbb\xbf" + text.encode("utf-8", "replace"), "draft.txt"))


def prose(text: str) -> list[str]:
    view = view_of(text)
    return [view.prose(block).text for block in view.blocks]


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    long = "word " * 30
    assert prose(f"{long}\n{long}\nshort\n") == [long, long, "short"]


def test_lines_filled_to_a_width_are_joined() -> None:
    paragraph = (
        "that the text of this draft was filled to a width by an editor, as in Resolution 71\n"
        "(Rev. Dubai, 2018), which then stands on two lines, and goes on for some more lines\n"
        "so that there are several of nearly the same length and nobody can take them to be\n"
        "paragraphs,"
    )
    filled = f"recalling\n\n{paragraph}\na) and that an item starts a paragraph\n"
    assert [words for words in prose(filled) if words] == [
        "recalling",
        paragraph,
        "a) and that an item starts a paragraph",
    ]


def test_short_lines_of_a_short_draft_stay_apart() -> None:
    draft = "The Assembly (Geneva, 2022), which met in that place and in that year,\nconsidering\na)\tthat;\n"
    assert len(prose(draft)) == 3


@pytest.mark.parametrize(
    ("dump", "words"),
    [
        ("[bookmark: _Hlk98406883]b) a text;", "b) a text;"),
        ("the developing countries[footnoteRef:1]1; [1: 1 \tThese are others.] ", "the developing countries;  "),
        ("as [in] brackets [2018]", "as [in] brackets [2018]"),
    ],
)
def test_artefacts_of_dumps_are_read_through(dump: str, words: str) -> None:
    assert prose(dump) == [words]


def test_a_note_is_read_for_citations_but_is_not_part_of_its_sentence() -> None:
    view = view_of("countries[footnoteRef:1]1; [1: 1 \tsee Resolution 71]")
    assert "see Resolution 71" in view.reading.text
    assert "see" not in view.prose(view.blocks[0]).text


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_positions_are_those_of_the_file(ending: str) -> None:
    view = view_of(f"first{ending}\U0001f600 second{ending}")
    at = view.text.index("second")
    assert view.position(at).line == 2
    assert view.position(at).column == 3
    assert view.text[slice(*view.line_range(2))] == "\U0001f600 second"


def test_signs_of_equal_meaning_are_one() -> None:
    view = view_of("Resolution\u00a0ITU\u2011R\u00a061 (Floriano\u0301polis), Reso\u00adlution")
    assert view.reading.text == "Resolution ITU-R 61 (Florianópolis), Resolution"
    start = view.reading.text.index("Florianópolis")
    end = start + len("Florianópolis")
    assert view.text[view.reading.start_of(start) : view.reading.end_of(end)] == "Floriano\u0301polis"


@given(st.text())
def test_the_view_is_the_file_and_the_way_back_stays_in_it(text: str) -> None:
    data = text.encode("utf-8", "replace").replace(b"\0", b" ")
    view = View(read_text(b"\xef\xbb\xbf" + data, "draft.txt"))
    assert view.text == data.decode()
    reading = view.reading
    places = [reading.start_of(offset) for offset in range(len(reading.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(view.text) for place in places)
    for offset in range(len(reading.text)):
        assert reading.start_of(offset) < reading.end_of(offset + 1) <= len(view.text)
    assert [block.end for block in view.blocks] == sorted(block.end for block in view.blocks)


def test_every_character_knows_its_segment() -> None:
    text = "one [bookmark: _a] two\n\nthree"
    view = view_of(text)
    for offset, sign in enumerate(text):
        segment = view.placement.segments[view.placement.at(offset)]
        if sign != "\n":
            assert segment.text[offset - segment.source] == sign
            assert view.source_of(offset) == offset
