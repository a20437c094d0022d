"""The registry file that `reslint registry ingest` changes, and why it could not be written: asked before anything is
promised, and before anything is written.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from reslint.errors import ReslintError
from reslint.named import NamedTuple
from reslint.resources import PACKAGE, resource
from reslint.storage.links import real_path

ELSEWHERE = "name a file of your own with --registry; it lies over that of reslint"


class Target(NamedTuple):
    """The file, whether it is `new`, and what `--write` says where it refuses to write it, None where it does not."""

    path: Path
    new: bool
    refusal: ReslintError | None

    @property
    def promise(self) -> str:
        """What `--write` would do, for who has not asked for it yet."""
        if self.refusal is None:
            return "--write writes this"
        reason = f"--write does not write this: {self.refusal.reason}"
        return f"{reason}; {self.refusal.advice}" if self.refusal.advice else reason


def target(paths: Sequence[Path]) -> Target:
    """The last of the registries that are named, else that of reslint."""
    if paths:
        path = paths[-1]
        return Target(path, not path.exists(), _unwritable(path))
    bundled = resource("registry.yaml")
    path = Path(os.path.relpath(bundled))
    if bundled.parent == PACKAGE:
        reason = "that of reslint is replaced with its next version"
        return Target(path, False, ReslintError("registry", reason, ELSEWHERE))
    return Target(path, False, _unwritable(path))


def _unwritable(path: Path) -> ReslintError | None:
    path = Path(real_path(str(path)))
    folder = path.parent
    if not folder.is_dir():
        return ReslintError(str(path), "its folder is not there", f"make the folder {folder} first")
    for needed in (path, folder) if path.exists() else (folder,):
        if not os.access(needed, os.W_OK):
            return ReslintError(str(path), f"{needed} may not be written", "change its permissions, or name another")
    return None
