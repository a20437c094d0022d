"""A rule whose fix has a character that few encodings have."""

import re

from reslint import Applicability, Mistake, Rule, Severity, replace


class ArrowWord(Rule):
    """The word arrow."""

    code = "TST006"
    name = "arrow-word"
    severity = Severity.INFO
    fix = Applicability.SAFE

    def check(self, page):
        for match in re.finditer("arrow", page.text):
            fix = replace(match.start(), match.end(), "\u2192", Applicability.SAFE)
            yield Mistake(match.start(), match.end(), "a sign would do", "\u2192", fix=fix)
