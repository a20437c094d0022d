"""The functions that programs call: judge a text, bytes, a file, or files and folders; mend bytes, and write comments
into them.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reslint.api.report import FileResult, Report
from reslint.errors import ReslintError
from reslint.linting.settings import Settings
from reslint.running.freshness import with_uncovered
from reslint.running.jobs import Judging
from reslint.running.pool import Pool
from reslint.running.ready import ready_linter
from reslint.running.run import Run
from reslint.running.spec import RunSpec
from reslint.values import Value

if TYPE_CHECKING:
    from reslint.registry import Registry


class Fixed(Value):
    """What `fix` made of a file.

    `data` are the mended bytes, those that were given where nothing was mended; `result` is the judgement of them, with
    `errors` where they could not be read or written. `mended` counts the findings that are no more. `refused` says what
    is left that somebody could want mended, and why it was not, one line each.
    """

    data: bytes
    result: FileResult
    mended: int = 0
    refused: tuple[str, ...] = ()


class Commented(Value):
    """What `comment` made of a file.

    `data` are the bytes with the comments, those that were given where there are none; `result` is the judgement that
    they tell, with `errors` where the file could not be read or written into. `comments` counts those that were
    written, not those that stood there already. `notes` are what is to be said of it, one line each: findings at places
    that can have no comment, a signature that does not hold any more.
    """

    data: bytes
    result: FileResult
    comments: int = 0
    notes: tuple[str, ...] = ()


def _run(as_of: str | date | None, settings: Settings | None) -> Run:
    return Run(RunSpec.here(settings=settings, changes=_changes(as_of)))


def _changes(as_of: str | date | None) -> tuple[tuple[str, str], ...]:
    """What a day changes in settings."""
    if as_of is None:
        return ()
    return (("as_of", as_of.isoformat() if isinstance(as_of, date) else as_of),)


def lint_text(
    text: str, name: str = "draft.txt", *, as_of: str | date | None = None, settings: Settings | None = None
) -> FileResult:
    """Judge a text, as a file of this name would be; no file is read for it, neither settings nor
    suppressions.

    `as_of` is a date, the short name of a conference, or "document". Raises ReslintError for settings that
    cannot be used; what is wrong with the text is in the result, with offsets in characters of `text`.
    """
    return lint_bytes(BOM_UTF8 + text.encode("utf-8", "replace"), name, as_of=as_of, settings=settings)


def lint_bytes(
    data: bytes, name: str, *, as_of: str | date | None = None, settings: Settings | None = None, side: str = ""
) -> FileResult:
    """Judge the bytes of a file, whose format is told by its name, else by them; see `lint_text`.

    `side` is the text of the file of suppressions that lies beside it.
    """
    linter = ready_linter(settings, _changes(as_of))
    return with_uncovered(linter.check(data, name, side), linter.registry)


def lint_file(path: str | Path, *, as_of: str | date | None = None, settings: Settings | None = None) -> FileResult:
    """Judge a file by the nearest settings file, or by `settings`; see `lint_text`."""
    run = _run(as_of, settings)
    name = os.fspath(path)
    try:
        draft = run.draft(name)
    except ReslintError as error:
        return FileResult(name, errors=(str(error),))
    result = with_uncovered(draft.judged(), draft.linter.registry)
    return result.but(notices=(*result.notices, *(f"{name}: {notice}" for notice in run.notices)))


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
    results = run.each(names, Judging(), Pool(jobs))
    return run.report(
        with_uncovered(result, run.linter(result.name).registry) if result.as_of else result for result in results
    )


def fix(
    data: bytes,
    name: str,
    *,
    unsafe: bool = False,
    as_of: str | date | None = None,
    settings: Settings | None = None,
    side: str = "",
) -> Fixed:
    """Mend the bytes of a file as its format does it: a text is changed, a Word file gets tracked changes.

    Fixes that may change the meaning are made only where they are asked for by `unsafe`, or by the settings. Nothing is
    written to disk. See `lint_bytes`; a format that cannot be written is judged, and all its findings are refused.
    """
    from reslint.fixing.mending import mend
    from reslint.fixing.refusals import refusals

    linter = ready_linter(settings, (*_changes(as_of), *((("unsafe_fixes", True),) if unsafe else ())))
    mended = mend(linter, data, name, side)
    result = with_uncovered(mended.new_result, linter.registry)
    return Fixed(mended.new_data, result, result.mended, tuple(refusals(mended, linter.settings.unsafe_fixes)))


def comment(
    data: bytes,
    name: str,
    *,
    as_of: str | date | None = None,
    settings: Settings | None = None,
    side: str = "",
    language: str | None = None,
) -> Commented:
    """Write a comment at each finding into the bytes of a Word file; one that stands there already is not repeated.

    They speak in `language` ("fr"), or in that of the paragraph they stand at. Nothing is written to disk. See
    `lint_bytes`; raises ReslintError for a format that has no comments, too.
    """
    from reslint.fixing.mending import comment_writer, commented

    linter = ready_linter(settings, _changes(as_of))
    comment_writer(linter.form(name, data), name)
    result = with_uncovered(linter.check(data, name, side), linter.registry)
    if result.view is None:
        return Commented(data, result)
    try:
        written, notes = commented(linter, data, result, language=language)
        there = linter.view(written, name).document.comments if written != data else result.view.document.comments
    except ReslintError as error:
        return Commented(data, result.but(errors=(*result.errors, str(error))))
    return Commented(written, result, len(there) - len(result.view.document.comments), tuple(notes))


def load_registry(*paths: str | Path) -> Registry:
    """The facts that drafts are judged by: those of reslint and of plugins, with the files of these paths laid over.

    Raises ReslintError for a file that is missing, damaged, or breaks an invariant.
    """
    return ready_linter(Settings(registry=tuple(map(Path, paths))), ()).registry
