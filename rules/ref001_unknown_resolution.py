"""REF001 unknown-resolution."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from reslint import BodyFrom, Example, Mistake, Page, Registry, Rule, Scope, Severity, messages, said


class UnknownResolution(Rule):
    """There is no text of that number.

    ## What it does

    Reports a number the registry does not have, where it knows the body completely: every number from 1 to the
    highest, and no conference since that could have adopted another one.

    ## Why

    A number nobody adopted is a slip of the pen, or a citation of another body's text. What the registry does not
    know completely is unknown, not wrong, and stays silent.
    """

    code = "REF001"
    name = "unknown-resolution"
    severity = Severity.WARNING
    scope = Scope.PARAGRAPH
    examples = (
        Example("recalling Resolution 910 of the Plenipotentiary Conference,\n", ("Resolution 910",)),
        Example("recalling Resolution 910 of the World Telecommunication Standardization Assembly,\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the numbers that a completely known body does not have."""
        for citation in page.citations:
            if citation.body is None or citation.body_from not in (BodyFrom.STATED, BodyFrom.EDITION):
                continue
            if not citation.number.isdigit() or page.judgement(citation).record is not None:
                continue
            key = (citation.body, citation.kind)
            if page.registry.record(*key, citation.number) is not None:
                continue
            highest = _highest(page.registry, *key, page.as_of)
            if highest:
                yield Mistake(
                    citation.start,
                    citation.end,
                    said(
                        "there is no {name}: the highest number is {number}",
                        name=messages.named(page, citation),
                        number=str(highest),
                    ),
                    help=messages.origin(citation),
                )


@lru_cache(maxsize=256)
def _highest(registry: Registry, body: str, kind: str, as_of: date) -> int:
    """The highest number of a body that is known completely on the day, 0 for one that is not."""
    if body not in registry.bodies:
        return 0
    records = [record for record in registry.records(body) if record.kind == kind]
    numbers = {int(record.number) for record in records if record.number.isdigit()}
    checked = [record.checked.closes for record in records if record.checked is not None]
    if len(numbers) < 2 or len(numbers) < max(numbers) or len(checked) < len(records):
        return 0
    since = (conference for conference in registry.conferences_of(body) if conference.closes > max(checked))
    return 0 if any(conference.opens <= as_of for conference in since) else max(numbers)
