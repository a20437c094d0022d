"""LibreOffice Writer with the extension of reslint in a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from office import Office

import reslint

STEPS = Path(__file__).with_name("writer_steps.py")
ROOT = Path(reslint.__file__).parents[1]


class Writer(Office):
    """A running Writer; `program` is the script that it is told to run as reslint, by RESLINT_PROGRAM."""

    reader = STEPS

    def __init__(self, folder: Path) -> None:
        self.package = folder / f"reslint-{reslint.__version__}.oxt"
        self.program = folder / "reslint"
        self.program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -P -m reslint \"$@\"\n", "utf-8")
        self.program.chmod(0o755)
        subprocess.run([sys.executable, ROOT / "editors/libreoffice/build.py", folder], check=True, capture_output=True)

    def prepare(self, profile: str) -> list[str]:
        """Install the extension, for this office only: as a shared one, since root may have no other."""
        place = f"-env:UNO_SHARED_PACKAGES_CACHE={self.package.parent.as_uri()}/shared"
        command = [str(shutil.which("unopkg")), "add", "--shared", place, profile, str(self.package)]
        ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        assert ran.returncode == 0, ran.stdout
        return [place, profile]

    def work(self, path: Path, *steps: list[Any]) -> list[Any]:
        """Open a document and do what `writer_steps` knows to do, step by step; what each gave."""
        given: list[Any] = self._ask("work", path, *steps)
        return given
