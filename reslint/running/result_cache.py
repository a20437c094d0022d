"""The cache of results, kept between runs under everything they hang on: what the file holds and is called, the job,
and what the linter rests on. A second run over a folder reads its files, and judges those that changed.

An entry is written beside its place and moved there, so that two runs at once do no harm; one that is damaged is made
anew. Entries that nobody asked for in a month are thrown away.
"""

from __future__ import annotations

import os
import pickle
import time
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, cast

from reslint.running.jobs import Draft, Job, R

if TYPE_CHECKING:
    from reslint.linting.linter import Linter

FORMAT = 4
"""Raised whenever results are kept in another way."""
FOLDER = "results"
DAY = 24 * 60 * 60
FORGOTTEN = 30 * DAY
CHECKED = 16


class ResultCache:
    """The results of one linter, in a folder of the cache."""

    def __init__(self, linter: Linter, folder: str) -> None:
        self._under = blake2b(f"{FORMAT}\0{linter.basis.digest}\0{linter.day}\0".encode(), digest_size=32)
        self._folder = os.path.join(folder, FOLDER)

    def recall(self, draft: Draft, job: Job[R]) -> R | None:
        """The result of a job for a draft; None where there is none, or it is damaged."""
        path = self._path(draft, job)
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
        return cast("R", result) if job.sound(result) else None

    def store(self, draft: Draft, job: Job[R], result: R) -> None:
        """Keep a result; where that fails, nothing is lost but time."""
        path = self._path(draft, job)
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

    def _path(self, draft: Draft, job: Job[Any]) -> str:
        key = self._under.copy()
        for part in (repr(job), draft.name, draft.side):
            key.update(part.encode("utf-8", "surrogatepass") + b"\0")
        key.update(draft.data)
        digest = key.hexdigest()
        return os.path.join(self._folder, digest[:2], digest)


def _sweep(folder: str) -> None:
    """Throw away what was not asked for in a long time."""
    old = time.time() - FORGOTTEN
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.stat().st_mtime < old:
                with suppress(OSError):
                    os.unlink(entry.path)
