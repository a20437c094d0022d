"""What may be written over: a report by a report, a baseline by a baseline, and a file to check by none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from reslint.api.reporter import Reporter
from reslint.errors import ReslintError
from reslint.sources import archives
from reslint.sources.urls import is_url
from reslint.storage.replacing import Target

HEAD = 1 << 16
"""So many bytes of a report are looked at."""


def report_target(file: str, reporters: Iterable[Reporter]) -> Target:
    """A file for a report, which may take the place of a report of any format."""
    beginnings = [reporter.begins for reporter in reporters if reporter.begins]

    def ours(path: str) -> bool:
        with open(path, "rb") as there:
            head = there.read(HEAD).decode("utf-8-sig", "replace")
        return any(re.match(begins, head) for begins in beginnings)

    return Target(file, "report", ours)


def baseline_target(file: str) -> Target:
    """A file for a baseline, which may take the place of another one."""
    from reslint.linting.baseline import is_baseline

    return Target(file, "baseline", is_baseline)


def refuse_clashes(files: Iterable[str]) -> None:
    """ReslintError for a file that is a folder, and for two that are the same."""
    seen = set()
    for file in files:
        path = os.path.realpath(file)
        if path in seen:
            raise ReslintError(file, "two things would be written there", "name two files")
        if os.path.isdir(path):
            raise ReslintError(file, "this is a folder", "name a file")
        seen.add(path)


def refuse_homeless(files: Iterable[str]) -> None:
    """ReslintError for a file in a folder that is not there."""
    for file in files:
        if not os.path.isdir(os.path.dirname(os.path.realpath(file))):
            # Of a link, the folder is that of what it leads to.
            folder = os.path.dirname(os.path.realpath(file) if os.path.islink(file) else file)
            raise ReslintError(file, "there is no such folder to write it in", f"make the folder {folder} first")


def refuse_inputs(files: Iterable[str], names: Iterable[str]) -> None:
    """ReslintError where a file to write is one of those to check, by whatever name."""
    there = {_identity(file): file for file in files if os.path.exists(file)}
    if not there:
        return
    for name in names:
        within = archives.split(name)
        path = within[0] if within else name
        if is_url(path) or not os.path.exists(path):
            continue
        file = there.get(_identity(path))
        if file is not None:
            advice = f"name another file, or leave this one out with --exclude {os.path.basename(file)}"
            raise ReslintError(file, "this is one of the files to check", advice)


def _identity(path: str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_dev, status.st_ino
