"""Writing files, put in their place at once: whoever reads them finds the old bytes or the new ones, and nothing
between.

All that reslint writes under a name that somebody chose, and all that it keeps in files, goes through here.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

from reslint.errors import ReslintError
from reslint.storage.belongings import UnkeptError, hand_over
from reslint.storage.beside import Beside
from reslint.storage.links import real_path

PRIVATE = 0o600
PUBLIC = 0o666
"""As far as the umask allows."""


def write_file(name: str, data: bytes | Iterable[bytes], *, private: bool = False, what: str = "the file") -> list[str]:
    """Write a file, new or over an old one, and give what is to be said of it, one line each.

    `data` may come in pieces, of which no more than one is then in memory. A pipe or a device, as `/dev/null`, stays
    what it is and gets the bytes. What belongs to an old file besides its bytes is kept; one that is to be `private` is
    for its owner alone. `what` it is called in messages. Raises ReslintError, and changes nothing, where it cannot be
    written.
    """
    pieces = [data] if isinstance(data, bytes) else data
    path = real_path(name)
    try:
        status = os.stat(name) if os.path.exists(name) else None
        if status is not None and not stat.S_ISREG(status.st_mode):
            with open(name, "wb") as file:
                file.writelines(pieces)
            return []
        with Beside(path, PUBLIC if status is None and not private else PRIVATE) as new:
            new.write(pieces)
            if status is not None and not private:
                hand_over(path, new.number)
            new.put()
    except UnkeptError as error:
        raise ReslintError(name, f"{error}, so nothing was written", "name another file") from error
    except OSError as error:
        raise ReslintError(name, f"{what} cannot be written ({error.strerror})") from error
    return _other_names(name, status)


def make_folder(path: str) -> None:
    """Make a folder, and those above it, unless it is there; ReslintError where that cannot be."""
    try:
        os.makedirs(path or os.curdir, exist_ok=True)
    except OSError as error:
        raise ReslintError(path, f"the folder cannot be made ({error.strerror})", "name another one") from error


def replace_file(name: str, old: bytes, new: bytes) -> list[str]:
    """Put new bytes in the place of old ones at once, and give what is to be said of it, one line each.

    What belongs to the file besides its bytes is kept, and a link keeps pointing to it. Raises ReslintError, and
    changes nothing, where the file cannot be written or no longer holds the old bytes.
    """
    path = real_path(name)
    try:
        if not os.access(path, os.W_OK):
            raise ReslintError(name, "the file may not be written, so nothing was mended", "change its permissions")
        status = os.stat(path)
        with Beside(path, PRIVATE) as beside:
            beside.write([new])
            hand_over(path, beside.number)
            with open(path, "rb") as current:
                unchanged = current.read(len(old) + 1) == old
            if not unchanged:
                raise ReslintError(name, "the file changed meanwhile, so nothing was mended", "check it again")
            beside.put()
    except UnkeptError as error:
        raise ReslintError(name, f"{error}, so nothing was mended", "mend a copy of it with --output") from error
    except OSError as error:
        reason = f"the file cannot be written ({error.strerror}), so nothing was mended"
        raise ReslintError(name, reason) from error
    return _other_names(name, status)


def _other_names(name: str, status: os.stat_result | None) -> list[str]:
    """What is to be said where a file was replaced that has several names."""
    more = status.st_nlink - 1 if status is not None else 0
    if more < 1:
        return []
    others = "1 other name (a hard link), which keeps" if more == 1 else f"{more} other names (hard links), which keep"
    return [f"{name}: it had {others} what was there before"]
