"""Names of bodies that a paragraph ends in the middle of, as where a line was broken by hand.

The next paragraph may go on with the rest; if it does not, the words tell no body, and least of all an unknown one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from reslint.storage.late import late

# How far from the end of a paragraph a name may begin, and how much of the next one may be its rest.
REACH = 100
GLANCE = 40
WORD = late(r"\w+")


class BrokenNames:
    """The names of one language. `patterns` are those of the grammar, `names` that of all names, `known` are folded
    names with their bodies, `foreign` those of others, `numbered` the bodies whose texts are numbers, and not symbols.
    """

    def __init__(
        self,
        patterns: Mapping[str, str],
        names: str,
        known: Mapping[str, str],
        foreign: Collection[str],
        numbered: Collection[str],
        compile_: Callable[[str], re.Pattern[str]],
    ) -> None:
        self._of = compile_(rf"(?<!\w){patterns['of']}(?!\w)")
        self._named = compile_(
            rf"\s*(?:(?:{patterns['the']}|{patterns['its']})\s+)?(?:{patterns['epithets']}\s+)*(?:{names})"
            rf"(?!\s+(?:{patterns['many']}|{patterns['one']}))"
        )
        self._words = frozenset(word for name in (*known, *foreign) for word in WORD.findall(name))
        self._small = compile_(f"{patterns['of']}|{patterns['the']}|{patterns['its']}")
        self._begun = _beginnings(known)
        self._begun_numbered = _beginnings(name for name, body in known.items() if body in numbered)

    def may_go_on(self, text: str, end: int) -> bool:
        """Whether the paragraph that ends at `end` may end within a name; told at a glance."""
        last = text[end - 1 : end]
        if not last.isalnum() and not last.isspace():
            return False
        above = text[max(end - GLANCE, 0) : end].split()
        if not above or not above[-1][-1].isalnum():
            return False
        below = WORD.search(text, end, end + GLANCE)
        if below is None or not text[end : below.start()].isspace():
            return False
        return below.group().casefold() in self._words or self._small.fullmatch(above[-1]) is not None

    def rest(self, text: str, end: int, stop: int) -> int | None:
        """Where a name of a body ends that a paragraph ends within, which ends at `end`; the text is looked at up to
        `stop`. None where no name goes on in the next paragraph.
        """
        above = text[max(end - REACH, 0) : end].rstrip()
        below = text[end:stop].lstrip()
        for of in self._of.finditer(above):
            words = above[of.end() :]
            named = self._named.match(f"{words} {below}")
            if named is not None and named.end() > len(words) + 1:
                return stop - len(below) + named.end() - len(words) - 1
        return None

    def begins(self, words: str, *, symbol: bool) -> bool:
        """Whether folded words are less than the name they begin, of a body that numbers its texts, or any for a
        symbol.
        """
        return words in (self._begun if symbol else self._begun_numbered)


def _beginnings(names: Iterable[str]) -> frozenset[str]:
    split = [name.split() for name in names]
    return frozenset(" ".join(words[:count]) for words in split for count in range(1, len(words)))
