"""What belongs to a file besides its bytes: owner, group, permissions, access lists and other extended attributes."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress

OF_CONTENT = ("security.ima", "security.evm", "security.capability")
"""Attributes that the system derives from the bytes of a file, or drops with them."""
ACCESS = "system.posix_acl_access"
GROUP, OTHERS = 0o070, 0o007
SET_ID = stat.S_ISUID | stat.S_ISGID
NOWHERE = (errno.ENOTSUP, errno.ENOSYS)


class UnkeptError(Exception):
    """Something of a file cannot be given to the one that takes its place; says what, and why not."""


def hand_over(old: str, new: int) -> None:
    """Give what belongs to a file to an open one that nobody else may read yet and that is to take its place.

    Owner and group are kept where the system allows that. Where they change, no program runs under their name any more;
    where the group does, the new one may do no more than everybody. Raises UnkeptError, and OSError.
    """
    before = os.stat(old)
    mode = stat.S_IMODE(before.st_mode)
    if hasattr(os, "fchown"):
        _give(new, before)
        after = os.fstat(new)
        has_list = _hand_over_attributes(old, new)
        if after.st_gid != before.st_gid:
            if has_list:
                raise UnkeptError("its access list cannot be kept without its group, which is not yours")
            mode = mode & ~GROUP | mode & (mode & OTHERS) << 3
        if (after.st_uid, after.st_gid) != (before.st_uid, before.st_gid):
            mode &= ~SET_ID
        os.fchmod(new, mode)


def _give(new: int, to: os.stat_result) -> None:
    """Give a file to an owner and a group, or to the group alone, as far as it is allowed."""
    now = os.fstat(new)
    if now.st_uid != to.st_uid:
        with suppress(OSError):
            os.fchown(new, to.st_uid, to.st_gid)
            return
    if now.st_gid != to.st_gid:
        with suppress(OSError):
            os.fchown(new, -1, to.st_gid)


def _hand_over_attributes(old: str, new: int) -> bool:
    """Give the extended attributes of a file to another, and tell whether it has an access list among them."""
    if not hasattr(os, "listxattr"):
        return False
    names, there = _attributes(old), _attributes(new)
    for name in names:
        value = os.getxattr(old, name)
        if name in there and os.getxattr(new, name) == value:
            continue
        try:
            os.setxattr(new, name, value)
        except OSError as error:
            what = "its access list" if name == ACCESS else f"its extended attribute {name}"
            raise UnkeptError(f"{what} cannot be kept ({error.strerror})") from error
    if ACCESS in there and ACCESS not in names:  # one that new files of the folder are given
        os.removexattr(new, ACCESS)
    return ACCESS in names


def _attributes(file: str | int) -> list[str]:
    try:
        return [name for name in os.listxattr(file) if name not in OF_CONTENT]
    except OSError as error:
        if error.errno in NOWHERE:
            return []
        raise
