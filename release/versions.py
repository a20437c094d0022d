"""The version: `reslint/version.py` says it, and whatever else has to name it agrees."""

from __future__ import annotations

import json
import re
from pathlib import Path

SOURCE = "reslint/version.py"
PACKAGE = "editors/vscode/package.json"
PACKAGE_LOCK = "editors/vscode/package-lock.json"
CHANGES = "CHANGELOG.md"


def version(root: Path) -> str:
    """The version of the project in this folder; ValueError where none is written."""
    return _found(root, SOURCE, r'^__version__ = "(.+)"$')


def disagreements(root: Path) -> list[str]:
    """What names another version, and the newest entry of the changelog if it has no day; one line each."""
    wanted = version(root)
    lock = json.loads((root / PACKAGE_LOCK).read_text("utf-8"))
    named = {
        PACKAGE: json.loads((root / PACKAGE).read_text("utf-8"))["version"],
        PACKAGE_LOCK: lock["version"],
        f"{PACKAGE_LOCK}, packages": lock["packages"][""]["version"],
        CHANGES: _found(root, CHANGES, r"^## \[(.+?)\]"),
    }
    lines = [f"{place}: names {other}, and {SOURCE} {wanted}" for place, other in named.items() if other != wanted]
    day = _found(root, CHANGES, r"^## \[.+?\](.*)$")
    if not re.fullmatch(r" – \d{4}-\d{2}-\d{2}", day):
        lines.append(f"{CHANGES}: {wanted} has no day; write it as ## [{wanted}] – YYYY-MM-DD")
    return lines


def _found(root: Path, name: str, pattern: str) -> str:
    found = re.search(pattern, (root / name).read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError(f"{name}: there is no version in it")
    return found[1]
