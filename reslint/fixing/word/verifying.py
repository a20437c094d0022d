"""Read back what was written into a Word file, before anybody gets it."""

from __future__ import annotations

from reslint.documents.model import Document, ViewName
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.fixing.word.sparing import UnwritableError


def verify(before: Document, data: bytes, text: str | None = None) -> Document:
    """What is read of the bytes, which is as it should be; UnwritableError where it is not.

    `before` is the document as it was, `text` what its final view should say now if it is not to be the same; the
    original view, and all labels, must be.
    """
    after = read_word(data, before.name)
    for view, asked in ((ViewName.ORIGINAL, None), (ViewName.FINAL, text)):
        was, now = View(before, view), View(after, view)
        if now.text != (was.text if asked is None else asked) or _labels(now) != _labels(was):
            raise UnwritableError(before.name, {})
    return after


def _labels(view: View) -> list[tuple[str, str]]:
    return [(block.story, block.label) for block in view.blocks]
