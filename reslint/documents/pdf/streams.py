"""The streams of a PDF, looked at before PDFium unpacks them, which it does without any limit.

What is packed is what a page draws, or a picture, a font and the like, which are not unpacked to read a text. A stream
is found by its keyword, whoever points to it, and is what its own dictionary says; one that is encrypted, or packed in
a way that is hardly used any more, cannot be looked into.
"""

from __future__ import annotations

import re
import zlib
from binascii import unhexlify
from collections.abc import Iterator

from reslint.documents.limits import DISTRUST, limits, too_much
from reslint.documents.members import SMALL, unpacking
from reslint.errors import ReslintError

BEGIN = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
BEFORE = 4_096
"""Bytes before a stream in which its dictionary begins."""
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
FILTERS = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
NAME = re.compile(rb"/(\w+)")
FLATE, HEXADECIMAL, BASE_85 = (b"FlateDecode", b"Fl"), (b"ASCIIHexDecode", b"AHx"), (b"ASCII85Decode", b"A85")
NOT_DRAWN = re.compile(rb"/Subtype\s*/(?!Form\b)|/Length[123]\b|/Type\s*/(?:XRef|ObjStm|EmbeddedFile)\b")
"""What the dictionary of a picture, a font, a table of the file or an enclosed one says."""
LIKE_TEXT = bytes(range(32, 127)) + b"\t\n\r\f\0"
CHUNK = 1 << 16
MARK = re.compile(rb"\b(?:B[DM]C|(EMC))\b")
MARKS = 4_096
"""How deep marked words of a page may be nested, for each of which PDFium copies all marks around it; real ones stay
below 30.
"""
DENSITY = 10
"""How many times denser a part of a package may be packed than what is drawn on pages."""


def refuse_dense(data: bytes, name: str) -> None:
    """ReslintError for a PDF whose pages would unpack to far more than any text needs."""
    packed = unpacked = depth = at = 0
    while begin := BEGIN.search(data, at):
        start = begin.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        at = end
        own = 0
        before = b""
        for chunk in _drawn(data, start, end, _dictionary(data, begin.start())):
            own += len(chunk)
            for mark in MARK.finditer(before + chunk):
                depth = max(depth - 1, 0) if mark[1] else depth + 1
            before = chunk[-3:] if chunk[-1:].isalpha() else b""
            if own > limits().unpacked:
                size = f"{limits().unpacked / 1e6:,.0f} MB"
                raise too_much(name, f"what is drawn on a page would unpack to more than {size}", "unpacked")
            if depth > MARKS:
                raise ReslintError(name, f"marks on its pages are nested more than {MARKS:,} deep", DISTRUST)
            dense = (own + unpacked) * DENSITY > limits().ratio * (packed + end - start)
            if own + unpacked > SMALL and dense:
                size = unpacking(own + unpacked, packed + end - start)
                raise too_much(name, f"what is drawn on its pages would unpack to more than {size}", "ratio")
        if own:
            packed, unpacked = packed + end - start, unpacked + own


def _dictionary(data: bytes, at: int) -> bytes:
    """What stands before a stream, from the beginning of its object."""
    before = data[max(at - BEFORE, 0) : at]
    own = before[before.rfind(b" obj") + 1 :]
    return ESCAPED.sub(lambda escaped: unhexlify(escaped[1]), own) if b"#" in own else own


def _drawn(data: bytes, start: int, end: int, dictionary: bytes) -> Iterator[bytes]:
    """The unpacked bytes of a stream that may be drawn, in chunks."""
    said = FILTERS.search(dictionary)
    filters = NAME.findall(said[1]) if said else []
    coded = bytes(0)
    if filters and filters[0] not in FLATE:
        coded = _decoded(data[start:end], filters.pop(0))
    times = sum(one in FLATE for one in filters)
    if said is None and start < end and data[start] & 0x0F == zlib.DEFLATED:
        times = 1  # its filters stand elsewhere
    if not times:
        return
    chunks = (coded[at : at + CHUNK] for at in range(0, len(coded), CHUNK)) if coded else _raw(data, start, end)
    for _ in range(times):
        chunks = _inflated(chunks)
    aside = NOT_DRAWN.search(dictionary) is not None
    for chunk in chunks:
        if aside and len(chunk.translate(None, LIKE_TEXT)) * 10 > len(chunk):
            return
        yield chunk


def _raw(data: bytes, start: int, end: int) -> Iterator[bytes]:
    return (data[at : min(at + CHUNK, end)] for at in range(start, end, CHUNK))


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for chunk in chunks:
            while chunk and not unpacker.eof:
                yield unpacker.decompress(chunk, CHUNK)
                chunk = unpacker.unconsumed_tail
    except zlib.error:  # PDFium takes what came before, too
        return


def _decoded(data: bytes, coding: bytes) -> bytes:
    """The bytes of a stream that was written in letters; none of one that is not."""
    from base64 import a85decode

    try:
        if coding in HEXADECIMAL:
            return unhexlify(b"".join(data.split(b">")[0].split()))
        if coding in BASE_85:
            return a85decode(data.split(b"~>")[0].removeprefix(b"<~"))
    except ValueError:
        pass
    return b""
