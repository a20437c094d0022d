"""Nothing costs the square of what it is: each structure is read, mended and commented in four times the time for four
times as much of it.

The shares of one process are compared with each other. Four times as much takes four times as long, give or take; what
grows with the square takes sixteen times as long, and is far above what is allowed here.
"""

from __future__ import annotations

import gc
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from made import OLD, W, docx, odt, paragraph, pdf, run

from reslint import Settings, comment, fix, lint_bytes

pytestmark = pytest.mark.slow

AT = Settings.of(as_of="2024-01-01")
BAD = "Resolution 71 (Rev. Buchrest 2018)"
IGNORE = "<!-- reslint: ignore[SPL001] -->"
FOUR, ALLOWED = 4, 8.5
LEAST = 0.01
"""Seconds below which nothing can be told."""


def took(act: Callable[[], object], times_over: int = 2) -> float:
    """The processor time of an act, the least of several."""
    times = []
    for _ in range(times_over):
        gc.collect()
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return min(times)


def assert_linear(act: Callable[[int], Callable[[], object]], size: int) -> None:
    """That four times the size takes no more than eight times as long; sizes that are too small to tell are raised."""
    act(size)()
    while (small := took(act(size))) < LEAST:
        size *= 2
    large = took(act(size * FOUR), 1)
    if large >= ALLOWED * small:  # somebody else may have had the processor: once more
        small, large = took(act(size)), took(act(size * FOUR))
    assert large < ALLOWED * small, f"{size:,}: {small:.3f} s, {size * FOUR:,}: {large:.3f} s"


def cell(inside: str) -> str:
    return f"<w:tc>{inside}</w:tc>"


TEXTS: dict[str, tuple[int, str, Callable[[int], str]]] = {
    "findings": (200, "a.txt", lambda n: f"{BAD}\n" * n),
    "findings in one line": (200, "a.txt", lambda n: f"{BAD} " * n),
    "findings at one place": (300, "a.txt", lambda n: "Resolutions 1" + ", 2" * n + " (Rev. Dubai, 2018)\n"),
    "findings with one edition": (300, "a.txt", lambda n: "Resolutions 1" + ", 71" * n + " (Rev. Buchrest 2018)\n"),
    "numbers without one": (500, "a.txt", lambda n: "Resolutions 1" + ", 2" * n + "\n"),
    "short lines": (4_000, "a.txt", lambda n: "a b\n" * n),
    "blanks": (100_000, "a.txt", lambda n: " " * n),
    "brackets": (50_000, "a.txt", lambda n: "(" * n + "[" * n),
    "words": (20_000, "a.txt", lambda n: "Resolution " * n),
    "labels": (500, "a.txt", lambda n: "considering\n" + "a)\twords;\n" * n),
    "glued labels": (500, "a.txt", lambda n: "considering\n" + "ef)\twords;\n" * n),
    "headings": (500, "a.txt", lambda n: "considering\na)\twords,\nnoting\n" * n),
    "marked words": (200, "a.txt", lambda n: f"{BAD} [sic]\n" * n),
    "dumps": (200, "a.txt", lambda n: "Resolution 71 (Rev. Dubai, 2018Bucharest, 2022)\n" * n),
    "comments": (500, "a.md", lambda n: f"{IGNORE}\n" * n),
    "comments apart": (500, "a.md", lambda n: f"{IGNORE}\n\n" * n),
    "comments in a line": (500, "a.md", lambda n: IGNORE * n + BAD),
    "comments that hold": (200, "a.md", lambda n: f"{IGNORE}\n{BAD}\n\n" * n),
    "comments of the file": (200, "a.md", lambda n: "<!-- reslint: ignore-file[NUM] -->\n" * n + f"{BAD}\n\n" * n),
    "comments not closed": (500, "a.md", lambda n: "<!-- reslint: ignore[SPL001]\n" * n),
    "comments and code": (500, "a.md", lambda n: f"`{IGNORE}` `\n" * n),
    "links": (500, "a.md", lambda n: "[a](b) " * n),
    "open links": (2_000, "a.md", lambda n: "[" * n + BAD),
    "stars": (2_000, "a.md", lambda n: "*a **b " * n),
    "rows": (300, "a.md", lambda n: "|a|b|\n|-|-|\n" + f"|{BAD}|b|\n" * n),
    "quotes": (500, "a.md", lambda n: "> a\n" * n),
    "HTML paragraphs": (200, "a.html", lambda n: f"<p>{BAD}" * n),
    "HTML comments": (500, "a.html", lambda n: IGNORE * n + f"<p>{BAD}"),
    "HTML lists": (500, "a.html", lambda n: "<ol>" + "<li>a" * n),
    "HTML cells": (500, "a.html", lambda n: "<table><tr>" + "<td>a" * n),
    "HTML changes": (300, "a.html", lambda n: "<p>" + "<del>a</del><ins>b</ins> " * n),
    "HTML elements": (1_000, "a.html", lambda n: "<b>" * n + BAD),
}
"""How many to begin with, the name of the file, and what it holds."""


@pytest.mark.parametrize("structure", TEXTS)
def test_texts(structure: str) -> None:
    size, name, make = TEXTS[structure]

    def checked(many: int) -> Callable[[], object]:
        data = make(many).encode()
        return lambda: lint_bytes(data, name, settings=AT)

    assert_linear(checked, size)


@pytest.mark.parametrize("structure", ["findings", "findings in one line", "comments that hold", "comments", "dumps"])
def test_texts_that_are_mended(structure: str) -> None:
    size, name, make = TEXTS[structure]

    def mended(many: int) -> Callable[[], object]:
        data = make(many).encode()
        return lambda: fix(data, name, unsafe=True, settings=AT)

    assert_linear(mended, size // 2)


SIDES: dict[str, tuple[int, Callable[[int], str]]] = {
    "each of its words": (150, lambda n: "".join(f"ignore[SPL001] Resolution {one} (Rev.\n" for one in range(n))),
    "the same words": (150, lambda n: "ignore[SPL001] Resolution\n" * n),
    "words that begin alike": (150, lambda n: "".join(f"ignore[SPL001] Resolution {one}\n" for one in range(n))),
    "words of one letter": (150, lambda n: "".join(f"ignore[SPL001] {chr(97 + one % 26)}\n" for one in range(n))),
    "words that are not there": (150, lambda n: "".join(f"ignore[SPL001] nothing {one}\n" for one in range(n))),
    "the whole file": (150, lambda n: "ignore-file[NUM001]\n" * n),
    "wrong lines": (150, lambda n: "ignore[SPL001]\nnonsense\n" * n),
    "words without end": (3_000, lambda n: f"ignore[SPL001] {'Resolution ' * n}\n"),
}


@pytest.mark.parametrize("kind", SIDES)
def test_side_files(kind: str) -> None:
    size, make = SIDES[kind]

    def checked(many: int) -> Callable[[], object]:
        text = "".join(f"Resolution {one} (Rev. Buchrest 2018)\n" for one in range(many if size < 1_000 else 100))
        side = make(many)
        return lambda: lint_bytes(text.encode(), "a.txt", settings=AT, side=side)

    assert_linear(checked, size)


def remark(number: int, words: str) -> str:
    return f'<w:comment w:id="{number}" w:author="a">{paragraph(run(words))}</w:comment>'


def remarked(number: int, inside: str) -> str:
    begin, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    return f'{begin}{inside}{end}<w:r><w:commentReference w:id="{number}"/></w:r>'


def with_remarks(body: str, words: str, many: int) -> bytes:
    told = "".join(remark(number, words) for number in range(many))
    return docx(body, {"comments": f"<w:comments {W}>{told}</w:comments>"})


def changed(kind: str, text: str) -> str:
    told = run(text).replace("w:t", "w:delText") if kind == "del" else run(text)
    return f'<w:{kind} w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z">{told}</w:{kind}>'


def box(inside: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"


WORD: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "findings": (60, lambda n: docx(paragraph(run(OLD)) * n)),
    "findings in a paragraph": (60, lambda n: docx(paragraph(run(f"{OLD} ") * n))),
    "findings in a run": (60, lambda n: docx(paragraph(run(f"{OLD} " * n)))),
    "findings after much else": (50, lambda n: docx(paragraph(run("a")) * 5 * n + paragraph(run(OLD)) * n)),
    "comments in a paragraph": (
        60,
        lambda n: with_remarks(
            paragraph("".join(remarked(number, run("a ")) for number in range(n)) + run(OLD)),
            "reslint: ignore[outdated-edition]",
            n,
        ),
    ),
    "comments that hold nothing": (
        60,
        lambda n: with_remarks(
            paragraph("".join(remarked(number, run(f"{OLD} ")) for number in range(n))), "reslint: ignore[NUM]", n
        ),
    ),
    "comments of the file": (
        60,
        lambda n: with_remarks(
            "".join(paragraph(remarked(number, run(OLD))) for number in range(n)), "reslint: ignore-file[NUM]", n
        ),
    ),
    "changes in a paragraph": (150, lambda n: docx(paragraph((changed("del", "a ") + changed("ins", "b ")) * n))),
    "changed citations": (
        30,
        lambda n: docx(paragraph(run("Resolution 71 (Rev. ") + changed("ins", "Dubai, 2018") + run(")")) * n),
    ),
    "rows": (60, lambda n: docx(f"<w:tbl>{f'<w:tr>{cell(paragraph(run(OLD)))}</w:tr>' * n}</w:tbl>")),
    "cells": (60, lambda n: docx(f"<w:tbl><w:tr>{cell(paragraph(run(OLD))) * n}</w:tr></w:tbl>")),
    "text boxes": (50, lambda n: docx(paragraph(box(paragraph(run(OLD))) * n))),
    "links": (60, lambda n: docx(paragraph(f"<w:hyperlink>{run(OLD)}</w:hyperlink>" * n))),
}


@pytest.mark.parametrize("structure", WORD)
@pytest.mark.parametrize("act", ["check", "comment", "fix"])
def test_word_files(structure: str, act: str) -> None:
    size, make = WORD[structure]
    acts: dict[str, Callable[[bytes], object]] = {
        "check": lambda data: lint_bytes(data, "a.docx", settings=AT),
        "comment": lambda data: comment(data, "a.docx", settings=AT),
        "fix": lambda data: fix(data, "a.docx", unsafe=True, settings=AT),
    }

    def done(many: int) -> Callable[[], object]:
        data = make(many)
        return lambda: acts[act](data)

    assert_linear(done, size)


def region(number: int) -> str:
    removed = "<text:deletion><office:change-info/><text:p>gone </text:p></text:deletion>"
    return f'<text:changed-region text:id="c{number}">{removed}</text:changed-region>'


ODT: dict[str, tuple[int, Callable[[int], str]]] = {
    "findings": (100, lambda n: f"<text:p>{OLD}</text:p>" * n),
    "spans": (500, lambda n: "<text:p>" + "<text:span>a </text:span>" * n + f"{OLD}</text:p>"),
    "list items": (
        300,
        lambda n: "<text:list>" + "<text:list-item><text:p>a</text:p></text:list-item>" * n + "</text:list>",
    ),
    "notes": (
        200,
        lambda n: (
            "<text:p>" + "<text:note><text:note-body><text:p>a</text:p></text:note-body></text:note>" * n + "</text:p>"
        ),
    ),
    "deletions": (
        200,
        lambda n: (
            f"<text:tracked-changes>{''.join(map(region, range(n)))}</text:tracked-changes><text:p>"
            + "".join(f'<text:change text:change-id="c{number}"/>' for number in range(n))
            + "</text:p>"
        ),
    ),
    "the same deletion": (
        500,
        lambda n: (
            f"<text:tracked-changes>{region(1)}</text:tracked-changes><text:p>"
            + '<text:change text:change-id="c1"/>' * n
            + "</text:p>"
        ),
    ),
    "remarks": (
        200,
        lambda n: "<text:p>" + "<office:annotation><text:p>a</text:p></office:annotation>" * n + "</text:p>",
    ),
}


@pytest.mark.parametrize("structure", ODT)
def test_open_document_files(structure: str) -> None:
    size, make = ODT[structure]

    def checked(many: int) -> Callable[[], object]:
        data = odt(make(many))
        return lambda: lint_bytes(data, "a.odt", settings=AT)

    assert_linear(checked, size)


def test_pages_of_a_pdf() -> None:
    def checked(many: int) -> Callable[[], object]:
        data = pdf(b"BT /F 10 Tf 10 700 Td (words of a page) Tj ET", pages=many)
        return lambda: lint_bytes(data, "a.pdf", settings=AT)

    assert_linear(checked, 50)


def test_files_of_an_archive(tmp_path: Path) -> None:
    from reslint.sources.unpacking import members, read_member

    def read(many: int) -> Callable[[], object]:
        path = str(tmp_path / f"{many}.zip")
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as made:
            for number in range(many):
                made.writestr(f"d/{number}.txt", "words")
        Path(path).write_bytes(packed.getvalue())
        return lambda: [read_member(path, name, 100, name) for name in members(path)]

    assert_linear(read, 200)


def test_many_comments_far_down_a_long_file() -> None:
    """8,000 findings after 40,000 paragraphs cost eight times what 1,000 after 5,000 do."""

    def commented(many: int) -> Callable[[], object]:
        data = docx(paragraph(run("a")) * 5 * many + paragraph(run(OLD)) * many)
        return lambda: comment(data, "a.docx", settings=AT)

    small = commented(1_000)
    small()
    start = time.process_time()
    small()
    between = time.process_time()
    commented(8_000)()
    assert time.process_time() - between < 16 * (between - start)
