"""NUM001 duplicate-label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reslint.api.rule import Applicability, Edit, Example, Fix, Mistake, Page, Rule, Scope, Severity
from reslint.structure import Disorder, misplaced


class DuplicateLabel(Rule):
    """Two items of one list carry the same label.

    ## What it does

    Reports a label that stands a second time in its list: a), b), b), c). Lists begin anew under each clause heading,
    a sublist keeps its parent's place, and a list that begins anew with its first label is another list. The fix
    counts the list through from its first wrong label on.

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
        return sorted(self._mistakes(page), key=lambda mistake: mistake.start)

    def _mistakes(self, page: Page) -> Iterator[Mistake]:
        for listed in page.structure.lists:
            for wrong in misplaced(listed):
                if wrong.disorder is not Disorder.REPEATED:
                    continue
                item, first = listed.items[wrong.nth], listed.items[wrong.other]
                yield Mistake(
                    *item.mark,
                    f"label {item.label.read} stands twice in this list; the first is {page.at(first.mark[0])}",
                    wrong.due or None,
                    fix=Fix(tuple(Edit(*change) for change in wrong.changes), Applicability.UNSAFE)
                    if wrong.changes
                    else None,
                )
