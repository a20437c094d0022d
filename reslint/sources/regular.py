"""Opening files and nothing else: what waits for another program, or is none of bytes, is not opened."""

from __future__ import annotations

import os
import stat

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
    """The descriptor of a file that is opened to be read, and how many bytes it has.

    Raises ReslintError, under `name`, for what is no file, and OSError or ValueError for what cannot be opened.
    """
    _refuse(os.stat(path).st_mode, name)
    descriptor = os.open(path, os.O_RDONLY | AT_ONCE)
    try:
        # It may have become another one since.
        status = os.fstat(descriptor)
        _refuse(status.st_mode, name)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor, status.st_size


def _refuse(mode: int, name: str) -> None:
    for is_kind, kind, advice in KINDS:
        if is_kind(mode):
            raise ReslintError(name, f"this is {kind} and no file, so it is not opened", advice)
