"""STA004 draft-document-cited."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Citation, Example, Mistake, Page, Rule, Scope, Severity, replace, said


class DraftDocumentCited(Rule):
    """A draft is cited that was adopted as a resolution.

    ## What it does

    Reports the symbol of a draft of the United Nations General Assembly (A/78/L.49) once the registry knows the
    resolution it became by the as-of date.

    ## Why

    A document of the L series is a proposal; the text that was adopted has a number of its own and may differ.
    """

    code = "STA004"
    name = "draft-document-cited"
    severity = Severity.WARNING
    fix = Applicability.UNSAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "recalling UNGA Resolution A/78/L.49 on artificial intelligence,\n",
            ("A/78/L.49",),
            "recalling UNGA Resolution 78/265 on artificial intelligence,\n",
            as_of="2024-10-15",
        ),
        Example("recalling UNGA Resolution A/78/L.49 on artificial intelligence,\n", as_of="2024-03-01"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the drafts whose adoption the registry knows."""
        for citation in page.citations:
            if "/L." not in citation.number:
                continue
            adopted = page.registry.adopted_from(citation.number)
            if adopted is None or adopted.date is None or adopted.date > page.as_of:
                continue
            at = citation.number_at
            instead = _like(citation, adopted.number, page)
            number, day = adopted.number, adopted.date.isoformat()
            so = said("; it was adopted as resolution {number} on {day}", number=number, day=day)
            yield Mistake(
                at.start,
                at.end,
                said("{symbol} is a draft{so}", symbol=citation.number, so=so),
                suggestion=adopted.number,
                fix=replace(at.start, at.end, instead, Applicability.UNSAFE)
                if adopted.drafts_read and instead
                else None,
            )


def _like(citation: Citation, number: str, page: Page) -> str:
    """The number alone after a head word, the full symbol where the draft stands alone.

    Empty where a registry of one's own does not say how its language writes symbols.
    """
    if citation.start < citation.number_at.start:
        return number
    pattern: str = page.registry.vocabulary[citation.lang]["write"].get("resolution symbol", "")
    return pattern.format(number=number)
