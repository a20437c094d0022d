"""Copies of files with corrections, with comments or with both: what is in them, and how they are written."""

from __future__ import annotations

from reslint.api.formats import Commented, Writer
from reslint.api.report import FileResult
from reslint.errors import ReslintError
from reslint.fixing.mending import Mended, commented, judge, mend
from reslint.linting.overruling import with_overruled
from reslint.linting.suppression import own_comments
from reslint.named import NamedTuple
from reslint.running.jobs import Draft
from reslint.sources.locks import refuse_if_open
from reslint.storage.replacing import Target, refuse_others
from reslint.storage.writing import write_file


class Made(NamedTuple):
    """What is made of a file: its bytes before and after it was mended, and the judgement of what is left; the bytes
    with comments on that, None where none were asked for or `fault` says why there can be none, how many they have, and
    what is to be said of them; and what writes such files.
    """

    mended: Mended
    result: FileResult
    writer: Writer | None = None
    commented: bytes | None = None
    comments: int = 0
    notices: tuple[str, ...] = ()
    fault: ReslintError | None = None


def made(draft: Draft, *, fix: bool, comments: bool, verbose: bool = False, language: str | None = None) -> Made:
    """What is made of a file; nothing is written. Comments are in this language, or in that of what they stand at."""
    linter = draft.linter
    mended = (mend if fix else judge)(linter, draft.data, draft.name, draft.side)
    result = with_overruled(mended.new_result, linter, mended.new_data, draft.side)
    if result.errors or result.view is None:
        return Made(mended, result)
    plain = Made(mended, result, linter.form_of(result.view.document).writer)
    if not comments:
        return plain
    try:
        written = commented(linter, mended.new_data, result, verbose=verbose, language=language)
        data, notices = written
        if isinstance(written, Commented):
            count = written.comments
        else:
            count = len(own_comments(linter.view(data, draft.name).document))
    except ReslintError as error:
        return plain._replace(fault=error)
    return plain._replace(commented=data, comments=count, notices=tuple(notices))


def write_copy(file: str, data: bytes, writer: Writer | None, name: str, *, force: bool) -> list[str]:
    """Write a copy of the file `name`, and give what is to be said of it, one line each.

    Raises ReslintError, and changes nothing, where it cannot be written, or something else is there.
    """
    refuse_if_open(file)
    sealed = data if writer is None else writer.seal(data, name)
    refuse_others([copy_target(file, writer, sealed)], force=force)
    return write_file(file, sealed)


def copy_target(file: str, writer: Writer | None, data: bytes) -> Target:
    """A file for these bytes, a copy of one to check: it may take the place of the same, or of such a copy."""

    def ours(path: str) -> bool:
        with open(path, "rb") as there:
            before = there.read()
        return before == data or (writer is not None and writer.sealed(before))

    return Target(file, "copy", ours)
