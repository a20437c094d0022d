"""Other linters as programs: proselint beside this Python, codespell and textlint in a folder of their own.

codespell is under a licence that nothing of reslint's own environment may have, and textlint comes from npm.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PROSE = ROOT / "build" / "prose"
RULES = ("common-misspellings", "en-max-word-count")
BY_PIP = "`make bench` installs it"
PIP = "python3 -m venv build/prose/venv && build/prose/venv/bin/pip install codespell"
NPM = " ".join(("npm install --prefix build/prose textlint", *(f"textlint-rule-{rule}" for rule in RULES)))


class Program(NamedTuple):
    """A linter on the command line; the path of a file is its last argument, and each finding a line that has it."""

    name: str
    path: str
    arguments: tuple[str, ...]
    how: str
    """How it is installed, where `path` is empty."""

    def on(self, file: Path) -> list[str]:
        """Its command line for a file."""
        return [self.path, *self.arguments, str(file)]

    def found(self, file: Path) -> int:
        """How many findings it has in a file."""
        ran = subprocess.run(self.on(file), cwd=file.parent, check=False, capture_output=True, encoding="utf-8")
        return sum(str(file) in line for line in ran.stdout.splitlines())


def programs() -> Sequence[Program]:
    """All of them, also those that are not there."""
    codespell = _apart("codespell", PROSE / "venv" / "bin")
    textlint = _apart("textlint", PROSE / "node_modules" / ".bin")
    rules = [word for rule in RULES for word in ("--rule", rule)]
    return (
        Program("proselint", beside("proselint"), ("check",), BY_PIP),
        Program("codespell", codespell, (), f"`{PIP}` installs it"),
        Program("textlint", textlint, (*rules, "--format", "unix"), f"`{NPM}` installs it"),
    )


def beside(name: str) -> str:
    """The path of a program installed beside this Python, or nothing."""
    path = Path(sys.executable).with_name(name)
    return str(path) if path.exists() else ""


def _apart(name: str, folder: Path) -> str:
    path = folder / name
    return str(path) if path.exists() else shutil.which(name) or ""
