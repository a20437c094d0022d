"""Lines of drafts by chance: citations of all forms in the registry's words, combined, labelled and broken."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import NamedTuple

from fuzz.publishing import publication
from reslint import load_registry

MOST_BREAKS = 3
RESOLUTIONS = 0.7
"""So many of the citations are of resolutions and the like; the others are of what the Sectors publish."""
SIGNS = "()[]{},;:.-–—/\\\"'“”«»*_`<>&|~#  \t\n\u00a0\u00ad\u2011\u200b\u202f\u0301٣²é日😀0123456789"
FILLERS = (
    "", "that", "and", "as well as", "or", "to", "the decisions of", "see also", "of this Assembly",
    "of this Conference", "ibid.", "[sic]", "(now", "the last of which is", "in Annex 1 to", "[bookmark: _a1]",
    "[footnoteRef:1]1", "Security Council", "WHA", "draft", "of the Human Rights Council", "hereby repealed by", "ex",
    "Document 12(Rev.1)", "first adopted by the Council at its 2011 session",
    "last modified at its 2019 2024 session", "20192023", "RESOLUTION",
    "The World Telecommunication Standardization Assembly (Geneva, 2022),",
)  # fmt: skip
LABELS = (
    "",
    "",
    "",
    "a)\t",
    "b) ",
    "ef)\t",
    "i)ii) ",
    "iv)\t",
    "1\t",
    "1.1 ",
    "54\t",
    "10 ",
    "A. ",
    "§ 3 ",
    "(a) ",
    "– ",
    "o)",
)
CLAUSES = (
    "considering",
    "recalling",
    "resolves",
    "noting further",
    "consideringrecalling",
    "instructs the Director",
    "*resolves to*",
)
ENDINGS = ("", ";", ";;", ",", ".", ":", " ;", "; and", ",;")


class Words(NamedTuple):
    """What citations are made of."""

    heads: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    years: tuple[str, ...]
    meetings: tuple[str, ...]
    marks: tuple[str, ...]
    numbers: tuple[str, ...]


@cache
def words() -> Words:
    """The registry's words, its misspellings among them, each once and in its order."""
    registry = load_registry()
    heads: list[str] = []
    marks: list[str] = ["Rev", "Rev.Rev.", ""]
    for vocabulary in registry.vocabulary.values():
        for kind in vocabulary.get("kinds", {}).values():
            heads += [word for forms in kind.values() for word in forms]
        marks += [*vocabulary.get("revised", ()), *vocabulary.get("modified", ()), *vocabulary.get("adopted", ())]
    bodies = [name for body in registry.bodies.values() for names in body.names.values() for name in names]
    places = [word for key, town in registry.places.items() for word in (key, *town.variants, *town.misspelt)]
    numbers = [record.number for record in registry.records()]
    numbers += [form for text in registry.assembly_texts() for form in (*text.forms, *text.drafts)]
    conferences = registry.conferences.values()
    return Words(
        tuple(dict.fromkeys(heads)),
        tuple(dict.fromkeys((*bodies, *registry.bodies))),
        tuple(dict.fromkeys(places)),
        tuple(dict.fromkeys(str(conference.year) for conference in conferences)),
        tuple(registry.conferences),
        tuple(dict.fromkeys(marks)),
        tuple(dict.fromkeys(numbers)),
    )


def line(chance: Random) -> str:
    """A line of a draft, most often with a citation, and often broken."""
    if chance.random() < 0.15:
        return broken(chance.choice(CLAUSES), chance) if chance.random() < 0.3 else chance.choice(CLAUSES)
    pieces = [chance.choice(FILLERS)]
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        pieces += [citation(chance) if chance.random() < RESOLUTIONS else publication(chance), chance.choice(FILLERS)]
    text = chance.choice((" ", " ", " ", "", ", ")).join(pieces)
    if chance.random() < 0.5:
        text = broken(text, chance)
    return chance.choice(LABELS) + text + chance.choice(ENDINGS)


def citation(chance: Random) -> str:
    """A citation: a body perhaps, a head, numbers, their editions, the body behind it perhaps."""
    known = words()
    before = chance.choice(
        ("", "", "", f"{chance.choice(known.bodies)} ", f"{chance.choice(known.meetings)} ", "ITU-R ")
    )
    behind = chance.choice(("", "", "", f" of the {chance.choice(known.bodies)}", f", {chance.choice(known.meetings)}"))
    items = [f"{_number(chance)}{_edition(chance)}" for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    last = chance.choice((" and ", ", ", " to ", "/", " & "))
    listed = last.join((", ".join(items[:-1]), items[-1])) if items[1:] else items[0]
    return f"{before}{chance.choice(known.heads)} {listed}{behind}"


def broken(text: str, chance: Random) -> str:
    """The text with some characters lost, doubled, swapped, of another case, or others among them."""
    for _ in range(chance.randint(1, MOST_BREAKS)):
        at = chance.randint(0, len(text))
        one, rest = text[at : at + 1], text[at + 1 :]
        text = text[:at] + chance.choice(
            (
                rest,
                one * 2 + rest,
                chance.choice(SIGNS) + one + rest,
                chance.choice(SIGNS) + rest,
                one.swapcase() + rest,
            )
        )
        if chance.random() < 0.2:
            start = chance.randint(0, len(text))
            text = text[:at] + text[start : start + chance.choice((4, 12, 40))] + text[at:]
    return text


def _number(chance: Random) -> str:
    number = chance.choice(words().numbers)
    forms = (
        number,
        number,
        number,
        f"{number}-{chance.randint(0, 9)}",
        f"ITU-R {number}",
        f"No. {number}",
        f"A/{number}",
        "0",
        "99999",
    )
    return chance.choice(forms)


def _edition(chance: Random) -> str:
    if chance.random() < 0.2:
        return ""
    inside = _inside(chance)
    if chance.random() < 0.15:
        inside += chance.choice(("", "; ", ", ", " ")) + _inside(chance)
    return chance.choice(
        (" ({})", " ({})", " ({})", " ({})", "({})", " ( {} )", " ({}", " {})", " {}", ", {}", " [{}]", " (({})")
    ).format(inside)


def _inside(chance: Random) -> str:
    known = words()
    place, year, meeting = chance.choice(known.places), chance.choice(known.years), chance.choice(known.meetings)
    mark = chance.choice(known.marks) if chance.random() < 0.6 else ""
    when = chance.choice(
        (f"{place}, {year}",) * 4 + (f"{place} {year}", f"{place},{year} ", year, meeting, f"{year}{place}, {year}", "")
    )
    return f"{mark} {when}" if mark and chance.random() < 0.9 else mark + when
