"""STA009 withdrawn-recommendation."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Example, Mistake, Page, Rule, Scope, Severity, Tag, Verdict, approvals, messages, said


class WithdrawnRecommendation(Rule):
    """That Recommendation is no longer in force.

    ## What it does

    Reports a cited edition of a Recommendation, a Report or a Supplement of which no edition is in force any more: of
    ITU-T by the status of its editions, of ITU-R by its list of what was withdrawn. When it was withdrawn is not known;
    on a day before that of the catalogue nothing is said. What replaced it, if anything did, is not known either, and
    none is invented. Citations without an edition are never reported, nor what the sentence itself calls old.

    ## Why

    A withdrawn Recommendation is often replaced by one of another number, which a draft can only cite if somebody
    looks it up.
    """

    code = "STA009"
    name = "withdrawn-recommendation"
    severity = Severity.WARNING
    scope = Scope.PARAGRAPH
    tags = (Tag.DEPRECATED,)
    examples = (
        Example(
            "the notation of Recommendation ITU-T X.208 (11/1988) is used\n",
            ("Recommendation ITU-T X.208 (11/1988)",),
            as_of="2026-11-28",
        ),
        Example("the notation of Recommendation ITU-T X.208 (11/1988) is used\n", as_of="1990-01-01"),
        Example("the notation of Recommendation ITU-T X.680 (02/2021) is used\n", as_of="2026-08-22"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions of texts that are withdrawn."""
        for citation in page.publications:
            judgement = page.judgement(citation)
            record = judgement.record
            if judgement.verdict is not Verdict.ABROGATED or record is None or page.ended(citation):
                continue
            last = approvals.written(record.editions[-1])
            yield Mistake(
                citation.start,
                citation.end,
                said(
                    "{name} is no longer in force: its last edition was {edition}",
                    name=messages.named(page, citation),
                    edition=last,
                ),
                help=said("what replaced it, if anything did, is not known here"),
                record=record.key,
                minor=approvals.is_minor(citation),
            )
