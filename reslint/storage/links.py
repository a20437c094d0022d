"""The links on the way to a file: one that belongs to another user is not followed to write, since it could lead
anywhere.
"""

from __future__ import annotations

import os
import stat

from reslint.errors import ReslintError

MOST = 40
"""So many links are followed for one name; systems stop there as well."""
ROOT = 0


def real_path(name: str) -> str:
    """Where the file of a name lies, be it there or not; ReslintError where a link of another user leads there, or one
    leads nowhere.
    """
    path = os.path.realpath(name)
    if os.path.islink(path):
        raise ReslintError(name, "the file cannot be written (its links lead in a circle)", "name another file")
    if path != os.path.abspath(name) and hasattr(os, "geteuid"):
        _refuse_planted(name, (os.geteuid(), ROOT))
    return path


def _refuse_planted(name: str, trusted: tuple[int, ...]) -> None:
    place, left = os.sep, _parts(os.path.join(os.getcwd(), name))
    links = 0
    while left and links <= MOST:
        part = left.pop()
        if part == os.pardir:
            place = os.path.dirname(place)
            continue
        entry = os.path.join(place, part)
        try:
            status = os.lstat(entry)
        except OSError:
            return
        if not stat.S_ISLNK(status.st_mode):
            place = entry
            continue
        if status.st_uid not in trusted:
            link = os.path.relpath(entry) if not os.path.isabs(name) else entry
            reason = f"the link {link} belongs to another user, so nothing is written through it"
            raise ReslintError(name, reason, "name the file that is meant")
        links += 1
        target = os.readlink(entry)
        place = os.sep if os.path.isabs(target) else place
        left += _parts(target)


def _parts(path: str) -> list[str]:
    """The names in a path, the last one first."""
    return [part for part in reversed(path.split(os.sep)) if part not in ("", os.curdir)]
