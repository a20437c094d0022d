"""The results of a run, to be gone through as often as one likes: many of them lie in a temporary file, so that ten
thousand files take no more memory than one thousand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import IO

from reslint.linting.report import FileResult

HELD = 2_000
"""So many findings are held in memory before the file is begun."""


class Spool(Collection[FileResult]):
    """Results in the order in which they were added."""

    def __init__(self, results: Iterable[FileResult] = ()) -> None:
        self._held: list[FileResult] = []
        self._weight = 0
        self._count = 0
        self._file: IO[bytes] | None = None
        for result in results:
            self.add(result)

    def add(self, result: FileResult) -> None:
        """Take in one more; one that is large or late goes to the file, without its text."""
        self._count += 1
        self._weight += 1 + len(result.findings)
        if self._file is None and self._weight <= HELD:
            self._held.append(result)
            return
        import pickle

        if self._file is None:
            import tempfile

            self._file = tempfile.TemporaryFile(prefix="reslint-")  # noqa: SIM115 (it lives as long as the spool)
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
