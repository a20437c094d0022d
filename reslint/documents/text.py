"""Plain text: a line is a paragraph, unless the file is filled to a width; then its lines are joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reslint.documents.artefacts import segments_of
from reslint.documents.encoding import decode
from reslint.documents.model import Document, Paragraph, Segment, Story

LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
# A file whose longest line is shorter than this was filled to a width by its editor.
WIDEST_FILLED = 100
NARROWEST_FILLED = 40
# In a filled file several lines are nearly as long as the longest.
FULL_LINES = 3
NEARLY = 12
# What starts a paragraph of its own even in a filled file: a label, a dash, an indent.
OWN_START = re.compile(
    r"[ \t]*(?:\([a-z]{1,5}\)|\(\d{1,2}\)|[A-Za-z]{1,2}[).]\s|[ivxlc]{1,6}\)|\d{1,2}[).]\s"
    r"|[-–—•*#>|]|\d{1,2}(?:\.\d{1,2})*[ \t])|\t"
)
LAST_RESORT_NOTICE = "read as Windows-1252, since it is not UTF-8; save it as UTF-8 to be sure of every letter"


def read_text(data: bytes, name: str) -> Document:
    """Read the bytes of a plain-text file; raises ReslintError when they are no text."""
    decoded = decode(data, name)
    notices = (LAST_RESORT_NOTICE,) if decoded.guessed else ()
    return Document(name, "text", (Story("body", tuple(paragraphs_of(decoded.text))),), notices)


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text, each with the line end that closes it; together they are the text."""
    if "\r" not in text and "[" not in text:
        lines = text.split("\n")
        if max(map(len, lines)) > WIDEST_FILLED:
            yield from _plain(lines)
            return
    for start, end, ending in _joined(text):
        yield Paragraph(segments_of(text, start, end), ending)


def _plain(lines: list[str]) -> Iterator[Paragraph]:
    """The paragraphs of a text without anything to look at closely, which most of a large text is."""
    start = 0
    last = lines.pop()
    for line in lines:
        yield Paragraph((Segment(line, start),), "\n")
        start += len(line) + 1
    if last:
        yield Paragraph((Segment(last, start),))


def lines_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and line end of every line; a last line without a line end has an empty one."""
    if "\r" in text:
        for match in LINE.finditer(text):
            if match.end() > match.start():
                yield match.start(), match.end(1), match[2]
        return
    start = 0
    end = text.find("\n")
    while end >= 0:
        yield start, end, "\n"
        start = end + 1
        end = text.find("\n", start)
    if start < len(text):
        yield start, len(text), ""


def _joined(text: str) -> Iterator[tuple[int, int, str]]:
    lines = list(lines_of(text))
    lengths = [end - start for start, end, _ in lines]
    width = max(lengths, default=0)
    full = sum(length >= width - NEARLY for length in lengths)
    if not NARROWEST_FILLED <= width <= WIDEST_FILLED or full < FULL_LINES:
        yield from lines
        return
    held: tuple[int, int, str] | None = None
    last_start = 0
    for start, end, ending in lines:
        if held is not None and _continues(text, last_start, held[1], start, end, width):
            held = (held[0], end, ending)
        else:
            if held is not None:
                yield held
            held = (start, end, ending)
        last_start = start
    if held is not None:
        yield held


def _continues(text: str, above: int, above_end: int, start: int, end: int, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line above: its first word did not fit there any more."""
    line = text[start:end]
    upper = text[above:above_end]
    if not line.strip() or not upper.strip() or OWN_START.match(line):
        return False
    word = line.split(None, 1)[0]
    return len(upper.rstrip()) + 1 + len(word) > width
