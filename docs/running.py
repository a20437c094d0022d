"""What commands and programs really print, for the examples of the pages."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = "reslint"
PYTHON = "python"


class Folder:
    """A folder with the files of a page, in which its commands run one after the other."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._folder = TemporaryDirectory()
        self.path = Path(self._folder.name)
        for name, content in files.items():
            (self.path / name).parent.mkdir(parents=True, exist_ok=True)
            (self.path / name).write_bytes(content)

    def __enter__(self) -> Folder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    def run(self, command: str) -> str:
        """The command and everything it prints, notes included, as a fenced block."""
        printed = self.output(command)
        fence = "````" if "```" in printed else "```"
        return f"{fence}console\n$ {command}\n{printed}{fence}"

    def output(self, command: str) -> str:
        """What `reslint …`, `cat FILE` or `python FILE` prints here, standard error and output in order.

        A program of an example ends well, or there is no page.
        """
        program, *arguments = shlex.split(command)
        if program == "cat":
            return "".join((self.path / name).read_text("utf-8") for name in arguments)
        if program not in (PROGRAM, PYTHON):
            raise ValueError(f"{command}: only {PROGRAM}, {PYTHON} and cat are run for a page")
        environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [sys.executable, *([] if program == PYTHON else ["-m", PROGRAM]), *arguments],
            cwd=self.path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if "report it" in done.stdout or (program == PYTHON and done.returncode):
            raise RuntimeError(f"{command}: {done.stdout}")
        return done.stdout
