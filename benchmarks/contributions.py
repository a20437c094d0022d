"""Contributions made by rule in six languages: an introduction, a resolution with its clauses, and citations in both.

They are the same in every run. Of the citations about every third is outdated, misspelt or malformed, as in real
drafts: a text without any finding would spare the rules their work. Every sentence and every line has a name of its
own in it, so that no two paragraphs are alike. What they are written of stands in `words/`, a file for each language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

SAME = 10
"""So many resolutions are revised by all contributions to one meeting."""
CHANGED = 0.08
"""So much of a text is changed by one of them."""
LAST = 2_000_000
"""So many contributions can be had; the names behind theirs are for other texts."""
EACH = 256
"""So many names has a piece of text."""
LENGTH = 5
"""So many syllables has a name."""
STRIDE = 0x2545_F491
"""Odd, so that neighbouring numbers have names that are little alike, and no two numbers the same."""


class Words(NamedTuple):
    """What a contribution is written of in one language.

    Citations are `right` or `flawed`; `sentences` and all from `abstract` to `heading` are filled in. `blank` stands
    between sentences, `syllables` are those of names, `marks` end an item, the last one of a clause, the last one of
    the text.
    """

    blank: str
    syllables: str
    marks: list[str]
    abstract: str
    follows: str
    proposal: str
    clause: str
    item: str
    citing: str
    heading: str
    right: list[str]
    flawed: list[str]
    sentences: list[str]
    subjects: list[str]
    preamble: list[str]
    operative: list[str]


class Author:
    """Who writes one piece of text: by chance, but the same each time, and with names that stand in no other piece."""

    def __init__(self, piece: int, language: str = "en") -> None:
        self.words = words_of(language)
        self._chance = Random(piece)
        self._names = names(piece, language)

    def said(self, form: str, /, **more: object) -> str:
        """A form that is filled in, with a name of its own."""
        return form.format(name=next(self._names), **more)

    def cited(self) -> str:
        """A citation, right or not."""
        words, chance = self.words, self._chance
        return chance.choice(words.flawed if chance.random() < 0.35 else words.right)

    def prose(self, sentences: int) -> str:
        """So many sentences."""
        words = self.words
        return words.blank.join(self.said(self._chance.choice(words.sentences)) for _ in range(sentences))

    def items(self, labels: list[str], last: str) -> list[str]:
        """Labelled items, the last of which ends with a mark of its own."""
        words, chance = self.words, self._chance
        mark, comma, _ = words.marks
        items = []
        for place, label in enumerate(labels):
            subject = chance.choice(words.subjects)
            cited = self.cited() if chance.random() < 0.4 else ""
            said = self.said(words.citing if cited else words.item, cited=cited, subject=subject)
            # A list that is written by hand now and then lacks or doubles a mark.
            ending = last if place == len(labels) - 1 else chance.choices((mark, comma + mark), (60, 1))[0]
            items.append(f"{label}\t{said}{ending}")
        return items


@cache
def words_of(language: str) -> Words:
    """The words of a language, by its two letters."""
    return Words(**tomllib.loads((Path(__file__).parent / "words" / f"{language}.toml").read_text("utf-8")))


def names(piece: int, language: str = "en") -> Iterator[str]:
    """The names of one piece of text, which no other has."""
    for number in range(piece * EACH, (piece + 1) * EACH):
        yield name(number, language)


def name(number: int, language: str = "en") -> str:
    """The name of a number, made of syllables, which nobody has."""
    syllables = words_of(language).syllables.split()
    base = len(syllables)
    if number >= base**LENGTH:
        raise ValueError(f"there are {base**LENGTH:,} names, and number {number:,} is none of them")
    rest = number * STRIDE % base**LENGTH
    said = ""
    for _ in range(LENGTH):
        rest, syllable = divmod(rest, base)
        said += syllables[syllable]
    return said.capitalize()


def contribution(number: int, language: str = "en") -> str:
    """A contribution, in English of some 9,500 characters with about one citation for every 400 of them."""
    author = Author(number, language)
    words = author.words
    subject = words.subjects[number % len(words.subjects)]
    lines = [author.said(words.abstract, subject=subject)]
    for _ in range(3):
        said = author.prose(3), author.said(words.follows, cited=author.cited()), author.prose(2)
        lines.append(words.blank.join(said))
    lines += [author.said(words.proposal), author.prose(2), ""]
    lines.append(author.said(words.heading, number=number % 90 + 2, document=number, title=subject.capitalize()))
    for clause in words.preamble:
        lines.append(author.said(words.clause, words=clause))
        lines += author.items([f"{letter})" for letter in "abcdefg"], words.marks[1])
    for clause in words.operative:
        lines.append(author.said(words.clause, words=clause))
        last = words.marks[2 if clause is words.operative[-1] else 1]
        lines += author.items([str(label) for label in range(1, 6)], last)
    return "\n".join(lines) + "\n"


def revision(number: int, first: int = 0) -> str:
    """A contribution to one of ten resolutions, those from number `first` on: an introduction of its own, and the text
    with few of its items changed, as thirty members propose them.
    """
    chance = Random(number)
    introduction, _, own = contribution(first + SAME + number).partition("\n\n")
    lines = contribution(first + number % SAME).partition("\n\n")[2].split("\n")
    others = [line.partition("\t")[2] for line in own.split("\n") if "\t" in line]
    for at, line in enumerate(lines):
        label, tab, _ = line.partition("\t")
        if tab and chance.random() < CHANGED:
            lines[at] = f"{label}\t{chance.choice(others)}"
    return "\n".join([introduction, "", *lines])
