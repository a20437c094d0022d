"""What may be written over: a file that reslint itself wrote for the same purpose, one that is empty, a pipe or a
device; anything else only if that is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from reslint.errors import ReslintError
from reslint.values import Value


class Target(Value):
    """A file to write: what it is to be, for messages, and what tells whether the bytes of one are such."""

    file: str
    kind: str
    ours: Callable[[str], bool]


def refuse_others(targets: Iterable[Target], *, force: bool) -> None:
    """ReslintError where a file to write is there already and is none that may be written over, unless by `force`."""
    for target in targets:
        if force or not os.path.isfile(target.file):
            continue
        try:
            ours = not os.path.getsize(target.file) or target.ours(target.file)
        except OSError as error:
            raise ReslintError(
                target.file,
                f"the file is there already and cannot be read ({error.strerror})",
                "name another file, or replace it with --force",
            ) from error
        if not ours:
            raise ReslintError(
                target.file,
                f"the file is there already and is no {target.kind} that reslint wrote",
                "name another file, or replace it with --force",
            )
