"""What all mutators share: their type, odd words that programs stumble over, and places drawn by chance."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Mutator = Callable[[bytes, Random], bytes]
"""Gives other bytes for those of a file."""

ODD_WORDS = (
    "", "\0", "\ufeff", "\u202e", "\u00ad", "\u200b", "\ud7ff", "e\u0301", "\U0001f600", "ﬁ", "١٢٣", "²", "ß", "İ",
    "x" * 3000, "(" * 300, "9" * 400, "-1", "1e999", "0x10", "%s%n", "{0}", "${x}", "../../x", "C:\\x", "/dev/null",
    ".", "\\", "!", "[z-a]", "**/**", "true", "null", "2024-02-30", "2024-10-15", "PP-22", "ALL", "STA",
    "ignore-file", "\r", "\r\n", "\n\n", "\t", "\u2028", "<!--", "-->", "]]>", "&lt;", "&#0;", "&#x10FFFF;", "`",
    "[sic]", "\x1b[31m",
)  # fmt: skip


def stretch(length: int, chance: Random, longest: int = 64) -> slice:
    """A stretch of something that long, most often a short one."""
    start = chance.randint(0, length)
    return slice(start, min(length, start + chance.choice((0, 1, 1, 2, 4, longest))))
