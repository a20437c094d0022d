"""Marks of notes that were typed and raised belong to no number and no name; what is struck out by hand was deleted."""

from __future__ import annotations

import pytest
from written import deleted, inserted, paragraph, run, word_file

from reslint.api.finding import Edit
from reslint.citations import find_citations
from reslint.documents import View, ViewName
from reslint.documents.provenance import STRUCK_BY_HAND
from reslint.documents.word.reader import read_word
from reslint.fixing.mending import mend
from reslint.fixing.word.refusing import refusal
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

RAISED = '<w:vertAlign w:val="superscript"/>'
LIFTED = '<w:position w:val="6"/><w:sz w:val="16"/>'
LEVEL = '<w:position w:val="0"/>'
STRUCK = "<w:strike/>"
EDITION = " (Rev. Dubai, 2018)"
STYLE = '<w:rStyle w:val="Mark"/>'
STYLES = (
    '<w:style w:type="character" w:styleId="Base"><w:rPr><w:position w:val="6"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Mark"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:dstrike/></w:rPr></w:style>'
)


def file(*runs: str) -> bytes:
    return word_file(paragraph(*runs), styles=STYLES)


def cited(data: bytes, registry: Registry) -> list[str]:
    found = []
    for one in find_citations(View(read_word(data, "draft.docx")), registry):
        editions = "; ".join(f"{edition.place or ''} {edition.year}".strip() for edition in one.editions)
        found.append(f"{one.body} {one.number} ({editions})")
    return found


@pytest.mark.parametrize(
    ("runs", "citations"),
    [
        ((run("Resolution 102"), run("3", RAISED), run(" (Rev. Dubai, 2018),")), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution 102"), run("3", LIFTED), run(" (Rev. Dubai, 2018),")), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution 102"), run("3", STYLE), run(" (Rev. Dubai, 2018),")), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution 102"), run("*", RAISED), run(" (Rev. Dubai, 2018),")), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution 102"), run("(b)", RAISED), run(" (Rev. Dubai, 2018),")), ["PP 102 (Dubai 2018)"]),
        (
            (run("Resolution 102"), run("1", RAISED), run(", ", RAISED), run("2", RAISED), run(" (Rev. Dubai, 2018)")),
            ["PP 102 (Dubai 2018)"],
        ),
        ((run("Resolution 102"), run("1 ", RAISED), run("(Rev. Dubai, 2018),")), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution 102 (Rev. Dubai, 2018"), run("4", RAISED), run("),")), ["PP 102 (Dubai 2018)"]),
        (
            (run("Resolutions 101"), run("1", RAISED), run(" and 102"), run("2", RAISED), run(" (Rev. Dubai, 2018)")),
            ["PP 101 (Dubai 2018)", "PP 102 (Dubai 2018)"],
        ),
        ((run("Resolution 2 of the Plenipotentiary Conference"), run("7", RAISED), run(" notes")), ["PP 2 ()"]),
        ((run("Resolution 102"), inserted("9", properties=RAISED), run(EDITION)), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution 102"), deleted("9"), run(EDITION)), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution N"), run("o", RAISED), run(" 102 (Rev. Dubai, 2018)")), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution 10"), run("2", '<w:vertAlign w:val="baseline"/>'), run(EDITION)), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution 10"), run("2", '<w:position w:val="-2"/>'), run(EDITION)), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution 10"), run("2", f"{STYLE}{LEVEL}"), run(EDITION)), ["PP 102 (Dubai 2018)"]),
        ((run("Resolution 102 (Rev. Dubai, 2018)", RAISED),), ["PP 102 (Dubai 2018)"]),
    ],
)  # fmt: skip
def test_a_raised_mark_is_part_of_no_number_and_no_name(
    registry: Registry, runs: tuple[str, ...], citations: list[str]
) -> None:
    assert cited(file(*runs), registry) == citations


def test_a_raised_mark_stays_in_the_text() -> None:
    view = View(read_word(file(run("Resolution 102"), run(" 3 ", RAISED), run("(Rev. Dubai, 2018)")), "draft.docx"))
    assert view.text == "Resolution 102 3 (Rev. Dubai, 2018)\n"
    assert view.reading.text == "Resolution 102  (Rev. Dubai, 2018)\n"


@pytest.mark.parametrize(
    ("runs", "final"),
    [
        ((run("71 (Rev. "), run("Dubai, 2018", STRUCK), run("Bucharest, 2022)")), "71 (Rev. Bucharest, 2022)"),
        ((run("71 (Rev. "), run("Dubai, 2018", "<w:dstrike/>"), run("Bucharest, 2022)")), "71 (Rev. Bucharest, 2022)"),
        ((run("71 (Rev. "), run("Dubai, 2018", '<w:rStyle w:val="Gone"/>'), run("Bucharest)")), "71 (Rev. Bucharest)"),
        ((run("71 (Rev. "), run("Dubai", '<w:strike w:val="0"/>'), run(")")), "71 (Rev. Dubai)"),
        ((run("71"), inserted("2", properties=STRUCK), run(" (Rev.)")), "71 (Rev.)"),
    ],
)
def test_what_is_struck_out_by_hand_was_deleted(runs: tuple[str, ...], final: str) -> None:
    document = read_word(file(*runs), "draft.docx")
    assert View(document).text == f"{final}\n"
    gone = "Dubai" not in final
    assert document.tracked is gone
    assert document.notices == ((STRUCK_BY_HAND,) if gone else ())


def test_the_original_view_has_what_was_struck_out() -> None:
    document = read_word(file(run("71 (Rev. "), run("Dubai, 2018", STRUCK), run(")")), "draft.docx")
    assert View(document, ViewName.ORIGINAL).text == "71 (Rev. Dubai, 2018)\n"


@pytest.fixture(scope="module")
def linter(registry: Registry) -> Linter:
    return Linter(Basis(Settings(as_of="2024-10-15", unsafe_fixes=True), load_plugins(), registry))


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (
            (run("noting Resolution 102"), run("3", RAISED), run(" (Rev. Dubai, 2018),")),
            "noting Resolution 1023 (Rev. Bucharest, 2022),\n",
        ),
        (
            (run("noting Resolution 102 (Rev. Dubai, 2018"), run("3", RAISED), run("),")),
            "noting Resolution 102 (Rev. Bucharest, 20223),\n",
        ),
        (
            (run("noting Resolution 102 (Rev. Dubai"), run("a", RAISED), run(", 2018),")),
            "noting Resolution 102 (Rev. Bucharesta, 2022),\n",
        ),
        (
            (run("noting Resolution 102 (Rev. "), run("Busan, 2014", STRUCK), run("Dubai, 2018),")),
            "noting Resolution 102 (Rev. Bucharest, 2022),\n",
        ),
    ],
)
def test_a_citation_with_a_mark_is_mended_and_the_mark_stays(linter: Linter, runs: tuple[str, ...], text: str) -> None:
    mended = mend(linter, file(*runs), "draft.docx")
    assert mended.new_result.errors == ()
    assert mended.new_result.view is not None
    assert mended.new_result.view.text == text


def test_no_correction_reaches_over_a_raised_mark() -> None:
    data = file(run("noting Resolution 102 (Rev. Dubai"), run("a", RAISED), run(", 2018),"))
    view = View(read_word(data, "draft.docx"))
    at = view.text.index("Dubai")
    assert "the mark of a note" in (refusal(view, Edit(at, at + len("Dubaia, 2018"), "Bucharest, 2022")) or "")
    assert refusal(view, Edit(at, at + len("Dubai"), "Bucharest")) is None
