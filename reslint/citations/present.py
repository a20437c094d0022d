"""The languages that a text may cite in, told by few words before anything is made ready for one.

The first language of the vocabulary is always read. What makes another cost nothing where a text has none of it: its
grammar and its patterns are not built, and the text is searched only for the few strings that no head word of the first
language holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reslint.documents.reading import beyond_ascii
from reslint.named import NamedTuple
from reslint.registry import Registry

SHORT = 2000
"""So long a text is searched for every stem: in a longer one the small words of its language stand, too."""
LONG = 5


class Signs(NamedTuple):
    """Strings by which a language is told: `lettered` ones, behind a letter of them that is none of ASCII and soon
    looked for, `plain` ones, and `small` words.
    """

    lang: str
    lettered: tuple[tuple[str, tuple[str, ...]], ...]
    plain: tuple[str, ...]
    small: tuple[str, ...]


def languages_in(text: str, registry: Registry) -> tuple[str, ...]:
    """The languages of the vocabulary in which a text may cite, in the order of the vocabulary."""
    first, signs = _signs(registry)
    beyond = "" if text.isascii() else beyond_ascii(text)
    short = len(text) < SHORT
    # Languages share letters and small words.
    known: dict[str, bool] = {}
    found = [first]
    for lang, lettered, plain, small in signs:
        told = False
        if beyond:
            told = any(_any_in(beyond, stems, known) for letter, stems in lettered if _any_in(beyond, (letter,), known))
        if told or ((short or _any_in(text, small, known)) and _any_in(text, plain, known)):
            found.append(lang)
    return tuple(found)


def _any_in(text: str, strings: Sequence[str], known: dict[str, bool]) -> bool:
    """Whether one of the strings stands in a text; in a short one a generator would take longer than looking."""
    for string in strings:
        stands = known.get(string)
        if stands is None:
            stands = known[string] = string in text
        if stands:
            return True
    return False


@lru_cache(maxsize=8)
def _signs(registry: Registry) -> tuple[str, tuple[Signs, ...]]:
    first, *others = registry.vocabulary
    own = _told(registry, first)
    signs = []
    for lang in others:
        words = registry.vocabulary[lang]
        forms = [form for form in _told(registry, lang) if not any(form in known for known in own)]
        stems = sorted(form for form in forms if not any(other != form and other in form for other in forms))
        # Of the letters of a stem the one that most stems have, so that few are looked for.
        letters = Counter(sign for stem in stems for sign in set(stem) if not sign.isascii())
        by_letter: dict[str, list[str]] = {}
        for stem in stems:
            if not stem.isascii():
                letter = max(filter(letters.__contains__, stem), key=lambda sign: (letters[sign], sign))
                by_letter.setdefault(letter, []).append(stem)
        signs.append(
            Signs(
                lang,
                tuple((letter, tuple(behind)) for letter, behind in by_letter.items()),
                tuple(stem for stem in stems if stem.isascii()),
                tuple(f" {words['words'][name][0]} " for name in ("of", "the") if words["words"][name]),
            )
        )
    return first, tuple(signs)


def _told(registry: Registry, lang: str) -> set[str]:
    """What tells a language: its head words, the Union, what bodies are called first, and marks in its own letters."""
    words = registry.vocabulary[lang]
    names = (name for body in registry.bodies.values() for name in body.names.get(lang, ()))
    marks = {form for mark in words["revised"] if not mark.isascii() for form in (mark, mark.upper())}
    called = {form for name in names if " " in name for form in _whole(name.partition(" ")[0])}
    return {*_forms(words["kinds"]), *words["union"][:1], *called, *marks}


def _whole(word: str) -> tuple[str, ...]:
    """The first word of a name as a text may hold it: up to its end, so that "Foro" is not in "Foronda"; one in other
    letters may go on with those of its case.
    """
    return (f"{word} ", f"{word}\n") if word.isascii() else (word,)


def _forms(kinds: Mapping[str, Mapping[str, Sequence[str]]]) -> set[str]:
    """Head words as a text may hold them; of a long one what follows its first letter, a short one with a blank."""
    forms: set[str] = set()
    for heads in kinds.values():
        for word in (*heads["one"], *heads["many"]):
            if word.isalpha() and word.lower() == word.upper():
                # A script without capitals.
                forms.add(word)
            elif not word.isalpha():
                forms |= {word, word.lower(), word.upper()}
            elif len(word) < LONG:
                forms |= {f"{word} ", f"{word.upper()} "}
            else:
                forms |= {word[1:].lower(), word.upper()}
    return forms
