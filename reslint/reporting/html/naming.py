"""Names of files on the page: in full at their findings, and short in tables, where what they share says nothing."""

from __future__ import annotations

from collections.abc import Sequence


def anchor(number: int) -> str:
    """The name by which links lead to a file; files count from 1 in the order of the report."""
    return f"f{number}"


def short_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names without the folder that all of them are in."""
    first, last = min(names, default=""), max(names, default="")
    same = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    shared = max(first.rfind(sign, 0, same) for sign in "/\\") + 1
    return tuple(name[shared:] for name in names)
