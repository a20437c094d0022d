"""Text from drafts on a terminal: nothing in it may act as a command to the terminal, and carets must stand
under it.

Control characters become their pictures (U+2400 and on), marks that reorder text become U+FFFD, a tab one
blank.
"""

from __future__ import annotations

import unicodedata

from reslint.storage.late import late

UNSAFE = late("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
FROM_THE_RIGHT = late("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
NO_WIDTH = ("Mn", "Me", "Cf")


def printable(text: str) -> str:
    """The text with every character that could steer a terminal replaced by one that is seen, one for one."""
    return UNSAFE.sub(lambda match: _picture(match.group()), text)


def isolated(text: str) -> str:
    """A printable text as a line of its own shows it: words from right to left do not turn what stands around them."""
    return f"\u2068{text}\u2069" if FROM_THE_RIGHT.search(text) else text


def width(text: str) -> int:
    """How many columns a terminal takes for a printable text."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _picture(character: str) -> str:
    if character == "\t":
        return " "
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def _width(character: str) -> int:
    if unicodedata.category(character) in NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
