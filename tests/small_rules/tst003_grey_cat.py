"""A rule whose fix overlaps that of another, off unless selected."""

import re

from reslint import Applicability, Mistake, Rule, Severity, replace


class GreyCat(Rule):
    """The words "a grey cat", and after the first fix "a gray cat"."""

    code = "TST003"
    name = "grey-cat"
    severity = Severity.INFO
    default = False
    fix = Applicability.SAFE

    def check(self, page):
        for match in re.finditer("a (?:grey|gray) cat", page.text):
            fix = replace(match.start(), match.end(), "a cat", Applicability.SAFE)
            yield Mistake(match.start(), match.end(), "the colour of the cat is said", "a cat", fix=fix)
