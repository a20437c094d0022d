"""A page of a PDF is read in lines and paragraphs as one sees them, with what is struck out as deleted."""

from __future__ import annotations

import builtins
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from printing import lines, pdf, strike, text

from reslint.api.places import short_place
from reslint.citations import find_citations
from reslint.documents import Document, Provenance, Unit, View, ViewName
from reslint.documents.pdf.reader import NO_TEXT, read_pdf
from reslint.errors import ReslintError
from reslint.registry import Registry


def read(*pages: str) -> Document:
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (pip install 'pypdfium2>=5')")
    return read_pdf(pdf(*pages), "draft.pdf")


def shown(document: Document, name: ViewName = ViewName.FINAL) -> list[str]:
    view = View(document, name)
    return [view.text[block.start : block.end] for block in view.blocks]


LONG = "recalling the decisions of the conference on which this draft rests, "


def test_a_page_is_a_story_and_says_its_lines() -> None:
    document = read(lines("first line", "second line", LONG), lines("Resolution 71 (Rev. Dubai, 2018)"))
    assert document.unit is Unit.PAGE
    assert [story.name for story in document.stories] == ["page 1", "page 2"]
    assert shown(document) == ["first line", "second line", LONG.strip(), "Resolution 71 (Rev. Dubai, 2018)"]
    assert [paragraph.segments[0].source for paragraph in document.stories[0].paragraphs] == [0, 1, 2]


def test_a_citation_over_a_line_end_is_in_one_paragraph() -> None:
    document = read(lines(f"a) {LONG}as in Resolution 71", "(Rev. Dubai, 2018);", "b) another;"))
    assert shown(document) == [f"a) {LONG}as in Resolution 71\n(Rev. Dubai, 2018);", "b) another;"]
    view = View(document)
    segment = view.placement.segments[view.placement.at(view.text.index("Dubai"))]
    assert segment.source == 1


def test_a_number_at_the_start_of_a_line_is_no_label_there() -> None:
    document = read(lines(f"{LONG}as in Resolution", "71 (Rev. Dubai, 2018), and more;"))
    assert len(shown(document)) == 1


@pytest.mark.parametrize(
    "page",
    [
        lines(f"{LONG}the end", "b) Resolution 71") + lines("x", top=100),
        lines(f"{LONG}the end", "Resolution 71", spacing=40),
        lines(f"{LONG}the end") + text("Resolution 71", 50, 684, size=16),
        lines("short line", "Resolution 71") + lines(f"{LONG}the end", top=300),
    ],
    ids=["label", "gap", "size", "room"],
)
def test_what_begins_a_paragraph(page: str) -> None:
    assert sum("\n" in paragraph for paragraph in shown(read(page))) == 0


def test_a_word_that_is_divided_stays_as_it_is() -> None:
    assert shown(read(lines(f"{LONG}telecommuni-", "cation networks"))) == [f"{LONG}telecommuni-\ncation networks"]


def cited(document: Document, registry: Registry) -> list[str]:
    found = []
    for one in find_citations(View(document), registry):
        editions = "; ".join(f"{edition.place or ''} {edition.year}".strip() for edition in one.editions)
        found.append(f"{one.body} {one.number} ({editions})")
    return found


FULL = "that the text was filled to the width of the page, as word processors"


@pytest.mark.parametrize(
    ("page", "citations"),
    [
        (lines(f"{FULL} do, as in Reso-", "lution 102 (Rev. Dubai, 2018)"), ["PP 102 (Dubai 2018)"]),
        (lines("as in Reso-", "lution 102 (Rev. Dubai, 2018), and", f"{FULL} do"), ["PP 102 (Dubai 2018)"]),
        (lines(f"{FULL} in Resolution 102 (Rev. Du-", "bai, 2018)"), ["PP 102 (Dubai 2018)"]),
        (lines(f"{FULL} in Resolution 9 of the Pleni-", "potentiary Conference"), ["PP 9 ()"]),
        (lines("WHAT IS IN RESO-", "LUTION 102 (REV. DUBAI, 2018)"), ["PP 102 (DUBAI 2018)"]),
        (lines(f"{FULL} as in Resolution ITU-", "R 1-7 (Geneva, 2015)"), ["RA 1-7 (Geneva 2015)"]),
        (lines(f"{FULL} as in Resolution ITU-R 1-", "7 (Geneva, 2015)"), ["RA 1-7 (Geneva 2015)"]),
        (lines("as in Resolution", "102 (Rev. Dubai, 2018), and", f"{FULL} do"), ["PP 102 (Dubai 2018)"]),
        (lines("as in Resolution 102", "(Rev. Dubai, 2018), and", f"{FULL} do"), ["PP 102 (Dubai 2018)"]),
        (lines("as in Resolution 30 (Rev. Buenos", "Aires, 2017), and", f"{FULL} do"), ["WTDC 30 (Buenos Aires 2017)"]),
    ],
)  # fmt: skip
def test_a_citation_is_read_over_the_end_of_a_line(registry: Registry, page: str, citations: list[str]) -> None:
    assert cited(read(page), registry) == citations


def running(number: int, of: int = 2) -> str:
    """What is printed on every page."""
    return text("XYZ/12A3-E", 250, 770) + text(f"Page {number} of {of}", 270, 30)


NOTE = text("1 A note that stands at the foot of the page, in smaller letters.", 50, 60, size=7)


@pytest.mark.parametrize(
    ("pages", "citations"),
    [
        ((lines(f"{FULL} in Resolution 102 (Rev."), lines("Dubai, 2018), which")), ["PP 102 (Dubai 2018)"]),
        ((lines(f"{FULL} in Resolution"), lines("102 (Rev. Dubai, 2018), which")), ["PP 102 (Dubai 2018)"]),
        ((lines(f"{FULL} in Resolution 102"), lines("(Rev. Dubai, 2018), which")), ["PP 102 (Dubai 2018)"]),
        (
            (lines(f"{FULL} usually do it,", f"{FULL} by Resolution 9 of"), lines("the Plenipotentiary Conference;")),
            ["PP 9 ()"],
        ),
        ((lines(f"{FULL} in Reso-"), lines("lution 102 (Rev. Dubai, 2018), which")), ["PP 102 (Dubai 2018)"]),
        (
            (running(1) + lines(f"{FULL} in Resolution 102 (Rev."), running(2) + lines("Dubai, 2018), which")),
            ["PP 102 (Dubai 2018)"],
        ),
        (
            (lines(f"{FULL} in Resolution 102 (Rev.") + running(1), lines("Dubai, 2018), which") + running(2)),
            ["PP 102 (Dubai 2018)"],
        ),
        (
            (lines(f"{FULL} in Resolution 102 (Rev.") + NOTE + running(1), running(2) + lines("Dubai, 2018), which")),
            ["PP 102 (Dubai 2018)"],
        ),
        (
            (
                lines(f"{FULL} in Resolution 102 (Rev.") + text("- 1 -", 280, 30),
                lines("Dubai, 2018)") + text("- 2 -", 280, 30),
            ),
            ["PP 102 (Dubai 2018)"],
        ),
        (
            (lines(f"{FULL} in Resolution 102 (Rev."), text("XYZ/12A3-E", 250, 770) + lines("Dubai, 2018), which")),
            ["PP 102 (Dubai 2018)"],
        ),
        (
            (
                lines(f"{FULL} in Reso-") + text("Geneva 2024", 250, 30),
                text("XYZ/12A3-E", 250, 770) + lines("lution 102 (Rev. Dubai, 2018), which"),
            ),
            ["PP 102 (Dubai 2018)"],
        ),
        (
            (
                running(1, 3) + lines(f"{FULL} in Resolutions 101,"),
                running(2, 3) + lines("102 (Rev. Dubai, 2018) and 71 (Rev."),
                running(3, 3) + lines("Dubai, 2018), which"),
            ),
            ["PP 101 (Dubai 2018)", "PP 102 (Dubai 2018)", "PP 71 (Dubai 2018)"],
        ),
    ],
)  # fmt: skip
def test_a_citation_is_read_over_the_end_of_a_page(
    registry: Registry, pages: tuple[str, ...], citations: list[str]
) -> None:
    assert cited(read(*pages), registry) == citations


def test_what_stands_on_the_next_page_says_so() -> None:
    view = View(read(running(1) + lines(f"{FULL} in Resolution 102 (Rev."), running(2) + lines("Dubai, 2018), which")))
    assert short_place(view, view.text.index("Resolution")) == "page 1, line 3"
    assert short_place(view, view.text.index("Dubai")) == "page 2, line 3"


@pytest.mark.parametrize(
    "pages",
    [
        (lines(f"{FULL} do."), lines("Resolution 71 is another matter;")),
        (lines(f"{FULL} do;"), lines("b) another item;")),
        (lines(f"{FULL} do,"), lines("considering further", f"a) {FULL}")),
        (lines("Geneva, 2022"), lines("Resolution 71 is another matter;")),
        (lines("short,", FULL), lines("a line of another size", top=600).replace("/F 10", "/F 16")),
    ],
    ids=["sentence", "label", "heading", "cover", "size"],
)
def test_what_begins_a_paragraph_on_a_page(pages: tuple[str, ...]) -> None:
    assert [story.name for story in read(*pages).stories if story.paragraphs] == ["page 1", "page 2"]


def test_what_is_struck_out_was_deleted() -> None:
    page = lines("Resolution 71 (Rev. Dubai, 2018Bucharest, 2022)") + strike(50 + 20 * 6, 700, 11)
    document = read(page)
    assert document.tracked
    assert shown(document, ViewName.FINAL) == ["Resolution 71 (Rev. Bucharest, 2022)"]
    assert "struck out" in document.notices[0]


@pytest.mark.parametrize("height", [-1.5, 9.0], ids=["underlined", "overlined"])
def test_other_lines_strike_nothing_out(height: float) -> None:
    document = read(lines("Resolution 71 (Rev. Dubai, 2018)") + strike(50, 700, 32, height))
    assert not document.tracked


def test_a_raised_figure_is_no_digit_of_the_number_before_it() -> None:
    page = text("see Resolution 123", 50, 700) + text("1", 158, 704, size=6) + text("(Rev. Dubai, 2018)", 168, 700)
    assert View(read(page)).reading.text == "see Resolution 123 (Rev. Dubai, 2018)\n"


def test_a_scan_is_said_to_be_one() -> None:
    document = read("0 0 600 800 re f\n")
    assert document.notices == (NO_TEXT,)
    assert shown(document) == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"Resolution 71", "no PDF file"),
        (bytes(range(256)) * 40, "no PDF file"),
        (b"%PDF-1.7\n" + b"<<" * 50_000, "no PDF file"),
        (pdf("BT ET", encrypted=True), "it is encrypted"),
    ],
)
def test_what_cannot_be_read_is_one_clear_message(data: bytes, reason: str) -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(ReslintError, match=r"^draft\.pdf: ") as raised:
        read_pdf(data, "draft.pdf")
    assert reason in str(raised.value)
    assert raised.value.advice


def test_noise_in_the_file_is_no_traceback() -> None:
    pytest.importorskip("pypdfium2")
    whole = pdf(lines("Resolution 71 (Rev. Dubai, 2018)"))
    for at in range(0, len(whole), 3):
        try:
            document = read_pdf(whole[:at] + b"\xff" + whole[at + 1 :], "draft.pdf")
        except ReslintError:
            continue
        assert document.format == "pdf"


def test_without_pypdfium2_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name.startswith("pypdfium2"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(ReslintError, match=r"draft\.pdf: PDF needs pypdfium2, .*; pip install 'pypdfium2>=5'"):
        read_pdf(b"%PDF-1.7", "draft.pdf")


@pytest.fixture(scope="module", params=["as printed", "its fonts do not say how high they are"])
def printed(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The first sample as LibreOffice prints it with its changes shown."""
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (pip install 'pypdfium2>=5')")
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer)")
    folder = tmp_path_factory.mktemp("pdf")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    source = str(shared / "samples" / "word" / "01-wtsa-mod-runs.docx")
    call = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), source]
    subprocess.run(call, check=True, capture_output=True, timeout=300)
    data = (folder / "01-wtsa-mod-runs.pdf").read_bytes()
    if request.param != "as printed":
        # As fonts are embedded of which the program that prints knows no heights: each sign has a box of its own then.
        heights = re.compile(rb"/(?:Ascent|Descent) (-?\d+)")
        data = heights.sub(lambda one: one[0].replace(one[1], b"0".ljust(len(one[1]))), data)
    return read_pdf(data, "01.pdf")


@pytest.mark.slow
def test_the_changes_of_a_printed_draft(printed: Document, shared: Path) -> None:
    """The final view is that of the Word file, but for capitals, tabs, special signs and hyphens at line ends."""
    told = json.loads((shared / "samples" / "word" / "01-wtsa-mod-runs.expected.json").read_text(encoding="utf-8"))

    def plain(words: str) -> str:
        words = words.replace("\u2011", "-").replace("\xad", "").replace("-\n", "-")
        return " ".join(words.split()).casefold()

    reading = View(printed).reading.text.split("These include")[0]
    assert plain(reading) == plain(" ".join(told["body"]["final"]))


@pytest.mark.slow
def test_all_that_is_struck_out_there_was_deleted(printed: Document) -> None:
    struck = [
        segment.text.strip()
        for paragraph in printed.stories[0].paragraphs
        for segment in paragraph.segments
        if segment.provenance is Provenance.DELETED
    ]
    assert struck[:4] == ["GENEVA, 2022", "Geneva, 2022", "considering", "b"]
    assert "Guadalajara, 2010Busan, 2014" in struck
    assert len(struck) == 18
