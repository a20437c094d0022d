"""SPL003 place-variant."""

from __future__ import annotations

from collections.abc import Iterable

from reslint.citations import gazetteer
from reslint.citations.places import Spelling
from reslint.linting.rewriting import matching
from reslint.linting.rule import Applicability, Example, Mistake, Page, Rule, Severity, replace


class PlaceVariant(Rule):
    """The place is written in another way than the resolution's own heading does.

    ## What it does

    Reports accepted variants of a place, such as Marrakech, and gives the form of the registry.

    ## Why

    Both forms are right in themselves; the name of the edition is one of them.
    """

    code = "SPL003"
    name = "place-variant"
    severity = Severity.INFO
    fix = Applicability.SAFE
    examples = (
        Example("Resolution 99 (Rev. Marrakech, 2002)\n", ("Marrakech",), "Resolution 99 (Rev. Marrakesh, 2002)\n"),
        Example("Resolution 99 (Rev. Marrakesh, 2002)\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the places in another form, each once."""
        places = gazetteer(page.registry)
        done: set[int] = set()
        for citation in page.citations:
            for edition in citation.editions:
                at = edition.place_at
                if at is None or edition.place is None or at.start in done or citation.body == "OTHER":
                    continue
                done.add(at.start)
                reading = places.read(edition.place, edition.year)
                if reading.spelling is Spelling.VARIANT and reading.town:
                    right = matching(edition.place, reading.town)
                    yield Mistake(
                        at.start,
                        at.end,
                        f"the registry writes {reading.town}",
                        suggestion=right,
                        fix=replace(at.start, at.end, right, Applicability.SAFE),
                    )
