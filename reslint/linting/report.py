"""What a run found: one result a file, and all of them together with what they were judged by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reslint.citations.model import Citation
from reslint.documents.view import View
from reslint.linting.cited import CitedText
from reslint.linting.finding import Finding


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file.

    `findings` stand in text order. `errors` say what could not be done, `notices` what the user should know,
    one line each, beginning with the file's name. `view` and `as_of` are None where the file could not be
    read. `mended` counts the findings that --fix removed, `postponed` the fixes that overlapped another and
    waited for a later round. `cited` says which texts it cites, where that was asked for.
    """

    name: str
    findings: tuple[Finding, ...] = ()
    errors: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    view: View | None = None
    as_of: date | None = None
    mended: int = 0
    postponed: int = 0
    cited: tuple[CitedText, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All files of a run, in the order they were checked.

    `errors` and `notices` are those that belong to no file. `registry_date` and `registry_digest` name the
    registry that was judged by: the first one, should settings of several folders name several.
    """

    files: tuple[FileResult, ...]
    errors: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    registry_date: str = ""
    registry_digest: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all files."""
        return tuple(finding for file in self.files for finding in file.findings)

    @property
    def failures(self) -> tuple[tuple[str | None, str], ...]:
        """Everything that could not be done, as (file or None, line)."""
        own = [(None, line) for line in self.errors]
        return (*own, *((file.name, line) for file in self.files for line in file.errors))

    @property
    def days(self) -> tuple[date, ...]:
        """The days the files were judged on, each once, in order."""
        return tuple(sorted({file.as_of for file in self.files if file.as_of is not None}))

    @property
    def exit_status(self) -> int:
        """0 nothing found, 1 findings, 2 something could not be checked."""
        return 2 if self.failures else int(bool(self.findings))
