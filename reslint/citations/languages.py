"""Languages that a text is written in, told by small words and scripts, so that nothing found is never said over a text
that was not read.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

from reslint.registry import Registry
from reslint.storage.late import late
from reslint.values import Value

DIGIT = late(r"\d")
SAMPLES, LENGTH = 6, 400
"""Of a long text so many pieces of so many characters are looked at, evenly spread."""
FEWEST, SHARE = 2, 0.08
"""So many small words tell a language, and so large a share of all words."""
LONG = 8
"""So many characters of a word count as one more: a long one tells more than a small one, so that "Résolution 71" alone
is told, and where nothing stands between words, several are found as one.
"""
WHOLE = 0.25
"""For a small word of a text that is written in another language there are so many of ours at most."""
PART_FEWEST, PART = 8, 0.3
"""So many tell that a part of a text is, and so many for one of ours at least."""


class Unread(Value):
    """A language in which citations are not read, by its name, and whether the `whole` text is written in it."""

    language: str
    whole: bool

    def __str__(self) -> str:
        if self.whole:
            return f"it is in {self.language}, which is not read: what it cites was not looked for"
        return f"a part of it is in {self.language}, which is not read: what that cites was not looked for"


def unread_language(text: str, registry: Registry) -> Unread | None:
    """The language of a text where it is none of those that are read; None where it is one, or cannot be told."""
    table, scripts = _table(registry), _scripts(registry)
    pieces = [piece.casefold() for piece in _sample(text)]
    found = [word for piece in pieces for word in piece.split()]
    beyond = [word for piece in pieces if not piece.isascii() for word in piece.split() if not word.isascii()]
    if _unread_words(registry).isdisjoint(found) and _unread_scripts(registry).isdisjoint(map(_script, set(beyond))):
        # As in nearly all texts, nothing speaks for one.
        return None
    words = Counter(found)
    counts: Counter[str] = Counter()
    for word in table.keys() & words.keys():
        for language in table[word]:
            counts[language] += words[word] * (1 + len(word) // LONG)
    for word, times in Counter(beyond).items():
        if (script := _script(word)) in scripts:
            counts[scripts[script]] += times * (1 + len(word) // LONG)
    if not counts:
        return None
    read = max((counts[language] for language in registry.vocabulary), default=0)
    others = [(count, language) for language, count in counts.items() if language not in registry.vocabulary]
    count, language = max(others, default=(0, ""))
    if count < FEWEST or count < min(WHOLE, PART) * read:
        return None
    if count < SHARE * sum(times for word, times in words.items() if not DIGIT.search(word)):
        return None
    whole = read < WHOLE * count
    if not whole and (count < PART_FEWEST or count < PART * read):
        return None
    return Unread(registry.languages[language].name, whole)


def _sample(text: str) -> list[str]:
    if len(text) <= SAMPLES * LENGTH:
        return [text]
    step = (len(text) - LENGTH) // (SAMPLES - 1)
    return [text[at : at + LENGTH] for at in range(0, SAMPLES * step, step)]


def _script(word: str) -> str:
    """The script of the first letter of a word, as Unicode names it; letters in forms of print have their own one."""
    first = next(filter(str.isalpha, word), "")
    name = unicodedata.name(first, "") if first else ""
    script = name.partition(" ")[0]
    return f"{script} FORM" if name.endswith(" FORM") else script


@lru_cache(maxsize=8)
def _scripts(registry: Registry) -> dict[str, str]:
    return {one.script.upper(): key for key, one in registry.languages.items() if one.script}


@lru_cache(maxsize=8)
def _unread_scripts(registry: Registry) -> frozenset[str]:
    return frozenset(script for script, key in _scripts(registry).items() if key not in registry.vocabulary)


@lru_cache(maxsize=8)
def _unread_words(registry: Registry) -> frozenset[str]:
    return frozenset(word for word, keys in _table(registry).items() if registry.vocabulary.keys().isdisjoint(keys))


@lru_cache(maxsize=8)
def _table(registry: Registry) -> dict[str, tuple[str, ...]]:
    """The languages that have a small word, by the word; one that both a language that is read and one that is not have
    ("de") tells nothing.
    """
    table: dict[str, tuple[str, ...]] = {}
    for key, language in registry.languages.items():
        for word in language.words:
            table[word.casefold()] = (*table.get(word.casefold(), ()), key)
    return {
        word: languages
        for word, languages in table.items()
        if len({language in registry.vocabulary for language in languages}) == 1
    }
