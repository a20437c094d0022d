"""STA007 outdated-conference."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from reslint import Example, Mistake, Page, Rule, Scope, Severity, said


class OutdatedConference(Rule):
    """A conference is named by its short name after a later one of that body was held.

    ## What it does

    Reports short names such as WTDC-17, outside of citations, when a later conference of that body had ended on the
    as-of date. Off by default: most texts name a past conference because they mean it.

    ## Why

    "In accordance with the decisions of WTDC-17" is often a leftover of the text that was copied.
    """

    code = "STA007"
    name = "outdated-conference"
    severity = Severity.INFO
    default = False
    scope = Scope.PARAGRAPH
    examples = (
        Example("in accordance with the decisions of WTDC-17,\n", ("WTDC-17",), as_of="2022-12-01"),
        Example("in accordance with the decisions of WTDC-22,\n", as_of="2022-12-01"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the short names of conferences that were followed by another."""
        registry = page.registry
        names = {
            name: conference
            for conference in registry.conferences.values()
            if registry.bodies[conference.body].cites == "place"
            for name in (conference.key, *conference.aliases)
            if " " not in name
        }
        pattern = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])"
        )
        starts = [citation.start for citation in page.all_citations]
        for match in pattern.finditer(page.text):
            before = bisect_right(starts, match.start()) - 1
            if before >= 0 and match.start() < page.all_citations[before].end:
                continue
            named = names[match.group()]
            later = [
                conference
                for conference in registry.conferences_of(named.body)
                if conference.over(page.as_of) and conference.opens > named.closes
            ]
            if later:
                message = said("{conference} was held since", conference=later[-1].key)
                yield Mistake(match.start(), match.end(), message, suggestion=later[-1].key)
