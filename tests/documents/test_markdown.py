"""Markdown is read as its reader sees it: code, comments and link targets are not prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint import Finding, lint_text
from reslint.citations.reader import find_citations
from reslint.documents import View
from reslint.documents.markdown import comments_of, read_markdown
from reslint.errors import ReslintError
from reslint.fixing.edits import apply, choose
from reslint.registry import Registry

PB = "of the Plenipotentiary Conference"
R71 = f"Resolution 71 (Rev. Dubai, 2018) {PB}"
R102 = f"Resolution 102 (Rev. Dubai, 2018) {PB}"
NONE: list[str] = []
PP_71 = ["PP 71 (Dubai, 2018)"]
PP_102 = ["PP 102 (Dubai, 2018)"]
BOTH = PP_71 + PP_102

# Texts, each with the citations that a reader of the page finds in it.
COMMENTS = [
    (f"<!-- a --><!-- b --> {R71}\n", PP_71),
    (f"1. <!-- a --> {R71}\n2. {R102}\n", BOTH),
    (f"> <!-- q --> {R71}\n", PP_71),
    (f"<!-- a -->\n{R71}\n", PP_71),
    (f"<!--\na\n\nb\n--> {R71}\n\n{R102}\n", BOTH),
    (f"<!-- reslint: ignore[STA001] -->\n{R71}\n\n{R102}\n", BOTH),
    (f"<!-- x -->\n- {R71}\n- {R102}\n", BOTH),
    (f"<!-- x -->\n# {R71}\n", PP_71),
    (f"<!-- x --> *recalling* {R71} <!-- y -->\n<!-- z -->\nthat {R102}\n", BOTH),
    (f"<!-- {R71} --> {R102}\n", PP_102),
    (f"* <!-- x\n  y -->\n  {R71}\n", PP_71),
    (f"<!-- x -->\n```\n{R71}\n```\n", NONE),
    (f"<!-- x -->\r\n{R71}\r\n\r\n{R102}\r\n", BOTH),
]
FOOTNOTES = [
    (f"words[^n]\n\n[^n]:\n    {R71}\n", PP_71),
    (f"[^1]: See {R71}.\n\n    And {R102} too.\n", BOTH),
    (f"[^1]: See {R71}.\n[^2]: See {R102}.\n", BOTH),
    (f"> [^1]: See {R71}.\n", PP_71),
    (f"words\n\n[^long-name]: {R71}\nand {R102}\n", BOTH),
    (f"[*]: {R71}\n", PP_71),
    (f'[1]: https://example.org/Resolution-99 "Resolution 98"\n\n{R71}\n', PP_71),
    (f"[1]: <https://example.org/Resolution 99>\n    'Resolution 98'\n\n{R71}\n", PP_71),
    (f"[Decision]: {R71}\n[see]: {R102}\n", BOTH),
    (f"[^1]: See {R71}.\n\n        Resolution 99 in code\n", PP_71),
    (f"- item[^1]\n\n[^1]: {R71}; see\n    also {R102}.\n", BOTH),
]
TAGS = [
    (f"<ul><li>{R71}</li><li>{R102}</li></ul>\n", BOTH),
    (f"see {PB}<br>{R71}\n", PP_71),
    (f"<dl><dt>Annex</dt><dd>{R71}</dd></dl>\n", PP_71),
    (f"<div>one</div>{R71}\n", PP_71),
    (f"Resolution<br>71 (Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"<h2>Annex</h2>{R71}\n", PP_71),
    (f"Reso<b>lution</b> 71 (Rev.<br/>Dubai, 2018) {PB}\n", PP_71),
    (f'the <span class="a>b">Resolution</span> <em>71</em> (Rev. Dubai, 2018) {PB}\n', PP_71),
    (f"<pre>\n{R71}\n</pre>\n\n{R102}\n", PP_102),
    (f'<script>\nvar a = "{R71}";\n</script>\n\n{R102}\n', PP_102),
    (f'<style>\n.a {{content: "{R71}"}}\n\n</style>\n{R102}\n', PP_102),
    (f"if x<y then {R71} and z>w\n", PP_71),
    (f"<table>\n<tr>\n<td>1</td>\n\n<td>{R71}</td>\n</tr>\n</table>\n", PP_71),
    (f"<details>\n<summary>Annex</summary>{R71}\n</details>\n", PP_71),
    (f"a <code>{R71}</code> is code, {R102} not\n", BOTH),
]
MARKS = [
    (f"noting Resolution&#xA0;71&nbsp;(Rev.&#32;Dubai,&ensp;2018) {PB}\n", PP_71),
    (f"- > Resolution 71 (Rev.\n  > Dubai, 2018) {PB}\n", PP_71),
    (f">> Resolution 71\n>> (Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"> Resolution 71\n(Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"Resolution&thinsp;71 &#40;Rev. Dubai, 2018&#41; {PB}\n", PP_71),
    (f"Resolution\\\n71 (Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"Resolution 71 \\(Rev\\. Dubai\\, 2018\\) {PB}\n", PP_71),
    (f"Resolution 71 (~~Rev. Busan, 2014~~ Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"==Resolution 71== (Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"Resolution&NonBreakingSpace;71 (Rev. Dubai&comma; 2018) {PB}\n", PP_71),
    (f"the Pl&eacute;nipotentiary, Resolution 71&#8239;(Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"***Resolution*** **71** (*Rev.* __Dubai__, 2018) {PB}\n", PP_71),
]
NOTE_MARKS = [
    (f"Resolution 71[[1]](#footnote-1) (Rev. Dubai, 2018) {PB}\n", PP_71),
    (f'Resolution 71<sup><a href="#fn1">1</a></sup> (Rev. Dubai, 2018) {PB}\n', PP_71),
    (f"Resolution 71^12^ (Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"{PB[3:]}'s Resolution 71 (Rev. Dubai, 2018)[^2] {PB}[^3]\n", PP_71),
    (f"Resolution 71<sup>1</sup> (Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"Resolution 71[^note-a] (Rev. Dubai[^2], 2018[^3]) {PB}\n", PP_71),
    (f"Resolution 71<sup>[1](#fn1)</sup> (Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"Resolution 71^a^ (Rev. Dubai, 2018) {PB}^2^\n", PP_71),
    (f"Resolution 71[\\*](#note) (Rev. Dubai, 2018) {PB}\n", PP_71),
    (f"**Resolution 71**[^1] **(Rev. Dubai, 2018)** {PB}\n", PP_71),
    (f"Resolutions 71[^1] and 102[^2] (Rev. Dubai, 2018) {PB}\n", BOTH),
    (f"Resolution 71<sup>*</sup> (Rev. Dubai, 2018) {PB}\n", PP_71),
]
FRONT_MATTER = [
    (f'+++\ntitle = "{R71}"\n+++\n{R102}\n', PP_102),
    (f'+++\r\ntitle = "{R71}"\r\n+++\r\n\r\n{R102}\r\n', PP_102),
    (f'+++ \na = 1\n[b]\nc = "{R71}"\n+++\n', NONE),
    (f"+++\n{R71}\n", PP_71),
    (f"text\n\n+++\n{R71}\n+++\n", PP_71),
    (f"---\ntitle: {R71}\n...\n{R102}\n", PP_102),
    (f"---\n{R71}\n", PP_71),
    (f"+++\n+++\n{R71}\n", PP_71),
    (f"---\n---\n{R71}\n", PP_71),
]
CELLS = [
    ("| a | b |\n|---|---|\n| PP Resolution 71<sup>1</sup> | (Rev. Dubai, 2018) |\n", PP_71),
    ("| 1 | Budget Committee | Resolution 71 (Rev. Dubai, 2018) |\n|---|---|---|\n", PP_71),
    (
        "| a | b |\n|---|---|\n| PP Resolution 71 | Rev. Dubai, 2018 |\n| PP Resolution 102 | (Rev. Dubai, 2018) |\n",
        BOTH,
    ),
    ("a | b\n--|--\nPP Resolution 71 | (Rev. Dubai, 2018)\n", PP_71),
    ("| a | b |\n|:--|--:|\n| **PP Resolution 71** | *(Rev. Dubai, 2018)* |\n", PP_71),
    ("| a | b |\n|---|---|\n|PP Resolution 71|(Rev. Dubai, 2018)|\n", PP_71),
    ("| a | b | c |\n|---|---|---|\n| 1 | PP Resolution 71 | (Rev. Dubai, 2018) |\n", PP_71),
    ("> | a | b |\n> |---|---|\n> | PP Resolution 71 | (Rev. Dubai, 2018) |\n", PP_71),
    ("| a | b |\n|---|---|\n| PP Resolution 71 (Rev. Dubai, 2018) | PP Resolution 102 (Rev. Dubai, 2018) |\n", BOTH),
    ("| a | b |\n|---|---|\n| PP Resolution 71 | (Rev. Dubai, 2018) \\| see |\n", PP_71),
    (f"| a | b |\n|---|---|\n| Resolution 71 (Rev. Dubai, 2018) | {PB} |\n", PP_71),
]
# What stands in tags and is not shown, or is code; and what is no tag.
CODE_IN_TAGS = [
    (f"- <pre>{R71}</pre>\n- {R102}\n", PP_102),
    (f"<div>\n<pre>\n{R71}\n\n{R71}\n</pre>\n</div>\n\n{R102}\n", PP_102),
    (f"the <pre> of a page, `<script>`, and {R71}\n\n{R102} `</script>`\n", BOTH),
    (f"words <script>say('{R71}')</script> and {R102}\n", PP_102),
    (f"<template>{R71}</template>\n\n<!DOCTYPE html>\n<?php {R71[:13]} ?>\n{R102}\n", PP_102),
    (f"if a<b and c>d, {R71} and <placeholder> and {R102}\n", BOTH),
]


def cited(text: str, registry: Registry) -> list[str]:
    """The body, number and edition of every citation of a text."""
    view = View(read_markdown(text.encode(), "draft.md"))
    assert view.text == text
    found = []
    for citation in find_citations(view, registry):
        editions = "; ".join(f"{edition.place}, {edition.year}" for edition in citation.editions)
        found.append(f"{citation.body} {citation.number} ({editions})")
    return found


@pytest.mark.parametrize(
    ("text", "citations"),
    [*COMMENTS, *FOOTNOTES, *TAGS, *MARKS, *NOTE_MARKS, *FRONT_MATTER, *CELLS, *CODE_IN_TAGS],
)
def test_citations_are_those_that_the_page_shows(text: str, citations: list[str], registry: Registry) -> None:
    assert cited(text, registry) == citations


def prose(text: str) -> list[str]:
    view = View(read_markdown(text.encode(), "draft.md"))
    assert view.text == text
    return [words for words in (view.prose(block).text for block in view.blocks) if words.strip()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# RESOLUTION 75 (Rev. *Geneva*, 2022)\n", ["RESOLUTION 75 (Rev. Geneva, 2022)"]),
        ("**Resolution 71** (Rev. Dubai,\n2018)\n", ["Resolution 71 (Rev. Dubai,\n2018)"]),
        ("see [Resolution 71](https://example.org/Resolution%2099) here\n", ["see Resolution 71 here"]),
        ("see [Resolution 71][ref]\n\n[ref]: https://example.org/Resolution-99\n", ["see Resolution 71"]),
        ("```\nResolution 99 (Dubai 2018)\n```\n", []),
        ("- item\n\n      Resolution 99 in indented code\n", ["item"]),
        ("the `Resolution 99` of code\n", ["the  of code"]),
        ("<!-- Resolution 99 -->\n\nwords <!-- Resolution 98 --> words\n", ["words  words"]),
        ("---\ntitle: Resolution 99\n---\n\nwords\n", ["words"]),
        ("a) first;\nb) second\n", ["a) first;", "b) second"]),
        ("> a quoted Resolution 71\n", ["a quoted Resolution 71"]),
        ("| Resolution 71 | text |\n|---|---|\n| a | b |\n", ["| Resolution 71   text |", "| a | b |"]),
        ("Resolution 71 (Rev. Dubai, 2018\\)\n", ["Resolution 71 (Rev. Dubai, 2018)"]),
        ("snake_case_name and 2 * 3 * 4\n", ["snake_case_name and 2 * 3 * 4"]),
    ],
)
def test_what_is_prose(text: str, words: list[str]) -> None:
    assert [line.strip() for line in prose(text)] == [line.strip() for line in words]


def test_a_comment_inside_code_is_no_comment() -> None:
    text = "write `<!-- reslint: ignore-file -->` to silence\n\n<!-- a comment -->\n\n```\n<!-- code -->\n```\n"
    assert [match.group() for match in comments_of(text)] == ["<!-- a comment -->"]


@given(st.text(alphabet="ab)(*_`[]<>!-#|\\ \n\r\t1.:~=&;", max_size=80))
def test_any_markdown_is_read_and_nothing_of_it_lost(text: str) -> None:
    if text:
        view = View(read_markdown(b"\xef\xbb\xbf" + text.encode(), "draft.md"))
        assert view.text == text


def findings(text: str) -> list[Finding]:
    return list(lint_text(text, "draft.md", as_of="2024-10-15").findings)


def mended(text: str) -> str:
    """The text with its safe fixes made once."""
    return apply(text, choose(findings(text), unsafe_fixes=False).edits)


@pytest.mark.parametrize(
    "marker",
    ["<!-- reslint: ignore[STA001] --> ", "<!-- reslint: ignore[STA001] -->\n", "- <!-- reslint: ignore[STA001] -->"],
)
def test_a_comment_that_silences_speaks_for_its_own_paragraph(marker: str) -> None:
    told = findings(f"{marker}{R71}\n\n{R102}\n")
    assert [(finding.code, finding.line) for finding in told] == [("STA001", f"{marker}\n\n".count("\n") + 1)]


def test_a_finding_stands_where_its_words_stand_in_the_file() -> None:
    (finding,) = findings(f"> &amp; noting<br>Resolution&nbsp;71[^1]\n> (Rev.&#160;Dubai, 2018) {PB}\n")
    assert (finding.code, finding.excerpt, finding.line, finding.column) == ("STA001", "Rev.&#160;Dubai, 2018", 2, 4)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (
            f"Resolution&nbsp;71 (Rev.&nbsp;Bucharest 2022) {PB}\n",
            f"Resolution&nbsp;71 (Rev.&nbsp;Bucharest, 2022) {PB}\n",
        ),
        (f"Resolution 71[^1] (**Bucharest**,2022) {PB}\n", f"Resolution 71[^1] (**Rev. Bucharest**,2022) {PB}\n"),
        (f"> Resolution 71 (Rev. Buchrest,\n> 2022) {PB}\n", f"> Resolution 71 (Rev. Bucharest,\n> 2022) {PB}\n"),
        # What is misspelt around a mark is said, and left to the writer.
        (f"Resolution 71 (Rev. Buc&shy;hrest, 2022) {PB}\n", f"Resolution 71 (Rev. Buc&shy;hrest, 2022) {PB}\n"),
        (f"Resolution 71 (Rev. Buc<b>hrest</b>, 2022) {PB}\n", f"Resolution 71 (Rev. Buc<b>hrest</b>, 2022) {PB}\n"),
    ],
)
def test_a_safe_fix_leaves_every_mark_where_it_is(text: str, fixed: str) -> None:
    assert mended(text) == fixed
    assert mended(fixed) == fixed


def test_why_a_fix_over_a_mark_is_not_made() -> None:
    (finding,) = findings(f"Resolution 71 (Rev. Buc<b>hrest</b>, 2022) {PB}\n")
    assert (finding.code, finding.fix, finding.refused) == ("SPL001", None, "it reaches over markup")


PIECES = [
    *(
        "Resolution 71",
        " (Rev. Dubai, 2018)",
        "\n",
        "\n\n",
        "\r\n",
        "> ",
        "- ",
        "    ",
        "\t",
        "<!--",
        "-->",
        "`",
        "```\n",
    ),
    *("~~", "*", "__", "==", "&nbsp;", "&#0;", "&amp", "\\", "[", "]", "[^1]", "[^1]: ", "^1^", "](x)", "](#fn1)", "|"),
    *("<br>", "</td><td>", "<pre>", "</pre>", "<script>", "<sup>1</sup>", "<del>", "</del>", "<x y z>", "<y", "+++\n"),
    *("---\n", "| a | b |\n|---|---|\n", "# ", "a) ", "2 ", "e\u0301", "\u00ad", "![", "<?x?>", "[1: 1 note]"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_what_is_read_has_its_place_in_the_file(pieces: list[str]) -> None:
    text = "".join(pieces)
    view = View(read_markdown(b"\xef\xbb\xbf" + text.encode(), "draft.md"))
    assert view.text == text
    reading = view.reading
    places = [reading.start_of(offset) for offset in range(len(reading.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= reading.end_of(offset + 1) <= len(text) for offset, place in enumerate(places[:-1]))
    for block in view.blocks:
        prose = view.prose(block)
        assert block.start <= prose.start_of(0) <= prose.end_of(len(prose.text)) <= block.end


@pytest.mark.parametrize("marks", ["> ", ">", " > ", ">  ", "#", "# ", "###### ", "+", "1)", "> # "])
@pytest.mark.parametrize("behind", ["x", "", "[^1", "[", "1"])
def test_marks_before_words_are_passed_once_however_many_they_are(marks: str, behind: str) -> None:
    """Trying every way to divide them would not come to an end within a life."""
    line = f"{marks * 60}{behind}"
    text = f"{R71}[^1]\n\n{line}\n\n{line}<!-- x -->\n\n[^1]: See {R102}.\n"
    result = lint_text(text, "draft.md")
    assert result.errors == ()
    assert [citation.number for citation in result.citations] == ["71", "102"]


@pytest.mark.parametrize(("deep", "read"), [(8, True), (30, True), (47, True), (60, False), (400, False)])
@pytest.mark.parametrize("mark", ["- ", "> ", "1. "])
def test_what_stands_too_deep_is_never_left_out_in_silence(
    mark: str, deep: int, read: bool, registry: Registry
) -> None:
    text = f"{mark * deep}deep\n\nResolution 71 (Rev. Dubai, 2018)\n"
    if read or (mark == "> " and deep < 90):
        assert [one.number for one in find_citations(View(read_markdown(text.encode(), "draft.md")), registry)] == [
            "71"
        ]
    else:
        with pytest.raises(ReslintError, match="deeper than is read"):
            read_markdown(text.encode(), "draft.md")


def test_comments_of_a_text_that_is_nested_deeply_are_those_that_stand_there() -> None:
    text = f"---\ntitle: Minutes\n{'> ' * 300}deep\n---\n\n    code <!-- a -->\n\n<!-- b -->\n"
    assert [match.group() for match in comments_of(text)][-1] == "<!-- b -->"
    assert not lint_text(text, "draft.md", as_of="2024-10-15").errors
