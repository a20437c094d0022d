"""New files, made beside the place they are to take at once: under a name that nobody can foresee, and locked until
they are there, so that what a killed run left behind can be told from what another run is writing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Self

from reslint.storage.late import late

try:
    import fcntl
except ImportError:  # Windows, where a file that is open is not removed
    fcntl = None  # type: ignore[assignment]

PREFIX = ".reslint-"
LEFTOVER = late(r"\.reslint-(?:[0-9a-f]{16}|(?=[a-z]*[0-9_])[a-z0-9_]{8})")
"""The names of such files; those of eight signs are of earlier versions."""
FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

_swept: set[str] = set()
"""The folders that this process has looked through for leftovers."""


class Beside:
    """A new file for a path, with these permissions as far as the umask allows them; removed unless it was `put` there.

    OSError where it cannot be made, written or put.
    """

    def __init__(self, path: str, mode: int) -> None:
        folder = os.path.dirname(path)
        if folder not in _swept:
            _swept.add(folder)
            sweep(folder)
        self._path = path
        self.number, self._name = _made(folder, mode)
        self._there = False

    def write(self, pieces: Iterable[bytes]) -> None:
        """Write what it is to hold, through to the disk."""
        with open(self.number, "wb", closefd=False) as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(self.number)

    def put(self) -> None:
        """Put it in its place, over what is there."""
        if fcntl is None:
            self._close()
        os.replace(self._name, self._path)
        self._there = True

    def _close(self) -> None:
        if self.number >= 0:
            os.close(self.number)
            self.number = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._close()
        if not self._there:
            with suppress(OSError):
                os.unlink(self._name)


def _made(folder: str, mode: int) -> tuple[int, str]:
    while True:
        name = os.path.join(folder, PREFIX + os.urandom(8).hex())
        number = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | FLAGS, mode)
        if _locked(number) is not False and os.fstat(number).st_nlink:
            return number, name
        os.close(number)  # another run took it for a leftover


def _locked(number: int) -> bool | None:
    """Whether the file is locked for us now; None where nothing can be locked."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def sweep(folder: str) -> None:
    """Remove what killed runs of this user left in a folder, and nothing that is being written."""
    with suppress(OSError), os.scandir(folder or os.curdir) as entries:
        for entry in entries:
            if LEFTOVER.fullmatch(entry.name):
                with suppress(OSError):
                    _remove(entry.path)


def _remove(path: str) -> None:
    if fcntl is None:
        os.unlink(path)
        return
    number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | FLAGS)
    try:
        status = os.fstat(number)
        ours = status.st_uid == os.geteuid() and stat.S_ISREG(status.st_mode) and status.st_nlink == 1
        if ours and _locked(number):
            os.unlink(path)
    finally:
        os.close(number)
