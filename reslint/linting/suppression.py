"""Suppressions: what the author wants left alone, said in the draft itself or in a file beside it.

In a format with comments, a comment holds for the paragraph it stands in, or else for the next one:

    <!-- reslint: ignore[outdated-edition] the text of 2018 is meant -->
    <!-- reslint: ignore-file[NUM, misspelt-place] a historical document -->

The editorial `[sic]` directly after the marked words, or after the citation they belong to, holds in every
format. `draft.txt.reslint` beside `draft.txt` has one directive a line; the words after `ignore[…]` are
looked for in the draft, and what is found at them is silent:

    # the founding text is meant here
    ignore[outdated-edition] Resolution 71 (Rev. Dubai, 2018)
    ignore-file[NUM]
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from reslint.documents.model import Comment, Document, Role
from reslint.documents.view import View
from reslint.errors import ReslintError, nearest
from reslint.named import NamedTuple
from reslint.sources.files import SIDE_SUFFIX
from reslint.storage.late import late

SIGN = "reslint:"
OWN_AUTHOR = "reslint"
"""Who signs the comments and corrections that reslint writes into Word files."""
ONE, FILE = "ignore", "ignore-file"
DIRECTIVE = late(r"(?P<verb>[A-Za-z][\w-]*)[ \t]*(?:\[(?P<codes>[^\[\]]*)\])?(?P<rest>.*)", re.DOTALL)
SHOWN = 200
"""So many characters of its paragraph are shown for a comment that stands beside it."""
ADVICE = "write ignore[rule] or ignore-file[rule]"

Resolve = Callable[[str, str], Iterable[str]]
"""Gives the codes that a code, name or group means, for the subject of a message; ReslintError where none."""


class Suppression(NamedTuple):
    """One directive: which codes are silent where.

    `codes` is empty for all rules. It holds for the paragraph numbered `block` in the view, or for `spans` of
    it (zero-based characters, in order), or where both are None for the file. The directive `written` stands
    at `start` to `end` of the view, or in the line `side_line`, counted from 1, of the side file. One that is not
    `in_text`, such as a Word comment, stands beside what is between `start` and `end`.
    """

    codes: frozenset[str]
    written: str
    block: int | None = None
    spans: tuple[tuple[int, int], ...] | None = None
    start: int = 0
    end: int = 0
    side_line: int | None = None
    in_text: bool = True


def own_comments(document: Document) -> list[Comment]:
    """The comments of a document that are signed by us."""
    return [comment for comment in document.comments if comment.author == OWN_AUTHOR]


def suppressions_in(view: View, marker: str, resolve: Resolve, errors: list[str]) -> Iterator[Suppression]:
    """The directives in the comments of a view; what is wrong with one goes to `errors` as a line.

    `marker` is the reader's: the comment of its format, with `{code}`, or anything else where it has none.
    """
    yield from _beside_the_text(view, resolve, errors)
    # Where the view is not the file, a comment that stands in its text is one that is shown, and says nothing to us.
    if SIGN not in view.text or "{code}" not in marker or view.document.source_lines:
        return
    worded: _Worded | None = None
    for start, end, words in _comments(view.text, marker):
        subject = f"{view.document.name}:{view.position(start).line}"
        try:
            codes, verb, _ = _directive(words, subject, resolve)
        except ReslintError as error:
            errors.append(str(error))
            continue
        written = " ".join(words.split())
        if verb == FILE:
            yield Suppression(codes, written, start=start, end=end)
        else:
            worded = worded or _Worded(view)
            block = worded.paragraph(start, end)
            yield Suppression(codes, written, block=block, spans=(), start=start, end=end)


def _beside_the_text(view: View, resolve: Resolve, errors: list[str]) -> Iterator[Suppression]:
    """The directives in comments that are no part of the text; reslint's own comments are none."""
    if not view.blocks:
        return  # all text is deleted, or there never was any
    for comment in view.document.comments:
        if not comment.words.startswith(SIGN) or comment.author == OWN_AUTHOR:
            continue
        number = view.block_of(comment.story, comment.paragraph)
        block = view.blocks[number]
        try:
            codes, verb, _ = _directive(comment.words.removeprefix(SIGN), f"{view.document.name}, a comment", resolve)
        except ReslintError as error:
            errors.append(str(error))
            continue
        written = " ".join(comment.words.removeprefix(SIGN).split())
        # Of a paragraph with a thousand comments, each is shown at its first words.
        end = min(block.end, block.start + SHOWN)
        everywhere = Suppression(codes, written, start=block.start, end=end, in_text=False)
        yield everywhere if verb == FILE else everywhere._replace(block=number, spans=())


def suppressions_beside(side: str, view: View, resolve: Resolve, errors: list[str]) -> Iterator[Suppression]:
    """The directives of a side file, given as its text; what is wrong with one goes to `errors` as a line."""
    if not side:
        return
    read: list[tuple[int, str, frozenset[str], str | None]] = []
    for number, line in enumerate(side.splitlines(), 1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        subject = f"{view.document.name}{SIDE_SUFFIX}:{number}"
        try:
            codes, verb, rest = _directive(words, subject, resolve)
            if verb == ONE and not rest:
                raise ReslintError(subject, "no words to look for", f"write them after {words}")
        except ReslintError as error:
            errors.append(str(error))
            continue
        read.append((number, words, codes, None if verb == FILE else rest))
    sought = (rest for *_, rest in read if rest is not None)
    try:
        from reslint.linting.side_words import places_of

        places = places_of(view.text, sought, f"{view.document.name}{SIDE_SUFFIX}")
    except ReslintError as error:
        errors.append(str(error))
        return
    for number, words, codes, sought_words in read:
        spans = None if sought_words is None else places[sought_words]
        yield Suppression(codes, words, spans=spans, side_line=number)


def own_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The range to delete with a comment: its lines, if it has them for itself, else the blanks before it
    too.
    """
    first = start
    while first and text[first - 1] in " \t":
        first -= 1
    last = end
    while last < len(text) and text[last] in " \t":
        last += 1
    line_end = text[last : last + 2]
    if (not first or text[first - 1] in "\r\n") and (not line_end or line_end[0] in "\r\n"):
        return first, last + (2 if line_end == "\r\n" else len(line_end[:1]))
    return first, end


def _directive(words: str, subject: str, resolve: Resolve) -> tuple[frozenset[str], str, str]:
    match = DIRECTIVE.fullmatch(words.strip())
    if match is None or match["verb"] not in (ONE, FILE):
        verb = match["verb"] if match else words.strip()
        raise ReslintError(subject, f"unknown directive {verb!r}", nearest(verb, (ONE, FILE)) or ADVICE)
    given = [code.strip() for code in (match["codes"] or "").split(",") if code.strip()]
    if not given and (match["verb"] == ONE or match["codes"] is not None):
        raise ReslintError(subject, f"{match['verb']} names no rule", ADVICE)
    codes = frozenset(code for selector in given for code in resolve(selector, subject))
    return codes, match["verb"], match["rest"].strip()


def _comments(text: str, marker: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and directive of the comments that speak to reslint."""
    head, _, tail = marker.partition("{code}")
    opening = re.escape(head.split(SIGN)[0].strip())
    closing = re.escape(tail.removeprefix("]").strip()) or "$"
    speaking = re.compile(rf"{opening}\s*{SIGN}(.*?){closing}", re.DOTALL | re.MULTILINE)
    if marker.startswith("<!--"):
        from reslint.documents.markdown import comments_of

        matches = (speaking.fullmatch(text, *comment.span()) for comment in comments_of(text))
    else:
        matches = (match for match in speaking.finditer(text))
    for match in matches:
        if match:
            yield match.start(), match.end(), match[1]


class _Worded:
    """The stretches of a view that have words, which a comment may speak for."""

    def __init__(self, view: View) -> None:
        self._view = view
        placement = view.placement
        self._stretches = [
            (offset, offset + len(segment.text))
            for offset, segment in zip(placement.offsets, placement.segments, strict=True)
            if segment.role is not Role.MARKUP and segment.text.strip()
        ]

    def paragraph(self, start: int, end: int) -> int | None:
        """The number of the paragraph that holds the comment, if it has words, else of the next one that has."""
        first = self._view.blocks[self._view.block_at(start)].start
        at = bisect_left(self._stretches, (first,))
        if at < len(self._stretches) and self._stretches[at][0] >= start:
            # What lies in the comment itself is none of its words, however many stretches that are.
            behind = bisect_left(self._stretches, (end,))
            at = behind - 1 if behind > at and self._stretches[behind - 1][1] > end else max(at, behind)
        return self._view.block_at(self._stretches[at][0]) if at < len(self._stretches) else None
