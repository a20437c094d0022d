"""NUM003 label-out-of-order."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Disorder, Example, ItemList, Misplaced, Mistake, Page, Rule, Scope, Severity, said

from ._lists import out_of_place


class LabelOutOfOrder(Rule):
    """The labels of a list are all there, but not in their order.

    ## What it does

    Reports the first label that is out of its place, a), c), b), d): once for labels that changed places, not as a gap
    and a label that comes late. The fix counts the list through from its first wrong label on and moves no text.

    Outside of clauses only a list that is surely one is judged, as by `duplicate-label`.

    ## Why

    Items that were moved keep their old labels, and references to them become wrong.
    """

    code = "NUM003"
    name = "label-out-of-order"
    severity = Severity.ERROR
    fix = Applicability.UNSAFE
    scope = Scope.LIST
    examples = (
        Example(
            "considering\n\na)\tthat traffic has grown;\nc)\tthat prices have fallen;\nb)\tthat demand remains;\n"
            "d)\tthat much is still to be done,\n",
            ("c)",),
            "considering\n\na)\tthat traffic has grown;\nb)\tthat prices have fallen;\nc)\tthat demand remains;\n"
            "d)\tthat much is still to be done,\n",
        ),
        Example("considering\n\na)\tthat traffic has grown;\nb)\tthat demand remains;\nc)\tthat prices have fallen,\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Give each place where the order of labels breaks, in text order."""

        def told(listed: ItemList, wrong: Misplaced) -> str:
            item, other = listed.items[wrong.nth], listed.items[wrong.other]
            label, beside, place = item.label.read, other.label.read, page.at(other.mark[0])
            if wrong.nth < wrong.other:
                return said(
                    "label {label} stands before {other}, which is {place}", label=label, other=beside, place=place
                )
            return said("label {label} stands after {other}, which is {place}", label=label, other=beside, place=place)

        return out_of_place(page, Disorder.OUT_OF_ORDER, told)
