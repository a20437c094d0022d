"""The words of a paragraph beside a finding, kept with it, so that whoever shows it needs the document no more."""

from __future__ import annotations

from typing import NamedTuple

from reslint.documents.view import View

REACH = 200
"""So many characters are kept on either side."""


class Around(NamedTuple):
    """What stands in the paragraph before and after the words, at most REACH characters each, as the view has it.

    `label` is the automatic number of the paragraph, where `before` reaches to its beginning.
    """

    before: str = ""
    after: str = ""
    label: str = ""


def around(view: View, start: int, end: int) -> Around:
    """The words around a range of the view; zero-based characters of its text."""
    if not view.blocks:
        return Around(view.text[max(start - REACH, 0) : start], view.text[end : end + REACH])
    first, last = view.blocks[view.block_at(start)], view.blocks[view.block_at(max(end - 1, start))]
    begin = max(min(first.start, start), start - REACH)
    label = first.label if begin == first.start else ""
    return Around(view.text[begin:start], view.text[end : min(max(last.end, end), end + REACH)], label)
