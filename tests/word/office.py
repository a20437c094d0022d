"""LibreOffice as a reader of Word files that is independent of reslint: one process answers for many files."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

DRIVER = Path(__file__).with_name("office_driver.py")
READER = Path(__file__).with_name("office_reader.py")
PATIENCE = 240.0
"""Seconds that one answer may take; the first one includes the start of LibreOffice."""


def missing_office() -> str:
    """Say what LibreOffice needs and is not here, or nothing; the reason for which a test may be skipped."""
    if not _soffice():
        return "LibreOffice is not installed (apt-get install libreoffice-writer)"
    if not _interpreter():
        return "no Python can import uno (apt-get install python3-uno)"
    return ""


def missing_pictures() -> str:
    """Say what pictures of pages need and is not here, or nothing."""
    return missing_office() or ("" if shutil.which("pdftoppm") else "no pdftoppm (apt-get install poppler-utils)")


def _soffice() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def _interpreter() -> str | None:
    """Find a Python that can import uno: the system's, as a rule, and not that of a virtual environment."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    beside_office = Path(os.path.realpath(_soffice() or ".")).parent
    candidates = [sys.executable, *(str(Path(folder, "python3")) for folder in [*folders, "/usr/bin"])]
    candidates.append(str(beside_office / "python"))
    for candidate in dict.fromkeys(candidates):
        if not os.access(candidate, os.X_OK):
            continue
        if subprocess.run([candidate, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return candidate
    return None


@dataclass(frozen=True, slots=True)
class Shown:
    """What LibreOffice shows of a file once every change is accepted or rejected: paragraphs, with tables' included.

    `labels` are those of automatic numbering, one a paragraph of the body and empty where there is none.
    """

    texts: list[str]
    labels: list[str]
    footnotes: list[list[str]]
    endnotes: list[list[str]]


class OfficeError(Exception):
    """LibreOffice is missing, did not answer, or could not read a file."""


class Office:
    """A session with a LibreOffice of its own, which ends with the `with` block whatever happens in it."""

    reader = READER
    """What LibreOffice loads and asks."""

    def prepare(self, profile: str) -> list[str]:
        """What is done before LibreOffice starts with a profile, which is an argument of it; its further arguments."""
        return [profile]

    def __enter__(self) -> Office:
        reason = missing_office()
        if reason:
            raise OfficeError(reason)
        self._folder = tempfile.TemporaryDirectory(prefix="reslint-office-")
        pipe = f"reslint{os.getpid()}x{id(self)}"
        arguments = self.prepare(f"-env:UserInstallation={Path(self._folder.name, 'profile').as_uri()}")
        # A session of its own: soffice is a script that starts the program, and both must end.
        self._office = subprocess.Popen(
            [
                str(_soffice()),
                *arguments,
                f"--accept=pipe,name={pipe};urp;",
                *("--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._driver = subprocess.Popen(
            [str(_interpreter()), str(DRIVER), pipe, str(self.reader)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._driver.kill()
        self._driver.communicate()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._office.pid, signal.SIGKILL)
        self._office.wait()
        self._folder.cleanup()

    def shown(self, path: Path, view: Literal["original", "final"]) -> Shown:
        """Give the body and the notes of a view; marks of notes and of comments are not in the text."""
        return Shown(**self._ask("shown", path, view))

    def texts(self, path: Path, view: Literal["original", "final"]) -> list[str]:
        """Give the body of a view alone."""
        given: list[str] = self._ask("texts", path, view)
        return given

    def labels(self, path: Path, view: Literal["original", "final"]) -> list[str]:
        return self.shown(path, view).labels

    def comments(self, path: Path) -> list[tuple[str, str]]:
        """Give the author and the text of each comment, in the order of the body."""
        return [(author, text) for author, text in self._ask("comments", path)]

    def redlines(self, path: Path) -> list[tuple[str, str, str]]:
        """Give type (`Insert`, `Delete`, `Format` and others), author and text of each tracked change."""
        return [(kind, author, text) for kind, author, text in self._ask("redlines", path)]

    def accepted(self, path: Path, first: int, last: int) -> list[str]:
        """Accept the tracked changes from one number to another, as `redlines` counts them, and reject all others."""
        given: list[str] = self._ask("accepted", path, first, last)
        return given

    def picture(self, path: Path, folder: Path, resolution: int = 60) -> list[Path]:
        """Draw the pages with changes in colour and comments in the margin; `resolution` is in dots per inch."""
        reason = missing_pictures()
        if reason:
            raise OfficeError(reason)
        folder.mkdir(parents=True, exist_ok=True)
        pdf = folder / f"{path.stem}.pdf"
        self._ask("picture", path, str(pdf.resolve()))
        subprocess.run(["pdftoppm", "-r", str(resolution), "-png", pdf, pdf.with_suffix("")], check=True)
        return sorted(folder.glob(f"{path.stem}-*.png"))

    def _ask(self, question: str, path: Path, *more: Any) -> Any:
        assert self._driver.stdin is not None
        assert self._driver.stdout is not None
        try:
            print(json.dumps([question, str(path.resolve()), *more]), file=self._driver.stdin, flush=True)
        except BrokenPipeError:
            raise OfficeError(f"{path.name}: LibreOffice is gone") from None
        if not select.select([self._driver.stdout], [], [], PATIENCE)[0]:
            raise OfficeError(f"{path.name}: LibreOffice gave no answer in {PATIENCE:.0f} s")
        line = self._driver.stdout.readline()
        if not line:
            raise OfficeError(f"{path.name}: LibreOffice crashed on it")
        answer = json.loads(line)
        if "error" in answer:
            raise OfficeError(f"{path.name}: {answer['error']}")
        return answer["answer"]
