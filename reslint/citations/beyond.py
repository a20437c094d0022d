"""The words behind a citation, as far as what is read of it hangs on them: what was asked of them, and the answers.

The same words cite the same wherever they stand, unless what follows them says otherwise. So the words up to the end of
a citation are known again by themselves, and of those behind it no more counts than was asked when it was read.
Offsets are zero-based characters of the candidate's text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, TypeVarTuple

A = TypeVar("A")
Given = TypeVarTuple("Given")
Asked = tuple[Callable[..., Any], tuple[Any, ...], Any]
"""A question, what it was asked with besides the text, and its answer."""


class Beyond:
    """What stands around a citation in the text of its candidate. A question is a function of that text and of what
    does not change while a lexicon is in use; its answer is compared by `==`.
    """

    __slots__ = ("asked", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.asked: list[Asked] = []

    def ask(self, question: Callable[[str, *Given], A], *given: *Given) -> A:
        """The answer, which is noted."""
        answer = question(self.text, *given)
        self.asked.append((question, given, answer))
        return answer


def answers_alike(text: str, asked: Iterable[Asked]) -> bool:
    """Whether another text gives the same answers."""
    return all(question(text, *given) == answer for question, given, answer in asked)


def span_of(text: str, pattern: re.Pattern[str], at: int) -> tuple[int, int] | None:
    """Where a pattern matches that begins at a character."""
    found = pattern.match(text, at)
    return found.span() if found else None


def is_last(text: str, at: int) -> bool:
    """Whether nothing but blanks stands from a character on."""
    return not text[at:].strip()
