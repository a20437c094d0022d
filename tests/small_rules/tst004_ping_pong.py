"""A rule whose fixes undo each other."""

import re

from reslint import Applicability, Mistake, Rule, Severity, replace

OTHER = {"ping": "pong", "pong": "ping"}


class PingPong(Rule):
    """The words ping and pong."""

    code = "TST004"
    name = "ping-pong"
    severity = Severity.INFO
    fix = Applicability.SAFE

    def check(self, page):
        for match in re.finditer("ping|pong", page.text):
            fix = replace(match.start(), match.end(), OTHER[match.group()], Applicability.SAFE)
            yield Mistake(match.start(), match.end(), "the other one is better", fix=fix)
