"""STA011 incorporated-recommendation."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import CitationRole, Example, Mistake, Page, Rule, Scope, Severity, Verdict, approvals, messages, said


class IncorporatedRecommendation(Rule):
    """A later edition is known of a Recommendation that is incorporated by reference.

    ## What it does

    Tells of a later edition where a provision of the Radio Regulations, or another text with the force of law, fixes
    the edition of a Recommendation. Off by default, and never with a fix: only a World Radiocommunication Conference
    can change the edition.

    ## Why

    Who prepares the agenda item on references to Recommendations wants to know which of them have a later edition.
    """

    code = "STA011"
    name = "incorporated-recommendation"
    severity = Severity.INFO
    default = False
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "the system shall be in accordance with Recommendation ITU-R M.541-9 (incorporated by reference)\n", ("9",)
        ),
        Example("the system is described in Recommendation ITU-R M.541-9\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions that a later one could replace."""
        for citation in page.all_citations:
            if citation.role is not CitationRole.INCORPORATED or citation.edition is None:
                continue
            judgement = page.judgement(citation._replace(role=CitationRole.CITATION))
            if (
                judgement.verdict is Verdict.SUPERSEDED
                and judgement.latest is not None
                and judgement.record is not None
            ):
                yield Mistake(
                    *messages.range_of(citation.edition),
                    said(
                        "{name} is incorporated by reference, and a later edition is known: {edition}",
                        name=messages.named(page, citation),
                        edition=approvals.written(judgement.latest),
                    ),
                    help=said("only the conference that made the reference can change it"),
                    record=judgement.record.key,
                )
