"""FRM004 un-symbol."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Example, Mistake, Page, Rule, Scope, Severity, late, replace, said

DOCUMENT = late(r"A/(\d{1,3}/\d{1,4}(?: ?[A-Z])?)")


class UnSymbol(Rule):
    """The symbol of a document is used for a resolution of the General Assembly.

    ## What it does

    Reports "Resolution A/70/125". The resolution is 70/125, or A/RES/70/125 with its full symbol.

    ## Why

    A/70/125 is the symbol of a document of the seventieth session, and another text than resolution 70/125.
    """

    code = "FRM004"
    name = "un-symbol"
    severity = Severity.WARNING
    fix = Applicability.SAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example("recalling UNGA Resolution A/70/125,\n", ("A/70/125",), "recalling UNGA Resolution 70/125,\n"),
        Example("recalling UNGA Resolution A/RES/70/125 and Resolution 70/1,\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the numbers in the form of a document's symbol."""
        bodies = {key for key, body in page.registry.bodies.items() if body.cites == "symbol"}
        for citation in page.all_citations:
            if citation.body not in bodies:
                continue
            match = DOCUMENT.fullmatch(citation.number)
            if match is None:
                continue
            at = citation.number_at
            so = said("; the resolution is {number}", number=match[1])
            yield Mistake(
                at.start,
                at.end,
                said("{symbol} is the symbol of a document{so}", symbol=citation.number, so=so),
                suggestion=match[1],
                fix=replace(at.start, at.end, match[1], Applicability.SAFE),
            )
