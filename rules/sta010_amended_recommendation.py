"""STA010 amended-recommendation."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import ApprovalStatus, Example, Mistake, Page, Rule, Scope, Severity, Verdict, messages, said


class AmendedRecommendation(Rule):
    """The cited edition was amended since.

    ## What it does

    Names the amendments and corrigenda in force of an edition that is cited without any. Off by default: most citations
    mean the edition as it is amended, and are right as they stand.

    ## Why

    Who implements a Recommendation needs its amendments as well.
    """

    code = "STA010"
    name = "amended-recommendation"
    severity = Severity.INFO
    default = False
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "the interfaces of Recommendation ITU-T G.709/Y.1331 (06/2020)\n",
            ("Recommendation ITU-T G.709/Y.1331 (06/2020)",),
        ),
        Example("the interfaces of Recommendation ITU-T G.709/Y.1331 (06/2020) Amd. 1\n"),
        Example("the interfaces of Recommendation ITU-T G.709/Y.1331 (06/2020)\n", as_of="2020-07-01"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions with amendments that are not cited."""
        for citation in page.publications:
            judgement = page.judgement(citation)
            approval = judgement.cited.approval if judgement.cited else None
            known = judgement.verdict in (Verdict.CURRENT, Verdict.LAST_KNOWN)
            if not known or approval is None or citation.part or judgement.record is None:
                continue
            in_force = [
                f"{part.name} ({part.day:%m/%Y})"
                for part in approval.parts
                if part.status is ApprovalStatus.IN_FORCE and part.day <= page.as_of and not part.name.startswith("Err")
            ]
            if in_force:
                yield Mistake(
                    citation.start,
                    citation.end,
                    said(
                        "{name} was amended since: {amendments}",
                        name=messages.named(page, citation),
                        amendments=", ".join(in_force),
                    ),
                    record=judgement.record.key,
                )
