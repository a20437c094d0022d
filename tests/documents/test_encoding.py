"""Every usual encoding is read, and written again as it was."""

from __future__ import annotations

import codecs

import pytest

from reslint.documents.encoding import decode
from reslint.documents.text import read_text
from reslint.errors import ReslintError

TEXT = "Résolution 71 (Rév. Dubaï, 2018)\r\nsecond line\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("windows-1252"), "windows-1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 LE with mark", "utf-16 BE with mark", "utf-16 LE", "utf-16 BE", "1252"],
)
def test_bytes_come_back_as_they_were(data: bytes, encoding: str) -> None:
    decoded = decode(data, "draft.txt")
    assert decoded.text == TEXT
    assert decoded.encoding == encoding
    assert decoded.encode(decoded.text) == data


def test_the_last_resort_is_said() -> None:
    document = read_text(TEXT.encode("windows-1252"), "draft.txt")
    assert len(document.notices) == 1
    assert "Windows-1252" in document.notices[0]
    assert read_text(TEXT.encode(), "draft.txt").notices == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"PK\x03\x04\x00\x00text", "this is not text"),
        (bytes(range(1, 32)) * 20 + b"\xff\xfe\x81", "this is not text"),
        (b"\xff\xfea", "damaged UTF-16"),
        (b"plain \x81 words", "neither UTF-8 nor UTF-16 nor Windows-1252"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReslintError, match=r"^draft\.txt: ") as raised:
        decode(data, "draft.txt")
    assert reason in str(raised.value)
    assert raised.value.advice
