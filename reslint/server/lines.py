"""Positions as editors count them: lines and columns from zero, the columns in the units of an encoding."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol.types import Position, Range

LINE_END = re.compile(r"\r\n|\n|\r")
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""How to encode a text in order to count its units, and the bytes of one."""


class Lines:
    """A text with its lines, as the protocol divides it: at CR LF, LF and CR, and at nothing else.

    Offsets are zero-based characters of `text`; positions are zero-based lines, and columns in the units of `encoding`
    ("utf-8", "utf-16" or "utf-32").
    """

    __slots__ = ("_codec", "_starts", "encoding", "text")

    def __init__(self, text: str, encoding: str, starts: list[int] | None = None) -> None:
        self.text = text
        self.encoding = encoding
        self._codec = UNITS[encoding]
        self._starts = starts if starts is not None else [0, *_ends(text, 0, len(text))]

    def __len__(self) -> int:
        return len(self._starts)

    def start(self, line: int) -> int:
        """The offset of the first character of a line; the length of the text behind the last line."""
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def end(self, line: int) -> int:
        """The offset just behind the last character of a line, before its line end."""
        start, end = self.start(line), self.start(line + 1)
        if line + 1 < len(self._starts):
            end -= 1
            if end > start and self.text[end - 1 : end + 1] == "\r\n":
                end -= 1
        return end

    def line_of(self, offset: int) -> int:
        """The line of a character, or of the place behind the last one."""
        return bisect_right(self._starts, offset) - 1

    def position(self, offset: int) -> Position:
        """Where a character stands, for the editor."""
        line = self.line_of(offset)
        before = self.text[self._starts[line] : offset]
        return Position(line, len(before) if before.isascii() else self._units(before))

    def range(self, start: int, end: int) -> Range:
        """Where characters stand, for the editor."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The offset of a position; one behind the end of its line or of the text counts as that end.

        One within a character counts as the place before it.
        """
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self.start(position.line), self.end(position.line)
        words = self.text[start:end]
        if words.isascii() or self.encoding == "utf-32":
            return min(start + position.character, end)
        left = position.character
        for at, character in enumerate(words, start):
            left -= self._units(character)
            if left < 0:
                return at
        return end

    def replaced(self, start: int, end: int, content: str) -> Lines:
        """The lines after `text[start:end]` has become `content`."""
        text = self.text[:start] + content + self.text[end:]
        # One line further on both sides: a line end may be made, or broken, of two characters that meet.
        first, last = max(self.line_of(start) - 1, 0), self.line_of(end) + 2
        head, tail = self._starts[: first + 1], self._starts[last:]
        shift = len(content) - (end - start)
        until = tail[0] + shift if tail else len(text)
        fresh = _ends(text, head[-1], until)
        if tail and fresh and fresh[-1] == until:
            fresh.pop()
        return Lines(text, self.encoding, [*head, *fresh, *(at + shift for at in tail)])

    def _units(self, words: str) -> int:
        codec, size = self._codec
        return len(words.encode(codec, "surrogatepass")) // size


def _ends(text: str, start: int, end: int) -> list[int]:
    """The offsets just behind every line end in a range."""
    return [match.end() for match in LINE_END.finditer(text, start, end)]
