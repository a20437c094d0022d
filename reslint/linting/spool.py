"""The results of a run, to be gone through as often as one likes: many of them lie in a temporary file, so that ten
thousand files take no more memory than one thousand.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import IO

from reslint.linting.report import FileResult

HELD = 2_000
"""So many findings are held in memory before the file is begun."""


class Spool(Collection[FileResult]):
    """Results in the order in which they were added.

    `heads` are the same without findings, `cited` holds the texts that are cited by the folder and the day of those who
    cite them: what is asked of all files more than once.
    """

    def __init__(self, results: Iterable[FileResult] = ()) -> None:
        self._held: list[FileResult] = []
        self._weight = 0
        self._count = 0
        self._file: IO[bytes] | None = None
        self.heads: list[FileResult] = []
        self.cited: dict[tuple[str, date | None], set[tuple[str, str, str]]] = {}
        self.found = False
        for result in results:
            self.add(result)

    def add(self, result: FileResult) -> None:
        """Take in one more; one that is large or late goes to the file, without its text."""
        self._count += 1
        self._weight += 1 + len(result.findings)
        self.found = self.found or bool(result.findings)
        self.heads.append(replace(result, findings=(), citations=(), view=None, cited=(), texts=()))
        self.cited.setdefault((os.path.dirname(result.name), result.as_of), set()).update(result.texts_cited())
        if self._file is None and self._weight <= HELD:
            self._held.append(result)
            return
        import pickle

        if self._file is None:
            import tempfile

            self._file = tempfile.TemporaryFile(prefix="reslint-")  # noqa: SIM115 (it lives as long as the spool)
            weakref.finalize(self, self._file.close)
        self._file.seek(0, 2)
        pickle.dump(result.without_text(), self._file, pickle.HIGHEST_PROTOCOL)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[FileResult]:
        yield from self._held
        if self._file is None:
            return
        import pickle

        place = 0
        for _ in range(self._count - len(self._held)):
            self._file.seek(place)
            result = pickle.load(self._file)
            place = self._file.tell()
            assert isinstance(result, FileResult)
            yield result

    def __contains__(self, result: object) -> bool:
        return any(result == one for one in self)
