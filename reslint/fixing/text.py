"""Mend a text file: the text of the view is that of the file, so that edits of the one are edits of the other."""

from __future__ import annotations

from collections.abc import Sequence

from reslint.documents.encoding import decode
from reslint.errors import ReslintError
from reslint.fixing.edits import apply
from reslint.fixing.rounds import in_rounds
from reslint.linting.finding import Edit
from reslint.linting.linter import Linter
from reslint.linting.report import FileResult


def mend_text(linter: Linter, data: bytes, first: FileResult, side: str) -> tuple[bytes, FileResult]:
    """The mended bytes, in the same encoding and with the same byte order mark, and the result of judging them.

    Raises ReslintError where the fixes do not come to an end, or the encoding lacks a character of one.
    """
    name = first.name
    decoded = decode(data, name)
    assert first.view is not None
    text = first.view.text

    def make(edits: Sequence[Edit]) -> FileResult:
        nonlocal text, data
        text = apply(text, edits)
        try:
            data = decoded.encode(text)
        except UnicodeEncodeError as error:
            reason = f"{decoded.encoding} has no {error.object[error.start]!r}, so nothing was mended"
            raise ReslintError(name, reason, "save the file as UTF-8") from error
        return linter.check(data, name, side)

    result = in_rounds(first, linter.settings.unsafe_fixes, make)
    return data, result
