"""Texts made by rule in the form of real ones: contributions one after the other, prose with few citations, opinions of
courts, and lists and parentheses that no author would write.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from random import Random

from benchmarks.contributions import EACH, LAST, Author, contribution, name

COURT = (
    "Roe v. Ferris, 410 U.S. 113, 120 (1973)",
    "Doe v. Hall, 22 F.3d 100 (9th Cir. 1994)",
    "42 U.S.C. § 1983",
    "State v. Marsh, 118 N.E.2d 33 (1954)",
)
MISSPELT = "It was recieved late, and much of it is seperate untill then."


def dense(size: int, first: int = 0) -> str:
    """Contributions one after the other, from number `first` on, `size` characters."""
    return _filled(size, contribution, first)


def sparse(size: int, first: int = 0) -> str:
    """Prose in lines of some 160 characters with a citation for every 6,000, from page `first` on, `size` long."""

    def page(number: int) -> str:
        author = Author(LAST + number)
        lines = [author.prose(2)[:160] for _ in range(37)]
        return "\n".join([*lines, author.said("This follows {cited}, as {name} said.", cited=author.cited())]) + "\n"

    return _filled(size, page, first)


def opinions(size: int, first: int = 0) -> str:
    """Contributions whose other items cite courts: as much to find for a reader of court citations as for us."""

    def opinion(number: int) -> str:
        chance = Random(number)
        lines = contribution(number).split("\n")
        return "\n".join(
            f"{line[:-1]}, following {chance.choice(COURT)}{line[-1]}" if len(line) > 100 and "(" not in line else line
            for line in lines
        )

    return _filled(size, opinion, first)


def misspelt(size: int, first: int = 0) -> str:
    """Sparse prose with a sentence of misspelt words in every ninth line."""
    lines = sparse(size, first).split("\n")
    lines[::9] = [f"{line} {MISSPELT}" for line in lines[::9]]
    return "\n".join(lines)[:size]


def paragraph(citations: int, first: int = 0) -> str:
    """One paragraph of so many citations, with names from number `first` on."""
    named = ((number, name(2 * LAST * EACH + number)) for number in range(first, first + citations))
    return ", ".join(f"Resolution {number % 200 + 1} (Rev. Dubai, 2018) of {said}" for number, said in named)


def numbers(citations: int, first: int = 0) -> str:
    """One citation of so many numbers that share an edition, which begin at another one each time."""
    said = ", ".join(str(number % 200 + 1) for number in range(first, first + citations))
    return f"Resolutions {said} and 5 (Rev. Dubai, 2018)"


def nested(depth: int, first: int = 0) -> str:
    """One citation whose edition stands in so many parentheses, of another number each time."""
    return f"Resolution {first % 200 + 1} {'(' * depth}Rev. Dubai, 2018{')' * depth}"


def _filled(size: int, piece: Callable[[int], str], first: int) -> str:
    texts: list[str] = []
    missing = size
    for number in count(first):
        if missing <= 0:
            break
        texts.append(piece(number))
        missing -= len(texts[-1])
    return "".join(texts)[:size]
