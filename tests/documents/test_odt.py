"""An OpenDocument text gives the views that LibreOffice gives when all changes are rejected or accepted."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from opendocument import NAMESPACES, begin, changes, end, here, items, odt, packed

from reslint.documents import Document, Kind, Unit, View, ViewName
from reslint.documents.odt.reader import read_odt
from reslint.errors import ReslintError

ORIGINAL, FINAL = ViewName.ORIGINAL, ViewName.FINAL


def read(body: str, **more: str) -> Document:
    return read_odt(odt(body, **more), "draft.odt")


def shown(document: Document, name: ViewName = FINAL, story: str = "body") -> list[str]:
    """The paragraphs of a story in a view, with their labels."""
    view = View(document, name)
    return [
        f"{block.label} {view.text[block.start : block.end]}".strip() for block in view.blocks if block.story == story
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Resolution<text:s/>71<text:tab/>(Rev.<text:line-break/>Dubai)", "Resolution 71\t(Rev.\nDubai)"),
        ("\n  Resolution\n  <text:span>71 </text:span> (Rev.)", "Resolution 71 (Rev.)"),
        ('a<text:s text:c="3"/>b', "a   b"),
        ("see <text:a>Resolution <text:span>71</text:span></text:a>", "see Resolution 71"),
        (
            "<text:ruby><text:ruby-base>決議</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby> 27",
            "決議 27",
        ),
        ("a<draw:frame><draw:image/><svg:title>no</svg:title></draw:frame>b", "ab"),
        ("page <text:page-number>3</text:page-number>", "page 3"),
    ],
)
def test_what_is_read(body: str, text: str) -> None:
    document = read(f"<text:p>{body}</text:p>")
    assert View(document).text == f"{text}\n"
    assert document.unit is Unit.PARAGRAPH
    assert not document.tracked


def test_a_field_is_marked_as_one() -> None:
    document = read("<text:p>see <text:bookmark-ref>Resolution 12</text:bookmark-ref> there</text:p>")
    assert [part.kind for part in document.stories[0].paragraphs[0].segments] == [Kind.WORDS, Kind.FIELD, Kind.WORDS]


def test_hidden_words_are_marked() -> None:
    style = (
        '<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = '<text:p>a<text:span text:style-name="T3">b</text:span>c</text:p>'
    segments = read(body, styles=style).stories[0].paragraphs[0].segments
    assert [part.hidden for part in segments] == [False, True, False]


def test_a_changed_edition() -> None:
    document = read(
        changes(("d", "<text:p>Dubai, 2018</text:p>"), ("i", ""))
        + f"<text:p>Resolution 71 (Rev. {here('d')}{begin('i')}Bucharest, 2022{end('i')})</text:p>"
    )
    assert shown(document, ORIGINAL) == ["Resolution 71 (Rev. Dubai, 2018)"]
    assert shown(document, FINAL) == ["Resolution 71 (Rev. Bucharest, 2022)"]
    assert document.stories[0].paragraphs[0].segments[1].author == "A. Delegate"
    assert document.stories[0].paragraphs[0].segments[1].date == "2024-05-06"


def test_words_inserted_by_one_and_deleted_by_another_are_in_neither_view() -> None:
    region = (
        '<text:tracked-changes><text:changed-region text:id="b"><text:deletion><office:change-info><dc:creator>B'
        "</dc:creator></office:change-info><text:p>Busan, 2014</text:p></text:deletion><text:insertion>"
        "<office:change-info><dc:creator>A</dc:creator></office:change-info></text:insertion></text:changed-region>"
        "</text:tracked-changes>"
    )
    document = read(f"{region}<text:p>one {here('b')}two</text:p>")
    assert shown(document, ORIGINAL) == shown(document, FINAL) == ["one two"]
    assert document.stories[0].paragraphs[0].segments[1].author == "A"


def test_a_deletion_over_paragraphs_brings_them_back() -> None:
    removed = "<text:p>, and</text:p><text:p>b) Resolution 2;</text:p><text:p>c) Reso</text:p>"
    document = read(
        changes(("d", removed)) + f"<text:p>a) Resolution 1{here('d')}lution 3;</text:p><text:p>end</text:p>"
    )
    assert shown(document, ORIGINAL) == ["a) Resolution 1, and", "b) Resolution 2;", "c) Resolution 3;", "end"]
    assert shown(document, FINAL) == ["a) Resolution 1lution 3;", "end"]


def test_a_citation_split_by_an_inserted_paragraph_end() -> None:
    document = read(
        changes(("i", "")) + f"<text:p>Resolution{begin('i')}</text:p><text:p>{end('i')}<text:s/>71</text:p>"
    )
    assert shown(document, ORIGINAL) == ["Resolution 71"]
    assert shown(document, FINAL) == ["Resolution", "71"]


def test_numbers_are_counted_once_in_each_view() -> None:
    removed = items("Resolution 172;", "")
    document = read(
        changes(("d", removed), ("i", ""))
        + items(f"{begin('i')}Resolution 70;", f"{end('i')}Resolution 71;", f"{here('d')}Resolution 178,")
    )
    assert shown(document, ORIGINAL) == ["a) Resolution 71;", "b) Resolution 172;", "c) Resolution 178,"]
    assert shown(document, FINAL) == ["a) Resolution 70;", "b) Resolution 71;", "c) Resolution 178,"]


def test_levels_starts_and_continued_lists() -> None:
    inner = "<text:list>{}</text:list>".format(
        "<text:list-item><text:p>x</text:p><text:p>-</text:p></text:list-item>" * 2
    )
    document = read(
        f'<text:list xml:id="one" text:style-name="D"><text:list-header><text:p>x</text:p></text:list-header>'
        f"<text:list-item><text:p>x</text:p>{inner}</text:list-item></text:list>"
        + items("x", attributes='text:style-name="D" text:continue-numbering="true"')
        + items("x", attributes='text:style-name="D"')
        + items("x", attributes='text:style-name="D" text:continue-list="one"')
        + '<text:list text:style-name="L"><text:list-item text:start-value="5"><text:p>x</text:p></text:list-item>'
        + "</text:list>"
    )
    labels = [block.label for block in View(document).blocks]
    assert labels == ["", "1", "1.1", "", "1.2", "", "2", "1", "3", "e)"]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style '
        'text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    levels = (1, 2, 2, 1, 3)
    body = "".join(f'<text:h text:outline-level="{level}">x</text:h>' for level in levels)
    assert [block.label for block in View(read(body, styles=outline)).blocks] == ["1", "1.1", "1.2", "2", ""]


def test_a_row_goes_with_its_words() -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    old = ("<text:p>Resolution 59</text:p>", "<text:p>SUP</text:p>")
    document = read(
        changes(("d", old[0]), ("e", old[1]), ("i", ""))
        + f"<table:table>{row('Resolution 75', 'MOD')}{row(here('d'), here('e'))}"
        + f"{row(begin('i') + 'Resolution 101' + end('i'))}</table:table>"
    )
    assert shown(document, ORIGINAL) == ["Resolution 75", "MOD", "Resolution 59", "SUP"]
    assert shown(document, FINAL) == ["Resolution 75", "MOD", "Resolution 101"]


def test_notes_boxes_headers_and_remarks_stand_apart() -> None:
    def note(kind: str, text: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation><text:note-body>'
            f"<text:p>{text}</text:p></text:note-body></text:note>"
        )

    removed = f"<text:p>gone{note('footnote', 'deleted note')}</text:p>"
    document = read(
        changes(("d", removed))
        + f"<text:p>Resolution 123{note('endnote', 'the endnote')}{note('footnote', 'the footnote')} and {here('d')}"
        "<draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame>"
        "<office:annotation><dc:creator>Secretariat</dc:creator><dc:date>2024</dc:date><text:p>reslint: ignore[STA001]"
        "</text:p></office:annotation> end</text:p>",
        outside="<style:header><text:p>Document 35-E</text:p></style:header><style:footer><text:p/></style:footer>",
    )
    assert shown(document) == ["Resolution 123 and  end"]
    stories = ["body", "footnote 1", "footnote 2", "endnote 1", "text box 1", "header 1", "footer 1"]
    assert [story.name for story in document.stories] == stories
    assert shown(document, FINAL, "footnote 2") == []
    assert shown(document, ORIGINAL, "footnote 2") == ["deleted note"]
    marks = [part.anchor for part in document.stories[0].paragraphs[0].segments if part.kind is Kind.MARK]
    assert marks == ["endnote 1", "footnote 1", "footnote 2", "text box 1"]
    remark = document.comments[0]
    assert (remark.words, remark.author, remark.paragraph) == ("reslint: ignore[STA001]", "Secretariat", 0)


BOMB = b"<office:document-content " + NAMESPACES.encode() + b">" + b" " * (40 << 20) + b"</office:document-content>"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&c;&c;">]><a>&b;</a>'
ENCRYPTED = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"Resolution 71", "no OpenDocument file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", "before 2007"),
        (odt("<text:p>x</text:p>")[:200], "damaged or incomplete"),
        (odt("<text:p>x</text:list>"), "content.xml is damaged at line 1"),
        (packed({"a": b"b"}), "not an OpenDocument text"),
        (
            packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
            "not an Open",
        ),
        (packed({"content.xml": b"<a/>"}), "no body"),
        (packed({"content.xml": b"<a/>", "META-INF/manifest.xml": ENCRYPTED}), "encrypted"),
        (packed({"content.xml": ENTITIES}), "declares a document type, which no such file does"),
        (packed({"content.xml": BOMB}), "would unpack to 42 MB"),
        (odt("<text:list><text:list-item>" * 300), "nested more than 256 deep"),
        (odt("<text:p><text:note>" * 300), "nested more than 256 deep"),
    ],
)
def test_what_cannot_be_read_is_one_clear_message(data: bytes, reason: str) -> None:
    start = time.process_time()
    with pytest.raises(ReslintError, match=r"^draft\.odt: ") as raised:
        read_odt(data, "draft.odt")
    assert reason in str(raised.value)
    assert "Word" not in raised.value.advice
    assert time.process_time() - start < 2


def test_noise_in_the_archive_is_no_traceback() -> None:
    whole = odt(changes(("d", "<text:p>x</text:p>")) + f"<text:p>Resolution {here('d')}71</text:p>")
    for at in range(len(whole)):
        damaged = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        with contextlib.suppress(ReslintError):
            read_odt(damaged, "draft.odt")


# What LibreOffice makes of some things when it writes a Word file as .odt, so that there is nothing to compare.
DIFFERENT = {
    "was unnumbered, numbering added": "it does not write tracked changes of numbering",
    "was numbered, numbering removed": "it does not write tracked changes of numbering",
    "Nested field:": "it cannot read a field inside of another, and writes a page number",
    "Block control:": "it writes the paragraph end inside of a content control as a blank",
    "Maths:": "it writes a formula as an object apart",
    "These include": "it writes a note's own mark as the note's number, not as words",
}
STORIES = {"body": "body", "textbox": "text box 1", "header": "header 1", "footer": "footer 1"}
SAMPLES = ("01-wtsa-mod-runs", "02-council-auto-numbering", "03-tables", "04-structures", "06-python-docx-clean",
           "08-strict-namespace", "09-six-languages")  # fmt: skip


@pytest.fixture(scope="session")
def written(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples as LibreOffice writes them."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer)")
    folder = tmp_path_factory.mktemp("odt")
    files = [str(shared / "samples" / "word" / f"{name}.docx") for name in SAMPLES]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = [program, profile, "--headless", "--convert-to", "odt", "--outdir", str(folder), *files]
    subprocess.run(call, check=True, capture_output=True, timeout=300)
    return folder


def expected(sample: dict[str, Any], name: ViewName) -> dict[str, list[str]]:
    stories = {STORIES[story]: sample[story][name] for story in STORIES if story in sample}
    for kind in ("footnotes", "endnotes"):
        for number, note in enumerate(sample.get(kind, {}).values(), 1):
            stories[f"{kind[:-1]} {number}"] = note[name]
    return {
        story: [text if isinstance(text, str) else " ".join(text) for text in told] for story, told in stories.items()
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", [ORIGINAL, FINAL])
@pytest.mark.parametrize("sample", SAMPLES)
def test_the_samples_as_libreoffice_writes_them(sample: str, name: ViewName, written: Path, shared: Path) -> None:
    document = read_odt((written / f"{sample}.odt").read_bytes(), sample)
    told = json.loads((shared / "samples" / "word" / f"{sample}.expected.json").read_text(encoding="utf-8"))
    for story, paragraphs in expected(told, name).items():
        read = shown(document, name, story)
        assert len(read) == len(paragraphs)
        for got, wanted in zip(read, paragraphs, strict=True):
            if not any(words in wanted for words in DIFFERENT):
                assert got == wanted.strip(), story


LOOKS = (
    '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    '</style:style><style:style style:name="P" style:family="text"><style:text-properties '
    'style:text-position="33% 58%"/></style:style><style:style style:name="Q" style:family="text" '
    'style:parent-style-name="P"/><style:style style:name="B" style:family="text"><style:text-properties '
    'style:text-position="-33% 58%"/></style:style><style:style style:name="D" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="N" '
    'style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>'
)


def span(style: str, inside: str) -> str:
    return f'<text:span text:style-name="{style}">{inside}</text:span>'


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f"71{span('S', '1')} (Rev.", "71 (Rev."),
        (f"71{span('P', '1)')} (Rev.", "71 (Rev."),
        (f"71{span('Q', '*')} (Rev.", "71 (Rev."),
        (f"71{span('S', '1')}{span('S', ', 2')} (Rev.", "71 (Rev."),
        (f"71{span('N', span('S', 'a'))} (Rev.", "71 (Rev."),
        (f"7{span('B', '1')} (Rev.", "71 (Rev."),
        (f"N{span('S', 'o')} 71 (Rev.", "No 71 (Rev."),
        (f"71 (Rev. {span('D', 'Dubai, 2018')}Bucharest, 2022)", "71 (Rev. Bucharest, 2022)"),
        (f"71 (Rev. {span('D', 'Dubai, ' + span('S', '2018'))}Bucharest, 2022)", "71 (Rev. Bucharest, 2022)"),
        (f"71 (Rev. {span('N', 'Dubai, 2018')})", "71 (Rev. Dubai, 2018)"),
    ],
)
def test_raised_marks_are_read_through_and_what_is_struck_out_was_deleted(inside: str, words: str) -> None:
    document = read(f"<text:p>Resolution {inside}</text:p>", styles=LOOKS)
    assert View(document).reading.text == f"Resolution {words}\n"
    struck = inside.startswith('71 (Rev. <text:span text:style-name="D')
    assert (document.tracked, document.notices != ()) == (struck, struck)
