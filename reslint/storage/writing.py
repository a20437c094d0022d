"""Writing files, put in their place at once: whoever reads them finds the old bytes or the new ones, and nothing
between.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable

from reslint.errors import ReslintError


def write_file(name: str, data: bytes | Iterable[bytes]) -> None:
    """Write a file that was asked for, new or over an old one; ReslintError, and no change, where it cannot be.

    `data` may come in pieces, of which no more than one is then in memory. A pipe or a device, as `/dev/null`, stays
    what it is and gets the bytes.
    """
    path = os.path.realpath(name)
    temporary = ""
    try:
        mode = os.stat(path).st_mode if os.path.exists(path) else None
        pieces = [data] if isinstance(data, bytes) else data
        if mode is not None and not stat.S_ISREG(mode):
            with open(path, "wb") as file:
                file.writelines(pieces)
            return
        temporary = _beside(path, pieces, 0o666 & ~_umask() if mode is None else mode)
        os.replace(temporary, path)
        temporary = ""
    except OSError as error:
        raise ReslintError(name, f"the file cannot be written ({error.strerror})") from error
    finally:
        if temporary:
            os.unlink(temporary)


def replace_file(name: str, old: bytes, new: bytes) -> None:
    """Put new bytes in the place of old ones at once, keeping permissions; a link keeps pointing to the file.

    Raises ReslintError, and changes nothing, where the file cannot be written or no longer holds the old
    bytes.
    """
    path = os.path.realpath(name)
    temporary = ""
    try:
        if not os.access(path, os.W_OK):
            raise ReslintError(name, "the file may not be written, so nothing was mended", "change its permissions")
        mode = os.stat(path).st_mode
        temporary = _beside(path, [new], mode)
        with open(path, "rb") as current:
            unchanged = current.read(len(old) + 1) == old
        if not unchanged:
            raise ReslintError(name, "the file changed meanwhile, so nothing was mended", "check it again")
        os.replace(temporary, path)
        temporary = ""
    except OSError as error:
        reason = f"the file cannot be written ({error.strerror}), so nothing was mended"
        raise ReslintError(name, reason) from error
    finally:
        if temporary:
            os.unlink(temporary)


def _beside(path: str, data: Iterable[bytes], mode: int) -> str:
    """Write a file beside another, with the permissions it is to have; its path, or an error and nothing left."""
    handle, temporary = tempfile.mkstemp(prefix=".reslint-", dir=os.path.dirname(path))
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode & 0o7777)
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
