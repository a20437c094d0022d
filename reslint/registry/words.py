"""The shape of a vocabulary: tables and lists of the words of one language, and how it writes an edition.

Which words and forms a language must have depends on the bodies: one that is cited by sessions needs forms for these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from reslint.registry.reading import Steps
from reslint.registry.shapes import Complaint

# What citations cannot be read without.
TABLES = ("kinds", "write", "words")
WORDS = (
    "union",
    "revised",
    "modified",
    "adopted",
    "others",
    "lookalikes",
    "units",
    "adopting",
    "proposals",
    "quoted-title",
)
SMALL_WORDS = ("of", "the", "this", "its", "and", "number", "session", "by", "filler")
HEADS = ("one", "many")
# The kind of text that every registry is about, by whose head a name of a place or a body is tried.
FIRST_KIND = "resolution"
# A fix writes a place and year whatever the body is; the other forms are those of some bodies only.
PLACE_FORMS = ("adopted", "revised")
FORMS = {
    "session": ("session adopted", "session modified"),
    "short name": ("short name adopted", "short name revised"),
}
SUFFIX_FORMS = ("numbered", "unnumbered")
FILLED_IN = {"number", "suffix", "place", "year", "label"}
NO_LIST = ("not a list of words", "write [one, two]")


def misshapen_words(vocabulary: Any) -> Iterator[tuple[Steps, Complaint]]:
    """What is wrong with the section, and where."""
    if not isinstance(vocabulary, dict) or not vocabulary:
        yield ("vocabulary",), ("not a table of languages", "write one block for each language")
        return
    for lang, words in vocabulary.items():
        path = ("vocabulary", lang)
        if not isinstance(words, dict):
            yield path, ("not a table of words", "copy the block of another language and translate it")
            continue
        missing = [name for name in TABLES if not isinstance(words.get(name), dict)]
        missing += [name for name in WORDS if not isinstance(words.get(name), list)]
        if not missing:
            missing = [f"words: {name}" for name in SMALL_WORDS if not isinstance(words["words"].get(name), list)]
        if missing:
            advice = "copy it from another language and translate it"
            yield path, (f"there is no {', '.join(map(repr, missing))}", advice)
        for name, value in words.items():
            yield from _in_table((*path, name), name, value)


def wanting_words(data: Mapping[str, Any]) -> Iterator[tuple[Steps, Complaint]]:
    """What the bodies need and a language lacks: the words of a kind of text, a form of writing an edition."""
    bodies = data["bodies"].values()
    forms = [*PLACE_FORMS, *(form for body in bodies for form in FORMS.get(body["cites"], ()))]
    if any("suffixes" in body for body in bodies):
        forms += SUFFIX_FORMS
    # The first language tells people of texts of every kind, also of those that are cited in another.
    kinds = [FIRST_KIND, *(kind for body in bodies for kind in body.get("kinds", ()))]
    for lang, words in data["vocabulary"].items():
        for table, needed in (("kinds", kinds), ("write", forms)):
            missing = [name for name in dict.fromkeys(needed) if name not in words[table]]
            if missing:
                advice = "add it, as another language has it; a body of this registry needs it"
                yield ("vocabulary", lang, table), (f"there is no {', '.join(map(repr, missing))}", advice)
        kinds = [FIRST_KIND]


def _in_table(path: Steps, name: str, value: Any) -> Iterator[tuple[Steps, Complaint]]:
    """What is wrong with one entry of a language: a list of words, or a table of such lists."""
    if not isinstance(value, dict):
        yield from _listed(path, value)
        return
    for key, inner in value.items():
        if name == "write":
            complaint = _form(inner)
            if complaint:
                yield (*path, key), complaint
        elif name == "kinds":
            yield from _heads((*path, key), inner)
        else:
            yield from _listed((*path, key), inner)


def _heads(path: Steps, value: Any) -> Iterator[tuple[Steps, Complaint]]:
    """What is wrong with the words that head a kind of text."""
    if not isinstance(value, dict) or any(name not in value for name in HEADS):
        yield path, ("its words for one and for many are not there", "write {one: [Resolution], many: [Resolutions]}")
        return
    for name, inner in value.items():
        # A language that does not inflect has no further word for several.
        if name == "one" and inner == []:
            yield (*path, name), ("there is no word", "write the words that head such texts, [Resolution]")
        yield from _listed((*path, name), inner)


def _listed(path: Steps, value: Any) -> Iterator[tuple[Steps, Complaint]]:
    """The words that are none: empty ones, what the file reads as true, false or null, and what stands deeper."""
    if not isinstance(value, list):
        yield path, NO_LIST if isinstance(value, str | dict) else _no_word(value)
        return
    for number, word in enumerate(value):
        if not isinstance(word, str) or not word.strip():
            yield (*path, number), _no_word(word)


def _no_word(value: Any) -> Complaint:
    return f"{value!r} is no word", "write a word, in quotes if need be"


def _form(form: Any) -> Complaint | None:
    """Why a form of writing cannot be filled in."""
    try:
        parts = [(name, spec, how) for _, name, spec, how in Formatter().parse(form) if name is not None]
    except (TypeError, ValueError):
        parts = [("", "", None)]
    if all(name in FILLED_IN and not spec and not how for name, spec, how in parts):
        return None
    return "cannot be filled in", f"write words and {', '.join('{' + name + '}' for name in sorted(FILLED_IN))}"
