"""Folders and files for one user alone: nobody else may read what they hold, or have put it there."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

FOLDER = 0o700
ALL_OTHERS = 0o077
WRITABLE = 0o022
ROOT = 0


def private_folder(path: str) -> bool:
    """Make a folder that its owner alone gets into, or keep others out of one that is there; whether that is so.

    Folders above it that have to be made are made so, too; those that are there stay as they are.
    """
    above = os.path.dirname(path)
    try:
        if not os.path.isdir(above) and above != path:
            private_folder(above)
        with suppress(FileExistsError):
            os.mkdir(path, FOLDER)
        status = os.lstat(path)
        if not stat.S_ISDIR(status.st_mode) or not _is_ours(status):
            return False
        if hasattr(os, "geteuid") and status.st_mode & ALL_OTHERS:
            os.chmod(path, FOLDER)
    except OSError:
        return False
    return True


def belongs_to_another(path: str) -> bool:
    """Whether there is something of another user at a path."""
    try:
        return not _is_ours(os.lstat(path))
    except OSError:
        return False


def is_trusted(status: os.stat_result) -> bool:
    """Whether nobody but this user, or root, can have written a file."""
    if not hasattr(os, "geteuid"):
        return True
    return (_is_ours(status) or status.st_uid == ROOT) and not status.st_mode & WRITABLE


def keep_newest(folder: str, suffix: str, most: int, most_bytes: int) -> None:
    """Remove the oldest files of a suffix from a folder until there are no more than so many, of so many bytes."""
    with suppress(OSError), os.scandir(folder) as entries:
        there = [(one.stat(follow_symlinks=False), one.path) for one in entries if one.name.endswith(suffix)]
        there.sort(key=lambda item: item[0].st_mtime_ns, reverse=True)
        size = 0
        for number, (status, path) in enumerate(there):
            size += status.st_size
            if number and (number >= most or size > most_bytes):
                with suppress(OSError):
                    os.unlink(path)


def _is_ours(status: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
