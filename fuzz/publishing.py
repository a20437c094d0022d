"""Citations of what the Sectors publish, by chance: Recommendations and the like, in the words of the registry."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import NamedTuple

from reslint import load_registry

ONE_IN = 7
"""Of so many texts of the catalogue one is cited: the others are of the same forms."""
DATES = ("({m:02}/{y})", "({m:02}/{y})", "({m}/{y})", "({y})", "({m:02}/{s:02})", ", {y}", "(V{m}) ({m:02}/{y})", "")
PARTS = ("", "", "", "Amd. 1 ", "Cor. 2 ({m:02}/{y}) to ", "Annex A of ", "[b-", "clause 7 of ", "superseded ")
BEHIND = (
    "",
    "",
    "",
    " Amd. 1 ({m:02}/{y})",
    " | ISO/IEC 9594-8:{y}",
    "]",
    " and {other}",
    "-{m}",
    "/Y.1331",
    " series",
)


class Published(NamedTuple):
    """What citations of publications are made of."""

    heads: tuple[str, ...]
    sectors: tuple[str, ...]
    numbers: tuple[str, ...]
    months: tuple[tuple[int, int], ...]


@cache
def published() -> Published:
    """The registry's words for publications, numbers of texts of the catalogue, and the months of their editions."""
    registry = load_registry()
    heads = [word for words in registry.publications.values() for forms in words["kinds"].values() for word in forms]
    letters = [word for sector in registry.sectors.values() for word in (*sector.letters, *sector.slips)]
    numbers: list[str] = []
    months: list[tuple[int, int]] = []
    for sector in registry.sectors:
        for record in list(registry.shelf.records(sector))[::ONE_IN]:
            numbers.append(record.number)
            months += [(edition.conference.opens.month, edition.conference.opens.year) for edition in record.editions]
    return Published(*(tuple(dict.fromkeys(words)) for words in (heads, letters, numbers, months)))


def publication(chance: Random) -> str:
    """A citation of a publication: a part perhaps, a head, a Sector, a number, the month of an edition perhaps."""
    known = published()
    month, year = chance.choice(known.months)
    said = {"m": month, "y": year, "s": year % 100, "other": chance.choice(known.numbers)}
    head = chance.choice(("", chance.choice(known.heads), chance.choice(known.heads)))
    sector = chance.choice(("", chance.choice(known.sectors), chance.choice(known.sectors)))
    part, date, behind = (chance.choice(forms).format(**said) for forms in (PARTS, DATES, BEHIND))
    words = [word for word in (head, sector, chance.choice(known.numbers)) if word]
    return part + chance.choice((" ", " ", " ", "", "-")).join(words) + chance.choice((" ", " ", "")) + date + behind
