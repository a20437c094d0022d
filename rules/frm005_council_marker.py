"""FRM005 council-marker."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import (
    Applicability,
    Citation,
    Example,
    Mark,
    Mistake,
    Page,
    Rule,
    Scope,
    Severity,
    Span,
    messages,
    replace,
    said,
)


class CouncilMarker(Rule):
    """A text of the Council is marked "Rev.".

    ## What it does

    Reports "Council Resolution 1332 (Rev. 2016)": texts of the Council are modified, "(Modified 2016)".

    ## Why

    The Council's own headings read so; "Rev." belongs to conferences and assemblies, with a place.
    """

    code = "FRM005"
    name = "council-marker"
    severity = Severity.INFO
    fix = Applicability.SAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "noting Council Resolution 1332 (Rev. 2016),\n",
            ("Rev. 2016",),
            "noting Council Resolution 1332 (Modified 2016),\n",
            as_of="2016-10-25",
        ),
        Example("noting Council Resolution 1332 (Modified 2016),\n", as_of="2016-10-25"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the sessions marked as revisions."""
        bodies = {key for key, body in page.registry.bodies.items() if body.cites == "session"}
        for citation in page.all_citations:
            if citation.body not in bodies:
                continue
            for edition in citation.editions:
                at, year_at = edition.mark_at, edition.year_at
                if edition.mark is not Mark.REVISED or at is None or year_at is None or edition.place is not None:
                    continue
                pattern: str = page.registry.vocabulary[citation.lang]["write"]["session modified"]
                mark = pattern.split("{year}")[0].rstrip()
                if not mark:
                    continue
                start, end = messages.range_of(edition)
                suggestion = pattern.format(year=edition.year)
                if at.start < year_at.start:
                    fix = replace(at.start, year_at.start, f"{mark} ", Applicability.SAFE)
                elif _begins(page, citation, year_at):
                    fix = replace(year_at.start, at.end, suggestion, Applicability.SAFE)
                else:
                    fix = None
                yield Mistake(
                    start,
                    end,
                    said(
                        "texts of this body are marked {mark}, not {found}",
                        mark=mark,
                        found=page.text[at.start : at.end],
                    ),
                    suggestion=suggestion,
                    help=messages.origin(citation),
                    fix=fix,
                )


def _begins(page: Page, citation: Citation, year_at: Span) -> bool:
    """Whether the year is the first word of the parenthesis, so that its mark can stand before it."""
    where = citation.parenthesis
    return where is not None and not page.text[where.start + 1 : year_at.start].strip()
