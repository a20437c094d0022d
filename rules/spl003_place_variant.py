"""SPL003 place-variant."""

from __future__ import annotations

from collections.abc import Iterable

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
    scope = Scope.PARAGRAPH
    examples = (
        Example("Resolution 99 (Rev. Marrakech, 2002)\n", ("Marrakech",), "Resolution 99 (Rev. Marrakesh, 2002)\n"),
        Example("Resolution 99 (Rev. Marrakesh, 2002)\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the places in another form, each once."""
        old = OldSides(page)
        for place in written_places(page.registry, page.of_the_union()):
            if place.reading.spelling is Spelling.VARIANT and place.reading.name:
                right = editions.matching(place.word, place.reading.name)
                so = said(": the registry writes {name}", name=place.reading.name)
                yield Mistake(
                    place.at.start,
                    place.at.end,
                    said("{word} is another form of the name{so}", word=place.word, so=so),
                    suggestion=right,
                    fix=replace(place.at.start, place.at.end, right, Applicability.SAFE)
                    if place.reading.may_write
                    else None,
                    part_of=old.cause(place.at.start),
                )
