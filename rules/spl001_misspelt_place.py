"""SPL001 misspelt-place."""

from __future__ import annotations

from collections.abc import Iterable

from reslint.citations import gazetteer
from reslint.citations.places import Spelling
from reslint.linting.rewriting import matching
from reslint.linting.rule import Applicability, Example, Mistake, Page, Rule, Severity, replace


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
    examples = (
        Example("Resolution 71 (Rev. Buchrest, 2022)\n", ("Buchrest",), "Resolution 71 (Rev. Bucharest, 2022)\n"),
        Example("Resolution 71 (Rev. Bucharest, 2022)\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the misspelt places, each once."""
        places = gazetteer(page.registry)
        done: set[int] = set()
        for citation in page.citations:
            for edition in citation.editions:
                at = edition.place_at
                if at is None or edition.place is None or at.start in done or citation.body == "OTHER":
                    continue
                done.add(at.start)
                reading = places.read(edition.place, edition.year)
                if reading.spelling is not Spelling.MISSPELT:
                    continue
                if not reading.year_agrees and citation.body is None:
                    continue
                town = reading.town
                right = matching(edition.place, town) if town else None
                yield Mistake(
                    at.start,
                    at.end,
                    f"{edition.place} is misspelt: {' or '.join(reading.candidates)}",
                    suggestion=right,
                    fix=replace(
                        at.start, at.end, right, Applicability.SAFE if reading.year_agrees else Applicability.UNSAFE
                    )
                    if right
                    else None,
                )
