"""REF008 unknown-recommendation."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import (
    Applicability,
    Citation,
    Example,
    Mistake,
    Page,
    Rule,
    Scope,
    Severity,
    approvals,
    late,
    messages,
    replace,
    said,
)

RANGE = late(r"\d\s*[–—-]\s*\Z")


class UnknownRecommendation(Rule):
    """There is no such Recommendation, or it is of the other Sector or of another kind.

    ## What it does

    Reports a designation of ITU-T that the catalogue does not have, with the nearest that it has, as an info: it may be
    new, or a draft. Where the other Sector has that designation, or the same Sector as another kind of text ("ITU-T
    BO.1408", "Recommendation ITU-R BT.2267-10"), that is a warning, and the fix writes what it is.

    Of ITU-R nothing else is said, since its catalogue has holes.

    ## Why

    A digit too many names another text, or none.
    """

    code = "REF008"
    name = "unknown-recommendation"
    severity = Severity.WARNING
    fix = Applicability.UNSAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "planning as in Recommendation ITU-T BO.1408-1 is assumed\n",
            ("Recommendation ITU-T BO.1408-1",),
            "planning as in Recommendation ITU-R BO.1408-1 is assumed\n",
        ),
        Example("as in Recommendation ITU-T V.291 (1988)\n", ("Recommendation ITU-T V.291 (1988)",)),
        Example("as in Recommendation ITU-T V.29 (1988)\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the designations that are not in the catalogue."""
        for citation in page.publications:
            if citation.body is None or citation.kind == "question" or page.judgement(citation).record is not None:
                continue
            if _ends_range(page, citation):
                continue
            elsewhere = _elsewhere(page, citation)
            if elsewhere is None:
                if page.registry.sectors[citation.body].cites == "month" and not _is_later(page, citation):
                    near = approvals.nearest_number(page.registry, citation)
                    yield Mistake(
                        citation.start,
                        citation.end,
                        said("{name} is not in the catalogue", name=messages.named(page, citation)),
                        help=said("did you mean {near}?", near=near) if near else "",
                        minor=True,
                    )
                continue
            sector, kind = elsewhere
            written = f"{kind.capitalize()} {sector} {citation.number}"
            start, end = citation.start, citation.number_at.end
            begins = page.text[start:end].startswith(("Rec", "Rep", "ITU"))
            yield Mistake(
                citation.start,
                citation.end,
                said(
                    "there is no {name}{so}",
                    name=messages.named(page, citation),
                    so=said(": it is {right}", right=written),
                ),
                suggestion=written,
                fix=replace(start, end, written, Applicability.UNSAFE)
                if begins and _is_alone(page, citation)
                else None,
                minor=approvals.is_minor(citation),
            )


def _ends_range(page: Page, citation: Citation) -> bool:
    """Whether it ends a range, of which not every number need be given: "ITU-T L.400 – ITU-T L.429"."""
    return RANGE.search(page.text, max(citation.start - 4, 0), citation.start) is not None


def _elsewhere(page: Page, citation: Citation) -> tuple[str, str] | None:
    """The Sector and the kind under which a text of that number is in the catalogue."""
    for sector, one in page.registry.sectors.items():
        for kind in one.kinds:
            known = kind != "supplement" and (sector, kind) != (citation.body, citation.kind)
            if known and page.registry.record(sector, kind, citation.number) is not None:
                return sector, kind
    return None


def _is_alone(page: Page, citation: Citation) -> bool:
    """Whether the citation is no part of a list, in which the head word is that of others too."""
    return sum(other.group == citation.group for other in page.publications) == 1


def _is_later(page: Page, citation: Citation) -> bool:
    """Whether it may have been approved after the day of the catalogue."""
    listed = page.registry.shelf.date
    return citation.edition is not None and listed is not None and (citation.edition.year or 0) >= listed.year
