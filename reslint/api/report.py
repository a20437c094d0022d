"""Results and reports of a run: one result a file, and all of them together with what they were judged by."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from reslint.api.cited_texts import CitedText
from reslint.api.finding import Finding, Severity
from reslint.citations.languages import Unread
from reslint.citations.model import Citation
from reslint.documents.view import View
from reslint.values import Value


class Written(Value):
    """A file that was written: how many comments and corrections it has, None where these were not asked for, and how
    many corrections were refused, and why, each reason once. Where nothing was written, `unwritten` says why.
    """

    file: str
    comments: int | None = None
    corrections: int | None = None
    refused: int = 0
    reasons: tuple[str, ...] = ()
    unwritten: str = ""


class FileResult(Value):
    """One file.

    `findings` stand in text order. `errors` say what could not be done, `notices` what the user should know,
    one line each, beginning with the file's name. `view` and `as_of` are None where the file could not be
    read. `mended` counts the findings that --fix removed, `postponed` the fixes that overlapped another and
    waited for a later round, `gone` the findings that the baseline knows and that are no more. `cited_texts` says
    which texts it cites, where that was asked for. `uncovered` says, one line a body, what the registry does not cover
    of those that the file cites; it is filled in for programs that call reslint, a report says it once for all files.
    `unread` is the language that it, or a part of it, is written in, where that is none in which citations are read.
    `language` is the one in which comments are to speak of it, None for its own.
    `written` tells of the files that were written of it.
    `silenced` counts the findings that marks in the draft or beside it silence, `overruled` those that are silenced by
    the settings of a folder that is not the user's own.
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
    gone: int = 0
    cited_texts: tuple[CitedText, ...] = ()
    union_texts: tuple[tuple[str, str, str], ...] = ()
    uncovered: tuple[str, ...] = ()
    silenced: int = 0
    overruled: int = 0
    language: str | None = None
    written: tuple[Written, ...] = ()
    unread: Unread | None = None

    @property
    def was_read(self) -> bool:
        """Whether anything was looked for in it: it could be read, and is in a language that is read."""
        return self.as_of is not None and not (self.unread and self.unread.whole)

    def without_text(self) -> FileResult:
        """The result as it is kept, and sent from one process to another: without the text and its citations, but with
        `union_texts`, the body, kind and number of every text of the Union that is cited, each once.
        """
        return self.but(citations=(), view=None, union_texts=self.of_the_union())

    def of_the_union(self) -> tuple[tuple[str, str, str], ...]:
        """Body, kind and number of every text that is cited and of which the body is known, each once."""
        if self.union_texts:
            return self.union_texts
        return tuple(dict.fromkeys([(one.body, one.kind, one.number) for one in self.citations if one.body]))


class Report(Value):
    """All files of a run, in the order they were checked; of a large run they are read anew each time.

    `errors` and `notices` are those that
    belong to no file. `registry_date` and `registry_digest` name the
    registry that was judged by: the first one, should settings of several folders name several. Findings that weigh
    less than `fail_on` do not count for the exit status, and none does where it is None.
    """

    files: Collection[FileResult]
    errors: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    registry_date: str = ""
    registry_digest: str = ""
    fail_on: Severity | None = Severity.INFO

    @property
    def heads(self) -> Collection[FileResult]:
        """The files without their findings, where those are not at hand; for what is asked of every file."""
        return getattr(self.files, "heads", self.files)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all files, in memory; `each_finding` is for those of a large run."""
        return tuple(self.each_finding())

    def each_finding(self) -> Iterator[Finding]:
        """The findings of all files, one after the other."""
        for file in self.files:
            yield from file.findings

    @property
    def failures(self) -> tuple[tuple[str | None, str], ...]:
        """Everything that could not be done, as (file or None, line)."""
        own = [(None, line) for line in self.errors]
        return (*own, *((file.name, line) for file in self.heads for line in file.errors))

    @property
    def read(self) -> int:
        """How many files were read, at least in part; those are the files that findings are counted in."""
        return sum(file.was_read or bool(file.findings) for file in self.files)

    @property
    def silenced(self) -> int:
        """How many findings are silenced by marks in the drafts or beside them."""
        return sum(file.silenced for file in self.heads)

    @property
    def overruled(self) -> int:
        """How many findings are silenced by settings of folders that are not the user's own."""
        return sum(file.overruled for file in self.heads)

    @property
    def unread(self) -> tuple[str, ...]:
        """The languages of the files that are wholly in one that is not read, each once, in order."""
        return tuple(sorted({file.unread.language for file in self.heads if file.unread and file.unread.whole}))

    @property
    def days(self) -> tuple[date, ...]:
        """The days the files were judged on, each once, in order."""
        return tuple(sorted({file.as_of for file in self.heads if file.as_of is not None}))

    @property
    def exit_status(self) -> int:
        """0 nothing found that counts, 1 findings, 2 something could not be checked."""
        if self.failures:
            return 2
        counted = self.fail_on.and_graver() if self.fail_on else ()
        return int(any(finding.severity in counted for finding in self.each_finding()))
