"""Files that are small and unpack to gigabytes, or are nested without end: each is refused by a count, in one line."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from made import OLD, docx, odt, packed, paragraph, pdf, reslint_on, run, shown_on_a_page

from reslint import Settings, lint_bytes
from reslint.errors import ReslintError

M = 1 << 20
MANY = 250_000
SECONDS, MEGABYTES = 10, 500
"""More than any of these takes of processor time, on a machine that does much else, and of memory."""


def word_rows(many: int) -> str:
    return "<w:tbl>" + f"<w:tr><w:tc>{paragraph(run('a b c'))}</w:tc></w:tr>" * many + "</w:tbl>"


HOSTILE: dict[str, Callable[[], tuple[str, bytes, str]]] = {
    "short lines": lambda: ("a.txt", b"a\n" * MANY, "paragraphs"),
    "old line ends": lambda: ("a.txt", b"a\r" * MANY, "paragraphs"),
    "empty lines": lambda: ("a.txt", b"\r\n" * MANY + b"a", "paragraphs"),
    "a long line": lambda: ("a.txt", b"a " * 15 * M, "characters"),
    "many short lines": lambda: ("a.txt", b"a b\n" * 15 * M, "characters"),
    "wide letters": lambda: ("a.txt", ("a\n" * MANY).encode("utf-16"), "paragraphs"),
    "Markdown": lambda: ("a.md", b"a\n\n" * MANY, "paragraphs"),
    "quoted Markdown": lambda: ("a.md", b"> " * 15 * M, "characters"),
    "list of Markdown": lambda: ("a.md", b"- a\n" * MANY, "paragraphs"),
    "HTML": lambda: ("a.html", b"<p>a" * MANY, "paragraphs"),
    "cells of HTML": lambda: ("a.html", b"<table>" + b"<tr><td>a" * MANY, "tags, words and comments"),
    "HTML without words": lambda: ("a.html", b"<b>" * 8 * M, "characters"),
    "HTML without paragraphs": lambda: ("a.html", b"<td>a" * M, "tags, words and comments"),
    "deep HTML": lambda: ("a.html", b"<div>" * MANY, "nested more than"),
    "Word paragraphs": lambda: ("a.docx", docx("<w:p/>" * MANY), "paragraphs"),
    "more Word paragraphs": lambda: ("a.docx", docx("<w:p/>" * 3 * M), "would unpack to"),
    "Word tables": lambda: ("a.docx", docx(word_rows(MANY)), "paragraphs"),
    "one word of Word": lambda: ("a.docx", docx(paragraph(run("a" * 60 * M))), "would unpack to"),
    "blanks of Word": lambda: ("a.docx", docx(" " * 60 * M), "would unpack to"),
    "a part beside": lambda: ("a.docx", docx(paragraph(run("a")), {"styles": " " * 60 * M}), "would unpack to"),
    "deep Word": lambda: ("a.docx", docx("<w:tbl><w:tr><w:tc>" * 5_000 + "<w:p/>"), "nested more than"),
    "too deep for XML": lambda: ("a.docx", docx("<w:x>" * MANY), "damaged"),
    "OpenDocument paragraphs": lambda: ("a.odt", odt("<text:p/>" * MANY), "paragraphs"),
    "OpenDocument headings": lambda: ("a.odt", odt("<text:h>a</text:h>" * MANY), "would unpack to"),
    "OpenDocument blanks": lambda: ("a.odt", odt('<text:p><text:s text:c="9999"/></text:p>' * 30_000), "characters"),
    "deep OpenDocument": lambda: ("a.odt", odt("<text:list><text:list-item>" * 5_000), "nested more than"),
    "OpenDocument in blanks": lambda: ("a.odt", odt(" " * 60 * M), "would unpack to"),
    "a PDF of words": lambda: ("a.pdf", pdf(b"BT /F 9 Tf 9 9 Td " + b"(a b) Tj " * 9 * M), "would unpack to"),
    "a PDF of one word": lambda: ("a.pdf", pdf(shown_on_a_page("a" * 60 * M)), "would unpack to"),
    "a PDF of lines": lambda: ("a.pdf", pdf(b"0 0 m 9 9 l S " * 9 * M), "would unpack to"),
    "a PDF of states": lambda: ("a.pdf", pdf(b"q " * 30 * M), "would unpack to"),
}
"""What the file is called, what it is, and what is said of it."""


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_refused_in_one_line(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name, data, words = HOSTILE[kind]()
    Path(name).write_bytes(data)
    ran = reslint_on("check", name, "--jobs", "1", "--no-cache")
    (error,) = ran.errors
    assert ran.status == 2
    assert error.startswith(f"error: {name}: ")
    assert words in error
    assert "report it" not in error
    assert ran.seconds < SECONDS
    assert ran.megabytes < MEGABYTES


@pytest.mark.parametrize(
    ("limit", "name", "data"),
    [
        ("characters", "a.txt", b"more than ten characters"),
        ("characters", "a.md", b"more than ten characters"),
        ("characters", "a.html", b"<p>more than ten characters"),
        ("characters", "a.docx", docx(paragraph(run("more than ten characters")))),
        ("characters", "a.odt", odt("<text:p>more than ten characters</text:p>")),
        ("characters", "a.pdf", pdf(shown_on_a_page("more than ten characters"))),
        ("paragraphs", "a.txt", b"a\n" * 12),
        ("paragraphs", "a.md", b"a\n\n" * 12),
        ("paragraphs", "a.html", b"<p>a" * 12),
        ("paragraphs", "a.docx", docx("<w:p/>" * 12)),
        ("paragraphs", "a.odt", odt("<text:p/>" * 12)),
        ("unpacked", "a.docx", docx(paragraph(run("a")))),
        ("unpacked", "a.odt", odt("<text:p>a</text:p>")),
        ("unpacked", "a.pdf", pdf(shown_on_a_page("more than ten characters"))),
        ("members", "a.docx", packed({f"{number}.xml": b"" for number in range(12)})),
        ("members", "a.odt", packed({f"{number}.xml": b"" for number in range(12)})),
        ("pages", "a.pdf", pdf(shown_on_a_page("a"), pages=12)),
    ],
)
def test_each_limit_is_a_setting(limit: str, name: str, data: bytes) -> None:
    held = lint_bytes(data, name, settings=Settings.of(limits={limit: 10}))
    (error,) = held.errors
    assert error.startswith(f"{name}: ")
    assert error.endswith(f"do not trust this file, or raise limits.{limit} in the settings")
    if limit != "members":
        assert lint_bytes(data, name, settings=Settings.of(limits={limit: 100_000})).errors == ()


def test_depth_is_a_setting() -> None:
    tables = docx("<w:tbl><w:tr><w:tc>" * 12 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 12)
    assert lint_bytes(tables, "a.docx").errors == ()
    (error,) = lint_bytes(tables, "a.docx", settings=Settings.of(limits={"depth": 10})).errors
    assert "is nested more than 10 deep" in error


def test_a_limit_holds_while_a_file_is_mended() -> None:
    from reslint import comment, fix

    data = docx(paragraph(run(OLD)) + "<w:p/>" * 12)
    large = Settings.of(limits={"paragraphs": 13}, as_of="2024-01-01")
    assert fix(data, "a.docx", unsafe=True, settings=large).mended == 1
    assert comment(data, "a.docx", settings=large).comments == 1
    small = Settings.of(limits={"paragraphs": 12}, as_of="2024-01-01")
    assert fix(data, "a.docx", unsafe=True, settings=small).data == data
    assert len(comment(data, "a.docx", settings=small).result.errors) == 1


def test_limits_of_a_folder_hold_for_its_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile("a.zip", "w") as made:
        for number in range(12):
            made.writestr(f"{number}.txt", "words")
    Path("reslint.toml").write_text("[limits]\nmembers = 10\n")
    ran = reslint_on("check", ".")
    assert ran.errors == [
        "error: a.zip: the archive has more than 10 files; "
        "do not trust this file, or raise limits.members in the settings"
    ]


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"paragraph": 10}, "unknown limit 'paragraph'; did you mean paragraphs?"),
        ({"words": 10}, "unknown limit 'words'; the limits are characters, "),
        ({"paragraphs": 0}, "limits.paragraphs has to be a number above 0"),
        ({"paragraphs": -1}, "limits.paragraphs has to be a number above 0"),
        ({"paragraphs": "10"}, "limits.paragraphs has to be a number above 0"),
        ({"paragraphs": True}, "limits.paragraphs has to be a number above 0"),
        ({"unpacked": "much"}, "limits.unpacked: 'much' is not a size"),
        ({"memory": 1.5}, "limits.memory has to be a number of bytes"),
    ],
)
def test_a_limit_that_is_none_is_refused(limits: dict[str, object], message: str) -> None:
    with pytest.raises(ReslintError) as refused:
        Settings.of(limits=limits)  # type: ignore[arg-type]
    assert message in str(refused.value)


def test_sizes_may_be_written_with_their_units() -> None:
    made = Settings.of(limits={"unpacked": "2 MiB", "memory": "1 GiB", "seconds": 9}).limits
    assert (made.unpacked, made.memory, made.seconds) == (2 << 20, 1 << 30, 9)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"A line of a draft that is as long as such lines are, with some words in it.\n\n" * 20_000),
        ("a.md", b"A paragraph of Markdown.\n\n" * 20_000),
        ("a.html", b"<p>A paragraph.</p>" * 20_000),
        (
            "a.docx",
            docx(paragraph(run("A paragraph of Word.")) * 20_000),
        ),
    ],
)
def test_what_is_large_and_good_is_read(name: str, data: bytes) -> None:
    assert lint_bytes(data, name).errors == () or "would unpack to" in lint_bytes(data, name).errors[0]
