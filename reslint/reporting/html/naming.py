"""Names of files on the page: in full at their findings, and short in tables, where what they share says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

HERE = "in no folder"
"""The heading of files beside the folders of others."""
SEPARATOR = re.compile(r"[/\\]")


def anchor(number: int) -> str:
    """The name by which links lead to a file; files count from 1 in the order of the report."""
    return f"f{number}"


def short_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names without the folder that all of them are in."""
    first, last = min(names, default=""), max(names, default="")
    same = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    shared = max(first.rfind(sign, 0, same) for sign in "/\\") + 1
    return tuple(name[shared:] for name in names)


def folder_of(short: str) -> str:
    """The first folder of a short name, which is often that of a delegation; empty where it is in none."""
    return SEPARATOR.split(short, maxsplit=1)[0] if SEPARATOR.search(short) else ""


def within(short: str, folder: str) -> str:
    """The short name without the folder under whose name it stands."""
    return short[len(folder) + 1 :] if folder else short
