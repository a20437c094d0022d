"""Strings by which head words are found in a text: `str.find` looks for all of them several times faster than one
regular expression does.
"""

from __future__ import annotations

from collections.abc import Iterable
from os.path import commonpath

SHORTEST = 5


def stems(kinds: Iterable[dict[str, list[str]]]) -> list[tuple[str, int]]:
    """Strings of which every head word holds one, each with its distance from the start of the head word.

    Words that begin alike, as the cases of one do, are found by what they have in common.
    """
    found = set()
    for heads in kinds:
        found |= {(f"{letter} ", 0) for letter in heads.get("short", ())}
        for word in heads["one"]:
            if word.isalpha() and len(word) < SHORTEST:
                found |= {(f"{word} ", 0), (word.upper(), 0)}
            elif not word.isalpha():
                found |= {(word, 0), (word.lower(), 0), (word.upper(), 0)}
        long = [word for word in heads["one"] if word.isalpha() and len(word) >= SHORTEST]
        further = [word for word in heads["many"] if not any(stem in word for stem, _ in found)]
        for begun in _begun([*long, *(word for word in further if word.isalpha() and len(word) >= SHORTEST)]):
            found |= {(begun[1:].lower(), 1), (begun.upper(), 0)}
        for word in further:
            if not word.isalpha():
                found |= {(word.upper(), 0), (word, 0)}
            elif len(word) < SHORTEST:
                found |= {(word.upper(), 0), (word[1:].lower(), 1)}
    # One that holds another is found where that one is.
    return sorted(
        (stem, distance)
        for stem, distance in found
        if not any(
            other != stem and other in stem and (other, distance + stem.find(other)) in found for other, _ in found
        )
    )


def whole_stems(kinds: Iterable[dict[str, list[str]]]) -> list[str]:
    """Head words of a language that joins letters to them or writes no blanks, without those that hold another."""
    words = {word for heads in kinds for name in ("one", "many") for word in heads[name]}
    return sorted(word for word in words if not any(other != word and other in word for other in words))


def by_letter(found: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Stems by the letter that they begin with: of a rare one, as capitals are, it is faster to look at each than to
    search for each stem.
    """
    given: dict[str, list[str]] = {}
    for stem in found:
        given.setdefault(stem[0], []).append(stem)
    return [(letter, tuple(stems)) for letter, stems in sorted(given.items())]


def _begun(words: list[str]) -> list[str]:
    """What words have in common at their beginning, as long as it is no short string."""
    found: list[str] = []
    for word in sorted(words):
        common = commonpath([found[-1], word]) if found else ""
        if len(common) >= SHORTEST:
            found[-1] = common
        else:
            found.append(word)
    return found
