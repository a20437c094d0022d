"""Where the words that reslint points at stand in the open document.

A paragraph that reslint read is one of the document only if it has the same words; of several with the same words it is
the one of the same number. So what cannot be found again is never taken for something else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from reslint_writer.judging import Told
from reslint_writer.walking import Paragraph, Piece

NUMBER = re.compile(r" \d+$")
LONGEST_STEP = 32_000
"""UNO takes a step of a cursor as a short number."""
Key = tuple
"""The kind of a story and the words of a paragraph."""


class Part(NamedTuple):
    """The characters `start` to `end` of a piece, from zero."""

    piece: Piece
    start: int
    end: int


class Spot(NamedTuple):
    """The characters `start` to `end` of a paragraph of the document, from zero."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def parts(self) -> list[Part]:
        """The words as pieces; where there are none, the end of the piece before, else the beginning of that behind."""
        if self.start == self.end:
            touching = [one for one in self.paragraph.pieces if one.start <= self.start <= one.start + len(one.text)]
            touching.sort(key=lambda piece: not piece.typed)
            return [Part(one, self.start - one.start, self.start - one.start) for one in touching[:1]]
        cut = [
            Part(one, max(self.start - one.start, 0), min(self.end - one.start, len(one.text)))
            for one in self.paragraph.pieces
        ]
        return [part for part in cut if part.start < part.end]


class Placing:
    """Pairs the paragraphs that reslint read with those of the document."""

    def __init__(self, told: Sequence[Told], live: Iterable[Paragraph]) -> None:
        self._told = told
        self._starts = [paragraph.start for paragraph in told]
        read: dict[Key, list[int]] = defaultdict(list)
        for number, one in enumerate(told):
            read[_key(NUMBER.sub("", one.story), one.text)].append(number)
        there: dict[Key, list[Paragraph]] = defaultdict(list)
        for paragraph in live:
            there[_key(paragraph.story.kind, paragraph.text)].append(paragraph)
        self._paired = {
            number: there[key][count]
            for key, numbers in read.items()
            if len(there[key]) == len(numbers)
            for count, number in enumerate(numbers)
        }

    def spot(self, start: int, end: int, words: str | None) -> Spot | None:
        """Where a range of reslint's view stands; None if it is not found, or in no paragraph.

        `words` are those of the range, as far as they are known.

        A range that goes on in the next paragraph is cut at the end of its first one.
        """
        number = max(bisect_right(self._starts, start) - 1, 0)
        paragraph = self._paired.get(number)
        if paragraph is None:
            return None
        told = self._told[number]
        first = start - told.start
        last = min(end - told.start, len(told.text))
        if first > last or (words is not None and not words.startswith(told.text[first:last])):
            return None
        # A format may put blanks before a paragraph, as Word does in a note.
        shift = _indent(paragraph.text) - _indent(told.text)
        if first + shift < 0 or paragraph.text[first + shift : last + shift] != told.text[first:last]:
            return None
        return Spot(paragraph, first + shift, last + shift)


def found(part: Part) -> Any:
    """A cursor over the words of a part, or None if the document has other words there by now."""
    portion = part.piece.portion
    if not part.piece.typed:
        return portion.getText().createTextCursorByRange(portion)
    cursor = portion.getText().createTextCursorByRange(portion.getStart())
    if not _goes_over(cursor, part.piece.text[: part.start]):
        return None
    cursor.collapseToEnd()
    return cursor if _goes_over(cursor, part.piece.text[part.start : part.end]) else None


def _goes_over(cursor: Any, words: str) -> bool:
    """Go over words to the right; whether it is these words that are there."""
    left = len(words)
    while left > 0:
        cursor.goRight(min(left, LONGEST_STEP), True)
        left -= LONGEST_STEP
    return bool(cursor.getString() == words)


def _key(kind: str, text: str) -> Key:
    return kind, text.strip()


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
