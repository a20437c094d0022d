"""A rule that fails."""

from reslint import Mistake, Rule, Severity


class CrashWord(Rule):
    """The word crash, over which the rule breaks after its first finding."""

    code = "TST005"
    name = "crash-word"
    severity = Severity.WARNING

    def check(self, page):
        if "crash" in page.text:
            yield Mistake(0, 1, "it begins")
            raise ZeroDivisionError("as a test")
