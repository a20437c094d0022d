"""Members of zip archives: how many there are, and how far they would unpack, told before anything is unpacked."""

from __future__ import annotations

from typing import BinaryIO
from zipfile import ZipInfo

from reslint.documents.limits import limits

SMALL = 4 << 20
"""Bytes below which it does not count how far a member is packed; ordinary text packs 15 to 20 to 1."""
ENTRY, END, FAR_END, WAY_TO_IT = b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
"""The signs of an entry of the directory, and of what comes behind it."""
SHORTEST = 46
"""Bytes that an entry has at least."""
TAIL = 22 + 65_535 + 20 + 56
"""Bytes at the end of an archive in which its directory is said to be."""
LARGE = 0xFFFFFFFF


def too_many(file: BinaryIO) -> bool:
    """Whether the directory of an archive has more entries than may be; it is not read for that but where it is long.

    What is no archive has none.
    """
    length = file.seek(0, 2)
    file.seek(max(length - TAIL, 0))
    tail = file.read(TAIL)
    end = tail.rfind(END)
    if end < 0:
        return False
    size = int.from_bytes(tail[end + 12 : end + 16], "little")
    if size == LARGE:
        far = tail.rfind(FAR_END, 0, max(tail.rfind(WAY_TO_IT, 0, end), 0))
        size = int.from_bytes(tail[far + 40 : far + 48], "little") if far >= 0 else length
    at_most = limits().members
    if size // SHORTEST <= at_most:
        return False
    # What has room for too many may have long names instead.
    last = length - len(tail) + end
    file.seek(max(last - size - TAIL, 0))
    found = 0
    before = b""
    while found <= at_most and file.tell() < last and (chunk := file.read(1 << 20)):
        found += (before + chunk).count(ENTRY)
        before = chunk[-len(ENTRY) + 1 :]
    return found > at_most


def too_dense(info: ZipInfo) -> bool:
    """Whether a member is large and packed further than any text is."""
    return info.file_size > SMALL and info.file_size > limits().ratio * max(info.compress_size, 1)


def unpacking(unpacked: int, packed: int) -> str:
    """What so many bytes would unpack to, for people."""
    return f"{unpacked / 1e6:,.0f} MB from {packed / 1e3:,.0f} kB"
