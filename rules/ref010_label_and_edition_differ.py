"""REF010 label-and-edition-differ."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Example, Mistake, Page, Rule, Scope, Severity, messages, said


class LabelAndEditionDiffer(Rule):
    """The label of a meeting beside a citation names another edition than its parenthesis does.

    ## What it does

    Reports "WTDC-17 Resolution 30 (Rev. Kigali, 2022)": the label says the edition of one conference, place and year
    that of another.

    ## Why

    One of the two is a leftover, and a reader cannot tell which text is meant.
    """

    code = "REF010"
    name = "label-and-edition-differ"
    severity = Severity.WARNING
    scope = Scope.PARAGRAPH
    examples = (
        Example("noting WTDC-17 Resolution 30 (Rev. Kigali, 2022),\n", ("Rev. Kigali, 2022",)),
        Example("noting WTDC-22 Resolution 30 (Rev. Kigali, 2022),\n"),
        Example("noting WRC-15 Resolution 360 (Rev.WRC-15),\n"),
        Example(
            "noting the 2022 Plenipotentiary Conference Resolution 71 (Rev. Dubai, 2018),\n", ("Rev. Dubai, 2018",)
        ),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions that the label beside them does not name."""
        for citation in page.all_citations:
            meeting, edition = citation.meeting, citation.edition
            body = page.registry.bodies.get(citation.body or "")
            if meeting is None or edition is None or body is None or body.cites == "session":
                continue
            if meeting.year is None or any(one.year == meeting.year for one in citation.editions):
                continue
            yield Mistake(
                *messages.range_of(edition),
                said(
                    "{name} is cited at ({edition}), and the label {label} names another edition",
                    name=messages.named(page, citation),
                    edition=messages.written(edition, page),
                    label=meeting.label or messages.written(meeting, page),
                ),
                help=said("leave out the label, or write the edition that it names"),
            )
