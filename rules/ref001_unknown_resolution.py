"""REF001 unknown-resolution."""

from __future__ import annotations

from collections.abc import Iterable

from reslint.citations.model import BodyFrom
from reslint.linting.rule import Example, Mistake, Page, Rule, Severity
from reslint.linting.wording import named, origin
from reslint.registry import Registry


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
    examples = (
        Example("recalling Resolution 910 of the Plenipotentiary Conference,\n", ("Resolution 910",)),
        Example("recalling Resolution 910 of the World Telecommunication Standardization Assembly,\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the numbers that a completely known body does not have."""
        complete: dict[tuple[str, str], int] = {}
        for citation in page.cited():
            if citation.body is None or citation.body_from not in (BodyFrom.STATED, BodyFrom.EDITION):
                continue
            if not citation.number.isdigit():
                continue
            key = (citation.body, citation.kind)
            if key not in complete:
                complete[key] = _highest(page, *key)
            if complete[key] and page.registry.record(*key, citation.number) is None:
                yield Mistake(
                    citation.start,
                    citation.end,
                    f"there is no {named(citation)}: the highest number is {complete[key]}",
                    help=origin(citation),
                )


def _highest(page: Page, body: str, kind: str) -> int:
    """The highest number of a body that is known completely on the day, 0 for one that is not."""
    registry: Registry = page.registry
    if body not in registry.bodies:
        return 0
    numbers = {int(record.number) for record in registry.records() if (record.body, record.kind) == (body, kind)}
    if len(numbers) < 2 or len(numbers) < max(numbers):
        return 0
    last = max(
        (record.checked.closes for record in registry.records() if record.body == body and record.checked is not None),
        default=None,
    )
    since = [
        conference
        for conference in registry.conferences_of(body)
        if last is not None and conference.closes > last and conference.opens <= page.as_of
    ]
    return 0 if last is None or since else max(numbers)
