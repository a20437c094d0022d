"""Texts made by rule in the form of real ones: contributions full of citations, prose with few, and court opinions.

They are the same in every run. Of the citations about every third is outdated, misspelt or malformed, as in real
drafts: a text without any finding would spare the rules their work. What they are written of stands in `words/`, a file
for each language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple

COURT = (
    "Roe v. Ferris, 410 U.S. 113, 120 (1973)",
    "Doe v. Hall, 22 F.3d 100 (9th Cir. 1994)",
    "42 U.S.C. § 1983",
    "State v. Marsh, 118 N.E.2d 33 (1954)",
)


SAME = 10
"""So many resolutions are revised by all contributions to one meeting."""
CHANGED = 0.08
"""So much of a text is changed by one of them."""


class Words(NamedTuple):
    """What a contribution is written of in one language.

    Citations are `right` or `flawed`; `abstract`, `follows`, `item`, `citing` and `heading` are filled in. `blank`
    stands between sentences, `marks` end an item, the last one of a clause, the last one of the text.
    """

    blank: str
    marks: list[str]
    abstract: str
    follows: str
    proposal: str
    item: str
    citing: str
    heading: str
    right: list[str]
    flawed: list[str]
    sentences: list[str]
    subjects: list[str]
    preamble: list[str]
    operative: list[str]


@cache
def words_of(language: str) -> Words:
    """The words of a language, by its two letters."""
    return Words(**tomllib.loads((Path(__file__).parent / "words" / f"{language}.toml").read_text("utf-8")))


def contribution(number: int, language: str = "en") -> str:
    """A contribution, in English of some 9,000 characters with about one citation for every 400 of them."""
    chance = Random(number)
    words = words_of(language)
    subject = words.subjects[number % len(words.subjects)]
    lines = [words.abstract.format(subject=subject)]
    for _ in range(3):
        said = _prose(chance, 3, words), words.follows.format(cited=_cited(chance, words)), _prose(chance, 2, words)
        lines.append(words.blank.join(said))
    heading = words.heading.format(number=number % 90 + 2, title=subject.capitalize())
    lines += [words.proposal, _prose(chance, 2, words), "", heading]
    for clause in words.preamble:
        lines.append(clause)
        lines += _items(chance, [f"{letter})" for letter in "abcdefg"], words, words.marks[1])
    for clause in words.operative:
        lines.append(clause)
        last = words.marks[2 if clause is words.operative[-1] else 1]
        lines += _items(chance, [str(label) for label in range(1, 6)], words, last)
    return "\n".join(lines) + "\n"


def revision(number: int) -> str:
    """A contribution to one of ten resolutions: an introduction of its own, and the text with few of its items changed,
    as thirty members propose them.
    """
    chance = Random(number)
    introduction, _, own = contribution(SAME + number).partition("\n\n")
    lines = contribution(number % SAME).partition("\n\n")[2].split("\n")
    others = [line.partition("\t")[2] for line in own.split("\n") if "\t" in line]
    for at, line in enumerate(lines):
        label, tab, _ = line.partition("\t")
        if tab and chance.random() < CHANGED:
            lines[at] = f"{label}\t{chance.choice(others)}"
    return "\n".join([introduction, "", *lines])


def dense(size: int, first: int = 0) -> str:
    """Contributions one after the other, from number `first` on, `size` characters."""
    return _filled(size, contribution, first)


def sparse(size: int, first: int = 0) -> str:
    """Prose in lines of some 160 characters with a citation for every 6,000, from page `first` on, `size` long."""

    english = words_of("en")

    def page(number: int) -> str:
        chance = Random(number)
        lines = [_prose(chance, 2, english)[:160] for _ in range(37)]
        return "\n".join([*lines, f"This follows {_cited(chance, english)}, as was said before."]) + "\n"

    return _filled(size, page, first)


def opinions(size: int) -> str:
    """Contributions whose other items cite courts: as much to find for a reader of court citations as for us."""

    def opinion(number: int) -> str:
        chance = Random(number)
        lines = contribution(number).split("\n")
        return "\n".join(
            f"{line[:-1]}, following {chance.choice(COURT)}{line[-1]}" if len(line) > 100 and "(" not in line else line
            for line in lines
        )

    return _filled(size, opinion)


def paragraph(citations: int) -> str:
    """One paragraph of so many citations."""
    return ", ".join(f"Resolution {number % 200 + 1} (Rev. Dubai, 2018)" for number in range(citations))


def numbers(citations: int) -> str:
    """One citation of so many numbers that share an edition."""
    return f"Resolutions {', '.join(str(number % 200 + 1) for number in range(citations))} and 5 (Rev. Dubai, 2018)"


def nested(depth: int) -> str:
    """One citation whose edition stands in so many parentheses."""
    return f"Resolution 71 {'(' * depth}Rev. Dubai, 2018{')' * depth}"


def _items(chance: Random, labels: list[str], words: Words, last: str) -> list[str]:
    mark, comma, _ = words.marks
    items = []
    for place, label in enumerate(labels):
        subject = chance.choice(words.subjects)
        said = words.item.format(subject=subject)
        if chance.random() < 0.4:
            said = words.citing.format(cited=_cited(chance, words), subject=subject)
        # A list that is written by hand now and then lacks or doubles a mark.
        ending = last if place == len(labels) - 1 else chance.choices((mark, comma + mark), (60, 1))[0]
        items.append(f"{label}\t{said}{ending}")
    return items


def _cited(chance: Random, words: Words) -> str:
    return chance.choice(words.flawed if chance.random() < 0.35 else words.right)


def _prose(chance: Random, sentences: int, words: Words) -> str:
    return words.blank.join(chance.choice(words.sentences) for _ in range(sentences))


def _filled(size: int, piece: Callable[[int], str], first: int = 0) -> str:
    texts: list[str] = []
    missing = size
    for number in count(first):
        if missing <= 0:
            break
        texts.append(piece(number))
        missing -= len(texts[-1])
    return "".join(texts)[:size]
