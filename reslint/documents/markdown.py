"""Markdown: prose with its markup read through; code, comments, front matter and link targets are not prose.

markdown-it-py finds the blocks (fences inside lists, indented code, HTML); inside a block of prose the marks are found
here, since the library keeps no offsets of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from reslint.documents.artefacts import ARTEFACT
from reslint.documents.encoding import decode
from reslint.documents.model import Document, Paragraph, Role, Segment, Story
from reslint.documents.text import LAST_RESORT_NOTICE, lines_of

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# Words in code marks, within one paragraph.
CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
# A line inside a block of prose that starts a paragraph of its own for a reader of a resolution: a label.
LABELLED = re.compile(r"[ \t>]*(?:\([A-Za-z0-9]{1,5}\)|[A-Za-z]{1,5}\)|\d{1,2}(?:\.\d{1,2})*[).]?(?:[ \t]))")
OPENING = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+)?")
MARKUP = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<image>!\[(?P<alternative>[^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\))"
    r"|(?P<target>\](?:\((?:<[^<>\n]*>|[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)"
    r"|\[[^\[\]\n]*\]))"
    r"|(?P<tag></?[A-Za-z][^<>\n]*>|<https?://[^<>\s]*>)"
    r"|(?P<strong>\*\*|__(?=\w)|(?<=\w)__)"
    r"|(?P<emphasis>(?<![\w*\\])[*_](?=\S)|(?<=[^\s\\])[*_](?!\w))"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<trailing>[ \t]+#+[ \t]*\Z)"
    r"|(?P<break>(?<=\S)(?:\\| {2,})(?=\r?\n))",
    re.DOTALL,
)
DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]\n]+\]:[ \t]*\S+[^\n]*")


def read_markdown(data: bytes, name: str) -> Document:
    """Read the bytes of a Markdown file; raises ReslintError when they are no text."""
    decoded = decode(data, name)
    notices = (LAST_RESORT_NOTICE,) if decoded.guessed else ()
    return Document(name, "markdown", (Story("body", tuple(_paragraphs(decoded.text))),), notices)


def comments_of(text: str) -> Iterator[re.Match[str]]:
    """The HTML comments of a Markdown text, outside of code."""
    hidden = _code_lines(text)
    starts = [start for start, _, _ in lines_of(text)]
    quoted = [match.span() for match in CODE.finditer(text)]
    for match in COMMENT.finditer(text):
        if bisect_right(starts, match.start()) - 1 in hidden:
            continue
        if not any(start < match.start() < end for start, end in quoted):
            yield match


def _code_lines(text: str) -> set[int]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").disable(["inline", "text_join"])
    lines: set[int] = set()
    for token in parser.parse(text):
        if token.type in ("fence", "code_block") and token.map:
            lines.update(range(*token.map))
    return lines


def _paragraphs(text: str) -> Iterator[Paragraph]:
    """Paragraphs in the order of the file; together they are the file."""
    front = FRONT_MATTER.match(text)
    body = front.end() if front else 0
    # The library counts lines by \n alone after turning every \r\n and \r into \n, as `lines_of` does.
    prose = _prose_lines(text[body:])
    lines = list(lines_of(text))
    first = sum(1 for start, _, _ in lines if start < body)
    hidden = [match.span() for match in COMMENT.finditer(text)]
    number = 0
    while number < len(lines):
        start, end, ending = lines[number]
        block = prose.get(number - first) if number >= first else None
        if block is None:
            yield Paragraph((Segment(text[start:end], start, role=Role.MARKUP),) if end > start else (), ending)
            number += 1
            continue
        last = number
        while (
            last + 1 < len(lines)
            and prose.get(last + 1 - first) == block
            and not LABELLED.match(text, lines[last + 1][0], lines[last + 1][1])
        ):
            last += 1
        yield Paragraph(tuple(_segments(text, start, lines[last][1], hidden)), lines[last][2])
        number = last + 1


def _prose_lines(text: str) -> dict[int, int]:
    """Which lines are prose, each with the number of its block."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])
    lines: dict[int, int] = {}
    for block, token in enumerate(parser.parse(text)):
        html = token.type == "html_block" and not token.content.lstrip().startswith("<!--")
        if token.map and (token.type == "inline" or html):
            for line in range(*token.map):
                lines.setdefault(line, block)
    return lines


def _segments(text: str, start: int, end: int, hidden: list[tuple[int, int]]) -> Iterator[Segment]:
    if DEFINITION.fullmatch(text, start, end):
        yield Segment(text[start:end], start, role=Role.MARKUP)
        return
    cursor = start
    for first, last, role in _marks(text, start, end, hidden):
        if first < cursor:
            continue
        if first > cursor:
            yield Segment(text[cursor:first], cursor)
        yield Segment(text[first:last], first, role=role)
        cursor = last
    if cursor < end:
        yield Segment(text[cursor:end], cursor)


def _marks(text: str, start: int, end: int, hidden: list[tuple[int, int]]) -> list[tuple[int, int, Role]]:
    marks: list[tuple[int, int, Role]] = []
    opening = OPENING.match(text, start, end)
    if opening and opening.end() > start and opening.group().strip():
        marks.append((start, opening.end(), Role.MARKUP))
    marks.extend(
        (max(first, start), min(last, end), Role.MARKUP) for first, last in hidden if first < end and last > start
    )
    artefacts = (match for match in ARTEFACT.finditer(text, start, end) if match["open"] is None)
    marks.extend((match.start(), match.end(), Role.MARKUP) for match in artefacts)
    for match in MARKUP.finditer(text, start, end):
        if match["target"] is not None:
            bracket = _opening_bracket(text, start, match.start())
            if bracket is None:
                continue
            marks.append((bracket, bracket + 1, Role.MARKUP))
        marks.append((match.start(), match.end(), Role.MARKUP))
    marks.sort(key=lambda mark: (mark[0], -mark[1]))
    return marks


def _opening_bracket(text: str, start: int, close: int) -> int | None:
    depth = 0
    for at in range(close - 1, start - 1, -1):
        if text[at] == "]":
            depth += 1
        elif text[at] == "[":
            if not depth:
                return at
            depth -= 1
    return None
