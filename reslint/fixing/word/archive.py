"""Write a package anew with some of its members replaced; the bytes of all others are copied as they are packed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from reslint.errors import ReslintError
from reslint.named import NamedTuple

ENTRY = struct.Struct("<4s4B4HL2L5H2L")
ENTRY_SIGN = b"PK\x01\x02"
LOCAL = struct.Struct("<4s5H3L2H")
LOCAL_SIGN = b"PK\x03\x04"
END = struct.Struct("<4s4H2LH")
END_SIGN = b"PK\x05\x06"
FIELD = struct.Struct("<2H")
SIZES = 1
DEFLATED = 8
SIZE_FOLLOWS = 1 << 3
UTF_8 = 1 << 11
TOO_LARGE = 0xFFFFFFFF


class _Entry(NamedTuple):
    """An entry of the directory: its fixed fields, and name, extra field and comment as they stand."""

    fields: tuple[bytes | int, ...]
    tail: bytes
    name: bytes

    @property
    def offset(self) -> int:
        """Where the member begins in the archive."""
        return int(self.fields[-1])


def replaced(data: bytes, name: str, members: Mapping[str, bytes]) -> bytes:
    """The archive with these members, those it has already and new ones, which come last.

    Raises ReslintError, under `name`, for an archive so large that it has other directories.
    """
    at = data.rfind(END_SIGN)
    sign, disk, _, count, total, size, start, length = END.unpack_from(data, at)
    if sign != END_SIGN or disk or count != total or TOO_LARGE in (size, start) or count == 0xFFFF:
        raise ReslintError(name, "the archive has an unusual form, so nothing was written", "save it again with Word")
    # What stands before the first member moves all offsets.
    shift = at - size - start
    entries = _entries(data, start + shift, count)
    if any(TOO_LARGE in entry.fields[9:] for entry in entries):
        raise ReslintError(name, "the archive has an unusual form, so nothing was written", "save it again with Word")
    order = sorted(entries, key=lambda entry: entry.offset)
    ends = [entry.offset + shift for entry in order[1:]] + [start + shift]
    written = [data[: order[0].offset + shift]]
    length_so_far = len(written[0])
    new_entries: dict[bytes, bytes] = {}
    contents = {part.encode(): content for part, content in members.items()}
    for entry, end in zip(order, ends, strict=True):
        begin = entry.offset + shift
        if entry.name in contents:
            member, fields = _packed(data, begin, entry, contents.pop(entry.name))
        else:
            member, fields = data[begin:end], list(entry.fields)
        fields[-1] = length_so_far - shift
        new_entries[entry.name] = ENTRY.pack(*fields) + entry.tail
        written.append(member)
        length_so_far += len(member)
    model = order[0]
    directory = [new_entries[entry.name] for entry in entries]
    for part, content in contents.items():
        member, listed = _new(part, content, model, length_so_far - shift)
        written.append(member)
        directory.append(listed)
        length_so_far += len(member)
    packed = b"".join(directory)
    count += len(contents)
    end_record = END.pack(END_SIGN, 0, 0, count, count, len(packed), length_so_far - shift, length)
    return b"".join([*written, packed, end_record, data[at + END.size : at + END.size + length]])


def _entries(data: bytes, at: int, count: int) -> list[_Entry]:
    entries = []
    for _ in range(count):
        fields = ENTRY.unpack_from(data, at)
        length = fields[12] + fields[13] + fields[14]
        at += ENTRY.size
        entries.append(_Entry(fields, data[at : at + length], data[at : at + fields[12]]))
        at += length
    return entries


def _packed(data: bytes, begin: int, entry: _Entry, content: bytes) -> tuple[bytes, list[bytes | int]]:
    """A member with new content, and the fields of its entry."""
    local = list(LOCAL.unpack_from(data, begin))
    head = begin + LOCAL.size
    name = data[head : head + local[9]]
    extra = _without_sizes(data[head + local[9] : head + local[9] + local[10]])
    body = _deflated(content)
    flags = local[2] & ~SIZE_FOLLOWS
    sizes = [zlib.crc32(content), len(body), len(content)]
    local[2:4] = [flags, DEFLATED]
    local[6:9] = sizes
    local[10] = len(extra)
    fields = list(entry.fields)
    fields[5:7] = [flags, DEFLATED]
    fields[9:12] = sizes
    return LOCAL.pack(*local) + name + extra + body, fields


def _without_sizes(extra: bytes) -> bytes:
    """An extra field without the sizes that some archivers say there, in any case, and that are those of before."""
    kept = []
    while len(extra) >= FIELD.size:
        kind, length = FIELD.unpack_from(extra)
        if kind != SIZES:
            kept.append(extra[: FIELD.size + length])
        extra = extra[FIELD.size + length :]
    return b"".join([*kept, extra])


def _new(name: bytes, content: bytes, model: _Entry, offset: int) -> tuple[bytes, bytes]:
    """A new member and its entry, of the date of another one."""
    body = _deflated(content)
    time, date = model.fields[7], model.fields[8]
    flags = 0 if name.isascii() else UTF_8
    sizes = (zlib.crc32(content), len(body), len(content))
    local = LOCAL.pack(LOCAL_SIGN, 20, flags, DEFLATED, time, date, *sizes, len(name), 0)
    fields = (ENTRY_SIGN, 20, 0, 20, 0, flags, DEFLATED, time, date, *sizes, len(name), 0, 0, 0, 0, 0, offset)
    return local + name + body, ENTRY.pack(*fields) + name


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()
