"""What the pages of a PDF draw is looked at before it is unpacked: bombs are refused, real pages are not."""

from __future__ import annotations

import os
import zlib
from base64 import a85encode

import pytest
from made import pdf, shown_on_a_page

from reslint import lint_bytes
from reslint.documents.pdf.streams import refuse_dense
from reslint.errors import ReslintError

M = 1 << 20
WORDS = b"BT /F 10 Tf 10 700 Td " + b"(a b) Tj " * M + b"ET"
LINES = b"0 0 m 9 9 l S " * M
FLATE = b"/Filter/FlateDecode"


def twice(content: bytes) -> bytes:
    return zlib.compress(zlib.compress(content, 9), 9)


BOMBS = {
    "words": pdf(WORDS),
    "lines": pdf(LINES),
    "blanks": pdf(b" " * 30 * M),
    "zeros": pdf(b"\0" * 30 * M),
    "packed twice": pdf(b"", said=b"/Filter[/FlateDecode/FlateDecode]", coded=twice(WORDS)),
    "packed, with a blank": pdf(WORDS, said=b"/Filter [ /FlateDecode ]"),
    "another spelling": pdf(WORDS, said=b"/Filter/#46lateDecode"),
    "its short name": pdf(WORDS, said=b"/Filter/Fl"),
    "in hexadecimal": pdf(
        b"", said=b"/Filter[/ASCIIHexDecode/FlateDecode]", coded=zlib.compress(WORDS, 9).hex().encode() + b">"
    ),
    "in letters": pdf(
        b"", said=b"/Filter[/ASCII85Decode/FlateDecode]", coded=a85encode(zlib.compress(WORDS, 9)) + b"~>"
    ),
    "called a picture": pdf(WORDS, said=FLATE + b"/Subtype/Image/Width 9/Height 9"),
    "called a font": pdf(WORDS, said=FLATE + b"/Length1 9"),
    "its filter elsewhere": pdf(WORDS, said=b""),
    "on many pages": pdf(WORDS, pages=50),
}
MARKED = {
    "marks": b"/a BMC " * 9_000,
    "marks with properties": b"/a <</b 1>> BDC " * 9_000,
    "marks around words": b"/a BMC (a) Tj " * 9_000,
    "marks that end late": b"/a BMC\n" * 9_000 + b"EMC " * 9_000,
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused(kind: str) -> None:
    with pytest.raises(ReslintError, match="would unpack to"):
        refuse_dense(BOMBS[kind], "a.pdf")


@pytest.mark.parametrize("kind", MARKED)
def test_marks_without_end_are_refused(kind: str) -> None:
    (error,) = lint_bytes(pdf(MARKED[kind]), "a.pdf").errors
    assert error == "a.pdf: marks on its pages are nested more than 4,096 deep; do not trust this file"


def test_a_page_with_far_more_letters_than_fit_is_refused() -> None:
    words = b"BT /F 1 Tf 1 1 Td " + b"(abcdefgh) Tj " * 40_000 + b"ET"
    (error,) = lint_bytes(pdf(words, said=b"", coded=words), "a.pdf").errors
    assert error == "a.pdf: a page of it has more than 200,000 characters; do not trust this file"


def test_pages_that_all_draw_the_same_are_counted() -> None:
    words = b"BT /F 1 Tf 1 1 Td (" + b"abcdefgh" * 2_500 + b") Tj ET"
    (error,) = lint_bytes(pdf(words, pages=100), "a.pdf").errors
    assert error == "a.pdf: its 100 pages show more than it can hold; do not trust this file"


GOOD = {
    "a page": pdf(shown_on_a_page("words")),
    "many pages": pdf(shown_on_a_page("words"), pages=300),
    "marks in a row": pdf(b"/a BMC (a) Tj EMC " * 9_000),
    "a white picture": pdf(b"\xff" * 20 * M, said=FLATE + b"/Subtype/Image/Width 9/Height 9"),
    "a picture": pdf(os.urandom(1000) * 5_000, said=FLATE + b"/Subtype/Image/Width 9/Height 9"),
    "a font": pdf(bytes(range(256)) * 30_000, said=FLATE + b"/Length1 7680000"),
    "a large drawing": pdf(b"".join(b"%d %d m %d 9 l S\n" % (n % 977, n % 631, n % 499) for n in range(300_000))),
    "not packed": pdf(b"", said=b"", coded=shown_on_a_page("words") + b" " * 5 * M),
    "a damaged stream": pdf(b"", coded=b"no stream at all"),
    "half a stream": pdf(b"", coded=zlib.compress(WORDS[:10_000])[:60]),
    "hexadecimal that is none": pdf(b"", said=b"/Filter[/ASCIIHexDecode/FlateDecode]", coded=b"zz"),
    "no end": pdf(shown_on_a_page("words"))[:400],
    "the word alone": b"%PDF-1.5\nstream\n",
    "the word often": b"stream\n" * 50_000,
}


@pytest.mark.parametrize("kind", GOOD)
def test_what_no_page_draws_so_much_of_is_let_through(kind: str) -> None:
    refuse_dense(GOOD[kind], "a.pdf")
