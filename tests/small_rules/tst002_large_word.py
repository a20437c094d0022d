"""A rule with an unsafe fix."""

import re

from reslint import Applicability, Mistake, Rule, Severity, replace


class LargeWord(Rule):
    """The word large."""

    code = "TST002"
    name = "large-word"
    severity = Severity.ERROR
    fix = Applicability.UNSAFE

    def check(self, page):
        for match in re.finditer(r"\blarge\b(?!-)", page.text):
            fix = replace(match.start(), match.end(), "big", Applicability.UNSAFE)
            yield Mistake(match.start(), match.end(), "large is written here", "big", fix=fix)
