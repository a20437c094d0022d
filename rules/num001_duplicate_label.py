"""NUM001 duplicate-label."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Disorder, Example, ItemList, Misplaced, Mistake, Page, Rule, Scope, Severity, said

from ._lists import out_of_place


class DuplicateLabel(Rule):
    """Two items of one list carry the same label.

    ## What it does

    Reports a label that stands a second time in its list: a), b), b), c). Lists begin anew under each clause heading,
    a sublist keeps its parent's place, and a list that begins anew with its first label is another list. Automatic
    lists of different definitions are different lists. The fix counts the list through from its first wrong label on.

    Outside of clauses, where most numbers are headings, tables or references, only a list that is surely one is
    judged: at least three items in order, typed with a bracket and ended with a sign, before the label, and its next
    one behind it.

    ## Why

    "*recalling* b)" must point to one item.
    """

    code = "NUM001"
    name = "duplicate-label"
    severity = Severity.ERROR
    fix = Applicability.UNSAFE
    scope = Scope.LIST
    examples = (
        Example(
            "noting\n\na)\tthe report on the pilot network;\nb)\tthe needs of rural areas;\nb)\tthe results achieved;\n"
            "c)\tthe plan for the next cycle,\n",
            ("b)",),
            "noting\n\na)\tthe report on the pilot network;\nb)\tthe needs of rural areas;\nc)\tthe results achieved;\n"
            "d)\tthe plan for the next cycle,\n",
        ),
        Example(
            "noting\n\na)\tthe report, which covers:\ni)\tthe network;\nii)\tits cost;\nb)\tthe needs of rural areas,\n"
            "\nnoting further\n\na)\tthe survey, which covers:\ni)\tprices;\nii)\tspeeds;\nb)\tits summary,\n"
        ),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Give each label that repeats an earlier one of its list, in text order."""

        def told(listed: ItemList, wrong: Misplaced) -> str:
            label, first = listed.items[wrong.nth].label, listed.items[wrong.other]
            place = page.at(first.mark[0])
            return said("label {label} stands twice in this list; the first is {place}", label=label.read, place=place)

        return out_of_place(page, Disorder.REPEATED, told)
