"""The text as it is to be matched: a normalised shadow of equal meaning, with a map back.

NBSP and tabs are spaces; typographic hyphens and apostrophes are typed ones; composed and decomposed letters are one
(NFC); a soft hyphen inside a word is not there, nor are vowel signs and the stroke that widens an Arabic word; signs
and digits of full width, and Arabic ones, are those of ASCII; markup is read through, or is the sign that it stands
for. Line ends stay, and match as white space.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from reslint.storage.late import late

SPACES = (
    "\t\v\f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
PLAIN_SPACES = tuple(filter(str.isascii, SPACES))
EQUAL = {" ": SPACES, "-": "\u2010\u2011", "'": "\u2018\u2019\u02bc"}
# Signs and digits of a script, by some that a text in it has: without one of these the others are not looked for.
OF_SCRIPTS = (
    (
        "\uff0c\uff08\u53f7",
        {"(": "\uff08", ")": "\uff09", ",": "\uff0c", ";": "\uff1b", ":": "\uff1a", "/": "\uff0f", "-": "\uff0d"}
        | {str(digit): chr(0xFF10 + digit) for digit in range(10)},
    ),
    (
        "\u0627",
        {",": "\u060c", ";": "\u061b"} | {str(digit): chr(0x660 + digit) + chr(0x6F0 + digit) for digit in range(10)},
    ),
)
SOFT_HYPHEN = "\u00ad"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# What widens an Arabic word, and signs of vowels, which most texts leave out.
ARABIC = "\u0640\u064b-\u0652\u0670"
UNEVEN = late(rf"(?<=[a-z]){SOFT_HYPHEN}(?=[a-z])|[{INVISIBLE}{ARABIC}]|.[\u0300-\u036f]+", re.DOTALL)
NOT_THERE = late(rf"[{SOFT_HYPHEN}{INVISIBLE}{ARABIC}]")
UNEVEN_SIGN = late(rf"[{SOFT_HYPHEN}{INVISIBLE}{ARABIC}\u0300-\u036f]")


NONE: list[int] = []
STRETCH = 1 << 18


class Reading:
    """A text to match in, and where its characters stand in the view.

    Offsets of the reading and of the view are zero-based characters. `start_of` and `end_of` take a range of the
    reading to the range of the view that a reader would point at.
    """

    __slots__ = ("_ends", "_sources", "_starts", "base", "text")

    def __init__(self, text: str, base: int, pieces: Sequence[tuple[int, int, int]] = ()) -> None:
        """`pieces` are (offset in the reading, offset in the view, length in the view), none if they are the same."""
        self.text = text
        self.base = base
        # Most readings are the same throughout, and there is one for every paragraph.
        self._starts = [start for start, _, _ in pieces] if pieces else NONE
        self._sources = [source for _, source, _ in pieces] if pieces else NONE
        self._ends = array("q", [source + length for _, source, length in pieces]) if pieces else NONE

    @property
    def even(self) -> bool:
        """Whether every character stands in the view as far from the first as here."""
        return not self._starts

    def start_of(self, offset: int) -> int:
        """The offset in the view of the character at `offset` of the reading."""
        if not self._starts:
            return self.base + offset
        at = max(bisect_right(self._starts, offset) - 1, 0)
        return min(self._sources[at] + offset - self._starts[at], self._ends[at])

    def end_of(self, offset: int) -> int:
        """The offset in the view just after the character before `offset` of the reading."""
        if not self._starts or offset <= 0:
            return self.start_of(offset)
        at = max(bisect_right(self._starts, offset - 1) - 1, 0)
        following = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        if offset == following:
            return self._ends[at]
        return self._sources[at] + offset - self._starts[at]

    def words_of(self, start: int, end: int) -> str | None:
        """The text that stands at start:end of the view; None where it is not as long there as here."""
        if not self._starts:
            return self.text[start - self.base : end - self.base]
        at = bisect_right(self._sources, start) - 1
        if at < 0 or end > self._ends[at]:
            return None
        first = self._starts[at] + start - self._sources[at]
        last = first + end - start
        following = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return self.text[first:last] if last <= following else None

    def part(self, start: int, end: int) -> Reading:
        """What is read of start:end of the view, at neither end of which a sign is read together with its neighbour."""
        if not self._starts:
            return Reading(self.text[start - self.base : end - self.base], start)
        first, last = self.offset_of(start), self.offset_of(end)
        pieces = []
        for at in range(max(bisect_right(self._sources, start) - 1, 0), len(self._sources)):
            source, ends = self._sources[at], self._ends[at]
            if source >= end:
                break
            if ends > start:
                begins = max(source, start)
                pieces.append((self._starts[at] + begins - source - first, begins, min(ends, end) - begins))
        return Reading(self.text[first:last], start, pieces)

    def offset_of(self, place: int) -> int:
        """The offset in the reading of the first character that stands at or after `place` of the view."""
        if not self._starts:
            return place - self.base
        at = bisect_right(self._sources, place) - 1
        if at < 0:
            return 0
        if place >= self._ends[at]:
            return self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return self._starts[at] + place - self._sources[at]


def read_through(text: str, base: int, holes: Sequence[tuple[int, int, str]] = ()) -> Reading:
    """The reading of `text`, which stands at `base` of the view, without its holes.

    `holes` are the ranges of the view that are not to be read, in order and apart from each other, each with what is
    read in its place.
    """
    beyond = "" if text.isascii() else beyond_ascii(text)
    plain = _one_for_one(text, beyond)
    uneven = bool(beyond) and UNEVEN_SIGN.search(beyond) is not None
    if not holes and not uneven:
        return Reading(plain.replace(SOFT_HYPHEN, "-"), base)
    pieces: list[tuple[int, int, int]] = []
    words: list[str] = []
    length = 0
    cursor = 0
    for start, end, reads in (*holes, (base + len(text), base + len(text), "")):
        if start - base > cursor:
            take = _take if uneven else _even
            length = take(plain, cursor, start - base, base, length, pieces, words)
        cursor = max(cursor, end - base)
        if reads and (sign := NOT_THERE.sub("", _one_for_one(reads, reads))):
            pieces.append((length, start, end - start))
            words.append(sign)
            length += len(sign)
    return Reading("".join(words), base, pieces)


def beyond_ascii(text: str) -> str:
    """The lines of a text that hold signs beyond ASCII, to look for such signs in: in most texts they are few. A long
    text is not taken apart, and given whole.
    """
    if len(text) > STRETCH:
        return text
    return "\n".join([line for line in text.split("\n") if not line.isascii()])


def _one_for_one(text: str, beyond: str) -> str:
    """Make signs of equal meaning one without moving any; `str.translate` is ten times slower than this.

    `beyond` has all of its signs beyond ASCII.
    """
    if len(text) > STRETCH:
        # A long text is not copied whole for every sign: that would take many times its memory.
        pieces = (text[at : at + STRETCH] for at in range(0, len(text), STRETCH))
        return "".join(_one_for_one(piece, beyond_ascii(piece)) for piece in pieces)
    if text.isascii():
        for blank in PLAIN_SPACES:
            text = text.replace(blank, " ")
        return text
    for sign, equals in EQUAL.items():
        for other in equals:
            if other in (text if other.isascii() else beyond):
                text = text.replace(other, sign)
    for told, signs in OF_SCRIPTS:
        if any(sign in beyond for sign in told):
            for sign, equals in signs.items():
                for other in equals:
                    text = text.replace(other, sign)
    return text


def _take(
    plain: str, start: int, end: int, base: int, length: int, pieces: list[tuple[int, int, int]], words: list[str]
) -> int:
    """Append `plain[start:end]` to the reading, which is `length` long so far; return its new length."""
    cursor = start
    for match in UNEVEN.finditer(plain, start, end):
        length = _even(plain, cursor, match.start(), base, length, pieces, words)
        composed = unicodedata.normalize("NFC", match.group()) if NOT_THERE.match(match.group()) is None else ""
        if composed:
            pieces.append((length, base + match.start(), match.end() - match.start()))
            words.append(composed)
            length += len(composed)
        cursor = match.end()
    return _even(plain, cursor, end, base, length, pieces, words)


def _even(
    plain: str, start: int, end: int, base: int, length: int, pieces: list[tuple[int, int, int]], words: list[str]
) -> int:
    if end <= start:
        return length
    pieces.append((length, base + start, end - start))
    words.append(plain[start:end].replace(SOFT_HYPHEN, "-"))
    return length + end - start
