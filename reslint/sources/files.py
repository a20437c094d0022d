"""The bytes of files."""

from __future__ import annotations

import os
import sys
from io import FileIO
from typing import BinaryIO

from reslint.errors import ReslintError
from reslint.sources import archives
from reslint.sources.regular import open_regular
from reslint.sources.urls import is_url

SIDE_SUFFIX = ".reslint"
"""What is added to the name of a file for that of the suppressions beside it."""
LEAST, PIECE = 8 * 1024, 1024 * 1024
"""Between so many bytes are read at once."""


def read_file(name: str, max_size: int, path: str | None = None) -> bytes:
    """The bytes of a file, be it one in an archive; ReslintError as from `read_bytes`.

    `path` is where it is found, if that is not the name it has in messages.
    """
    if is_url(name):
        from reslint.sources.urls import read_url

        return read_url(name, max_size)
    within = archives.split(path or name)
    if within:
        from reslint.sources.unpacking import read_member

        return read_member(*within, max_size, name)
    return read_bytes(name, max_size, path)


def read_bytes(name: str, max_size: int, path: str | None = None) -> bytes:
    """The bytes of a file; ReslintError where it is none, cannot be read or has more than `max_size` bytes."""
    try:
        descriptor, size = open_regular(path or name, name)
        with open(descriptor, "rb", buffering=0) as file:
            if size > max_size:
                raise too_large(name, max_size)
            data = _read(file, max_size + 1, size)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte in it
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ReslintError(name, f"the file cannot be read ({reason})") from error
    if len(data) > max_size:
        raise too_large(name, max_size)
    return data


def read_stdin(name: str, max_size: int) -> bytes:
    """The bytes of standard input; ReslintError, under `name`, where it is closed or has more than `max_size`."""
    if sys.stdin is None:
        raise ReslintError(name, "standard input is closed")
    data = _read(sys.stdin.buffer, max_size + 1)
    if len(data) > max_size:
        raise too_large(name, max_size)
    return data


def _read(file: BinaryIO | FileIO, most: int, size: int = PIECE) -> bytes:
    """So many bytes, or as many as there are, which should be `size`: room for all of them at once may be more than
    there is, and room for a large piece takes longer to have than to fill with a draft.
    """
    pieces = []
    room = min(max(size + 1, LEAST), PIECE)
    while most and (piece := file.read(min(most, room))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def too_large(path: str, max_size: int) -> ReslintError:
    """The error for a file of more than `max_size` bytes."""
    return ReslintError(path, f"the file is larger than {max_size:,} bytes", "raise --max-size to check it")


def read_side(name: str, max_size: int, path: str | None = None) -> str:
    """The text of the file of suppressions beside a file, empty where there is none; ReslintError as above."""
    beside, there = name + SIDE_SUFFIX, (path or name) + SIDE_SUFFIX
    if not os.path.exists(there) or os.path.isdir(there):
        return ""
    from reslint.documents.encoding import decode

    data = read_bytes(beside, max_size, there)
    return decode(data, beside).text if data.strip() else ""
