"""A rule with a safe fix."""

import re

from reslint import Applicability, Example, Mistake, Rule, Severity, replace


class GreyWord(Rule):
    """The word grey.

    ## What it does

    Reports "grey", and writes "gray" instead.
    """

    code = "TST001"
    name = "grey-word"
    severity = Severity.WARNING
    fix = Applicability.SAFE
    examples = (Example("A grey sky.", ("grey",), "A gray sky."),)

    def check(self, page):
        for match in re.finditer(r"\bgrey\b(?!-)", page.text):
            fix = replace(match.start(), match.end(), "gray", Applicability.SAFE)
            yield Mistake(match.start(), match.end(), "grey is written here", "gray", "say gray", fix)
