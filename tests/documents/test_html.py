"""A page is read as a browser shows it, and every character of it knows where it stands in the source."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.documents import Document, Position, Unit, View, ViewName
from reslint.documents.html.reader import read_html
from reslint.errors import ReslintError

ORIGINAL, FINAL = ViewName.ORIGINAL, ViewName.FINAL


def read(source: str) -> Document:
    return read_html(b"\xef\xbb\xbf" + source.encode(), "draft.html")


def shown(source: str, name: ViewName = FINAL) -> list[str]:
    """The paragraphs of a view, with their labels."""
    view = View(read(source), name)
    return [f"{block.label} {view.text[block.start : block.end]}".strip() for block in view.blocks]


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("<p>recalling</p><p>Resolution 71</p>", ["recalling", "Resolution 71"]),
        ("<p>  Resolution\n   71 \t(Rev. Dubai,\r\n2018) </p>", ["Resolution 71 (Rev. Dubai, 2018)"]),
        ("<p>Resolution <b>71</b> (Rev.<i> Dubai</i>, 2018)", ["Resolution 71 (Rev. Dubai, 2018)"]),
        ("<p>Resolution&nbsp;71 &#40;Rev&period; Dubai&#x2c; 2018)", ["Resolution\xa071 (Rev. Dubai, 2018)"]),
        ("<p>R&D, &lt;AT&ampT>, &notit; &#; &unknown; a < b", ["R&D, <AT&T>, ¬it; &#; &unknown; a < b"]),
        ("<p>Resolution 200<br>(Rev. Bucharest, 2022)<br></p>", ["Resolution 200\n(Rev. Bucharest, 2022)"]),
        ("a) that;<br> <br>b) this", ["a) that;", "b) this"]),
        ("<p>before<div>in it</div>behind", ["before", "in it", "behind"]),
        ("<table><tr><td>Resolution 75<td>MOD<tr><td>c</table>end", ["Resolution 75", "MOD", "c", "end"]),
        ("<dl><dt>term<dd>what it means</dl>", ["term", "what it means"]),
        ("<title>Draft &amp; <b>x</title><h1>RESOLUTION 75</h1>", ["Draft & <b>x", "RESOLUTION 75"]),
        ("<script>'<p>no'</script><style>p{}</style><noscript>no</noscript><p>yes", ["yes"]),
        ("<template><p>no</template><svg><text>no</text></svg><p>yes", ["yes"]),
        ("<p hidden>no<p>yes <span style='DISPLAY: none'>no <b>no</b></span>again", ["yes again"]),
        ("<!-- no --><p>yes<!-- <p>no --> still</p><!-->shown", ["yes still", "shown"]),
        ("<pre>\na)  one\n    two\n\nb) three</pre>", ["a)  one\n    two", "b) three"]),
        ("<p>Reso&shy;lution 71", ["Reso\xadlution 71"]),
        ("<p title='a > b' class=\"x\">quoted", ["quoted"]),
        ("<P>CASE</P><Li>does not count", ["CASE", "does not count"]),
        ("a page without tags", ["a page without tags"]),
    ],
)
def test_what_is_read(source: str, paragraphs: list[str]) -> None:
    assert shown(source) == paragraphs


def test_a_note_mark_is_no_digit_of_the_number_before_it() -> None:
    document = read("<p>Resolution 123<sup>1</sup> and 45<a href='#_ftn2'>[2]</a>, the 21<sup>st</sup> century")
    assert View(document).reading.text == "Resolution 123 and 45, the 21st century\n"


def test_changes_are_those_of_ins_and_del() -> None:
    source = (
        "<p>Resolution 71 (Rev. <del cite='mailto:A%20Delegate' datetime='2024-05-06'>Dubai, 2018</del>"
        "<ins>Bucharest, <del>2023</del>2022</ins>) and <s>that</s> <strike>this</strike></p>"
    )
    assert shown(source, ORIGINAL) == ["Resolution 71 (Rev. Dubai, 2018) and that this"]
    assert shown(source, FINAL) == ["Resolution 71 (Rev. Bucharest, 2022) and"]
    document = read(source)
    assert document.tracked
    deleted = document.stories[0].paragraphs[0].segments[1]
    assert (deleted.author, deleted.date) == ("A Delegate", "2024-05-06")


def test_blanks_around_a_change_are_one_in_each_view() -> None:
    source = "<p>that <del>old</del> <ins>new</ins> text"
    assert shown(source, ORIGINAL) == ["that old text"]
    assert shown(source, FINAL) == ["that new text"]


def test_a_block_inside_of_a_change_comes_and_goes_with_it() -> None:
    source = "<p>one</p><del><p>two</p></del><ins><h2>three</h2>four</ins><div><del>five</del></div>"
    assert shown(source, ORIGINAL) == ["one", "two", "", "five"]
    assert shown(source, FINAL) == ["one", "three", "four", ""]


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        ("<ol><li>x<li>x<li>x</ol>", "1. 2. 3."),
        ("<ol type=a start=26><li>x<li>x</ol>", "z. aa."),
        ("<ol type=I><li>x<li value=9>x<li>x</ol>", "I. IX. X."),
        ("<ol reversed><li>x<li>x<li>x</ol>", "3. 2. 1."),
        ("<ol type=A><li>x<ol type=i><li>x<li>x</ol><li>x</ol>", "A. i. ii. B."),
        ("<ol style='list-style-type: lower-roman'><li>x<li type=1>x</ol>", "i. 2."),
        ("<ol><li></li><li><p>x<p>x</li></ol><p>x", "2.  "),
        ("<ul><li>x</ul>", ""),
        ("<ol><li>x<ul><li>x</ul><li>x</ol>", "1.  2."),
        ("<ol start=-1 type=a><li>x<li>x<li>x</ol>", "-1. 0. a."),
    ],
)
def test_labels_are_those_of_browsers(source: str, labels: str) -> None:
    assert " ".join(block.label for block in View(read(source)).blocks) == labels


def test_a_deleted_item_does_not_count_in_the_final_view() -> None:
    source = "<ol type=a><li>first;</li><del><li>second;</li></del><ins><li>new;</li></ins><li>third,</li></ol>"
    assert shown(source, ORIGINAL) == ["a. first;", "b. second;", "c. third,"]
    assert shown(source, FINAL) == ["a. first;", "b. new;", "c. third,"]


def test_a_finding_in_the_middle_stands_at_its_line_and_column() -> None:
    source = (
        "<!DOCTYPE html>\r\n"
        "<p>recalling&nbsp;that &eacute;t&#233;\r\n"
        "  and <em>Council</em><br>\r\n"
        "  Resolution&nbsp;<b>1332</b> (Modified&#32;2019)</p>"
    )
    document = read(source)
    view = View(document)
    assert document.unit is Unit.LINE
    for words, line, column in [
        ("recalling", 2, 4),
        ("été", 2, 24),
        ("té", 2, 32),
        ("and", 3, 3),
        ("Resolution", 4, 3),
        ("1332", 4, 22),
        ("(Modified", 4, 31),
        ("2019)", 4, 45),
    ]:
        assert view.position(view.text.index(words)) == Position(line, column), words
    assert view.position(view.blocks[-1].end) == Position(4, 50)


def test_a_comment_belongs_to_the_paragraph_it_stands_in_or_before() -> None:
    source = "<!-- reslint: ignore-file --><p>one</p><!--a--><p>two <!-- reslint: ignore[STA001] meant --> words</p>"
    comments = [(comment.words, comment.paragraph) for comment in read(source).comments]
    assert comments == [("reslint: ignore-file", 0), ("a", 1), ("reslint: ignore[STA001] meant", 1)]


@pytest.mark.parametrize(
    ("data", "text", "notices"),
    [
        ("<p>Résolution".encode(), "Résolution", 0),
        ("<meta charset=windows-1251><p>Резолюция".encode("cp1251"), "Резолюция", 0),
        ("<meta content='text/html; charset=ISO-8859-1'><p>Résolution\x92".encode("latin-1"), "Résolution’", 0),
        ('<?xml version="1.0" encoding="koi8-r"?><p>Резолюция'.encode("koi8-r"), "Резолюция", 0),
        ("<!-- <meta charset=koi8-r> --><p>Résolution".encode(), "Résolution", 0),
        ("<p>Résolution".encode("utf-16"), "Résolution", 0),
        ("<p>Résolution".encode("cp1252"), "Résolution", 1),
        (b"<meta charset=gbk><p>Resolution \xff", "Resolution \ufffd", 1),
        ("<meta charset=euc-kr><p>Резолюция".encode(), "Резолюция", 1),
        (b"<meta charset=rot13><p>plain", "plain", 0),
    ],
)
def test_the_declared_charset_counts(data: bytes, text: str, notices: int) -> None:
    document = read_html(data, "draft.html")
    assert len(document.notices) == notices
    assert View(document).text == f"{text}\n"


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, bytes(range(256)) * 9])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReslintError, match=r"^draft\.html: [a-z]"):
        read_html(data, "draft.html")


def test_a_page_without_words_is_said_to_be_one() -> None:
    assert read("<html><body></body></html>").notices == ("no text in it",)


def test_nesting_needs_no_recursion_and_has_an_end() -> None:
    assert shown("<div>" * 2000 + "deep" + "</div>" * 2000 + "out") == ["deep", "out"]
    with pytest.raises(ReslintError, match="nested more than 10,000 deep"):
        read("<div>" * 20_000)


@pytest.mark.parametrize("piece", ["<!--", '<a "', "<!", "<a b='", "&#", "<p><ins>", "</div>", "a  ", "<br>", "&notit"])
def test_the_time_grows_with_the_length_only(piece: str) -> None:
    """The standard library's parser takes 89 seconds for the second of these."""
    start = time.process_time()
    shown(piece * (160_000 // len(piece)) if piece != "<p><ins>" else piece * 4_000)
    assert time.process_time() - start < 20


def test_a_number_of_many_digits_is_no_number() -> None:
    assert shown(f"<p>a&#{'9' * 5000};b&#x{'0' * 50}41;c<a href='&#{'1' * 5000};'>d</a>") == ["a\ufffdbAcd"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t ")))
def test_escaped_words_come_back_each_from_its_place(words: str) -> None:
    source = f"<p>{html.escape(words)}</p>"
    view = View(read(source))
    expected = re.sub(r"[ \t\n\r\f]+", " ", words).strip(" \t\n\r\f")
    assert view.text == (f"{expected}\n" if expected else "")
    for offset, sign in enumerate(expected):
        at = view.source_of(offset)
        written = html.escape(sign)
        assert source.startswith(written, at) or (sign == " " and source[at].isspace())


@given(st.text(alphabet="<>/!-&;#x1ab='\" \n", max_size=60))
def test_any_source_is_read_and_placed_inside_of_it(source: str) -> None:
    document = read(source)
    for name in ViewName:
        view = View(document, name)
        places = [view.source_of(offset) for offset in range(len(view.text))]
        assert places == sorted(places)
        assert all(0 <= place <= len(source) for place in places)


TAGS = ["p", "div", "ins", "del", "b", "ol", "li", "table", "tr", "td", "span hidden", "pre", "br", "s", "sup"]
SOUP = st.lists(st.one_of(st.sampled_from(["a", " ", "\n", "1"]), st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
                          st.sampled_from(TAGS).map(lambda tag: f"</{tag.split()[0]}>")))  # fmt: skip


@given(SOUP)
def test_tag_soup_shows_no_letter_twice_and_none_that_is_not_there(pieces: list[str]) -> None:
    source = "".join(pieces)
    document = read(source)
    seen = [segment.source for paragraph in document.stories[0].paragraphs for segment in paragraph.segments]
    assert seen == sorted(set(seen))
    for paragraph in document.stories[0].paragraphs:
        for segment in paragraph.segments:
            first, written = segment.text[0], source[segment.source]
            assert first == written or (first.isspace() and (written.isspace() or written == "<"))
