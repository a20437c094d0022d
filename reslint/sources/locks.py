"""The lock files that an office program keeps beside an open document."""

from __future__ import annotations

import os

from reslint.errors import ReslintError

LOCK = "~$"
"""What their names begin with."""


def refuse_if_open(name: str) -> None:
    """ReslintError for a file that Word has open: it would save its own copy over what is written."""
    folder, base = os.path.split(name)
    # Word puts two signs before a short name, and in place of the first two letters of a longer one.
    for lock in (LOCK + base, LOCK + base[2:]):
        if os.path.exists(os.path.join(folder, lock)):
            raise ReslintError(name, "it is open in Word, so nothing was written", "close it there first")
