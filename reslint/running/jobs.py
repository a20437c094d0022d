"""Drafts and jobs: one file of a run as it was read, and what makes a result of it."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol, TypeVar

from reslint.api.page import Page
from reslint.api.report import FileResult
from reslint.documents.view import View
from reslint.linting.linter import Linter
from reslint.values import Value

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Draft(Value):
    """A file as it was read: its name as messages call it, its bytes, the text of the file of suppressions beside it,
    and the linter of the settings that hold for it. It is `piped` where it came from standard input. `before` is what
    an earlier run judged, where nothing has changed since.
    """

    name: str
    data: bytes
    side: str
    linter: Linter
    piped: bool = False
    before: FileResult | None = None

    def judged(self) -> FileResult:
        """The judgement of it, with what the settings of its folder silence; without its text where an earlier run made
        it.
        """
        if self.before is not None:
            return self.before
        result = self.linter.check(self.data, self.name, self.side)
        if self.linter.own is None:
            return result
        from reslint.linting.overruling import with_overruled

        return with_overruled(result, self.linter, self.data, self.side)

    def view(self) -> View:
        """What is read of it; ReslintError where it cannot be."""
        return self.linter.view(self.data, self.name)

    def page(self) -> Page:
        """The same with its citations; ReslintError where it cannot be judged."""
        return self.linter.page(self.view())


class Job(Protocol[R_co]):
    """What to do with each file. It is sent to the processes that do it, and so are its results.

    One that `judges` begins with `Draft.judged`, which is remembered for the next run.
    """

    judges: ClassVar[bool]

    def act(self, draft: Draft) -> R_co:
        """The result of one file. What it raises costs this file alone."""

    def failed(self, name: str, line: str, /) -> R_co:
        """The result of a file that could not be read, or over which something broke; `line` says it."""

    def judgement(self, result: Any, /) -> FileResult | None:
        """The judgement in a result, to be remembered; None where it has none."""


class Judging(Value):
    """Judge a file. The result is without its text."""

    judges: ClassVar[bool] = True

    def act(self, draft: Draft) -> FileResult:
        """The judgement of one file."""
        return draft.judged().without_text()

    def failed(self, name: str, line: str) -> FileResult:
        """A file that could not be checked."""
        return FileResult(name, errors=(line,))

    def judgement(self, result: FileResult) -> FileResult:
        """It is nothing else."""
        return result
