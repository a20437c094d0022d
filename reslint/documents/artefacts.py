"""What programs that flatten Word files leave in the text: marks of bookmarks and footnotes, which are not words.

Seen in dumps of contributions: `[bookmark: _Hlk98406883]`, `[footnoteRef:1]1;` with `[1: 1 <tab>text of the note]`
further on in the same line.
"""

from __future__ import annotations

from collections.abc import Iterator

from reslint.documents.model import Role, Segment
from reslint.storage.late import late

ARTEFACT = late(
    r"(?P<mark>\[bookmark:[^\[\]\n]{0,200}\])"
    r"|(?P<reference>\[footnoteRef:(?P<number>\d{1,4})\](?:(?P=number))?)"
    r"|(?P<open>\[(?P<note>\d{1,4}): (?:(?P=note)[ \t]+)?)(?P<words>[^\[\]\n]*)(?P<close>\])"
)


def segments_of(text: str, start: int, end: int) -> tuple[Segment, ...]:
    """The segments of one paragraph, `text[start:end]`, with what is not words set apart."""
    if text.find("[", start, end) < 0:
        return (Segment(text[start:end], start),)
    return tuple(segment for segment in _split(text, start, end) if segment.text)


def _split(text: str, start: int, end: int) -> Iterator[Segment]:
    cursor = start
    for match in ARTEFACT.finditer(text, start, end):
        yield Segment(text[cursor : match.start()], cursor)
        if match["open"] is None:
            yield Segment(match.group(), match.start(), role=Role.MARKUP)
        else:
            yield Segment(match["open"], match.start("open"), role=Role.MARKUP)
            yield Segment(match["words"], match.start("words"), role=Role.NOTE)
            yield Segment(match["close"], match.start("close"), role=Role.MARKUP)
        cursor = match.end()
    yield Segment(text[cursor:end], cursor)
