"""What may stand at a place of a candidate, told at a glance by two characters."""

from __future__ import annotations

# What is passed over behind a comma.
PASSED = ", \t\n\r\f\v\x1c\x1d\x1e\x1f"

NOWHERE, FIRST, ANYWHERE = range(3)
"""Where parentheses open: nowhere, with the first character and no other, anywhere."""
Groups = list[tuple[str, str | None]]
"""First characters, and the second ones behind any of them; None where those may be any."""


def signs_at(text: str, at: int) -> str:
    """The two characters by which it is told what may stand there; of a comma also the two behind it, or behind a
    blank.
    """
    if text[at] != ",":
        return text[at : at + 2]
    behind = at + 2 if text[at + 1 : at + 2] == " " else at + 1
    return f",{text[behind : behind + 2]}"


def fits(groups: Groups | None, signs: str, passed: str = "") -> bool:
    """Whether a match may begin with one character or two, those that are `passed` over telling nothing."""
    first, second = signs[:1], signs[1:2]
    if groups is None or not first or not first.isascii() or first in passed:
        return True
    for firsts, seconds in groups:
        if first in firsts:
            return seconds is None or not second.isascii() or second in passed or second in seconds
    return False
