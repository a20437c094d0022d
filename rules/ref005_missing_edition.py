"""REF005 missing-edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reslint import (
    Applicability,
    Citation,
    Example,
    Mistake,
    Page,
    Rule,
    Severity,
    Verdict,
    approvals,
    messages,
    replace,
    said,
)

BRACKETS = frozenset("()（）")
"""Where these stand in what is written as an edition, it is the whole citation."""


class MissingEdition(Rule):
    """The first mention of a resolution lacks place and year, or a Recommendation is cited without any edition.

    ## What it does

    Reports the first citation of a resolution in a document that names no edition anywhere before, and the first of a
    Recommendation of which the document names no edition at all. Off by default: half of all citations of
    Recommendations name none, and mean the one in force, so that for these there is no fix.

    ## Why

    Place and year are an integral part of the number of a resolution, as ITU's guidance on drafting says; later
    mentions may be short.
    """

    code = "REF005"
    name = "missing-edition"
    severity = Severity.INFO
    default = False
    fix = Applicability.UNSAFE
    examples = (
        Example(
            "in view of Resolution 140 of the Plenipotentiary Conference\n",
            ("Resolution 140",),
            "in view of Resolution 140 (Rev. Bucharest, 2022) of the Plenipotentiary Conference\n",
        ),
        Example("Resolution 140 (Rev. Bucharest, 2022), and later Resolution 140 of the Plenipotentiary Conference\n"),
        Example("the controls of Recommendation ITU-T X.1051 apply\n", ("Recommendation ITU-T X.1051",)),
        Example("[ITU-T X.1051]\tRecommendation ITU-T X.1051 (06/2023), Controls.\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield first mentions without an edition, of bodies that cite by place or session, and of Recommendations."""
        yield from self._resolutions(page)
        yield from self._recommendations(page)

    def _resolutions(self, page: Page) -> Iterator[Mistake]:
        seen: set[tuple[str | None, str, str]] = set()
        for citation in page.all_citations:
            key = (citation.body, citation.kind, citation.number.partition("-")[0])
            first = key not in seen
            seen.add(key)
            if not first or citation.editions or page.registry.cites(citation.body) not in ("place", "session"):
                continue
            judgement = page.judgement(citation)
            latest = judgement.latest
            edition = (
                page.registry.written(judgement.record, latest, citation.lang) if latest and judgement.record else None
            )
            as_far = messages.as_far(page, judgement)
            so = said(": the last is {edition}{as_far}", edition=edition, as_far=as_far) if edition and as_far else ""
            yield Mistake(
                citation.start,
                citation.end,
                said(
                    "{name} is mentioned first without its place and year{so}",
                    name=messages.named(page, citation),
                    so=so,
                ),
                suggestion=edition,
                help=messages.origin(citation),
                fix=replace(citation.end, citation.end, f" ({edition})", Applicability.UNSAFE)
                if edition
                and latest
                and page.registry.may_write(latest.conference.place or "", citation.lang)
                and BRACKETS.isdisjoint(edition)
                and citation.text[-1] not in BRACKETS
                and judgement.verdict is not Verdict.ABROGATED
                else None,
                record=judgement.record.key if judgement.record else None,
                as_far_as=judgement.as_far_as,
            )

    def _recommendations(self, page: Page) -> Iterator[Mistake]:
        sectors = page.registry.sectors
        told = {_text(page, one) for one in page.all_citations if one.body in sectors and one.editions}
        for citation in page.publications:
            text = _text(page, citation)
            if text in told:
                continue
            told.add(text)
            judgement = page.judgement(citation)
            latest = approvals.written(judgement.latest) if judgement.latest else ""
            yield Mistake(
                citation.start,
                citation.end,
                said(
                    "{name} is cited without an edition{so}",
                    name=messages.named(page, citation),
                    so=said(": the last edition known is {edition}{as_far}", edition=latest, as_far="")
                    if latest
                    else "",
                ),
                record=judgement.record.key if judgement.record else None,
            )


def _text(page: Page, citation: Citation) -> tuple[str | None, str, str]:
    """What is cited, by whichever of its names."""
    record = page.judgement(citation).record
    return (citation.body, citation.kind, record.number if record else citation.number)
