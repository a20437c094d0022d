"""NUM007 single-item-numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reslint import Example, Mistake, Page, Rule, Scope, Severity, late, said

SHORT = 40
LEFT_OUT = late(r"[^\w]*(?:\.{3}|…)[^\w]*")


class SingleItemNumbered(Rule):
    """The only item of a clause carries a label.

    ## What it does

    Reports the label of a list that has one item, right under its clause. Sublists are left alone, and so is a clause
    in which a line of dots says that items are left out.

    ## Why

    A clause of one item is written without a label; a label makes the reader look for the next.
    """

    code = "NUM007"
    name = "single-item-numbered"
    severity = Severity.INFO
    scope = Scope.LIST
    examples = (
        Example(
            "noting\n\na)\tthe report of the Director,\n\nresolves\n\n1\tto go on;\n2\tto report.\n",
            ("a)",),
        ),
        Example("noting\n\nthe report of the Director,\n\nresolves\n\n1\tto go on;\n2\tto report.\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the label of each clause's only item."""
        structure = page.structure
        times = Counter(listed.clause for listed in structure.lists if listed.level == 0)
        for listed in structure.lists:
            if listed.clause is None or listed.level or len(listed.items) != 1 or times[listed.clause] != 1:
                continue
            item = listed.items[0]
            if item.label.value != 1 or item.label.parts or self._left_out(page, listed.clause):
                continue
            if item.label.text.isdigit() and page.text[item.label.end : item.label.end + 1] == " ":
                continue  # a number and a blank may be the mark of a note
            message = said("label {label} counts a single item; write it without a label", label=item.label.text)
            yield Mistake(*item.mark, message)

    def _left_out(self, page: Page, clause: int) -> bool:
        """Whether a line of the clause is nothing but dots."""
        own = page.structure.clauses[clause]
        return any(
            LEFT_OUT.fullmatch(page.text, block.start, block.end)
            for block in page.view.blocks[own.first : own.last]
            if block.end - block.start < SHORT
        )
