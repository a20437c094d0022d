"""NUM005 glued-label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reslint import Applicability, Example, Mistake, Page, Rule, Scope, Severity, late, replace, said

from ._glued import together
from ._sides import CAUSE

LABEL = late(r"\s?[^\W_]{1,4}\)")


class GluedLabel(Rule):
    """Two labels stand run together, an old one and a new one.

    ## What it does

    Reports labels such as ef), iv)v), "b) a)" and 54: what a tracked change of a label becomes when a Word file is
    turned into plain text without accepting or rejecting its changes. The one that continues the list is taken for the
    new one; where neither does, or a third label follows, there is no fix.

    Outside of clauses one of them must go on with a list of at least three items, and both are letters.

    ## Why

    Nobody means both. The same text will hold other changes of which both sides are left.
    """

    code = "NUM005"
    name = "glued-label"
    severity = Severity.WARNING
    fix = Applicability.UNSAFE
    scope = Scope.LIST
    examples = (
        Example(
            "recalling\n\na)\tthe first report;\nab)\tthe second report, with:\ni)\tits annex;\ni)ii)\tits summary;\n"
            "b) c)\tthe third report,\n",
            ("ab)", "i)ii)", "b) c)"),
            "recalling\n\na)\tthe first report;\nb)\tthe second report, with:\ni)\tits annex;\nii)\tits summary;\n"
            "c)\tthe third report,\n",
        ),
        Example(
            "resolves\n\n1\tto begin;\n32\tto go on;\n3\tto end.\n",
            ("32",),
            "resolves\n\n1\tto begin;\n2\tto go on;\n3\tto end.\n",
        ),
        Example("recalling\n\nz)\tthe first report;\naa)\tthe second report;\nbb)\tthe third report,\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Give each label that is two, in text order."""
        return sorted(self._mistakes(page), key=lambda mistake: mistake.start)

    def _mistakes(self, page: Page) -> Iterator[Mistake]:
        for listed in page.structure.lists:
            for item in listed.items:
                label = item.label
                if not label.parts:
                    continue
                goes_on = (
                    said("; the list goes on with {label}", label=label.resolved)
                    if label.resolved
                    else said("; neither is due here")
                )
                # Of three labels and more nobody knows which change left them.
                two = LABEL.match(page.text, label.end) is None
                mendable = label.resolved and label.start < label.end and two
                yield Mistake(
                    *item.mark,
                    said(
                        "label {label} is {both} run together{so}",
                        label=label.text,
                        both=together(label.parts),
                        so=goes_on,
                    ),
                    label.resolved or None,
                    fix=replace(label.start, label.end, label.resolved, Applicability.UNSAFE) if mendable else None,
                    part_of=CAUSE,
                )
