"""The words in their line, with carets under them; of a long line only what is around them."""

from __future__ import annotations

from collections.abc import Iterator

from reslint.api.finding import Finding
from reslint.api.places import REACH
from reslint.named import NamedTuple
from reslint.reporting.printable import printable, width

WHOLE = 120
"""Lines of at most so many characters are shown whole."""
BEFORE, WITHIN, AFTER = 40, 90, 30
"""Of longer ones, so many characters before, of and after the words."""
CUT = "…"
ENDS = "\r\n"


class ShownLine(NamedTuple):
    """A line, or a piece of it, ready to print: its number, its text, and where its carets stand
    (columns).
    """

    line: int
    text: str
    indent: int
    carets: int


def snippet(finding: Finding) -> Iterator[ShownLine]:
    """The first line of a finding and, where it goes on for more, the last.

    The cost does not depend on the length of the line.
    """
    before, words = finding.around.before, finding.excerpt
    text, start = before + words + finding.around.after, len(before)
    end = start + len(words)
    line_start = max(before.rfind(sign) for sign in ENDS) + 1
    if not line_start and len(before) == REACH:
        line_start = -1  # the line begins further back
    yield _shown(text, finding.line, line_start, start, _line_end(text, start, end))
    last_start = max(words.rfind(sign) for sign in ENDS) + 1
    if last_start:
        last = words[last_start:].lstrip(" \t")
        if last:
            yield _shown(text, finding.end_line, start + last_start, end - len(last), end)


def _line_end(text: str, start: int, limit: int) -> int:
    """Where the line of `start` ends, or `limit` if that comes first."""
    ends = [at for at in (text.find(sign, start, limit) for sign in ENDS) if at >= 0]
    return min(ends, default=limit)


def _shown(text: str, line: int, line_start: int, start: int, end: int) -> ShownLine:
    line_end = _line_end(text, end, min(len(text), end + WHOLE + 1))
    if line_end - line_start <= WHOLE:
        first, last = line_start, line_end
    else:
        first = max(line_start, start - BEFORE)
        last = min(line_end, max(min(end, start + WITHIN) + AFTER, first + WHOLE))
    words_end = min(end, last)
    before, words = printable(text[first:start]), printable(text[start:words_end])
    after = printable(text[words_end:last])
    opening = CUT if first > line_start else ""
    closing = CUT if last < line_end else ""
    # An empty range (something is missing there) still gets one caret.
    shown = opening + before + words + after + closing
    return ShownLine(line, shown.rstrip(), width(opening + before), max(width(words), 1))
