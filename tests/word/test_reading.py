"""What trips readers of Word files, one case each."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from reading import shown
from written import (
    W,
    commented,
    comments,
    deleted,
    field,
    footnote_mark,
    footnotes,
    in_list,
    inserted,
    numbering,
    paragraph,
    renamed,
    run,
    word_file,
)

from reslint.documents.model import Comment, Document
from reslint.documents.pieces import pieces
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.errors import ReslintError

BY = 'w:id="77" w:author="ATU" w:date="2024-05-06T07:08:09Z"'
FIELD_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'


def read(*body: str, **parts: str) -> Document:
    return read_word(word_file(*body, **parts), "draft.docx")


def body(document: Document, view: str = "final") -> list[object]:
    return list(shown(document, view).get("body", []))


def test_a_changed_cell_comes_and_goes_with_its_paragraphs() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    row = "<w:tr>{}</w:tr>".format(
        cell.format(f"<w:cellIns {BY}/>", paragraph(run("new")))
        + cell.format(f"<w:cellDel {BY}/>", paragraph(run("old")))
        + cell.format("", paragraph(run("both")))
    )
    document = read(f"<w:tbl>{row}</w:tbl>")
    assert body(document, "original") == ["old", "both"]
    assert body(document, "final") == ["new", "both"]


def test_a_deleted_mark_joins_no_cells_and_no_tables() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('in a cell'), mark='del')}</w:tc></w:tr></w:tbl>"
    document = read(paragraph(run("before"), mark="del"), table, paragraph(run("after")))
    assert body(document) == ["before", "in a cell", "after"]


def test_words_that_wait_in_an_empty_control_are_not_read() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    document = read(paragraph(run("Title: "), control.format(run("Click here to cite Resolution 71"))))
    (segment,) = [one for one in document.stories[0].paragraphs[0].segments if "Click" in one.text]
    assert segment.role.value == "markup"


def test_the_instruction_of_a_field_is_not_text() -> None:
    document = read(paragraph(run("see "), field("Resolution 71", ' REF "Resolution 99" '), run(".")))
    assert body(document) == ["see Resolution 71."]


def test_an_instruction_that_never_ends_was_none() -> None:
    assert body(read(paragraph(FIELD_BEGIN, run("all the rest")), paragraph(run("and more")))) == [
        "all the rest",
        "and more",
    ]


def test_a_field_in_an_instruction_is_not_text_either() -> None:
    inner = field("inner result")
    outer = f'{FIELD_BEGIN}{inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("outer result")}'
    outer += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert body(read(paragraph(outer))) == ["outer result"]


def test_hidden_words_are_read_and_marked() -> None:
    document = read(paragraph(run("shown "), run("hidden", "<w:vanish/>"), run(" shown", '<w:vanish w:val="0"/>')))
    assert [(one.text, one.hidden) for one in document.stories[0].paragraphs[0].segments] == [
        ("shown ", False),
        ("hidden", True),
        (" shown", False),
    ]


def test_properties_of_a_paragraph_are_no_text() -> None:
    tabs = '<w:tabs><w:tab w:val="left" w:pos="700"/></w:tabs>'
    assert body(read(paragraph(run("a)\tText"), properties=tabs))) == ["a)\tText"]


def test_a_mark_of_ones_own_is_no_text() -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    document = read(
        paragraph(run("Resolution 71"), mark, run(" (Rev. Dubai, 2018)")),
        footnotes=footnotes(paragraph(run("*\tNote."))),
    )
    assert body(document) == ["Resolution 71 (Rev. Dubai, 2018)"]
    assert shown(document, "final")["footnote 1"] == ["*\tNote."]


def test_notes_have_the_order_of_their_marks() -> None:
    document = read(
        paragraph(run("one"), footnote_mark(2), run(" two"), footnote_mark(1)),
        footnotes=footnotes(paragraph(run("told second")), paragraph(run("told first")), paragraph(run("told never"))),
    )
    assert shown(document, "final") == {
        "body": ["one two"],
        "footnote 1": ["told first"],
        "footnote 2": ["told second"],
    }
    assert shown(document, "markup")["body"] == ["one[^1] two[^2]"]


def test_notes_with_one_number_are_all_read_each_under_a_name_of_its_own() -> None:
    notes = footnotes(paragraph(run("the first")), paragraph(run("the second")), paragraph(run("the third")))
    document = read(paragraph(run("one"), footnote_mark(1)), footnotes=re.sub(r'w:id="[23]"', 'w:id="1"', notes))
    assert shown(document, "final") == {
        "body": ["one"],
        "footnote 1": ["the first"],
        "footnote 1 (2)": ["the second"],
        "footnote 1 (3)": ["the third"],
    }
    view = View(document)
    assert not any(view.is_beside(number) for number in range(len(view.blocks)))


def test_a_note_goes_with_its_mark() -> None:
    mark = f"<w:ins {BY}>{footnote_mark(1)}</w:ins>"
    document = read(paragraph(run("Text"), mark), footnotes=footnotes(paragraph(run("A new note."))))
    assert "footnote 1" in shown(document, "final")
    assert "footnote 1" not in shown(document, "original")


def test_letters_beyond_z_and_other_numbers() -> None:
    items = [paragraph(run("item"), properties=in_list()) for _ in range(28)]
    labels = [line[0] for line in body(read(*items, numbering=numbering(("lowerLetter", "%1)"))))]  # type: ignore[index]
    assert labels[25:] == ["z)", "aa)", "bb)"]
    roman = [line[0] for line in body(read(*items, numbering=numbering(("upperRoman", "%1."))))]  # type: ignore[index]
    assert roman[:9] == ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX."]


def test_a_bullet_of_a_symbol_font_is_a_bullet() -> None:
    document = read(paragraph(run("item"), properties=in_list()), numbering=numbering(("bullet", "\uf0b7")))
    assert body(document) == [["•", "item"]]


def test_numbering_that_was_inserted() -> None:
    tracked = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {BY}/></w:numPr>'
    document = read(paragraph(run("item"), properties=tracked), numbering=numbering(("decimal", "%1")))
    assert body(document, "original") == ["item"]
    assert body(document, "final") == [["1", "item"]]


def test_comments_are_kept_apart_from_the_text() -> None:
    document = read(
        paragraph(run("Text.")),
        paragraph(commented(run("More."))),
        comments=comments("see Resolution 99\n", author="X & Y"),
    )
    assert body(document) == ["Text.", "More."]
    assert document.comments == (Comment("see Resolution 99", "X & Y", "body", 1, "1"),)


def test_of_two_forms_the_first_is_read() -> None:
    inside = "<w:txbxContent>{}</w:txbxContent>".format(paragraph(run("in the box")))
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent></w:r>'
    )
    document = read(paragraph(run("before "), both, run("after")))
    assert shown(document, "final") == {"body": ["before after"], "text box 1": ["in the box"]}


def test_insertion_by_one_and_deletion_by_another_is_in_no_view() -> None:
    document = read(paragraph(run("a"), f"<w:ins {BY}>{deleted('b', 'CEPT')}</w:ins>", run("c")))
    assert body(document, "original") == body(document, "final") == ["ac"]
    assert body(document, "markup") == ["a{+[-b-]+}c"]


def test_a_citation_that_exists_after_a_merge_only() -> None:
    document = read(paragraph(run("Resolution 71 (Rev. "), mark="del"), paragraph(run("Dubai, 2018)")))
    assert body(document, "final") == ["Resolution 71 (Rev. Dubai, 2018)"]
    assert body(document, "original") == ["Resolution 71 (Rev. ", "Dubai, 2018)"]


def test_prefixes_mean_what_they_are_declared_to_mean() -> None:
    """A prefix that is declared anew inside may mean something else there."""
    data = word_file(paragraph(run("one ")), paragraph(run("two")))
    foreign = (
        f'<x:p xmlns:x="{W}" xmlns:w="urn:other"><w:r><w:t>not a word</w:t></w:r><x:r><x:t>three</x:t></x:r></x:p>'
    )
    changed = renamed(data, "<w:sectPr/>", foreign)
    assert body(read_word(changed, "draft.docx")) == ["one ", "two", "three"]


def test_a_default_namespace() -> None:
    plain = renamed(word_file(paragraph(run("one"))), "<w:", "<")
    plain = renamed(renamed(plain, "</w:", "</"), "xmlns:w=", "xmlns=")
    assert body(read_word(plain, "draft.docx")) == ["one"]


def test_long_parts_are_read_in_pieces() -> None:
    words = "Resolution 71 (Rev. Dubai, 2018), " * 40
    document = read(*[paragraph(run(f"{number} {words}")) for number in range(1200)])
    assert body(document) == [f"{number} {words}" for number in range(1200)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: data[:-40], "damaged or incomplete"),
        (lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(len(data)), "format before 2007"),
        (lambda data: renamed(data, "<w:body>", "<w:nobody>"), "is damaged at line 1"),
        (lambda data: renamed(renamed(data, "<w:body>", "<w:no>"), "</w:body>", "</w:no>"), "has no body"),
    ],
    ids=["cut", "old", "crossed", "no body"],
)
def test_broken_files(change: object, reason: str) -> None:
    with pytest.raises(ReslintError, match=reason):
        read_word(change(word_file(paragraph(run("Text.")))), "draft.docx")  # type: ignore[operator]


def test_a_part_stored_twice_is_refused() -> None:
    written = io.BytesIO(word_file(paragraph(run("Text."))))
    with zipfile.ZipFile(written, "a") as package:
        package.writestr("word/Document.xml", "<a/>")
    with pytest.raises(ReslintError, match="twice, and readers would differ"):
        read_word(written.getvalue(), "draft.docx")


def test_nested_tables_without_end_are_refused() -> None:
    inside = paragraph(run("in the middle"))
    for _ in range(300):
        inside = f"<w:tbl><w:tr><w:tc>{inside}<w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(ReslintError, match="nested more than 256 deep"):
        read(inside)


@pytest.mark.parametrize("name", ["body", "hdr", "ftr", "footnote", "endnote"])
def test_what_begins_a_story_begins_none_inside_of_one(name: str) -> None:
    def around(inside: str) -> str:
        return f'<w:{name} w:id="1">{inside}</w:{name}>'

    document = read(
        paragraph(run("one "), around(around(run("two "))), run("three")),
        around(paragraph(run("four"), mark="del") + around(paragraph(run("five")))),
        paragraph(run("six")),
    )
    assert [story.name for story in document.stories] == ["body"]
    assert body(document) == ["one two three", "fourfive", "six"]
    note = paragraph(run("in a note ")) + around(paragraph(run("goes on"))) + paragraph(run("to its end"))
    noted = read(paragraph(footnote_mark(1)), footnotes=footnotes(note, paragraph(run("the next"))))
    assert shown(noted, "final")["footnote 1"] == ["in a note ", "goes on", "to its end"]
    with pytest.raises(ReslintError, match="nested more than 256 deep"):
        read(f"<w:{name}>" * 300 + paragraph(run("in the middle")) + f"</w:{name}>" * 300)


def test_insertions_say_who_and_when() -> None:
    (segment,) = read(paragraph(inserted("new", "X & Y"))).stories[0].paragraphs[0].segments
    assert (segment.author, segment.date) == ("X & Y", "2024-05-06T07:08:09Z")


def test_words_of_a_run_stand_around_the_ruby_in_it() -> None:
    ruby = f"<w:ruby><w:rt>{run('aid')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby>"
    document = read(
        paragraph(f'<w:r><w:t xml:space="preserve">before </w:t>{ruby}<w:t xml:space="preserve"> after</w:t></w:r>')
    )
    assert body(document) == ["before base after"]


def test_runs_are_numbered_through_a_run_in_a_run() -> None:
    ruby = f"<w:ruby><w:rt>{run('aid')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby>"
    outer = f"<w:r><w:t>before</w:t>{ruby}<w:t>after</w:t></w:r>"
    view = View(read(paragraph(outer, run("last"))))
    placed = [(one.segment.text, one.run, one.offset) for one in pieces(view, 0, len(view.text))]
    assert placed == [("before", 0, 0), ("base", 1, 0), ("after", 0, 6), ("last", 2, 0)]
