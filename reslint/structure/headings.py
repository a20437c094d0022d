"""The head of a resolution: its heading, its history line and its adopting line."""

from __future__ import annotations

import re

from reslint.documents.view import View
from reslint.structure.model import Heading
from reslint.structure.wording import Wording

# How many paragraphs with words may stand between a heading and the line that says who adopted the text.
REACH = 6
HISTORY = re.compile(r"\([^\W\d_][^;()\d]{1,60}\d{4}[^;()]{0,80}(?:;[^;()]{3,140})*\)")
YEARS = re.compile(r"(?:19|20)\d\d")


def is_heading(text: str, wording: Wording) -> bool:
    """Whether a paragraph is nothing but a kind of text and its number, with or without its edition."""
    return wording.heading.fullmatch(text.strip()) is not None


def read_heading(view: View, number: int, wording: Wording) -> Heading:
    """The heading in block `number` of the view, with the lines that belong to it."""
    block = view.blocks[number]
    history: int | None = None
    adopting: int | None = None
    seen = 0
    for following in range(number + 1, len(view.blocks)):
        other = view.blocks[following]
        if other.story != block.story or seen == REACH:
            break
        if other.start == other.end:
            continue
        if other.end - other.start > 600:
            seen += 1
            continue
        text = view.prose(other).text.strip()
        if not text:
            continue
        seen += 1
        if is_heading(text, wording):
            break
        if wording.adopting.fullmatch(text):
            adopting = following
            break
        if history is None and HISTORY.fullmatch(text) and YEARS.search(text):
            history = following
    return Heading(number, history, adopting)
