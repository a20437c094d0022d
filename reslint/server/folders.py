"""Judge a folder, or a Word file that no editor opens as text: what is found is shown file by file, with a report."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any, ClassVar

from lsprotocol import types
from pygls.uris import from_fs_path

from reslint.api.report import FileResult
from reslint.api.reporter import Style
from reslint.errors import ReslintError
from reslint.reporting.rendering import rendered
from reslint.reporting.telling import has_lines
from reslint.running.jobs import Draft
from reslint.running.pool import Pool
from reslint.running.run import Run
from reslint.running.spool import Spool
from reslint.saying import ENGLISH
from reslint.server.diagnostics import at_the_beginning, could_not, diagnostics_of_file
from reslint.server.lines import Lines
from reslint.storage.digests import blake2b
from reslint.storage.private import keep_newest
from reslint.storage.writing import write_file
from reslint.translations.telling import teller
from reslint.values import Value

REPORTS = "reports"
MOST_REPORTS = 50
MOST_BYTES = 128 << 20
Progress = Callable[[int, int, str], None]
Seen = tuple[FileResult, list[types.Diagnostic]]


@dataclass(slots=True)
class Checked:
    """What came of a folder: what to show, by URI of the file, how many files and findings, what could not be checked,
    and the URI of the report, which is None if it was stopped before its end.
    """

    shown: dict[str, list[types.Diagnostic]] = field(default_factory=dict)
    files: int = 0
    findings: int = 0
    errors: list[str] = field(default_factory=list)
    report: str | None = None

    def told(self) -> dict[str, Any]:
        """The answer to the command."""
        return {"files": self.files, "findings": self.findings, "errors": self.errors, "report": self.report}


class Seeing(Value):
    """Judge a file, and lay its findings out for an editor that counts columns in this encoding."""

    encoding: str
    language: str = ENGLISH

    judges: ClassVar[bool] = True

    def act(self, draft: Draft) -> Seen:
        """The result of one file, without its text, and what to show of it."""
        result = draft.judged()
        view = draft.view() if result.view is None and any(map(has_lines, result.findings)) else result.view
        lines = Lines(view.text, self.encoding) if view is not None and not view.document.source_lines else None
        shown = diagnostics_of_file(result.findings, lines, draft.linter, teller(self.language))
        return result.without_text(), [*at_the_beginning(result), *shown]

    def failed(self, name: str, line: str) -> Seen:
        """A file that could not be checked."""
        return FileResult(name, errors=(line,)), [could_not(line)]

    def judgement(self, result: Seen) -> FileResult:
        """That of the file, without what is shown of it."""
        return result[0]


def check(run: Run, path: str, encoding: str, stop: Event, tell: Progress, language: str = ENGLISH) -> Checked:
    """Judge a file, or all files of a folder, until `stop` is set; `tell` hears how many of how many are done, and
    which is next; what is shown is said in `language`. The run has to want the texts that are cited. Raises
    ReslintError where there is nothing, where settings cannot be used, and where the report cannot be written.
    """
    checked = Checked()
    results = Spool()
    names = list(run.names([path]))
    if run.errors and not names:
        raise ReslintError(path, run.errors[0].removeprefix(f"{path}: "))
    checked.errors += run.errors
    seen = run.each(names, Seeing(encoding, language), Pool())
    for number, name in enumerate(names):
        if stop.is_set():
            return checked
        tell(number, len(names), os.path.basename(name))
        result, shown = next(seen)
        checked.files += 1
        checked.findings += len(result.findings)
        checked.errors += result.errors
        uri = from_fs_path(os.path.abspath(name))
        if uri:
            checked.shown[uri] = shown
        results.add(result)
    report = run.report(results)
    reporters = run.linter_in(Path(path)).plugins.reporters
    html = next((one for one in reporters if one.name == "html"), None)
    if html is None:
        raise ReslintError("html", "no plugin makes a report of this format")
    key = blake2b(os.path.abspath(path).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    folder = run.spec.cache.private(REPORTS)
    if folder is None:
        named = os.path.join(run.spec.cache.folder or "", REPORTS)
        raise ReslintError(named, "no report can be kept there", "name another folder with RESLINT_CACHE_DIR")
    target = Path(folder, f"{key}.html")
    pieces = (piece.encode("utf-8", "replace") for piece in rendered(html, report, Style(language=language)))
    write_file(str(target), pieces, private=True)
    keep_newest(folder, ".html", MOST_REPORTS, MOST_BYTES)
    checked.report = target.as_uri()
    return checked
