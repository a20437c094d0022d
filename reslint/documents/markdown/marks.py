"""The marks inside a block of prose: what of it is not there for a reader, or is read as something else.

markdown-it-py keeps no offsets of them, so they are found here, each character being looked at a fixed number of
times. What is struck out (`~~so~~`, `<del>`) is not read, as on a page of HTML; nor are the marks of notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reslint.documents.artefacts import ARTEFACT
from reslint.documents.markdown.code import code_spans
from reslint.documents.markdown.tags import BREAK, TAG, ends_paragraph, is_element, strikes
from reslint.documents.notes import NOTE_MARK
from reslint.named import NamedTuple

Range = tuple[int, int]

# Bullets, quotation signs and the signs of a heading; a note's mark where its text begins.
OPENING = re.compile(
    r"(?:[ \t]*(?:>|[-*+](?=[ \t])))*[ \t]*(?P<heading>#{1,6}(?=[ \t]))?(?P<note>\[\^[^\[\]\s]{1,100}\]:)?[ \t]*"
)
# With these every mark begins.
SIGN = re.compile(r"[\\`!\[\]<&*_~^=|\r\n]")
_NOTE = rf"(?:\\?{NOTE_MARK.pattern}|\[\^[^\[\]\s]{{1,100}}\])"
_MARK_LINK = rf"\[\\?{NOTE_MARK.pattern}\]\(#"
_NOTES = "_?(?:ftn|edn|sdfootnote|sdendnote|fn|footnote|endnote|note)"
MARK = re.compile(
    r"(?P<escape>\\)[!-/:-@\[-`{-~ ]"
    r"|(?P<entity>&(?:\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<image>!\[[^\[\]]*\]\([^()\s]*(?:\s+\"[^\"]*\")?\))"
    rf"|(?P<note>\[\^[^\[\]\s]{{1,100}}\]|\^(?:{NOTE_MARK.pattern}|[a-z])\^"
    rf"|{_MARK_LINK}{_NOTES}[^()\s]*\)"
    rf"|<sup(?:\s[^<>]*)?>\s*(?:<a\s[^<>]*>)?(?:{_MARK_LINK}[^()\s]*\)|{_NOTE})(?:</a>)?\s*</sup>)"
    r"|(?P<open>\[)"
    r"|(?P<target>\](?:\((?:<[^<>\n]*>|[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)"
    r"|\[(?!\^)[^\[\]\n]*\]))"
    r"|(?P<close>\])"
    r"|(?P<address><https?://[^<>\s]*>|<\?[^<>]*>|<![A-Za-z\[][^<>]*>)"
    rf"|(?P<tag>{TAG})"
    r"|(?P<struck>(?<!~)~~(?!~))"
    r"|(?P<strong>\*\*\*?|__(?=\w)|(?<=\w)__|(?<!=)==(?!=)(?:(?=\S)|(?<=\S==)))"
    r"|(?P<emphasis>(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?!\w))"
    r"|(?P<break>(?<=\S)\\(?=\r?\n))"
    r"|[\r\n][ \t]*(?P<quote>(?:>[ \t]?)+)"
    r"|(?P<cell>\|)",
    re.DOTALL,
)
CLOSING = re.compile(r"(?<![ \t])[ \t]+#+[ \t]*\Z")
# A number, or what closes a parenthesis, at the end of a cell; the next cell may go on with it.
GOES_ON = re.compile(r"[\d)\]](?:[*_~]|\[\^[^\[\]\s]{1,100}\]|</?\w{1,9}>)*[ \t]*\Z")
# The next cell is an edition as a whole, whatever the words of this one behind its number.
EDITION_CELL = re.compile(r"\|[ \t*_]*\(?[^|()\r\n\d]{2,40}\d{2,4}\)?[ \t*_]*(?:\||\Z)")
# A title, and behind it a cell that is an edition as a whole.
TITLE_CELL = re.compile(r"\|[^|()\r\n]{2,160}(?=\|)")
NUMBERED = re.compile(r"\d[^|\d\r\n]{1,80}\Z")
AROUND_CELL = 120
ALWAYS = frozenset(("escape", "image", "note", "address", "strong", "emphasis", "break", "quote"))


class Mark(NamedTuple):
    """What is not read at `start:end`, or read as `reads`; `apart` says that a paragraph ends there."""

    start: int
    end: int
    reads: str = ""
    apart: bool = False


def marks_of(text: str, start: int, end: int, hidden: Sequence[Range], row: bool) -> list[Mark]:
    """The marks of one block, `text[start:end]`, in order; one may lie in another that begins before it.

    `hidden` are the ranges that are not shown at all, in order; `row` says that the block is a row of a table.
    """
    marks = [Mark(*one) for one in hidden]
    for opening in _openings(text, start, end, hidden):
        marks.append(Mark(*opening.span()))
        start = opening.end()
        if opening["heading"] and (closing := CLOSING.search(text, start, end)):
            marks.append(Mark(*closing.span()))
            end = closing.start()
    if not SIGN.search(text, start, end):
        return marks
    opaque = hidden
    if text.find("`", start, end) >= 0:
        opaque = outermost((*hidden, *code_spans(text, start, end)))
        marks = [*marks[len(hidden) :], *(Mark(*one) for one in opaque)]
    if text.find("[", start, end) >= 0:
        artefacts = (match for match in ARTEFACT.finditer(text, start, end) if match["open"] is None)
        marks += (Mark(*match.span()) for match in artefacts)
    marks += _Finder(text, row).find(start, end, opaque)
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    return marks


def outermost(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order, without those that begin inside of another one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _openings(text: str, start: int, end: int, hidden: Sequence[Range]) -> Iterator[re.Match[str]]:
    """What stands before the first words, in one stretch or with what is hidden in between."""
    for first, last in (*hidden, (end, end)):
        opening = OPENING.match(text, start, end)
        if opening and opening.group().strip():
            yield opening
            start = opening.end()
        if text[start:first].strip():
            return
        start = max(start, last)


class _Finder:
    """Goes through a block once, and remembers what is open."""

    def __init__(self, text: str, row: bool) -> None:
        self.text = text
        self.row = row
        self.end = len(text)
        self.brackets: list[int] = []
        self.struck: int | None = None
        self.deleted: int | None = None

    def find(self, start: int, end: int, opaque: Sequence[Range]) -> Iterator[Mark]:
        """The marks between the opaque ranges."""
        self.end = end
        cursor = start
        for first, last in (*opaque, (end, end)):
            while sign := SIGN.search(self.text, cursor, first):
                match = MARK.match(self.text, sign.start(), first)
                if match is None:
                    cursor = sign.end()
                    continue
                cursor = match.end()
                kind = match.lastgroup or ""
                if kind in ALWAYS:
                    yield Mark(*match.span(kind))
                else:
                    yield from self._take(match, kind)
            cursor = max(cursor, last)

    def _take(self, match: re.Match[str], kind: str) -> Iterator[Mark]:
        start = match.start()
        if kind == "open":
            self.brackets.append(start)
        elif kind == "close":
            self.brackets[-1:] = []
        elif kind == "target":
            if self.brackets:
                opened = self.brackets.pop()
                yield Mark(opened, opened + 1)
                yield Mark(*match.span())
        elif kind == "entity":
            yield from self._entity(match)
        elif kind == "struck":
            if self.struck is None:
                self.struck = start
            else:
                yield Mark(self.struck, match.end())
                self.struck = None
        elif kind == "cell":
            if self.row and self._goes_on(start):
                yield Mark(start, match.end(), " ")
        else:
            yield from self._tag(match)

    def _goes_on(self, at: int) -> bool:
        """Whether the cell that ends here may be one citation with the next."""
        title = TITLE_CELL.match(self.text, at, self.end)
        if title is not None and EDITION_CELL.match(self.text, title.end(), self.end):
            # The bars stay, since what stands between them is no part of the citation.
            return EDITION_CELL.match(self.text, at, self.end) is not None
        first = max(at - AROUND_CELL, 0)
        if GOES_ON.search(self.text, first, at):
            return True
        edition = EDITION_CELL.match(self.text, at, self.end)
        return edition is not None and NUMBERED.search(self.text, first, at) is not None

    def _entity(self, match: re.Match[str]) -> Iterator[Mark]:
        from html import unescape
        from html.entities import html5

        written = match.group()
        if written[1] == "#" or written[1:] in html5:
            yield Mark(*match.span(), unescape(written) or "\ufffd")

    def _tag(self, match: re.Match[str]) -> Iterator[Mark]:
        name, closes = match["name"].lower(), bool(match["closes"])
        if not is_element(name, match["attributes"]):
            return
        if strikes(name):
            if not closes:
                self.deleted = match.start()
            elif self.deleted is not None:
                yield Mark(self.deleted, match.end())
                self.deleted = None
        apart = ends_paragraph(name)
        yield Mark(*match.span(), "\n" if apart or name == BREAK else "", apart)
