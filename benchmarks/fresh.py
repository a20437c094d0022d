"""Texts and Word files that nothing in this process has read: each is made of pieces that none before was made of.

What words are read as is kept for when they come again, so a text that is judged in every round would be read in the
first one alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from benchmarks import contributions, texts, word_files

PIECE = 5_000
"""Every piece has more characters."""
PAGE = 2_700


class _Pieces:
    """The numbers of pieces, each given once."""

    def __init__(self) -> None:
        self._next = 0

    def first(self, count: int) -> int:
        """The first of so many."""
        self._next += count
        return self._next - count


_pieces = _Pieces()
_counted: defaultdict[object, _Pieces] = defaultdict(_Pieces)


def filled(text: Callable[[int, int], str], size: int) -> bytes:
    """One of `benchmarks.texts`, so many characters."""
    return text(size, _first(size)).encode()


def dense(size: int) -> bytes:
    """Contributions one after the other."""
    return filled(texts.dense, size)


def sparse(size: int) -> bytes:
    """Prose with few citations."""
    return filled(texts.sparse, size)


def made(text: Callable[[int, int], str], count: int) -> bytes:
    """One of `benchmarks.texts` with so many citations, numbers or parentheses."""
    return text(count, _counted[text].first(count)).encode()


def contribution(language: str = "en", count: int = 1) -> bytes:
    """So many contributions in a language."""
    first = _pieces.first(count)
    return "".join(contributions.contribution(first + number, language) for number in range(count)).encode()


def word(pages: int) -> bytes:
    """A Word file."""
    return word_files.word_file(pages, _first(pages * PAGE))


def meeting(texts_of_it: int) -> int:
    """The first contribution of a meeting to which so many texts are submitted."""
    return _pieces.first(contributions.SAME + texts_of_it)


def _first(size: int) -> int:
    return _pieces.first(size // PIECE + 2)
