"""REF006 future-edition."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Example, Mistake, Page, Rule, Scope, Severity, Verdict, messages


class FutureEdition(Rule):
    """The edition was adopted after the as-of date.

    ## What it does

    Reports an edition of a conference that had not begun on the as-of date.

    ## Why

    A text cannot have cited it on that day: either the as-of date is wrong, or the year.
    """

    code = "REF006"
    name = "future-edition"
    severity = Severity.WARNING
    scope = Scope.PARAGRAPH
    examples = (
        Example("Resolution 140 (Rev. Bucharest, 2022)\n", ("Rev. Bucharest, 2022",), as_of="2020-01-01"),
        Example("Resolution 140 (Rev. Bucharest, 2022)\n", as_of="2022-10-14"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions that did not yet exist."""
        for citation in page.citations:
            edition = citation.edition
            judgement = page.judgement(citation)
            if edition is None or judgement.verdict is not Verdict.NOT_YET_ADOPTED:
                continue
            start, end = messages.range_of(edition)
            name = messages.named(page, citation)
            yield Mistake(
                start,
                end,
                f"{name} could not have this edition on {page.as_of}: its conference was to come",
                help=messages.origin(citation),
                record=judgement.record.key if judgement.record else None,
            )
