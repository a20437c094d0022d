"""The lock files that office programs keep beside an open document."""

from __future__ import annotations

import os
from collections.abc import Iterator

from reslint.errors import ReslintError

LOCK = "~$"
"""What the names of Word's begin with."""
OFFICE_LOCK = (".~lock.", "#")
"""What the names of LibreOffice's begin and end with."""
WORD, OFFICE = "Word", "LibreOffice"


def refuse_if_open(name: str) -> None:
    """ReslintError for a file that Word or LibreOffice has open: it would save its own copy over what is written."""
    folder, base = os.path.split(name)
    for lock, program in _locks_of(base):
        if os.path.exists(os.path.join(folder, lock)):
            advice = f"close it there first, or delete {os.path.join(folder, lock)} if it is open nowhere"
            raise ReslintError(name, f"it is open in {program}, so nothing was written", advice)


def lock_refused(name: str) -> ReslintError | None:
    """The error for a file that is a lock itself, with the document that is to be named instead; None for any other."""
    folder, base = os.path.split(name)
    program = WORD if base.startswith(LOCK) else OFFICE
    if program == OFFICE and not (base.startswith(OFFICE_LOCK[0]) and base.endswith(OFFICE_LOCK[1])):
        return None
    document = _locked(folder, base)
    reason = f"this is the lock file that {program} keeps while {document or 'a document'} is open"
    return ReslintError(name, reason, f"check {os.path.join(folder, document)}" if document else "check the document")


def _locks_of(base: str) -> Iterator[tuple[str, str]]:
    # Word puts two signs before a short name, and in place of the first two letters of a longer one.
    yield LOCK + base, WORD
    yield LOCK + base[2:], WORD
    yield base.join(OFFICE_LOCK), OFFICE


def _locked(folder: str, lock: str) -> str:
    """The document in a folder that a lock file is of, empty where it is not there."""
    try:
        return next(
            (base for base in sorted(os.listdir(folder or ".")) if base != lock and lock in dict(_locks_of(base))), ""
        )
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return ""
