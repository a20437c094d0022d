"""Plain text: a line is a paragraph, unless it was wrapped; then its lines are joined again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reslint.documents.artefacts import segments_of
from reslint.documents.encoding import decode
from reslint.documents.going_on import BLANK, doubtful_starts, may_go_on
from reslint.documents.limits import refuse_many_lines
from reslint.documents.model import Document, Paragraph, Role, Segment, Story
from reslint.documents.wrapping import WIDEST_FILLED, Line, continues, holes, joined
from reslint.storage.late import late

LINE = late(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
LONGEST_KEPT = 2000
"""Of longer lines, in characters with the one above, it is not kept whether they go on with that."""
LAST_RESORT_NOTICE = "read as Windows-1252, since it is not UTF-8; save it as UTF-8 to be sure of every letter"


def read_text(data: bytes, name: str) -> Document:
    """Read the bytes of a plain-text file; raises ReslintError when they are no text, or too long a one."""
    decoded = decode(data, name)
    refuse_many_lines(decoded.text, name)
    notices = (LAST_RESORT_NOTICE,) if decoded.guessed else ()
    return Document(name, "text", (Story("body", tuple(paragraphs_of(decoded.text))),), notices)


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text, each with the line end that closes it; together they are the text."""
    if "\r" not in text:
        lines = text.split("\n")
        if max(map(len, lines)) > WIDEST_FILLED and "\n>" not in text:
            yield from _plain(text, lines)
            return
    for paragraph in joined(text, list(lines_of(text))):
        yield _paragraph(text, paragraph)


def _paragraph(text: str, lines: list[Line]) -> Paragraph:
    start, end, ending = lines[0]
    if len(lines) == 1 and (start == end or text[start] not in BLANK):
        return Paragraph(segments_of(text, start, end), ending)
    return Paragraph(tuple(_segments(text, lines)), lines[-1][2])


def _segments(text: str, lines: list[Line]) -> Iterator[Segment]:
    """The segments of a paragraph of one line or several, with what is not words set apart."""
    cursor, end = lines[0][0], lines[-1][1]
    for first, last in holes(text, lines):
        if first > cursor:
            yield from segments_of(text, cursor, first)
        yield Segment(text[first:last], first, role=Role.MARKUP)
        cursor = last
    if cursor < end or cursor == lines[0][0]:
        yield from segments_of(text, cursor, end)


def _plain(text: str, lines: list[str]) -> Iterator[Paragraph]:
    """The paragraphs of a text without anything to look at closely, which most of a large text is."""
    start = begun = 0
    above = ""
    bracketed = "[" in text
    doubtful = doubtful_starts(text)
    held: list[Line] = []
    # A large text has so many lines that a call of two classes for each is felt.
    new, plain, rest = tuple.__new__, Segment("", 0)[2:], Paragraph((), "\n")[1:]
    for line in lines:
        if start in doubtful and line and above:
            place = (start, start + len(line), "\n")
            if _goes_on(text, held, place, above, line):
                held = held or [(begun, start - 1, "\n")]
                held.append(place)
                above = line
                start += len(line) + 1
                continue
        if held:
            yield _paragraph(text, held)
            held = []
        elif bracketed and start:
            yield Paragraph(segments_of(text, begun, start - 1), "\n")
        elif start:
            yield new(Paragraph, ((new(Segment, (above, begun) + plain),),) + rest)  # noqa: RUF005 - a third faster
        above = line
        begun = start
        start += len(line) + 1
    if held:
        yield _paragraph(text, [*held[:-1], (*held[-1][:2], "")])
    elif above:
        yield Paragraph(segments_of(text, begun, begun + len(above)))


def _goes_on(text: str, held: list[Line], place: Line, above: str, line: str) -> bool:
    """Whether a line goes on with the one above it, which ends the paragraph of the lines `held`, or begins one."""
    if held:
        return may_go_on(above, line) and continues(text, held, place, None)
    return (_kept if len(above) + len(line) <= LONGEST_KEPT else _kept.__wrapped__)(above, line)


@lru_cache(maxsize=512)
def _kept(above: str, line: str) -> bool:
    """The same where it begins one, known of so many lines: contributions to one text have many in common."""
    if not may_go_on(above, line):
        return False
    end = len(above)
    return continues(f"{above}\n{line}", [(0, end, "\n")], (end + 1, end + 1 + len(line), "\n"), None)


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
