"""Which files a run looks at, and their bytes."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reslint.errors import ReslintError
from reslint.linting.suppression import SIDE_SUFFIX

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

LOCK = "~$"


def matches(globs: tuple[str, ...], path: str) -> bool:
    """Whether a path, relative and with slashes, is meant by one of the globs (those of .gitignore)."""
    return bool(globs) and _spec(globs).match_file(path)


@lru_cache
def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs)


def files_in(folder: str, suffixes: frozenset[str], errors: list[str]) -> Iterator[str]:
    """The files of these suffixes in a folder and below, sorted; paths begin with `folder` as given.

    Hidden files and folders, and the lock files of an office program, are left out; a folder that is reached
    again through a link is not walked twice. A folder that cannot be read becomes a line in `errors`.
    """
    yield from _walk("" if folder in (".", "./") else folder, suffixes, errors, set())


def _walk(folder: str, suffixes: frozenset[str], errors: list[str], seen: set[tuple[int, int]]) -> Iterator[str]:
    try:
        status = os.stat(folder or ".")
        with os.scandir(folder or ".") as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        errors.append(f"{folder}: the folder cannot be read ({error.strerror}); its files are not checked")
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        if entry.name.startswith((".", LOCK)):
            continue
        path = os.path.join(folder, entry.name)
        if os.path.isdir(entry):
            yield from _walk(path, suffixes, errors, seen)
        elif os.path.splitext(entry.name)[1].lower() in suffixes:
            yield path


def read_bytes(path: str, max_size: int) -> bytes:
    """The bytes of a file; ReslintError where it cannot be read or has more than `max_size` bytes."""
    try:
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > max_size:
                raise too_large(path, max_size)
            data = file.read(max_size + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte in it
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ReslintError(path, f"the file cannot be read ({reason})") from error
    if len(data) > max_size:
        raise too_large(path, max_size)
    return data


def read_stdin(name: str, max_size: int) -> bytes:
    """The bytes of standard input; ReslintError, under `name`, where there are more than `max_size`."""
    data = sys.stdin.buffer.read(max_size + 1)
    if len(data) > max_size:
        raise too_large(name, max_size)
    return data


def too_large(path: str, max_size: int) -> ReslintError:
    """The error for a file of more than `max_size` bytes."""
    return ReslintError(path, f"the file is larger than {max_size:,} bytes", "raise --max-size to check it")


def read_side(name: str, max_size: int) -> str:
    """The text of the file of suppressions beside a file, empty where there is none; ReslintError as
    above.
    """
    path = Path(name + SIDE_SUFFIX)
    if not path.is_file():
        return ""
    from reslint.documents.encoding import decode

    data = read_bytes(str(path), max_size)
    return decode(data, str(path)).text if data.strip() else ""
