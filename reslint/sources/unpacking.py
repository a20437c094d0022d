"""Drafts in .zip archives, read where they lie; nothing is unpacked into a folder."""

from __future__ import annotations

import os
import threading
import zipfile

from reslint.documents.limits import limits, too_much
from reslint.documents.members import too_dense, too_many, unpacking
from reslint.errors import ReslintError
from reslint.sources.regular import open_regular

ENCRYPTED = 0x1
MUCH = 256 << 20
"""Bytes below which it does not count how far all files of an archive are packed."""


def members(path: str) -> list[str]:
    """The names of the files in an archive, sorted and each once; ReslintError for one that cannot be read."""
    infos = [info for info in _opened(path).infolist() if info.filename and not info.is_dir()]
    # Members may lie over each other, so that all of them are far more than any one says.
    unpacked, packed = sum(info.file_size for info in infos if not too_dense(info)), os.path.getsize(path)
    if unpacked > MUCH and unpacked > limits().ratio * packed:
        raise too_much(path, f"the archive would unpack to {unpacking(unpacked, packed)}", "ratio")
    return sorted({info.filename for info in infos})


def read_member(archive: str, member: str, max_size: int, name: str) -> bytes:
    """The bytes of a file in an archive; ReslintError, under `name`, where they cannot be had or are more than
    `max_size`.
    """
    opened = _opened(archive)
    try:
        info = opened.getinfo(member)
        if info.flag_bits & ENCRYPTED:
            raise ReslintError(name, "the file is encrypted", "unpack it with its password")
        if info.file_size > max_size:
            raise ReslintError(name, f"the file is larger than {max_size:,} bytes", "raise --max-size to check it")
        if too_dense(info):
            size = unpacking(info.file_size, info.compress_size)
            raise too_much(name, f"the file would unpack to {size}", "ratio")
        with opened.open(info) as file:
            return file.read(max_size)
    except KeyError as error:
        raise ReslintError(name, "no such file in the archive") from error
    except (
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        zipfile.BadZipFile,
        _zlib_error(),
    ) as error:
        raise ReslintError(name, f"the file cannot be read from the archive ({error})", "unpack it") from error


class _Last(threading.local):
    """The archive that was opened last in this thread, and what it was then: its directory takes time to read."""

    state: tuple[object, ...] = ()
    archive: zipfile.ZipFile | None = None


_last = _Last()


def _opened(path: str) -> zipfile.ZipFile:
    """An archive, open until another one is; ReslintError for one that cannot be read."""
    try:
        status = os.stat(path)
        # A forked process would share the place in the file with its parent.
        state = (os.getpid(), os.path.abspath(path), status.st_ino, status.st_mtime_ns, status.st_size)
        if _last.archive is None or _last.state != state:
            if _last.archive is not None:
                _last.archive.close()
            _last.archive = None
            _last.archive, _last.state = _open(path), state
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile) as error:
        raise ReslintError(path, f"the archive cannot be read ({error})", "make it anew") from error
    return _last.archive


def _open(path: str) -> zipfile.ZipFile:
    descriptor, _ = open_regular(path, path)
    with open(descriptor, "rb") as file:
        if too_many(file):
            raise too_much(path, f"the archive has more than {limits().members:,} files", "members")
    return zipfile.ZipFile(path)


def _zlib_error() -> type[Exception]:
    import zlib

    return zlib.error
