"""Lines and columns of what a finding only has offsets for, from the words that are kept with it."""

from __future__ import annotations

from itertools import pairwise

from reslint.api.finding import Finding
from reslint.documents.view import LINE_END
from reslint.named import NamedTuple
from reslint.reporting.telling import has_lines
from reslint.sources import archives


class Region(NamedTuple):
    """From a character to just after another, by line and column, both from 1; a column of None is not known."""

    line: int
    column: int | None
    end_line: int
    end_column: int | None


class Replacement(NamedTuple):
    """What is to stand in a region instead."""

    region: Region
    content: str


def replacements(finding: Finding) -> tuple[Replacement, ...]:
    """The edits of a fix, with columns in characters; none where there is no fix, where the file is in an archive, and
    where one of them is too far away from the words to say its line.
    """
    if finding.fix is None or not has_lines(finding) or archives.split(finding.file):
        return ()
    found = []
    for edit in finding.fix.edits:
        start, end = _position(finding, edit.start), _position(finding, edit.end)
        if start is None or end is None:
            return ()
        found.append(Replacement(Region(*start, *end), edit.content))
    return tuple(found)


def utf8_region(finding: Finding) -> Region:
    """Where a finding stands, with columns in bytes of UTF-8, or without where its line begins too far back to tell."""
    column, end_column = _utf8_column(finding, finding.start), _utf8_column(finding, finding.end)
    return Region(finding.line, column, finding.end_line, column and end_column)


def utf8_replacement(finding: Finding) -> Replacement | None:
    """All edits of a fix as one, with columns in bytes of UTF-8; None as with `replacements`."""
    parts = replacements(finding)
    if finding.fix is None or not parts:
        return None
    edits = finding.fix.edits
    column, end_column = _utf8_column(finding, edits[0].start), _utf8_column(finding, edits[-1].end)
    if column is None or end_column is None:
        return None
    text, origin = _window(finding)
    content = edits[0].content
    for before, edit in pairwise(edits):
        content += text[before.end - origin : edit.start - origin] + edit.content
    return Replacement(Region(parts[0].region.line, column, parts[-1].region.end_line, end_column), content)


def _window(finding: Finding) -> tuple[str, int]:
    """The words and what is kept on either side, and the offset at which that begins."""
    around = finding.around
    return around.before + finding.excerpt + around.after, finding.start - len(around.before)


def _position(finding: Finding, offset: int) -> tuple[int, int] | None:
    """Line and column, in characters, of an offset of the view that is among the words or beside them."""
    text, origin = _window(finding)
    if not origin <= offset <= origin + len(text):
        return None
    first, second = sorted((finding.start, offset))
    *above, last = LINE_END.split(text[first - origin : second - origin])
    if offset >= finding.start:
        return finding.line + len(above), len(last) + (1 if above else finding.column)
    if not above:
        return finding.line, finding.column - len(last)
    *known, line = LINE_END.split(text[: offset - origin])
    return (finding.line - len(above), len(line) + 1) if known else None


def _utf8_column(finding: Finding, offset: int) -> int | None:
    """The column of an offset in bytes of UTF-8; None where its line does not begin in what is kept."""
    position = _position(finding, offset)
    text, origin = _window(finding)
    line = LINE_END.split(text[: offset - origin])[-1]
    if position is None or len(line) != position[1] - 1:
        return None
    return len(line.encode("utf-8", "surrogatepass")) + 1
