"""REF009 unknown-recommendation-edition."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Example, Mistake, Page, Rule, Scope, Severity, Verdict, approvals, messages, said


class UnknownRecommendationEdition(Rule):
    """No edition of that Recommendation was approved then.

    ## What it does

    Reports a month or a year in which no edition of a Recommendation of ITU-T was approved, nor an amendment to one.
    Where one edition alone is near, of that year or of the three months around, it is the one that is meant, and the
    fix writes it. Nothing is said of ITU-R, of which the catalogue lacks editions, nor of what is later than the
    catalogue.

    An edition that is both wrong and old is one finding, this one.

    ## Why

    The month of an approval is printed on the cover, and easily taken from another Recommendation, or from the day it
    was published.
    """

    code = "REF009"
    name = "unknown-recommendation-edition"
    severity = Severity.WARNING
    fix = Applicability.UNSAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "the controls of Recommendation ITU-T X.1051 (05/2023) apply\n",
            ("05/2023",),
            "the controls of Recommendation ITU-T X.1051 (06/2023) apply\n",
        ),
        Example("the controls of Recommendation ITU-T X.1051 (2019) apply\n", ("2019",)),
        Example("the controls of Recommendation ITU-T X.1051 (2023) apply\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions that were never approved."""
        for citation in page.publications:
            judgement = page.judgement(citation)
            edition, record = citation.edition, judgement.record
            if judgement.verdict is not Verdict.NEVER_ADOPTED or edition is None or record is None:
                continue
            near = approvals.nearest_approval(record, edition.year or 0, edition.month)
            last = judgement.latest or record.editions[-1]
            so = (
                said(": that of {month} may be meant", month=near.conference.key)
                if near
                else said(": the last is {edition}", edition=approvals.written(last))
            )
            yield Mistake(
                *messages.range_of(edition),
                said(
                    "{name} has no edition ({edition}){so}",
                    name=messages.named(page, citation),
                    edition=messages.written(edition, page),
                    so=so,
                ),
                suggestion=approvals.instead(page, citation, near or last),
                fix=approvals.renewed(page, citation, near) if near else None,
                record=record.key,
                minor=approvals.is_minor(citation),
            )
