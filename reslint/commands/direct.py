"""Common calls of `check`, read at once: paths, and the options that hooks and people give most.

Whatever else there is, and whatever is wrong with a call, is left to click, which reads every call the same way.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reslint.commands.names import COMPLETING, DEFAULT, meant

if TYPE_CHECKING:
    from reslint.commands.asked import Asked

FORMAT = "output_format"
FLAGS = {
    "--fix": "fix",
    "--fix-only": "fix_only",
    "--unsafe-fixes": "unsafe_fixes",
    "--exit-zero": "exit_zero",
    "--force-exclude": "force_exclude",
    "--quiet": "quiet",
    "-q": "quiet",
}
REPEATED = {
    "--output-format": FORMAT,
    "--select": "select",
    "--extend-select": "extend_select",
    "--ignore": "ignore",
}
SINGLE = {"--fail-on": "fail_on", "--as-of": "as_of"}
EXPANDED = "*?[~$%"
"""Signs in an argument that click expands where no shell does."""


def directly(args: Sequence[str]) -> tuple[Asked, dict[str, Any]] | None:
    """What `check` is asked for, and the options that make its settings; None where click is to read the call."""
    command, *given = meant(list(args)) or [""]
    if command != DEFAULT or COMPLETING in os.environ:
        return None
    if os.name == "nt" and any(sign in word for word in given for sign in EXPANDED):
        return None
    return _read(given)


def _read(given: Sequence[str]) -> tuple[Asked, dict[str, Any]] | None:
    found: dict[str, Any] = {}
    paths: list[str] = []
    order: list[str] = []
    words = iter(given)
    for word in words:
        if word == "-" or not word.startswith("-"):
            paths.append(word)
        elif word in FLAGS:
            found[FLAGS[word]] = True
        elif word in REPEATED or word in SINGLE:
            value = next(words, "")
            if not value or value.startswith("-"):
                return None
            name = SINGLE.get(word) or REPEATED[word]
            found[name] = value if word in SINGLE else (*found.get(name, ()), value)
            order += [name] if name == FORMAT else []
        else:
            return None
    from reslint.api.finding import Severity
    from reslint.commands.asked import NEVER, Asked

    if found.get("fail_on", NEVER) not in (NEVER, *(severity.value for severity in Severity)):
        return None
    own = {name: found.pop(name) for name in Asked._fields if name in found}
    return Asked(paths=tuple(paths), order=tuple(order), **own), found
