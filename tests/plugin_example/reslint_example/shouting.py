"""A rule: a draft does not shout."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reslint import Applicability, Example, Mistake, Page, Rule, Severity, replace


class Shouting(Rule):
    """An exclamation mark.

    ## What it does

    Reports exclamation marks, and puts a full stop in their place.

    ## Why

    A resolution does not shout.
    """

    code = "EXA001"
    name = "shouting"
    severity = Severity.INFO
    fix = Applicability.SAFE
    examples = (Example("It is agreed!", ("!",), "It is agreed."), Example("It is agreed."))

    def check(self, page: Page) -> Iterable[Mistake]:
        for match in re.finditer("!", page.text):
            fix = replace(match.start(), match.end(), ".", Applicability.SAFE)
            yield Mistake(match.start(), match.end(), "a draft does not shout", ".", fix=fix)
