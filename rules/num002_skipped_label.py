"""NUM002 skipped-label."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Disorder, Example, ItemList, Misplaced, Mistake, Page, Rule, Scope, Severity, said

from ._lists import out_of_place


class SkippedLabel(Rule):
    """A label leaves out one or more places of its list.

    ## What it does

    Reports a label that does not follow the one before it while no item of the list has the labels between them: e),
    then o). A list may begin with any label, as in an excerpt, and a line of dots between two items says that some are
    left out. The fix counts the list through from its first wrong label on.

    Outside of clauses a gap is reported only where the next label is the one that was due: c), o), d).

    ## Why

    A gap makes the reader look for a text that is not there, and is often what a moved item has left behind.
    """

    code = "NUM002"
    name = "skipped-label"
    severity = Severity.ERROR
    fix = Applicability.UNSAFE
    scope = Scope.LIST
    examples = (
        Example(
            "recognizing\n\na)\tthe value of standards;\nb)\tthe cost of tests;\no)\tthe work of the study groups;\n"
            "c)\tthe views of the members,\n",
            ("o)",),
            "recognizing\n\na)\tthe value of standards;\nb)\tthe cost of tests;\nc)\tthe work of the study groups;\n"
            "d)\tthe views of the members,\n",
        ),
        Example("recognizing\n\na)\tthe value of open standards;\n\n...\n\nd)\tthe work of the study groups,\n"),
        Example("recognizing\n\nc)\tthe value of open standards;\nd)\tthe work of the study groups,\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Give each label after a gap, in text order."""

        def told(listed: ItemList, wrong: Misplaced) -> str:
            label, before = listed.items[wrong.nth].label, listed.items[wrong.other].label
            return said(
                "label {label} follows {before}; nothing in this list stands between",
                label=label.read,
                before=before.read,
            )

        return out_of_place(page, Disorder.SKIPPING, told)
