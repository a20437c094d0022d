"""Which lines of a Markdown file are prose: markdown-it-py finds the blocks, in a text prepared for it.

The library reads by CommonMark, where a line that begins with a comment is HTML to its end, and which has no footnotes.
So comments are taken out before, and a footnote is given to it as the item of a list, whose further paragraphs are
indented as those of a footnote are. Both leave every line where it is, and only lines are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from reslint.named import NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token

# Marks are taken for good: a blank between two may belong to either, and trying both takes twice as long for each mark.
FOOTNOTE = re.compile(r"^((?: {0,3}>[ ]?)*+) {0,3}\[\^[^\[\]\s]{1,100}\]:[ \t]*", re.MULTILINE)
AS_ITEM = r"\1-   "
LINE_END = re.compile(r"\r\n|\n|\r")
NOT_LINE_ENDS = re.compile(r"[^\r\n]+")
# What may stand before the first words of a line.
BEFORE_WORDS = re.compile(r"[ \t]*(?:(?:[>*+-]|#{1,6}+|\d{1,9}[.)])[ \t]*+)*+")
DEEPEST = 100
"""So deep may blocks stand in each other; a list and its item are two."""
# Stands in the lines of a comment inside of a paragraph, which goes on behind it.
HELD = "\u2060"


class NestedError(ValueError):
    """Blocks stand in each other deeper than is read."""


class Sort(Enum):
    """What a block of prose is: words, a piece of HTML, or a row of a table."""

    WORDS = 1
    HTML = 2
    ROW = 3


class Prose(NamedTuple):
    """A block of prose: its lines from `first` up to `last`, which is not of it, counted from zero."""

    first: int
    last: int
    sort: Sort


def prose_lines(text: str, comments: Sequence[tuple[int, int]], base: int) -> dict[int, Prose]:
    """The lines that are prose, each with its block; `comments` are ranges of the text that are not to be read.

    The lines are counted from `base`, the number of those before the text. Raises NestedError where not all is read.
    """
    lines: dict[int, Prose] = {}
    for token in _tokens(without(text, comments)):
        if not token.map or token.type not in SORTS:
            continue
        block = Prose(token.map[0] + base, token.map[1] + base, SORTS[token.type])
        for line in range(block.first, block.last):
            lines.setdefault(line, block)
    return lines


def code_lines(text: str) -> set[int]:
    """The lines of fenced and of indented code; none in a text that is nested too deeply to tell."""
    lines: set[int] = set()
    try:
        tokens = _tokens(text)
    except NestedError:
        return lines
    for token in tokens:
        if token.type in ("fence", "code_block") and token.map:
            lines.update(range(*token.map))
    return lines


SORTS = {"inline": Sort.WORDS, "html_block": Sort.HTML, "tr_open": Sort.ROW}


def _tokens(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").disable(["inline", "text_join"])
    tokens = parser.parse(FOOTNOTE.sub(AS_ITEM, text) if "[^" in text else text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        # The library says nothing of what it leaves out below that.
        raise NestedError("quotations and lists stand in each other deeper than is read")
    return tokens


def without(text: str, comments: Sequence[tuple[int, int]]) -> str:
    """A text of as many lines without its comments; what stands behind one on its line begins the line instead."""
    return "".join(_kept(text, comments)) if comments else text


def _kept(text: str, comments: Sequence[tuple[int, int]]) -> Iterator[str]:
    cursor = 0
    begins = True
    for start, end in comments:
        before = text[cursor:start]
        line = max(before.rfind("\n"), before.rfind("\r")) + 1
        begins = BEFORE_WORDS.fullmatch(before, line) is not None and (begins or line > 0)
        yield before
        comment = text[start:end]
        if begins:
            yield NOT_LINE_ENDS.sub("", comment)
            while end < len(text) and text[end] in " \t":
                end += 1
        else:
            yield from (ending + HELD for ending in LINE_END.findall(comment))
        cursor = end
    yield text[cursor:]
