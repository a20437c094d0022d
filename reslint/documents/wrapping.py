"""Lines that a text was wrapped into: which go on with the paragraph above, and what between them is no word.

A quoted mail has a mark before every line, a hand-wrapped item of a list an indent under its first word, and a word may
be divided at the end of a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reslint.documents.going_on import BLANK, division, ended, may_go_on, told
from reslint.storage.late import late

Line = tuple[int, int, str]
"""Start, end and line end of a line."""

# A file whose longest line is shorter than this was filled to a width by its editor.
WIDEST_FILLED = 100
NARROWEST_FILLED = 40
# In a filled file several lines are nearly as long as the longest.
FULL_LINES = 3
NEARLY = 12
# What starts a paragraph of its own even in a filled file: a label, a dash, an indent.
OWN_START = late(
    r"[ \t]*(?:\([a-z]{1,5}\)|\(\d{1,2}\)|[A-Za-z]{1,2}[).]\s|[ivxlc]{1,6}\)|\d{1,2}[).]\s"
    r"|[-–—•*#>|]|\d{1,2}(?:\.\d{1,2})*[ \t])|\t"
)
# What looks like a label and may be a number or a short word that begins a line in the middle of a sentence.
MAY_GO_ON = late(r"\d{1,2}(?:\.\d{1,2})*[ \t]|[A-Z][a-z]\.\s")
QUOTED = late(r"(?:[ \t]*>)+[ \t]?")
INDENT = late(r"[ \t]*")
LABEL = late(r"(?:\(?\w{1,5}[).]|[-–—•*]|\d{1,2}(?:\.\d{1,2})*)[ \t]+(?=\S)")


def joined(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of a text as paragraphs."""
    narrow = _width_of(lines) <= WIDEST_FILLED
    for some in [lines] if narrow else _parts(lines):
        width = _width_of(some)
        full = sum(end - start >= width - NEARLY for start, end, _ in some)
        filled = NARROWEST_FILLED <= width <= WIDEST_FILLED and full >= FULL_LINES
        # Beside long lines only those of a quoted mail are filled to a width of their own.
        filled = filled and (narrow or any(start < end and _quote(text, start, end) for start, end, _ in some))
        held: list[Line] = []
        for line in some:
            if held and continues(text, held, line, width if filled else None):
                held.append(line)
            else:
                if held:
                    yield held
                held = [line]
        if held:
            yield held


def _width_of(lines: Sequence[Line]) -> int:
    return max((end - start for start, end, _ in lines), default=0)


def _parts(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines up to each empty one."""
    first = 0
    for number, (start, end, _) in enumerate(lines, 1):
        if start == end or number == len(lines):
            yield lines[first:number]
            first = number


def holes(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """What is not read of a paragraph: the marks of quotation and indents of its lines, and hyphens that divide."""
    first = QUOTED.match(text, lines[0][0], lines[0][1])
    if first and (len(lines) > 1 or first.end() < lines[0][1]):
        yield first.span()
    for (above, above_end, _), (start, end, _) in pairwise(lines):
        begins = _begins(text, start, end)
        ends = len(text[above:above_end].rstrip()) + above
        gone = division(text[above:ends], text[begins:end])
        if gone is not None:
            yield ends - gone, begins
        elif begins > start:
            yield start, begins


def continues(text: str, paragraph: Sequence[Line], line: Line, width: int | None) -> bool:
    """Whether a line goes on with a paragraph, in a text that was filled to a width or to none."""
    above, above_end, _ = paragraph[-1]
    start, end, _ = line
    if end == start or above_end == above:
        return False
    if width is None and text[above] not in "> \t" and not may_go_on(text[above:above_end], text[start:end]):
        return False
    mark, upper_mark = _quote(text, start, end), _quote(text, above, above_end)
    if mark != upper_mark:
        return False
    inner, upper_inner = _inner(text, start, end), _inner(text, above, above_end)
    upper, lower = text[upper_inner:above_end].rstrip(), text[inner:end]
    if not upper or not lower.strip():
        return False
    indent, upper_indent = _width(text, start, inner), _width(text, above, upper_inner)
    if told(upper, lower):
        return True
    label = LABEL.match(text, upper_inner, above_end) if len(paragraph) == 1 else None
    hangs = (
        indent > upper_indent if label else len(paragraph) > 1 and indent == upper_indent and _hangs(text, paragraph)
    )
    if hangs and not ended(upper) and not OWN_START.match(lower):
        return True
    if width is None or (indent > upper_indent and not label):
        return False
    if division(upper, lower) is not None:
        return True
    if OWN_START.match(lower) and (ended(upper) or not MAY_GO_ON.match(lower)):
        return False
    word = lower.split(None, 1)[0]
    return len(text[above:above_end].rstrip()) + 1 + len(word) > width


def _hangs(text: str, paragraph: Sequence[Line]) -> bool:
    """Whether the lines of a paragraph hang under the first word of its first one, which has a label."""
    start, end, _ = paragraph[0]
    inner = _inner(text, start, end)
    second, second_end, _ = paragraph[1]
    deeper = _width(text, second, _inner(text, second, second_end)) > _width(text, start, inner)
    return deeper and LABEL.match(text, inner, end) is not None


def _quote(text: str, start: int, end: int) -> int:
    """How many marks of quotation a line begins with."""
    quoted = QUOTED.match(text, start, end) if text[start] in BLANK else None
    return quoted.group().count(">") if quoted else 0


def _inner(text: str, start: int, end: int) -> int:
    """Where the words of a line begin, behind marks of quotation and blanks."""
    if start < end and text[start] not in BLANK:
        return start
    quoted = QUOTED.match(text, start, end)
    indent = INDENT.match(text, quoted.end() if quoted else start, end)
    assert indent is not None
    return indent.end()


def _begins(text: str, start: int, end: int) -> int:
    inner = _inner(text, start, end)
    return inner if inner < end else start


def _width(text: str, start: int, end: int) -> int:
    """How wide the indent of a line is, which a tab makes wider than any blank."""
    return len(text[start:end].expandtabs(8))
