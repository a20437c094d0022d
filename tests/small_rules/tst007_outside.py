"""A rule that points outside of the text."""

from reslint import Mistake, Rule, Severity


class Outside(Rule):
    """A place that is not there, where the text says so."""

    code = "TST007"
    name = "outside"
    severity = Severity.WARNING

    def check(self, page):
        if "outside" in page.text:
            yield Mistake(0, len(page.text) + 1, "too far")
