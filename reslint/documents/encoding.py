"""Bytes of a text file to characters and back, so that a mended file keeps its encoding and byte order mark."""

from __future__ import annotations

import codecs

from reslint.errors import ReslintError
from reslint.named import NamedTuple

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LAST_RESORT = "windows-1252"


class Decoded(NamedTuple):
    """The characters of a file, without its byte order mark, and what is needed to write them again."""

    text: str
    encoding: str
    mark: bytes = b""

    @property
    def guessed(self) -> bool:
        """Whether the encoding was the last resort."""
        return self.encoding == LAST_RESORT

    def encode(self, text: str) -> bytes:
        """The bytes of `text` in the same encoding; UnicodeEncodeError where it has no such character."""
        return self.mark + text.encode(self.encoding)


def decode(data: bytes, name: str) -> Decoded:
    """Read bytes as UTF-8, UTF-16 (by its mark, or by its zero bytes), else as Windows-1252.

    Raises ReslintError for an empty file and for one that is not text.
    """
    if not data:
        raise ReslintError(name, "the file is empty", "nothing to check")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, name), encoding, mark)
    wide = _wide(data)
    if wide:
        return Decoded(_strict(data, wide, name), wide)
    if b"\0" in data[:65536]:
        raise ReslintError(name, "this is not text (it holds zero bytes)", "give a .txt or .md file")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if sum(byte < 32 and byte not in b"\t\n\r\f\v\x1a\x1b" for byte in data[:65536]) * 50 > min(len(data), 65536):
        raise ReslintError(name, "this is not text (it holds control characters)", "give a .txt or .md file")
    try:
        return Decoded(data.decode(LAST_RESORT), LAST_RESORT)
    except UnicodeDecodeError as error:
        raise ReslintError(
            name, f"neither UTF-8 nor UTF-16 nor Windows-1252 (byte {error.start})", "save the file again as UTF-8"
        ) from error


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReslintError(
            name, f"damaged {encoding.upper()} text at byte {error.start}", "save the file again as UTF-8"
        ) from error


def _wide(data: bytes) -> str:
    """Guess UTF-16 without a mark: almost every second byte of Latin text is zero then."""
    head = data[:2048]
    if len(head) < 4 or len(data) % 2:
        return ""
    even, odd = head[0::2], head[1::2]
    if odd.count(0) * 10 > len(odd) * 7 and not even.count(0):
        return "utf-16-le"
    if even.count(0) * 10 > len(even) * 7 and not odd.count(0):
        return "utf-16-be"
    return ""
