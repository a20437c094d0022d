"""The source of a page as its tags, references and words, cut as the HTML standard cuts them (WHATWG, section 13.2.5).

The standard library's `html.parser` is not used: it needs 89 seconds for 160 kB of unclosed tags, and takes all that
follows a stray `&#` for words. Here every character is looked at a fixed number of times, whatever the page holds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import Enum
from html.entities import html5

from reslint.named import NamedTuple


class Sort(Enum):
    """What a token is. A reference stands for characters; an end is the end tag of an element."""

    TEXT = 1
    REFERENCE = 2
    START = 3
    END = 4
    COMMENT = 5


class Token(NamedTuple):
    """A piece of the source, `source[start:end]`, in zero-based characters.

    `value` is its text, the characters a reference stands for, the name of a tag in lower case, or the words of a
    comment; `attributes` are those of a start tag as they are written.
    """

    sort: Sort
    start: int
    end: int
    value: str
    attributes: str = ""


NAME = r"[A-Za-z][^\s/>]*+"
ATTRIBUTES = r"""(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?)?)*+"""
ATTRIBUTE = re.compile(
    r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?)?""",
)
REFERENCE = r"&(?:\#(?:[0-9]++|[xX][0-9a-fA-F]++);?+|[A-Za-z][A-Za-z0-9]{0,31}+;?+)"
WORDS = re.compile(rf"(?P<words>[^&]++|&(?!\#?[A-Za-z0-9]))|(?P<reference>{REFERENCE})|&")
TOKEN = re.compile(
    r"(?P<words>[^<&]++)"
    rf"|<(?P<start>{NAME})(?P<attributes>{ATTRIBUTES})>"
    rf"|</(?P<end>{NAME}){ATTRIBUTES}>"
    rf"|(?P<reference>{REFERENCE})"
    r"|<!--(?P<comment>-?(?=>)|.*?(?=--!?>|\Z))(?:-{0,2}!?>|\Z)"
    r"|(?P<other><[!?][^>]*+>?|</(?![A-Za-z])[^>]*+>?)"
    r"|(?P<unclosed></?[A-Za-z])"
    r"|(?P<sign>[<&])",
    re.DOTALL,
)
# What is in these elements is no markup, up to their end tag; in the latter two it is text with references.
RAW = ("script", "style", "iframe", "noembed", "noframes", "noscript")
TEXTUAL = ("title", "textarea")
ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in (*RAW, *TEXTUAL)}
LONGEST_NUMBER = 12
REPLACEMENT = "\ufffd"


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a page in order, without what is never shown (scripts, styles, document types)."""
    at = 0
    while match := TOKEN.match(source, at):
        start, at = match.span()
        kind = match.lastgroup
        if kind == "words" or kind == "sign":
            yield Token(Sort.TEXT, start, at, match.group())
        elif kind == "attributes":
            name = match["start"].lower()
            yield Token(Sort.START, start, at, name, match["attributes"])
            if name in ENDS:
                end = ENDS[name].search(source, at)
                inside = end.start() if end else len(source)
                if name in TEXTUAL:
                    yield from _text(source, at, inside)
                at = inside
        elif kind == "end":
            yield Token(Sort.END, start, at, match["end"].lower())
        elif kind == "reference":
            token = _reference(source, start, at)
            yield token
            at = token.end
        elif kind == "comment":
            yield Token(Sort.COMMENT, start, at, match["comment"])
        elif kind == "unclosed":  # a tag that never ends takes all the rest with it
            return


def attributes_of(written: str) -> dict[str, str]:
    """The attributes of a start tag by their names in lower case; of two of a name the first counts."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(written):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), value)
    return found


def unescaped(value: str) -> str:
    """The value of an attribute with its references resolved; one whose number is no number is left as it is."""
    try:
        return html.unescape(value)
    except ValueError:  # more digits than Python converts
        return value


def _text(source: str, start: int, end: int) -> Iterator[Token]:
    at = start
    while match := WORDS.match(source, at, end):
        first, at = match.span()
        if match.lastgroup == "reference":
            token = _reference(source, first, at)
            yield token
            at = token.end
        else:
            yield Token(Sort.TEXT, first, at, match.group())


def _reference(source: str, start: int, end: int) -> Token:
    if source[start + 1] != "#":
        end = _name_end(source, start, end)
    written = source[start:end]
    if written == "&":
        return Token(Sort.TEXT, start, end, written)
    if written[1] == "#" and len(written) > LONGEST_NUMBER:
        digits = written[2:].strip(";").lstrip("xX0")
        return Token(Sort.REFERENCE, start, end, _number(digits, written[2] in "xX"))
    return Token(Sort.REFERENCE, start, end, html.unescape(written) or REPLACEMENT)


def _number(digits: str, hexadecimal: bool) -> str:
    """The character of a number that was written with many digits."""
    if len(digits) > LONGEST_NUMBER:
        return REPLACEMENT
    return html.unescape(f"&#{'x' if hexadecimal else ''}{digits or '0'};") or REPLACEMENT


def _name_end(source: str, start: int, end: int) -> int:
    """Where a named reference ends: without its semicolon it may go on in letters that are no part of it."""
    for last in range(end, start + 1, -1):
        if source[start + 1 : last] in html5:
            return last
    return start + 1
