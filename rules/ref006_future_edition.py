"""REF006 future-edition."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reslint import Example, Mistake, Page, Rule, Scope, Severity, Verdict, editions, messages, said


class FutureEdition(Rule):
    """The edition was adopted after the as-of date.

    ## What it does

    Reports an edition of a conference that had not begun on the as-of date, and of a Recommendation one that
    had not been approved.

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
        published = [(citation, page.judgement(citation)) for citation in page.publications]
        for citation, judgement in (*editions.judged(page, Verdict.NOT_YET_ADOPTED), *published):
            edition = citation.edition
            if edition is None or judgement.verdict is not Verdict.NOT_YET_ADOPTED:
                continue
            start, end = messages.range_of(edition)
            name = messages.named(page, citation)
            held = judgement.conference
            approved = citation.body in page.registry.sectors and held is not None
            if approved and held is not None and page.of_own_day and held.year == page.as_of.year:
                continue  # texts that are approved together cite each other
            yield Mistake(
                start,
                end,
                _message(name, page.as_of, held.opens if approved and held else None),
                help=messages.origin(citation),
                record=judgement.record.key if judgement.record else None,
            )


def _message(name: str, day: date, approved: date | None) -> str:
    if approved is None:
        return said(
            "{name} could not have this edition on {day}: its conference was to come", name=name, day=day.isoformat()
        )
    return said(
        "{name} could not have this edition on {day}: it was approved on {approval}",
        name=name,
        day=day.isoformat(),
        approval=approved.isoformat(),
    )
