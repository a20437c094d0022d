"""The files that judgements rest on, beside drafts: settings, baselines, registries."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

NONBLOCK = getattr(os, "O_NONBLOCK", 0)


def read_regular(path: Path, most: int) -> bytes:
    """The bytes of a regular file; OSError, whose `strerror` is for people, where it cannot be read, is something else,
    or has more than `most` bytes. A pipe is not waited for, and no device is opened.
    """
    try:
        _refuse_unless_regular(os.stat(path), path)
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            _refuse_unless_regular(status, path)
            data = file.read(min(status.st_size, most) + 1)
    except ValueError as error:
        raise OSError(errno.EINVAL, "there is a zero byte in its name", str(path)) from error
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def _refuse_unless_regular(status: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "neither a file nor a link to one", str(path))


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | NONBLOCK)
