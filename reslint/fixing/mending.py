"""Mend a file: what becomes of it, whatever its format, and write that in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reslint.api.finding import shown, with_parts
from reslint.api.formats import Format, Writer
from reslint.api.report import FileResult, Written
from reslint.documents.limits import held
from reslint.documents.model import Document
from reslint.errors import ReslintError, error_of
from reslint.fixing.edits import choose
from reslint.linting.linter import Linter
from reslint.sources import archives
from reslint.storage.writing import replace_file

NO_WRITER = "files of this format are not mended"


@dataclass(frozen=True, slots=True)
class Mended:
    """What becomes of a file: its bytes and text before and after, and the results of judging both.

    `writer` is that of its format, None where it has none or could not be read.
    """

    data: bytes
    new_data: bytes
    text: str
    new_text: str
    result: FileResult
    new_result: FileResult
    writer: Writer | None = None


class OneFile:
    """Judges what becomes of one file by one linter, as `reslint.api.formats.Judge` wants it."""

    def __init__(self, linter: Linter, name: str, side: str) -> None:
        self.unsafe_fixes = linter.settings.unsafe_fixes
        self._linter = linter
        self._name = name
        self._side = side

    def check(self, data: bytes) -> FileResult:
        """The result for other bytes of the file."""
        return self._linter.check(data, self._name, self._side)

    def judge(self, document: Document) -> FileResult:
        """The result for another document in the place of the one that was read."""
        return self._linter.judge(document, self._side)


def judge(linter: Linter, data: bytes, name: str, side: str = "") -> Mended:
    """What becomes of a file that is not to be mended: nothing, and it is judged."""
    result = linter.check(data, name, side)
    text = result.view.text if result.view else ""
    return Mended(data, data, text, text, result, result)


def mend(linter: Linter, data: bytes, name: str, side: str = "") -> Mended:
    """Make every fix that the settings accept in the bytes of a file, as its format does it.

    Nothing is written. Where the fixes do not come to an end, or cannot be written down, the file stays as it is and
    the result says so. A format that has no writer is judged only.
    """
    unmended = judge(linter, data, name, side)
    result = unmended.result
    if result.view is None:
        return unmended
    writer = linter.form_of(result.view.document).writer
    try:
        if writer is not None:
            with held(linter.settings.limits):
                data, result = writer.mend(data, result, OneFile(linter, name, side))
        elif any(finding.suggestion is not None for finding in result.findings):
            result = result.but(notices=(*result.notices, f"{name}: {NO_WRITER}"))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # what cannot be mended has been judged all the same
        return replace(unmended, new_result=result.but(errors=(*result.errors, str(error_of(name, error)))))
    text = result.view.text if result.view else unmended.text
    return replace(unmended, new_data=data, new_text=text, new_result=result, writer=writer)


def commented(
    linter: Linter, data: bytes, result: FileResult, *, verbose: bool = False, language: str | None = None
) -> tuple[bytes, list[str]]:
    """The bytes of a file with a comment at each finding, and what is to be said of that, one line each.

    They speak in `language`, or in that of the paragraph they stand at. What belongs to another finding has a comment
    of its own only if all are asked for.

    Raises ReslintError where its format has no comments, and where they cannot be written.
    """
    if result.view is None:
        raise ReslintError(result.name, "it could not be read, so it has no comments")
    told = result.but(findings=tuple(shown(result.findings, verbose=verbose)), language=language)
    write = comment_writer(linter.form_of(result.view.document), result.name)
    with held(linter.settings.limits):
        try:
            return write(data, told)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            raise error_of(result.name, error) from error


def comment_writer(form: Format, name: str) -> Callable[[bytes, FileResult], tuple[bytes, list[str]]]:
    """What writes comments into files of a format; ReslintError where it has none."""
    if form.writer is None or form.writer.comment is None:
        raise ReslintError(name, "comments are written into Word files only", "give a .docx file")
    return form.writer.comment


def without_mending(linter: Linter, data: bytes, name: str, side: str) -> FileResult:
    """The result of a file in an archive, in which nothing is written, with an error if there were something to."""
    result = linter.check(data, name, side)
    if not choose(result.findings, linter.settings.unsafe_fixes).edits:
        return result
    return result.but(errors=(*result.errors, str(_in_an_archive(name))))


def _in_an_archive(name: str) -> ReslintError:
    return ReslintError(name, "the file is in an archive, so nothing was mended", "unpack it")


def corrected(file: str, mended: Mended) -> Written:
    """What the mended file has of corrections, and why it has no more."""
    # What is refused at first may not be found any more beside what was mended; what others refuse shows at the end.
    refused = {
        (finding.code, finding.place.story, finding.place.paragraph, finding.excerpt): finding.refused
        for result in (mended.result, mended.new_result)
        for finding in with_parts(result.findings)
        if finding.refused
    }
    reasons = tuple(dict.fromkeys(refused.values()))
    return Written(file, corrections=mended.new_result.mended, refused=len(refused), reasons=reasons)


def write(mended: Mended) -> FileResult:
    """Write a mended file in its place; the result is that of the old bytes where they could not be
    replaced.
    """
    if mended.new_data != mended.data:
        name = mended.result.name
        try:
            if archives.split(name):
                raise _in_an_archive(name)
            if mended.writer is not None:
                mended.writer.claim(name)
            said = replace_file(name, mended.data, mended.new_data)
        except ReslintError as error:
            return mended.result.but(errors=(*mended.result.errors, str(error)))
        result = mended.new_result
        return result.but(notices=(*result.notices, *said), written=(corrected(name, mended),))
    return mended.new_result
