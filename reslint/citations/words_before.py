"""The words directly before a head word: whether they name a body, somebody else, or nobody.

`before` is the text up to the head word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.lexicon import Lexicon

WORD_AT_END = late(r"[\w.&'()-]+\Z")
SENTENCE_START = late(r"(?:\A|[.;:?!)\t\n]|^\W*)\s*\Z")


def is_foreign(lead: re.Match[str], before: str) -> bool:
    """Whether a body called by one word is another's after all ("the Municipal Council")."""
    if not lead.group().strip().isalpha() or lead.group().strip().isupper():
        return False
    further = last_word(before[: lead.start()])
    return further is not None and qualifies(further, before[: lead.start()])


def names_by_slash(before: str, lexicon: Lexicon) -> str:
    """The words before a head word with a blank for the slash at their end, where a body is named before that
    ("PP/Resolution 71"); empty where none is.
    """
    apart = before[:-1] + " "
    word = last_word(apart)
    lead = lexicon.around.lead.search(apart) if word and lexicon.is_lead(word[0]) else None
    return apart if lead and before[: lead.start()][-1:] not in ("/", "\\") else ""


def last_word(before: str) -> tuple[str, int] | None:
    """The last word and where it begins, if white space stands behind it."""
    words = before.rstrip()
    if len(words) == len(before) or not words:
        return None
    word = words.rsplit(None, 1)[-1]
    at = len(words) - len(word)
    if word.isalnum():
        return word, at
    found = WORD_AT_END.search(words, at)
    return (found.group(), found.start()) if found else None


def qualifies(previous: tuple[str, int], before: str) -> bool:
    """Whether the word before the head is a name in the middle of a sentence ("the Board Resolution 12")."""
    word, start = previous
    if not word[0].isupper() or word.isdigit() or ("-" in word and word.rpartition("-")[2].islower()):
        return False
    return not SENTENCE_START.search(before[:start])


def in_all_capitals(word: str, text: str, head: int) -> bool:
    """Whether the word is written in capitals only because all words are, the head among them."""
    return word.isupper() and text[head : head + 3].isupper()
