"""Drafts in .zip archives, read where they lie: "papers.zip/annex/a.docx" is in papers.zip. Nothing is unpacked."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from functools import lru_cache

from reslint.errors import ReslintError

SUFFIX = ".zip"
ENCRYPTED = 0x1
MOST = 100_000
"""More members than any set of contributions has."""


def is_archive(path: str) -> bool:
    """Whether a path is that of an archive, by its name."""
    return path.lower().endswith(SUFFIX) and os.path.isfile(path)


def members(path: str) -> Iterator[str]:
    """The names of the files in an archive, sorted and each once; ReslintError for one that cannot be read."""
    with _opened(path) as archive:
        names = {info.filename for info in archive.infolist() if not info.is_dir()}
        if len(names) > MOST:
            raise ReslintError(path, f"the archive has more than {MOST:,} files", "name some of its files")
        yield from sorted(names)


@lru_cache(maxsize=1024)
def split(path: str) -> tuple[str, str] | None:
    """The archive and the member that a path names; None for a file that is in none."""
    at = path.lower().find(SUFFIX + "/")
    while at >= 0:
        archive = path[: at + len(SUFFIX)]
        if os.path.isfile(archive):
            return archive, path[at + len(SUFFIX) + 1 :]
        at = path.lower().find(SUFFIX + "/", at + 1)
    return None


def read_member(archive: str, member: str, max_size: int, name: str) -> bytes:
    """The bytes of a file in an archive; ReslintError, under `name`, where they cannot be had or are more than
    `max_size`.
    """
    with _opened(archive) as opened:
        try:
            info = opened.getinfo(member)
            if info.flag_bits & ENCRYPTED:
                raise ReslintError(name, "the file is encrypted", "unpack it with its password")
            with opened.open(info) as file:
                data = file.read(max_size + 1)
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
    if len(data) > max_size:
        raise ReslintError(name, f"the file is larger than {max_size:,} bytes", "raise --max-size to check it")
    return data


def _opened(path: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile) as error:
        raise ReslintError(path, f"the archive cannot be read ({error})", "make it anew") from error


def _zlib_error() -> type[Exception]:
    import zlib

    return zlib.error
