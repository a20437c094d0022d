"""SPL001 misspelt-place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reslint import (
    Applicability,
    Example,
    Mistake,
    Page,
    Rule,
    Scope,
    Severity,
    Spelling,
    editions,
    replace,
    said,
    written_places,
)

from ._sides import OldSides


class MisspeltPlace(Rule):
    """The place of a conference is misspelt.

    ## What it does

    Compares the place with the closed list of places where conferences met. The year decides: only places with a
    conference in that year come into question, and the nearest of them is offered. Two equally near places are both
    named and nothing is mended. The misspelling is read through: "(Rev. Buchrest, 2022)" still means Bucharest.

    ## Why

    A misspelt place is copied from draft to draft, and no search finds the citation.
    """

    code = "SPL001"
    name = "misspelt-place"
    severity = Severity.ERROR
    fix = Applicability.SAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example("Resolution 71 (Rev. Buchrest, 2022)\n", ("Buchrest",), "Resolution 71 (Rev. Bucharest, 2022)\n"),
        Example("Resolution 71 (Rev. Bucharest, 2022)\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the misspelt places, each once."""
        old = OldSides(page)
        for place in written_places(page.registry, page.of_the_union()):
            reading = place.reading
            if reading.spelling is not Spelling.MISSPELT:
                continue
            right = editions.matching(place.word, reading.name) if reading.name else None
            applicability = Applicability.SAFE if reading.year_agrees else Applicability.UNSAFE
            yield Mistake(
                place.at.start,
                place.at.end,
                said("{word} is misspelt{so}", word=place.word, so=said(": {right}", right=_either(reading.names))),
                suggestion=right,
                fix=replace(place.at.start, place.at.end, right, applicability)
                if right and reading.may_write
                else None,
                part_of=old.cause(place.at.start),
            )


def _either(names: Sequence[str]) -> str:
    told, *rest = names
    for name in rest:
        told = said("{one} or {other}", one=told, other=name)
    return told
