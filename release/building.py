"""The files of a release: wheel, source distribution, the page, and the extensions for editors."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

SUMS = "SHA256SUMS"
# What a machine could bring into a package: its hour, its order of letters, the permissions it gives to new files.
SETTLED = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
UMASK = 0o022


def build(source: Path, folder: Path, time: int) -> list[Path]:
    """Build all of a folder of sources into another one; the files, by name.

    `time`, in seconds since 1970, is what is written of time into them. CalledProcessError where a step fails.
    """
    extension = source / "editors" / "vscode"
    libreoffice = source / "editors" / "libreoffice" / "build.py"
    _run(source, time, sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(folder))
    _run(source, time, sys.executable, str(libreoffice), str(folder))
    _run(source, time, sys.executable, "-m", "page", "--single", str(folder))
    _run(extension, time, "npm", "ci", "--silent", "--no-audit", "--no-fund")
    _run(extension, time, "npm", "run", "--silent", "package", "--", "--out", f"{folder}{os.sep}")
    return sorted(folder.iterdir())


def write_sums(folder: Path) -> Path:
    """Write the checksums of all files of a folder beside them, for `sha256sum --check`."""
    sums = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(folder.iterdir()))
    text = "".join(sums)
    target = folder / SUMS
    target.write_text(text, "utf-8", newline="\n")
    return target


def _run(folder: Path, time: int, *command: str) -> None:
    environment = os.environ | SETTLED | {"SOURCE_DATE_EPOCH": str(time)}
    done = subprocess.run(
        command, cwd=folder, env=environment, umask=UMASK, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout)
