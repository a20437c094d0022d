"""Find the program reslint and run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reslint_writer.trouble import Trouble

SETTING = "RESLINT_PROGRAM"
"""The environment variable that names the program where it is not found by itself; no other is tried then."""
PATIENCE = 300
"""Seconds that one call may take, so that Writer does not stand still for ever."""
WINDOWS = os.name == "nt"
INTERPRETERS = ("py", "python3", "python") if WINDOWS else ("python3", "python")
# LibreOffice sets these for the Python it brings, and another Python would look there for its own modules.
FOREIGN = ("PYTHONHOME", "PYTHONPATH")


class Ran(NamedTuple):
    """The end of a call: its exit status and what it wrote, as text."""

    status: int
    out: str
    err: str


class Program:
    """The reslint that is installed; `folder` is the current folder of its calls. Raises Trouble if there is none."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._command = self._found()

    def run(self, arguments: list[str], data: bytes) -> Ran:
        """Call it with `data` on its standard input; Trouble if it does not come to an end."""
        try:
            return _run([*self._command, *arguments], self._folder, data)
        except subprocess.TimeoutExpired:
            raise Trouble(f"reslint gave no answer in {PATIENCE} seconds and was stopped.") from None
        except OSError as error:
            raise Trouble(f"reslint cannot be run: {error.strerror or error}.") from None

    def _found(self) -> list[str]:
        named = os.environ.get(SETTING, "").strip()
        if named:
            command = [os.path.expanduser(named)]
            if self._answers(command):
                return command
            raise Trouble(f"{SETTING} names {named}, but no reslint runs there. Correct it, or unset it.")
        for command in _candidates():
            if self._answers(command):
                return command
        raise Trouble(
            "reslint is not installed. Install the file reslint-VERSION-py3-none-any.whl of the release, by\n\n"
            "    pip install reslint-VERSION-py3-none-any.whl\n\nwith Python 3.11 or newer, then choose this again. "
            f"If it is installed in a place of its own, name the program in the environment variable {SETTING}."
        )

    def _answers(self, command: list[str]) -> bool:
        try:
            ran = _run([*command, "--version"], self._folder, b"")
        except (OSError, subprocess.TimeoutExpired):
            return False
        return ran.status == 0 and ran.out.startswith("reslint ")


def _candidates() -> Iterator[list[str]]:
    """Ways to call it, best first."""
    # Only folders that are named in full: never the current one, which may be that of a stranger's files.
    path = [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if os.path.isabs(folder)]
    yield from _first([*path, os.path.join(os.path.expanduser("~"), ".local", "bin")], "reslint")
    for name in INTERPRETERS:
        for command in _first(path, name):
            # -P: modules that lie in the current folder do not take the place of Python's own.
            yield [*command, "-P", "-m", "reslint"]


def _first(folders: Iterable[str], name: str) -> Iterator[list[str]]:
    """The first program of this name, if there is one."""
    for folder in folders:
        program = os.path.join(folder, f"{name}.exe" if WINDOWS else name)
        if os.path.isfile(program) and os.access(program, os.X_OK):
            yield [program]
            return


def _run(command: list[str], folder: str, data: bytes) -> Ran:
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    environment["PYTHONUTF8"] = "1"
    window = {"creationflags": subprocess.CREATE_NO_WINDOW} if sys.platform == "win32" else {}
    ran = subprocess.run(
        command, input=data, capture_output=True, check=False, cwd=folder, env=environment, timeout=PATIENCE, **window
    )
    return Ran(ran.returncode, ran.stdout.decode("utf-8", "replace"), ran.stderr.decode("utf-8", "replace"))
