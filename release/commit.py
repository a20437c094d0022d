"""The commit that is built: whether the working tree is that and nothing else, its files, its time."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

STATES = {"?": "is not in git", "D": "is deleted", "A": "is added", "R": "is renamed", "U": "has a conflict"}


def differences(root: Path) -> list[str]:
    """What of the working tree is not as it is in the commit, one line each."""
    entries = iter(_git(root, "status", "--porcelain", "-z", "--untracked-files=all").decode().split("\0"))
    lines = []
    for entry in filter(None, entries):
        state, name = entry[:2].strip(), entry[3:]
        if "R" in state or "C" in state:
            next(entries)  # the name that it had
        lines.append(f"{name} {STATES.get(state[0], 'is changed')}")
    return lines


def time_of(root: Path) -> int:
    """When the commit was made, in seconds since 1970."""
    return int(_git(root, "log", "-1", "--format=%ct"))


def name_of(root: Path) -> str:
    """The commit's hash."""
    return _git(root, "rev-parse", "HEAD").decode().strip()


def export(root: Path, folder: Path) -> None:
    """Write the files of the commit into a folder: what git leaves out of sight is not among them."""
    with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", "HEAD"))) as archive:
        archive.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(root), *arguments], check=True, stdout=subprocess.PIPE).stdout
