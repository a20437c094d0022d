"""The jobs of mending, done with each file of a run: mend it in its place, or tell what that would change."""

from __future__ import annotations

import os
import sys
from typing import ClassVar

from reslint.api.report import FileResult
from reslint.errors import ReslintError
from reslint.fixing.diff import diff
from reslint.fixing.mending import mend, without_mending, write
from reslint.linting.overruling import with_overruled
from reslint.running.jobs import Draft, Judging
from reslint.sources import archives
from reslint.values import Value


class Mending(Judging):
    """Mend a file in its place. The result is without its text."""

    judges: ClassVar[bool] = False

    def act(self, draft: Draft) -> FileResult:
        """The judgement of one file after it was mended; standard input goes to standard output."""
        if archives.split(draft.name):
            return without_mending(draft.linter, draft.data, draft.name, draft.side).without_text()
        mended = mend(draft.linter, draft.data, draft.name, draft.side)
        if not draft.piped:
            written = write(mended).without_text()
            return with_overruled(written, draft.linter, mended.new_data, draft.side)
        try:
            sys.stdout.buffer.write(mended.new_data)
            sys.stdout.buffer.flush()
        except OSError as error:
            # What is left in the stream would be tried once more when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise ReslintError("standard output", f"cannot be written ({error.strerror})") from error
        return mended.new_result


class MendingDifference(Value):
    """What mending would change in a file: the lines of a diff, none where nothing changes, and the result of it."""

    lines: tuple[str, ...]
    result: FileResult


class Comparing(Value):
    """Tell what mending a file would change, and change nothing."""

    judges: ClassVar[bool] = False

    def act(self, draft: Draft) -> MendingDifference:
        """The difference in one file."""
        mended = mend(draft.linter, draft.data, draft.name, draft.side)
        lines = diff(mended.result.name, mended.text, mended.new_text)
        return MendingDifference(tuple(lines), mended.new_result.without_text())

    def failed(self, name: str, line: str) -> MendingDifference:
        """A file that could not be checked."""
        return MendingDifference((), FileResult(name, errors=(line,)))

    def judgement(self, _result: object) -> None:
        """It is worked out anew each time."""
