"""What programs call: judge a text, bytes, a file, or files and folders; mend, and comment."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from reslint.api.report import FileResult, Report
from reslint.errors import ReslintError
from reslint.linting.settings import Settings
from reslint.running.jobs import Judging
from reslint.running.pool import Pool
from reslint.running.run import Run
from reslint.running.spec import RunSpec


def _run(as_of: str | date | None, settings: Settings | None) -> Run:
    day = as_of.isoformat() if isinstance(as_of, date) else as_of
    return Run(RunSpec.here(settings=settings, changes=(("as_of", day),) if day else ()))


def lint_text(
    text: str, name: str = "draft.txt", *, as_of: str | date | None = None, settings: Settings | None = None
) -> FileResult:
    """Judge a text, as a file of this name would be; no file is read for it, neither settings nor
    suppressions.

    `as_of` is a date, the short name of a conference, or "document". Raises ReslintError for settings that
    cannot be used; what is wrong with the text is in the result, with offsets in characters of `text`.
    """
    linter = _run(as_of, settings or Settings()).linter(name)
    return linter.check(BOM_UTF8 + text.encode("utf-8", "replace"), name)


def lint_file(path: str | Path, *, as_of: str | date | None = None, settings: Settings | None = None) -> FileResult:
    """Judge a file by the nearest settings file, or by `settings`; see `lint_text`."""
    run = _run(as_of, settings)
    name = os.fspath(path)
    try:
        draft = run.draft(name)
    except ReslintError as error:
        return FileResult(name, errors=(str(error),))
    return draft.linter.check(draft.data, draft.name, draft.side)


def lint_paths(
    paths: Iterable[str | Path],
    *,
    as_of: str | date | None = None,
    settings: Settings | None = None,
    jobs: int | None = None,
) -> Report:
    """Judge files and all files in folders, each by its nearest settings file, or by `settings`; see `lint_text`.

    `jobs` is the number of processes, 1 for this one alone; by default as many as there are processors, once that pays.
    The results are without their text and its citations.
    """
    run = _run(as_of, settings)
    names = list(run.names([os.fspath(path) for path in paths]))
    return run.report(run.each(names, Judging(), Pool(jobs)))
