"""Read back what was written into a Word file, before anybody gets it."""

from __future__ import annotations

from reslint.documents.model import Document, ViewName
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.errors import ReslintError


def verify(before: Document, data: bytes, text: str) -> None:
    """Make sure that the bytes read as they should; ReslintError where they do not.

    `before` is the document as it was, `text` what its final view should say now; the original view, and all labels,
    must be the same.
    """
    after = read_word(data, before.name)
    for view, asked in ((ViewName.ORIGINAL, None), (ViewName.FINAL, text)):
        was, now = View(before, view), View(after, view)
        if now.text != (was.text if asked is None else asked) or _labels(now) != _labels(was):
            reason = "what was to be written would change more than it should, so nothing was"
            raise ReslintError(before.name, reason, "report it")


def _labels(view: View) -> list[tuple[str, str]]:
    return [(block.story, block.label) for block in view.blocks]
