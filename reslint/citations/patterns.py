"""Patterns of words: any of many, in any case or as names are written, with what they have in common written once.

What begins alike stands together, as in a tree, so that the pattern is short: that takes less time to compile and try.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

NEVER = "(?!x)x"
Tree = dict[str, "Branch"]
Branch = tuple[bool, Tree]
"""Whether words end here, and how they go on."""


@lru_cache(maxsize=4096)
def fold(words: str) -> str:
    """Words without the differences that do not count: case, the form of an apostrophe, the width of white space."""
    return " ".join(words.casefold().replace("’", "'").split())


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, white space of any width between them; one that never matches
    for none.
    """
    return _grown(_tree(words)) or NEVER


def any_small(words: Iterable[str], *, blank: bool = True) -> str:
    """A pattern for any of these small words in any case, whole unless they end in a sign."""
    end = r"(?:(?<=\W)|(?!\w))" if blank else ""
    return f"(?i:(?:{either(words)}){end})"


def any_name(words: Iterable[str]) -> str:
    """A pattern for names: abbreviations to the letter, words in any case but with a capital first letter."""
    given = set(words)
    short = {name for name in given if name.isupper()}
    parts = []
    for first, (ends, further) in _ordered(_tree(given - short)):
        behind = rf"\s+{_group(further)}" if further else ""
        behind = f"(?:{behind})?" if behind and ends else behind
        parts.append(f"{literal(first[0].upper())}(?i:{literal(first[1:])}{behind})")
    return "|".join([*parts, *([either(short)] if short else [])]) or NEVER


def any_head(forms_of: Iterable[Iterable[str]], kinds: Iterable[Mapping[str, list[str]]] = ()) -> str:
    """Head words as written, in lower case and in capitals; of `kinds` the letters that stand for one, too."""
    forms = {form for words in forms_of for word in words for form in (word, word.lower(), word.upper())}
    letters = [rf"{re.escape(letter)}(?=\s+\d{{3,4}}(?!\d))" for one in kinds for letter in one.get("short", ())]
    whole, dotted = (
        [re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)) if form.endswith(".") is dot]
        for dot in (False, True)
    )
    parts = [rf"(?:{'|'.join(whole)})(?![^\W\d_])"] if whole else []
    return "|".join([*dotted, *parts, *letters]) or NEVER


def any_mark(words: Iterable[str], *, blank: bool = True) -> str:
    """Marks of an edition, in any case; one that ends in a dot may touch the next word, all where no `blank` is due."""
    given = set(words)
    dotted = {word for word in given if word.endswith(".") or not blank}
    parts = [rf"(?:{either(whole)})(?![^\W\d_]|\.)" for whole in [given - dotted] if whole]
    return f"(?i:{'|'.join([*parts, *([either(dotted)] if dotted else [])]) or NEVER})"


def literal(word: str) -> str:
    """A pattern for a word as it stands, with either form of an apostrophe."""
    return re.escape(word).replace("'", "['’]")


def _tree(words: Iterable[str]) -> Tree:
    tree: Tree = {}
    for words_of in sorted({tuple(word.split()) for word in words}):
        at = tree
        for place, word in enumerate(words_of, 1):
            ends, further = at.get(word, (False, {}))
            at[word] = ends or place == len(words_of), further
            at = further
    return tree


def _ordered(tree: Tree) -> list[tuple[str, Branch]]:
    """The branches, one that another begins with behind that other."""
    return sorted(tree.items(), key=lambda item: (-len(item[0]), item[0]))


def _grown(tree: Tree) -> str:
    """The pattern of a tree: what goes on stands before what ends."""
    parts = []
    for word, (ends, further) in _ordered(tree):
        behind = rf"\s+{_group(further)}" if further else ""
        parts.append(literal(word) + (f"(?:{behind})?" if behind and ends else behind))
    return "|".join(parts)


def _group(tree: Tree) -> str:
    return _grown(tree) if len(tree) == 1 else f"(?:{_grown(tree)})"
