"""REF002 unknown-edition."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Example, Mistake, Page, Rule, Scope, Severity, Verdict, editions, messages, said


class UnknownEdition(Rule):
    """That resolution never had that edition.

    ## What it does

    Reports an edition that is missing from a complete history: the conference was held, and did not touch that
    resolution. Where the registry does not know the whole history, nothing is said.

    ## Why

    Whoever updates a list of citations easily updates one too many.
    """

    code = "REF002"
    name = "unknown-edition"
    severity = Severity.ERROR
    scope = Scope.PARAGRAPH
    examples = (
        Example("Resolution 178 (Rev. Busan, 2014) of the Plenipotentiary Conference\n", ("Rev. Busan, 2014",)),
        Example("Resolution 178 (Guadalajara, 2010) of the Plenipotentiary Conference\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions that were never adopted."""
        for citation, judgement in editions.judged(page, Verdict.NEVER_ADOPTED):
            edition = citation.edition
            if edition is None or judgement.record is None:
                continue
            latest = judgement.latest or judgement.record.editions[-1]
            start, end = messages.range_of(edition)
            cited = messages.written(edition, page)
            last = page.registry.written(judgement.record, latest, citation.lang)
            as_far = messages.as_far(page, judgement)
            so = said(": its last is {edition}{as_far}", edition=last, as_far=as_far)
            name = messages.named(page, citation)
            yield Mistake(
                start,
                end,
                said("{name} never had an edition ({cited}){so}", name=name, cited=cited, so=so),
                suggestion=last,
                help=messages.origin(citation),
                record=judgement.record.key,
                as_far_as=judgement.as_far_as,
            )
