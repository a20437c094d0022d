"""axe-core, which looks for what keeps people from using a page, through the npm package that carries it."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = "axe-core"
VERSION = "4.14.1"


def tools_folder() -> Path:
    """Give the folder that npm installs it into: a cache of its own, or `RESLINT_TEST_TOOLS`."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("RESLINT_TEST_TOOLS") or cache / "reslint-tests")


def script() -> Path:
    """Give the script that is run in a page."""
    return tools_folder() / "node_modules" / PACKAGE / "axe.min.js"


def missing() -> str:
    """Say that it is not here, or nothing; the reason for which a test may be skipped."""
    if script().exists():
        return ""
    return f"axe-core is not installed (npm install --prefix {tools_folder()} {PACKAGE}@{VERSION})"
