"""Results that are kept between runs, under everything they hang on: what the file holds and is called, the registry,
the rules, the settings and reslint itself. A second run over a folder reads its files, and judges those that changed.

An entry is written beside its place and moved there, so that two runs at once do no harm; one that is damaged is judged
anew. Entries that nobody asked for in a month are thrown away.
"""

from __future__ import annotations

import os
import pickle
import sys
import time
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from reslint.api.report import FileResult
from reslint.resources import PACKAGE
from reslint.storage.cache import cache_folder

if TYPE_CHECKING:
    from reslint.linting.linter import Linter

FORMAT = 1
"""Raised whenever results are kept in another way."""
FOLDER = "results"
DAY = 24 * 60 * 60
FORGOTTEN = 30 * DAY
CHECKED = 16


class Kept:
    """The results of one linter; `cited` results are others than those without."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._under = blake2b(digest_size=32)
        settings = linter.settings
        for part in (
            FORMAT,
            _code(linter),
            linter.registry.digest,
            linter.day,
            settings.view,
            linter.cited,
            sorted(linter.chosen),
            sorted((code, weight.value) for code, weight in linter.severities.items()),
            linter.baseline,
        ):
            self._under.update(repr(part).encode("utf-8", "surrogatepass") + b"\0")
        self._folder = str(cache_folder() / FOLDER)

    def recall(self, name: str, data: bytes, side: str) -> FileResult | None:
        """The result of a file of this name, content and side file; None where there is none, or it is damaged."""
        path = self._path(name, data, side)
        try:
            with open(path, "rb") as file:
                checksum, written = file.read(CHECKED), file.read()
                if time.time() - os.fstat(file.fileno()).st_mtime > DAY:
                    os.utime(path)
            if blake2b(written, digest_size=CHECKED).digest() != checksum:
                return None
            result = pickle.loads(written)
        except Exception:  # whatever a damaged entry makes of itself
            return None
        return result if isinstance(result, FileResult) and result.name == name else None

    def store(self, name: str, data: bytes, side: str, result: FileResult) -> None:
        """Keep a result; where that fails, nothing is lost but time."""
        path = self._path(name, data, side)
        written = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        part = f"{path}.{os.getpid()}.part"
        folder = os.path.dirname(path)
        with suppress(OSError):
            if not os.path.isdir(folder):
                os.makedirs(folder, exist_ok=True)
            elif os.path.basename(path)[2] == "0":
                _sweep(folder)
            try:
                with open(part, "wb") as file:
                    file.write(blake2b(written, digest_size=CHECKED).digest() + written)
                os.replace(part, path)
            except OSError:
                os.unlink(part)

    def _path(self, name: str, data: bytes, side: str) -> str:
        key = self._under.copy()
        ignored = sorted(self._linter.ignored(name))
        for part in (name, side, repr(ignored)):
            key.update(part.encode("utf-8", "surrogatepass") + b"\0")
        key.update(data)
        digest = key.hexdigest()
        return os.path.join(self._folder, digest[:2], digest)


def _code(linter: Linter) -> tuple[object, ...]:
    """What tells one state of reslint and of the rules at hand from another: their files, as they were saved."""
    files = {str(path) for path in PACKAGE.rglob("*.py")} | {str(path) for path in PACKAGE.rglob("*.lark")}
    for rule in linter.plugins.rules.rules:
        module = sys.modules.get(rule.__module__)
        files.add(getattr(module, "__file__", None) or "")
    for form in linter.plugins.formats:
        module = sys.modules.get(getattr(form.read, "__module__", ""))
        files.add(getattr(module, "__file__", None) or "")
    states = []
    for path in sorted(files - {""}):
        status = os.stat(path)
        states.append((path, status.st_size, status.st_mtime_ns))
    return (sys.version_info[:2], tuple(states))


def _sweep(folder: str) -> None:
    """Throw away what was not asked for in a long time."""
    old = time.time() - FORGOTTEN
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.stat().st_mtime < old:
                with suppress(OSError):
                    os.unlink(entry.path)
