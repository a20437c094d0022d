"""Mend a text file: the text of the view is that of the file, so that edits of the one are edits of the other."""

from __future__ import annotations

from reslint.api.formats import Judge
from reslint.api.report import FileResult
from reslint.documents.encoding import decode
from reslint.errors import ReslintError
from reslint.fixing.edits import Chosen, apply
from reslint.fixing.rounds import in_rounds


def mend_text(data: bytes, first: FileResult, judge: Judge) -> tuple[bytes, FileResult]:
    """The mended bytes, in the same encoding and with the same byte order mark, and the result of judging them.

    Raises ReslintError where the fixes do not come to an end, or the encoding lacks a character of one.
    """
    name = first.name
    decoded = decode(data, name)
    assert first.view is not None
    text = first.view.text

    def make(chosen: Chosen) -> FileResult:
        nonlocal text, data
        text = apply(text, chosen.edits)
        try:
            data = decoded.encode(text)
        except UnicodeEncodeError as error:
            reason = f"{decoded.encoding} has no {error.object[error.start]!r}, so nothing was mended"
            raise ReslintError(name, reason, "save the file as UTF-8") from error
        return judge.check(data)

    result = in_rounds(first, judge.unsafe_fixes, make)
    return data, result
