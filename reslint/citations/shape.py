"""What a language does otherwise than English: the order of the parts of a citation, and words that are written as one.

It stands in the vocabulary: `order` lists what holds, `glued` the letters that are joined to the word behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

BODY_BESIDE = "body beside"
BODY_BETWEEN = "body between"
NUMBER_FIRST = "number first"
YEAR_FIRST = "year first"
NO_BLANKS = "no blanks"
NO_CASE = "no case"
LETTER = "[A-Za-z]"
BEGINS = r"(?<!\w)"


class Shape:
    """The shape of one language.

    `body_beside` is true where the name of a body may follow a number with no word between them, `body_between` where
    it may stand between head word and number. With `number_first` the head word stands behind the numbers, with
    `year_first` a place behind the year. `no_blanks` says that nothing stands between words, `no_case` that its script
    has no capitals. `glues` is true where small words, `glued`, are joined to the next one.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        order = frozenset(words.get("order", ()))
        self.body_beside = BODY_BESIDE in order
        self.body_between = BODY_BETWEEN in order
        self.number_first = NUMBER_FIRST in order
        self.year_first = YEAR_FIRST in order
        self.no_blanks = NO_BLANKS in order
        self.no_case = NO_CASE in order
        self._glued: Mapping[str, Iterable[str]] = words.get("glued", {})
        self.glues = bool(self._glued)
        self.glued = frozenset(letters for joined in self._glued.values() for letters in joined)

    def forms(self, words: Iterable[str]) -> list[str]:
        """Words as they stand in a text: as they are, and with what may be joined to them.

        A key of `glued` is the beginning of a word, in the place of which what is listed may stand; an empty one is
        that of any word.
        """
        given = list(words)
        return given + [
            letters + word[len(begun) :]
            for word in given
            for begun, joined in self._glued.items()
            if word.startswith(begun)
            for letters in joined
        ]

    def bounded(self, pattern: str) -> str:
        """A pattern in whose language nothing stands between words: only ASCII letters make one there."""
        if not self.no_blanks:
            return pattern
        pattern = pattern.replace(r"(?!\w)", f"(?!(?<={LETTER}){LETTER})")
        return f"(?a:{pattern.replace(BEGINS, f'(?<!{LETTER}(?={LETTER}))')})"
