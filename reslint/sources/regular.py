"""Opening files and nothing else: what waits for another program, or is none of bytes, is not opened."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from reslint.errors import ReslintError

KINDS = (
    (stat.S_ISFIFO, "a pipe", "`-` reads what another program writes"),
    (stat.S_ISSOCK, "a socket", "name a file"),
    (stat.S_ISCHR, "a device", "name a file"),
    (stat.S_ISBLK, "a device", "name a file"),
    (stat.S_ISDIR, "a folder", "name a file"),
)
AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def open_regular(path: str, name: str) -> tuple[int, int]:
    """The descriptor of a draft that is opened to be read, and how many bytes it has.

    Raises ReslintError, under `name`, for what is no file, and OSError or ValueError for what cannot be opened.
    """

    def refuse(mode: int) -> None:
        for is_kind, kind, advice in KINDS:
            if is_kind(mode):
                raise ReslintError(name, f"this is {kind} and no file, so it is not opened", advice)

    return _open(path, refuse)


def open_beside(path: Path) -> tuple[int, int]:
    """The descriptor of a file that judgements rest on beside drafts: settings, a baseline, a registry; and its size.

    Raises OSError, whose `strerror` is for people, where it cannot be opened, or is no file.
    """
    written = str(path)

    def refuse(mode: int) -> None:
        if stat.S_ISDIR(mode):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), written)
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "neither a file nor a link to one", written)

    try:
        return _open(written, refuse)
    except ValueError as error:
        raise OSError(errno.EINVAL, "there is a zero byte in its name", written) from error


def read_regular(path: Path, most: int) -> bytes:
    """The bytes of such a file.

    Raises OSError as `open_beside` does, and where it has more than `most` bytes.
    """
    descriptor, size = open_beside(path)
    with open(descriptor, "rb") as file:
        data = file.read(min(size, most) + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def _open(path: str, refuse: Callable[[int], None]) -> tuple[int, int]:
    """The descriptor and the size; `refuse` raises what is to be raised for a mode that is none of a file."""
    refuse(os.stat(path).st_mode)
    descriptor = os.open(path, os.O_RDONLY | AT_ONCE)
    try:
        # It may have become another one since.
        status = os.fstat(descriptor)
        refuse(status.st_mode)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor, status.st_size
