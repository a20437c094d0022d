"""The words of citations in one language, as patterns: bodies, places and markers from the registry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reslint.registry import Registry

YEAR = r"(?:1[89]|20)\d\d"
# What stands between small words: a blank, or nothing after one that has lost its last letter ("l'", "d'").
GAP = r"(?:\s+|(?<=['’]))"
# A place, known or not: at most four words that end where a comma and a year, or a year, follow.
PLACE = rf"[^\W\d_]+(?:['.\s-]{{1,2}}[^\W\d_]+){{0,3}}?(?=\s*[,.]?\s*\(?{YEAR})"


class Lexicon:
    """The vocabulary of one language, ready for the grammar and the scanner.

    `fragments` are the patterns that fill `citation.lark`. `bodies` and `others` map a folded name to the key of its
    body; `series` maps the letters of a Sector; `labels` the letters of a conference's short name.
    """

    def __init__(self, registry: Registry, lang: str) -> None:
        words: dict[str, Any] = dict(registry.vocabulary[lang])
        self.lang = lang
        self.kinds = {
            fold(head): kind for kind, heads in words["kinds"].items() for head in (*heads["one"], *heads["many"])
        }
        self.bodies: dict[str, str] = {}
        self._body_names: list[str] = []
        self.cited: set[str] = set()
        self.sessions = {key for key, body in registry.bodies.items() if body.cites == "session"}
        self.kin: dict[str, list[str]] = {}
        self.series: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.mentions: dict[str, str] = {}
        for key, body in registry.bodies.items():
            names = body.names.get(lang, ())
            if body.data.get("kinds"):
                self.cited.add(key)
            for name in names:
                self.bodies[fold(name)] = key
                self._body_names.append(name)
            for name in body.data.get("kin", {}).get(lang, ()):
                self.kin.setdefault(fold(name), []).append(key)
            for name in body.data.get("series", ()):
                self.series[re.sub(r"\W", "", name)] = key
            for name in body.data.get("labels", ()):
                self.labels[name] = key
            for name in (*names, *body.data.get("mentions", {}).get(lang, ())):
                self.mentions[fold(name)] = key
        self.others = {fold(name) for name in words["others"]}
        self.lookalikes = {fold(word) for word in words["lookalikes"]}
        self.units = re.compile(rf"\s*(?:{either(words['units'])})(?!\w)")
        self.proposals = tuple(words["proposals"])
        self.adopting = either(words["adopting"])
        self.union = either(words["union"])
        small = words["words"]
        year = YEAR
        label = (
            rf"(?:{either(self.labels)})(?:[- ]?(?:{year}|\d\d)(?![\d/])|[- ][A-Z]{{3}}-\d\d(?!\d)|-[A-Z]{{3}}(?!\w))"
        )
        revised = _marks(words["revised"])
        modified = _marks(words["modified"])
        adopted = _marks(words["adopted"])
        bodies = self._names()
        self.fragments = {
            "one": _heads(heads["one"] for heads in words["kinds"].values()),
            "many": _heads(heads["many"] for heads in words["kinds"].values()),
            "number": either(small["number"]),
            "series": "|".join(r"[\s-]?".join(re.split(r"\W", name)) for name in self._series(registry)),
            "and": either(small["and"]),
            "of": either(small["of"]),
            "the": either(small["the"]),
            "its": either(small["its"]),
            "this": either(small["this"]),
            "by": either(small["by"]),
            "session": either(small["session"]),
            "filler": either(small["filler"]),
            "words": either([*small["filler"], *small["the"], *small["its"], *small["of"], *small["session"]]),
            "gap": GAP,
            "year": year,
            "label": label,
            "place": PLACE,
            "revised": revised,
            "modified": modified,
            "adopted": adopted,
            "kin": f"(?i:{either(self._kin_names(registry))})",
            "union": self.union,
            "bodies": bodies,
            "others": rf"(?:{_any_case(words['others'])})(?!\w)",
            "edition": rf"(?:{revised})|(?:{modified})|(?:{adopted})|{label}|{year}(?!\d*/)|{PLACE}",
        }
        self.head = re.compile(
            rf"(?:{self.fragments['many']}|{self.fragments['one']})"
            rf"\s*(?:(?i:{self.fragments['number']})\s*)?(?:(?:{self.fragments['series']})\s*)?"
            r"(?=\d|A/(?:RES/)?\d|S/RES/\d|[A-Z]{1,4}[./-]?\d)"
        )
        self.edition = re.compile(rf"\s*\(?\s*(?:{self.fragments['edition']})")
        self.stems = _stems(words["kinds"].values())
        last_words = [name.split()[-1] for name in (*self.bodies, *self.others, *map(fold, words["union"]))]
        last_words += [re.sub(r"\W", "", name).casefold() for name in self._series(registry)]
        self.lead_words = frozenset(re.sub(r"\W+", "", word) for word in last_words)
        self._mentioned_names = self._mentioned(registry)

    @cached_property
    def lead(self) -> re.Pattern[str]:
        """The words that name a body directly before a head word, to the end of the text searched."""
        part = self.fragments
        return re.compile(
            rf"(?<![\w.])(?:(?:{YEAR}\s+)?(?:{part['bodies']})(?:\s+{YEAR})?|(?:{part['label']})"
            rf"|{part['others']}|(?:{part['series']}|{self.union})(?:'s)?(?!\w))\s+\Z"
        )

    @cached_property
    def mention(self) -> re.Pattern[str]:
        """A body or Sector, or another organization, named anywhere."""
        return re.compile(rf"(?<!\w)(?:{self.fragments['others']}|(?:{_any_case(self._mentioned_names)})(?!\w))")

    def body_of(self, words: str) -> str | None:
        """The key of the body that these words name, `OTHER` for one whose texts are not the registry's."""
        name = fold(re.sub(r"\s*\([^()]*\)", "", words))
        name = re.sub(rf"^(?:{fold(self.union)})(?:'s)?\s+", "", name).removesuffix("'s")
        if name in self.others:
            return "OTHER"
        key = self.bodies.get(name) or self.mentions.get(name)
        if key is None:
            return None
        return key if key in self.cited else "OTHER"

    def body_of_label(self, label: str) -> str | None:
        """The key of the body whose conference has this short name."""
        letters = re.match(r"[^\W\d_]+", label)
        key = self.labels.get(letters.group()) if letters else None
        return key if key is None or key in self.cited else "OTHER"

    def _series(self, registry: Registry) -> list[str]:
        return [name for body in registry.bodies.values() for name in body.data.get("series", ())]

    def _kin_names(self, registry: Registry) -> list[str]:
        return [name for body in registry.bodies.values() for name in body.data.get("kin", {}).get(self.lang, ())]

    def _mentioned(self, registry: Registry) -> list[str]:
        names: list[str] = []
        for body in registry.bodies.values():
            names += body.names.get(self.lang, ())
            names += body.data.get("mentions", {}).get(self.lang, ())
        return names

    def _names(self) -> str:
        """Names of bodies, with the Union before and the abbreviation in parentheses after them."""
        short = either(name for name in self.bodies if name.isalpha() and len(name) <= 5)
        names = _any_case(self._body_names)
        return rf"(?:(?:{self.union})(?:'s)?\s+)?(?:{names})(?:\s*\((?i:{short})\))?(?:'s)?(?!\w)"


def fold(words: str) -> str:
    """Words without the differences that do not count: case, the form of an apostrophe, the width of white space."""
    return " ".join(words.casefold().replace("’", "'").split())


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, white space of any width between them."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(_literal(part) for part in word.split()) for word in longest)


def _literal(word: str) -> str:
    return re.escape(word).replace("'", "['’]")


def _any_case(words: Iterable[str]) -> str:
    """A pattern for names: abbreviations to the letter, words in any case but with a capital first letter."""
    parts = []
    for word in sorted(set(words), key=lambda name: (-len(name), name)):
        spaced = r"\s+".join(_literal(part) for part in word.split())
        parts.append(spaced if word.isupper() else f"{spaced[0].upper()}(?i:{spaced[1:]})")
    return "|".join(parts)


def _heads(heads: Iterable[Iterable[str]]) -> str:
    """Head words as written, in lower case and in capitals."""
    forms = {form for words in heads for word in words for form in (word, word.lower(), word.upper())}
    return "|".join(
        re.escape(form) + ("" if form.endswith(".") else r"(?![^\W\d_])")
        for form in sorted(forms, key=lambda form: (-len(form), form))
    )


def _stems(kinds: Iterable[dict[str, list[str]]]) -> list[tuple[str, int]]:
    """Strings of which every head word holds one, each with its distance from the start of the head word.

    `str.find` looks for all of them several times faster than one regular expression does.
    """
    stems = set()
    for heads in kinds:
        for word in heads["one"]:
            if word.isalpha():
                stems |= {(word[1:].lower(), 1), (word.upper(), 0)}
            else:
                stems |= {(word, 0), (word.lower(), 0), (word.upper(), 0)}
    return sorted(stems)


def _marks(words: Iterable[str]) -> str:
    """Marks of an edition, in any case; one that ends in a dot may touch the next word."""
    forms = sorted(set(words), key=lambda word: (-len(word), word))
    return (
        "(?i:"
        + "|".join(
            r"\s+".join(re.escape(part) for part in form.split()) + ("" if form.endswith(".") else r"(?![^\W\d_]|\.)")
            for form in forms
        )
        + ")"
    )
