"""Mend a file: what becomes of it, whatever its format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reslint.errors import ReslintError
from reslint.fixing.cautions import refuse_if_open
from reslint.fixing.replacing import replace_file
from reslint.linting.linter import Linter
from reslint.linting.refusing import TRACKED
from reslint.linting.report import FileResult
from reslint.linting.run import Run


@dataclass(frozen=True, slots=True)
class Mended:
    """What becomes of a file: its bytes and text before and after, and the results of judging both."""

    data: bytes
    new_data: bytes
    text: str
    new_text: str
    result: FileResult
    new_result: FileResult


def judge(linter: Linter, data: bytes, name: str, side: str = "") -> Mended:
    """What becomes of a file that is not to be mended: nothing, and it is judged."""
    result = linter.check(data, name, side)
    text = result.view.text if result.view else ""
    return Mended(data, data, text, text, result, result)


def mend(linter: Linter, data: bytes, name: str, side: str = "") -> Mended:
    """Make every fix that the settings accept in the bytes of a file: in the text itself, or as tracked changes.

    Nothing is written. Where the fixes do not come to an end, or cannot be written down, the file stays as it is and
    the result says so. A format that can be mended in neither way is judged only.
    """
    unmended = judge(linter, data, name, side)
    result = unmended.result
    if result.view is None:
        return unmended
    tracked = result.view.document.format == TRACKED
    reader = linter.reader(name)
    try:
        if reader.editable:
            from reslint.fixing.text import mend_text

            data, result = mend_text(linter, data, result, side)
        elif tracked:
            from reslint.fixing.tracked import mend_tracked

            data, result = mend_tracked(linter, data, result, side)
        elif any(finding.suggestion is not None for finding in result.findings):
            result = replace(result, notices=(*result.notices, f"{name}: files of this format are not mended"))
    except ReslintError as error:
        return replace(unmended, new_result=replace(result, errors=(*result.errors, str(error))))
    text = result.view.text if result.view else unmended.text
    return replace(unmended, new_data=data, new_text=text, new_result=result)


def named(run: Run, name: str, act: Callable[[Linter, bytes, str, str], Mended]) -> Mended:
    """Read a file of a run and `mend` or `judge` it; nothing is written, and what goes wrong is in the results."""
    shown = run.shown(name)
    try:
        linter = run.linter(name)
        data, side = run.read(name)
    except ReslintError as error:
        failed = FileResult(shown, errors=(str(error),))
        return Mended(b"", b"", "", "", failed, failed)
    return act(linter, data, shown, side)


def write(mended: Mended) -> FileResult:
    """Write a mended file in its place; the result is that of the old bytes where they could not be
    replaced.
    """
    if mended.new_data != mended.data:
        try:
            if mended.result.view is not None and mended.result.view.document.format == TRACKED:
                refuse_if_open(mended.result.name)
            replace_file(mended.result.name, mended.data, mended.new_data)
        except ReslintError as error:
            return replace(mended.result, errors=(*mended.result.errors, str(error)))
    return mended.new_result
