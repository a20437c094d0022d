"""Where the words of a side file stand in a draft, whatever blanks and line ends are between them.

A few of them are looked for one after the other. Many are looked for together, by the rarest letters of each, so that
the draft is gone through as often whether there are ten of them or ten thousand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reslint.errors import ReslintError
from reslint.storage.late import late

FEW = 12
LETTERS = 8
"""So many letters in a row tell words from most others."""
MOST = 2_000_000
"""At so many places it may be looked whether words stand there."""
WIDE = late(r"\s{2,}|[^\S ]")
Spans = tuple[tuple[int, int], ...]


def places_of(text: str, wanted: Iterable[str], subject: str) -> Mapping[str, Spans]:
    """The ranges at which each of the wanted words stand, in order, as zero-based characters of the text.

    Raises ReslintError, under `subject`, for words that may stand at more places than can be looked at.
    """
    asked = list(dict.fromkeys(wanted))
    if len(asked) <= FEW:
        return {words: tuple(_one_by_one(text, words)) for words in asked}
    plain = _Plain(text)
    by_words: dict[str, list[str]] = {}
    for words in asked:
        by_words.setdefault(" ".join(words.split()), []).append(words)
    found: dict[str, Spans] = {}
    for length, group in _by_length(by_words).items():
        for normal, starts in _together(plain.text, group, length, subject):
            spans = tuple(plain.range(start, start + len(normal)) for start in starts)
            found.update(dict.fromkeys(by_words[normal], spans))
    return found


def _one_by_one(text: str, words: str) -> Iterator[tuple[int, int]]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return (match.span() for match in re.finditer(pattern, text))


class _Plain:
    """A text with one blank wherever it has white space, and where its characters stand in that."""

    def __init__(self, text: str) -> None:
        self._ends: list[int] = []
        self._moved: list[int] = []
        moved = 0
        for match in WIDE.finditer(text):
            if len(match.group()) > 1:
                moved += len(match.group()) - 1
                self._ends.append(match.end() - moved)
                self._moved.append(moved)
        self.text = WIDE.sub(" ", text)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """A range of the plain text as one of the text itself."""
        return self._of(start), self._of(end - 1) + 1

    def _of(self, offset: int) -> int:
        at = bisect_right(self._ends, offset) - 1
        return offset + (self._moved[at] if at >= 0 else 0)


def _by_length(asked: Iterable[str]) -> dict[int, list[str]]:
    """The words by how many letters of them are looked for."""
    groups: dict[int, list[str]] = {}
    for words in asked:
        groups.setdefault(min(len(words), LETTERS), []).append(words)
    return groups


def _together(text: str, group: Sequence[str], length: int, subject: str) -> Iterator[tuple[str, list[int]]]:
    """Each of the words with the offsets at which it stands, none of which overlap."""
    pieces = {words[at : at + length] for words in group for at in range(len(words) - length + 1)}
    often: Counter[str] = Counter()
    for at in range(len(text) - length + 1):
        piece = text[at : at + length]
        if piece in pieces:
            often[piece] += 1
    rarest = {
        words: min(range(len(words) - length + 1), key=lambda at: often[words[at : at + length]]) for words in group
    }
    if sum(often[words[at : at + length]] for words, at in rarest.items()) > MOST:
        raise ReslintError(subject, f"its words may stand at more than {MOST:,} places", "write longer words")
    anchors = {words[at : at + length] for words, at in rarest.items()}
    places: dict[str, list[int]] = {anchor: [] for anchor in anchors}
    for at in range(len(text) - length + 1):
        piece = text[at : at + length]
        if piece in anchors:
            places[piece].append(at)
    for words, anchor in rarest.items():
        starts: list[int] = []
        for place in places[words[anchor : anchor + length]]:
            start = place - anchor
            if (not starts or start >= starts[-1] + len(words)) and start >= 0 and text.startswith(words, start):
                starts.append(start)
        yield words, starts
