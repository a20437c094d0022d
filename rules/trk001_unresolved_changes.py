"""TRK001 unresolved-changes."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Citation, Example, Mistake, Page, Rule, Severity, late, said, said_of

BEHIND = late(r"\s{0,3}(\([^()\n]{1,200}\)?)")
"""A parenthesis behind a citation of which nothing was understood."""


class UnresolvedChanges(Rule):
    """The file is a dump that holds both sides of tracked changes.

    ## What it does

    Says once a file that old and new words stand side by side with no mark between them, as in "(Rev. Dubai,
    2018Bucharest, 2022)" or the label "i)ii)". Of several editions the latest is judged, since it is the proposed one.

    Labels and words run together (NUM005, DOC002) and doubled signs (NUM006) come of the same, and so do, in a list
    whose labels or items hold both sides of a change, missing signs (NUM006) and labels that go on with the old or the
    new count (NUM001 to NUM004), and what is wrong in the form of an edition that is taken out (FRM001, FRM002,
    SPL001, SPL003, REF004). People are shown this one finding, which counts them, and all with `--verbose`; programs
    get each, marked as part of TRK001.

    ## Why

    A program that flattens a Word file without regard to its tracked changes leaves a text that nobody wrote. Findings
    in it are to be read with that in mind; better accept the changes in the Word file and save its text again.
    """

    code = "TRK001"
    name = "unresolved-changes"
    severity = Severity.INFO
    examples = (
        Example(
            "a)\tResolution 71 (Rev. Dubai, 2018Bucharest, 2022);\n"
            "b)\tResolution 70 (Rev. Dubai, 2018Bucharest, 2022)\n",
            ("(Rev. Dubai, 2018Bucharest, 2022)",),
        ),
        Example("a)\tResolution 71 (Rev. Bucharest, 2022);\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield at most one mistake, at the first place that shows it."""
        glued = [_where(page.text, citation) for citation in page.all_citations if citation.glued]
        labels = [
            (item.label.start, item.label.end)
            for listed in page.structure.lists
            for item in listed.items
            if item.label.parts and item.label.end > item.label.start
        ]
        if len(labels) > 1:
            glued += labels
        glued += [(clause.start, clause.end) for clause in page.structure.clauses if clause.parts]
        if glued:
            start, end = min(glued)
            message = (
                said_of(
                    "this file holds both sides of tracked changes, here and in {count} more place",
                    "this file holds both sides of tracked changes, here and in {count} more places",
                    len(glued) - 1,
                )
                if len(glued) > 1
                else said("this file holds both sides of a tracked change")
            )
            advice = said(
                "the latest edition is judged; better accept the changes in the Word file and save its text again"
            )
            yield Mistake(start, end, message, help=advice)


def _where(text: str, citation: Citation) -> tuple[int, int]:
    """What of a citation holds both sides of a change: its parenthesis, its editions, or words that were not
    understood.
    """
    where = citation.parenthesis or (None if citation.editions else citation.unread)
    if where is not None:
        return where.start, where.end
    if citation.editions:
        return citation.editions[0].where.start, citation.editions[-1].where.end
    behind = BEHIND.match(text, citation.end)
    return (behind.start(1), behind.end()) if behind else (citation.start, citation.end)
