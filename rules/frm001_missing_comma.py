"""FRM001 missing-comma."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Example, Mistake, Page, Rule, Scope, Severity, editions, replace, said

from ._sides import OldSides

COMMAS = ",\u060c\uff0c"
BLANKS = " .;\t\n\r\u00a0\u202f"
RIGHT = ", "


class MissingComma(Rule):
    """A comma is missing between place and year.

    ## What it does

    Reports "(Busan 2014)", also with a full stop or a semicolon in the place of the comma.

    ## Why

    An edition is written "(Rev. Busan, 2014)"; other programs, and readers who search, rely on it.
    """

    code = "FRM001"
    name = "missing-comma"
    severity = Severity.WARNING
    fix = Applicability.SAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "Resolution 140 (Rev. Busan 2014)\n",
            ("Busan 2014",),
            "Resolution 140 (Rev. Busan, 2014)\n",
        ),
        Example("Resolution 140 (Rev. Busan, 2014)\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions whose place and year no comma parts."""
        done: set[int] = set()
        old = OldSides(page)
        text = page.text
        for citation in page.of_the_union():
            for edition in citation.editions:
                place, year = edition.place_at, edition.year_at
                if place is None or year is None:
                    continue
                gap = text[place.end : year.start]
                if gap == RIGHT or edition.town is None or place.start in done:
                    continue
                done.add(place.start)
                if year.start < place.start or any(comma in gap for comma in COMMAS) or gap.strip(BLANKS):
                    continue
                comma = editions.parting(page, citation.lang)
                yield Mistake(
                    place.start,
                    year.end,
                    said("a comma is missing between place and year"),
                    suggestion=f"{page.text[place.start : place.end]}{comma}{page.text[year.start : year.end]}",
                    fix=replace(place.end, year.start, comma, Applicability.SAFE),
                    part_of=old.cause(place.start),
                )
