"""How the item of a list ends: with which sign, or with something that says nothing of its list."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reslint import ListItem, Page, late

SIGNS = (";", ",")
STOPS = (*SIGNS, ".")
# Behind these, and where it stands alone, a sign may be one of two.
BEFORE_SIGN = ("", " ", *STOPS)
DOUBLED = late(r"[.,;](?:[ ]*[.,;])+$")
# ", and" after the sign of an item.
JOINED = late(r"[,;]\s+[^\W\d_]{1,3}$")
LAST_WORD = late(r"\S+$")
# "etc.", "Corp.", "U.S.": a dot that belongs to its word, which is short and has no capitals but perhaps its first.
SHORTENED = late(r"(?:^|[^\w.])(?:[^\W\d_][a-z]{0,2}|[^\W\d_](?:\.[^\W\d_]){1,4})$")
MARK = r"(?:[¹²³⁰⁴-⁹]+|[*†‡]+|\[\d{1,2}\]|\d{1,2}\))"
# The mark of a note at the end, behind a word or a sign; and a note whose words stand in the line of its item.
NOTED = late(rf"[\w)\"'”’»]{MARK}$|[.,;:]\s*(?:{MARK}|\d{{1,2}})$|[.,;:]\s*{MARK}\s*[^\W\d_]")
# Without one of these a note is its digits at the very end, if there is one.
MARKED = late(r"[¹²³⁰⁴-⁹*†‡\]]|\d\)")
QUOTED = late(r"[\"'”’»](?:\s?[.,;:!?])?[)\]]?$")
ADDRESS = late(r"://|@|\w\.\w+/|[\w-]{2,}\.[a-z]{2,}\W*$", re.IGNORECASE)
# A sentence that ends inside of an item, which is then a passage of whole sentences.
SENTENCE = late(r"[^\W\d_]{4,}[)\]”’»\"]*\.\s+[^\W\d_a-z]")
TAIL = 80


class End(StrEnum):
    """How an item ends; SIGN is ";" or ",", OTHER what says nothing: ":", a note, an address, a quotation."""

    SIGN = "sign"
    STOP = "full stop"
    NONE = "no sign"
    DOUBLED = "two signs"
    OTHER = "other"


class Ending(NamedTuple):
    """The end of an item. `start` and `stop` are the range, in the view, of its signs, or of its last word.

    `words` are those of the range as they were read; `sure` says that the signs belong to nothing else, as a dot may
    belong to "etc." or to an address; `closes` that a list of items with ";" can end so.
    """

    end: End
    start: int
    stop: int
    words: str
    sure: bool
    closes: bool


def ending_of(page: Page, item: ListItem) -> Ending | None:
    """The end of an item's first paragraph; None for one without words."""
    reading = page.view.prose(page.view.blocks[item.block])
    text = reading.text.rstrip()
    base = max(len(text) - TAIL, 0)
    if not text:
        return None
    end, at, sure = _of_tail(text[base:])
    at += base
    if end is End.STOP and text.find(".") < len(text) - 1 and SENTENCE.search(text):
        end = End.OTHER
    closes = end in (End.SIGN, End.DOUBLED) or (end is End.STOP and page.text[item.start : item.start + 1].islower())
    return Ending(end, reading.start_of(at), reading.end_of(len(text)), text[at:], sure, closes)


@lru_cache(maxsize=1024)
def _of_tail(tail: str) -> tuple[End, int, bool]:
    """How the last words of an item end, where its signs begin, or its last word, and whether they are surely signs."""
    if tail[-1] in SIGNS and _doubled(tail) is None:
        return End.SIGN, len(tail) - 1, True
    last = LAST_WORD.search(tail)
    address = last is not None and ADDRESS.search(last.group()) is not None
    end, at = _end(tail, address)
    return end, at, not address and not (end is End.STOP and SHORTENED.search(tail[:-1]))


def _end(tail: str, address: bool) -> tuple[End, int]:
    """How a tail that ends with no sign of a list ends, and where its signs begin, or its last word if it has none."""
    doubled = _doubled(tail)
    if doubled is not None:
        return End.DOUBLED, doubled
    at = len(tail) - 1
    if address or _noted(tail) or QUOTED.search(tail[-4:]):
        return End.OTHER, at
    if tail[-1] == ".":
        return (End.OTHER if tail.endswith("..") else End.STOP), at
    if tail[-1] in ":?!…—–-":
        return End.OTHER, at
    if JOINED.search(tail):
        return End.SIGN, at
    word = LAST_WORD.search(tail)
    return End.NONE, word.start() if word else at


def _noted(tail: str) -> bool:
    return (tail[-1].isdigit() or MARKED.search(tail) is not None) and NOTED.search(tail) is not None


def _doubled(tail: str) -> int | None:
    before = tail[:-1].rstrip(" ")
    if tail[-1] not in STOPS or not before or before[-1] not in STOPS:
        return None
    match = DOUBLED.search(tail)
    if match is None or ".." in match.group():
        return None
    start = match.start()
    if tail[start] == "." and SHORTENED.search(tail[:start]):
        start += 1
        start += len(tail[start:]) - len(tail[start:].lstrip())
        if len(tail) - start < 2:
            return None
    return start
