"""The HTML comments of a Markdown text, outside of code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from reslint.documents.markdown.blocks import code_lines
from reslint.documents.markdown.code import all_code_spans
from reslint.documents.text import lines_of

OPEN = "<!--"
COMMENT = re.compile(r"<!--(?:-?>|.*?-->)", re.DOTALL)
# One that is not closed hides the rest of the file, if it begins a line; else its signs are words.
UNCLOSED = re.compile(r"<!--.*", re.DOTALL)
BEFORE_IT = re.compile(r"[ \t>*+-]*")
# Without one of these no comment can stand in a block of code.
BLOCK_OF_CODE = re.compile(r"```|~~~|^[ \t>*+-]*(?:    |\t)", re.MULTILINE)


def comments_of(text: str) -> Iterator[re.Match[str]]:
    """The comments in text order."""
    at = text.find(OPEN)
    if at < 0:
        return
    hidden = code_lines(text) if BLOCK_OF_CODE.search(text) else set()
    starts = [start for start, _, _ in lines_of(text)] if hidden else []
    quoted = all_code_spans(text)
    last = text.rfind("-->")
    while at >= 0:
        following = at + len(OPEN)
        if not _in_code(at, hidden, starts, quoted):
            pattern = COMMENT if at < last else UNCLOSED
            match = pattern.match(text, at)
            if match and (pattern is COMMENT or _begins_its_line(text, at)):
                yield match
                following = match.end()
        at = text.find(OPEN, following)


def _in_code(at: int, hidden: set[int], starts: list[int], quoted: list[tuple[int, int]]) -> bool:
    if hidden and bisect_right(starts, at) - 1 in hidden:
        return True
    number = bisect_right(quoted, (at, at)) - 1
    return number >= 0 and at < quoted[number][1]


def _begins_its_line(text: str, at: int) -> bool:
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return BEFORE_IT.fullmatch(text, start, at) is not None
