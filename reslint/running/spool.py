"""The spool of the results of a run, to be gone through as often as one likes: many of them lie in a temporary file, so
that ten thousand files take no more memory than one thousand.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from io import FileIO

from reslint.api.report import FileResult

HELD = 2_000
"""So many findings are held in memory before the file is begun."""


class Spool(Collection[FileResult]):
    """Results in the order in which they were added.

    `heads` are the same without findings, `union_texts` holds the texts that are cited by the folder and the day of
    those who cite them: what is asked of all files more than once.
    """

    def __init__(self, results: Iterable[FileResult] = ()) -> None:
        self._held: list[FileResult] = []
        self._weight = 0
        self._count = 0
        self._file: FileIO | None = None
        self._sizes: list[int] = []
        self._end = 0
        self._late: list[FileResult] = []
        self.heads: list[FileResult] = []
        self.union_texts: dict[tuple[str, date | None], set[tuple[str, str, str]]] = {}
        self.found = False
        for result in results:
            self.add(result)

    def add(self, result: FileResult) -> None:
        """Take in one more; one that is large or late goes to the file, without its text."""
        self._count += 1
        self._weight += 1 + len(result.findings)
        self.found = self.found or bool(result.findings)
        self.heads.append(result.but(findings=(), citations=(), view=None, cited_texts=(), union_texts=()))
        self.union_texts.setdefault((os.path.dirname(result.name), result.as_of), set()).update(result.of_the_union())
        if not self._sizes and self._weight <= HELD:
            self._held.append(result)
        elif self._late or not self._filed(result.without_text()):
            self._late.append(result.without_text())

    def _filed(self, result: FileResult) -> bool:
        """Whether the file could take in one more; where there is no room for it, memory is the last resort."""
        import pickle

        data = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        try:
            file = self._opened()
            file.seek(self._end)
            left = memoryview(data)
            while left:
                left = left[file.write(left) :]
        except OSError:
            return False
        self._end += len(data)
        self._sizes.append(len(data))
        return True

    def _opened(self) -> FileIO:
        """The file, which is not buffered, so that nothing is left to be written when it is closed."""
        if self._file is None:
            import tempfile

            file = tempfile.TemporaryFile(prefix="reslint-", buffering=0)  # noqa: SIM115 (as long-lived as the spool)
            weakref.finalize(self, file.close)
            self._file = file
        return self._file

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[FileResult]:
        yield from self._held
        if self._file is not None:
            import pickle

            place = 0
            for size in self._sizes:
                self._file.seek(place)
                result = pickle.loads(self._file.read(size))
                place += size
                assert isinstance(result, FileResult)
                yield result
        yield from self._late

    def __contains__(self, result: object) -> bool:
        return any(result == one for one in self)
