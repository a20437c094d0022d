"""Mend texts: judge, make the fixes, and judge again until nothing is left to mend."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace

from reslint.documents.encoding import decode
from reslint.errors import ReslintError
from reslint.fixing.edits import apply, choose
from reslint.linting.linter import Linter
from reslint.linting.report import FileResult
from reslint.linting.run import Run

ROUNDS = 100


@dataclass(frozen=True, slots=True)
class Mended:
    """What becomes of a file: its bytes and text before and after, and the results of judging both."""

    data: bytes
    new_data: bytes
    text: str
    new_text: str
    result: FileResult
    new_result: FileResult


def mend(linter: Linter, data: bytes, name: str, side: str = "") -> Mended:
    """Make every fix that the settings accept in the bytes of a file, which keep their encoding and byte
    order mark.

    Nothing is written. Where the fixes do not come to an end, or the encoding lacks a character of one, the
    file stays as it is and the result says so. A format that cannot be edited is judged only.
    """
    result = linter.check(data, name, side)
    text = result.view.text if result.view else ""
    unmended = Mended(data, data, text, text, result, result)
    if result.view is None:
        return unmended
    if not linter.reader(name).editable:
        if choose(result.findings, linter.settings.unsafe_fixes).edits:
            notice = f"{name}: files of this format are not mended"
            return replace(unmended, new_result=replace(result, notices=(*result.notices, notice)))
        return unmended
    try:
        return _mend(linter, unmended, side)
    except ReslintError as error:
        return replace(unmended, new_result=replace(result, errors=(*result.errors, str(error))))


def _mend(linter: Linter, unmended: Mended, side: str) -> Mended:
    first = result = unmended.result
    name, text, data = first.name, unmended.text, unmended.data
    decoded = decode(data, name)
    codes: Counter[str] = Counter()
    postponed = 0
    for number in range(ROUNDS + 1):
        chosen = choose(result.findings, linter.settings.unsafe_fixes)
        if not chosen.edits:
            break
        if number == ROUNDS:
            rules = ", ".join(sorted(set(chosen.codes)))
            raise ReslintError(name, f"the fixes of {rules} undo each other, so nothing was mended", "ignore one")
        text = apply(text, chosen.edits)
        codes.update(chosen.codes)
        postponed += chosen.postponed
        try:
            data = decoded.encode(text)
        except UnicodeEncodeError as error:
            reason = f"{decoded.encoding} has no {error.object[error.start]!r}, so nothing was mended"
            raise ReslintError(name, reason, "save the file as UTF-8") from error
        result = linter.check(data, name, side)
        if result.view is None:
            raise ReslintError(name, "a fix left nothing that can be read, so nothing was mended")
    result = replace(result, notices=first.notices, mended=codes.total(), postponed=postponed)
    return Mended(unmended.data, data, unmended.text, text, first, result)


def mend_named(run: Run, name: str) -> Mended:
    """Read and mend a file of a run; nothing is written, and what goes wrong is in the results."""
    shown = run.shown(name)
    try:
        linter = run.linter(name)
        data, side = run.read(name)
    except ReslintError as error:
        failed = FileResult(shown, errors=(str(error),))
        return Mended(b"", b"", "", "", failed, failed)
    return mend(linter, data, shown, side)


def write(mended: Mended) -> FileResult:
    """Write a mended file in its place; the result is that of the old bytes where they could not be
    replaced.
    """
    if mended.new_data != mended.data:
        try:
            replace_file(mended.result.name, mended.data, mended.new_data)
        except ReslintError as error:
            return replace(mended.result, errors=(*mended.result.errors, str(error)))
    return mended.new_result


def replace_file(name: str, old: bytes, new: bytes) -> None:
    """Put new bytes in the place of old ones at once, keeping permissions; a link keeps pointing to the file.

    Raises ReslintError, and changes nothing, where the file cannot be written or no longer holds the old
    bytes.
    """
    import tempfile

    path = os.path.realpath(name)
    temporary = ""
    try:
        if not os.access(path, os.W_OK):
            raise ReslintError(name, "the file may not be written, so nothing was mended", "change its permissions")
        mode = os.stat(path).st_mode
        handle, temporary = tempfile.mkstemp(prefix=".reslint-", dir=os.path.dirname(path))
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode & 0o7777)
        with open(path, "rb") as current:
            unchanged = current.read(len(old) + 1) == old
        if not unchanged:
            raise ReslintError(name, "the file changed meanwhile, so nothing was mended", "check it again")
        os.replace(temporary, path)
        temporary = ""
    except OSError as error:
        reason = f"the file cannot be written ({error.strerror}), so nothing was mended"
        raise ReslintError(name, reason) from error
    finally:
        if temporary:
            os.unlink(temporary)
