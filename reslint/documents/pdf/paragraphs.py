"""Which lines of a page are one paragraph: those whose first word did not fit on the line above.

The rule is that of plain text that was filled to a width, with the widths that the page has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reslint.documents.going_on import ENDS, division, told
from reslint.documents.pdf.lines import Line
from reslint.documents.wrapping import OWN_START

SPACING = 1.9
"""How many heights of a line its next one may lie below it at most, from foot to foot."""
SIZES = (0.8, 1.25)
"""How the heights of two lines of a paragraph may differ."""
ALIGNED = 3.0
"""Points by which the edges of lines of one column may differ."""
BLANK = 0.35
"""The width of a blank, in heights of a line."""


# A label that LibreOffice shows as changed: "[a)]".
CHANGED_LABEL = re.compile(r"(?:\w{1,5}[.)])?\[\w{1,5}[.)]\]")


def paragraphs_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page as paragraphs, in order."""
    columns = Columns(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1], line, columns):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


class Columns:
    """How far the lines of a page go to the right, for those that begin at one place, and altogether."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._rights: dict[int, list[float]] = {}
        for line in lines:
            self._rights.setdefault(round(line.left / ALIGNED), []).append(line.right)
        self._left = min((line.left for line in lines), default=0.0)
        self._right = max((line.right for line in lines), default=0.0)

    def fits(self, line: Line, above: Line) -> bool:
        """Whether the first word of a line would have found room at the end of the one above it."""
        needed = BLANK * (above.top - above.bottom) + line.first
        centred = abs(line.left + line.right - above.left - above.right) < ALIGNED
        if centred and abs(line.left - above.left) > ALIGNED:
            return above.right - above.left + needed <= self._right - self._left
        return above.right + needed <= max(self._edge(above), self._edge(line, alone=True)) - ALIGNED

    def known(self, line: Line) -> bool:
        """Whether other lines begin where a line does, so that one knows how far they go."""
        return len(self._column(line)) > 1

    def _edge(self, line: Line, *, alone: bool = False) -> float:
        """Where the column of a line ends; that of a single line is the page's, if it cannot be told otherwise."""
        rights = self._column(line)
        return max(rights, default=0.0) if alone or len(rights) > 1 else self._right

    def _column(self, line: Line) -> list[float]:
        at = round(line.left / ALIGNED)
        return [right for near in (at - 1, at, at + 1) for right in self._rights.get(near, ())]


def reads_on(above: str, below: str) -> bool:
    """Whether the words say that two lines are one, whatever room there was: a divided word, a citation."""
    return division(above, below) is not None or told(above, below)


def _continues(paragraph: Sequence[Line], line: Line, columns: Columns) -> bool:
    above = paragraph[-1]
    height = above.top - above.bottom
    below = above.bottom - line.bottom
    if not 0 < below <= SPACING * height or not SIZES[0] <= (line.top - line.bottom) / height <= SIZES[1]:
        return False
    if line.left >= above.right or line.right <= paragraph[0].left:
        return False
    text = line.text
    if reads_on(above.text, text):
        return True
    if columns.fits(line, above) or CHANGED_LABEL.match(text):
        return False
    # What looks like a label may be a number that begins a line, in the middle of a sentence.
    return not OWN_START.match(f"{text} ") or (text[0].isdigit() and not above.text.endswith(ENDS))
