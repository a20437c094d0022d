"""STA008 outdated-recommendation."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import (
    Applicability,
    ApprovalStatus,
    Citation,
    Edition,
    Example,
    Judgement,
    Mistake,
    Page,
    Rule,
    Scope,
    Severity,
    Verdict,
    approvals,
    messages,
    said,
)


class OutdatedRecommendation(Rule):
    """A later edition of that Recommendation was approved.

    ## What it does

    Compares the edition that a citation names with the last one of that Recommendation, Report, Question or Supplement
    on the as-of date. A citation that names no edition is never reported, nor is what the text says of itself, a table
    or a chain of editions, a log of changes, a list of approvals, what the sentence calls old ("formerly",
    "superseded", "historical"), or what a treaty or a law incorporates by reference (STA011). In a bibliography it is
    an info.

    A text that is judged by its own date (`--as-of document`, or `--as-of 2012-02` for one that was published in that
    month) is not told of an edition of the three months before it.

    Of ITU-T it is known which edition is in force. The catalogue of ITU-R has holes: there it is said that a later
    edition is known, and of the last one that is known nothing is said.

    The fix replaces the edition alone, in the form in which the text writes it. There is none where the same text of
    ISO/IEC is cited with it, which would have to change too, and none for an edition that is cited with an amendment.

    ## Why

    References to Recommendations are dated, and stay as they were when the text was first written. Of the dated
    references in published texts one in twelve was outdated on the day of publication, most of them by years.
    """

    code = "STA008"
    name = "outdated-recommendation"
    severity = Severity.WARNING
    fix = Applicability.UNSAFE
    scope = Scope.PARAGRAPH
    includes = ("STA005",)
    examples = (
        Example(
            "the controls of Recommendation ITU-T X.1051 (04/2016) apply\n",
            ("04/2016",),
            "the controls of Recommendation ITU-T X.1051 (06/2023) apply\n",
        ),
        Example("the controls of Recommendation ITU-T X.1051 (04/2016) apply\n", as_of="2023-06-12"),
        Example(
            "the interfaces of Recommendation ITU-R M.2012-5 are used\n",
            ("M.2012-5",),
            "the interfaces of Recommendation ITU-R M.2012-6 are used\n",
        ),
        Example("the controls of Recommendation ITU-T X.1051 apply\n"),
        Example("Recommendation ITU-T X.1051 (04/2016) (superseded) and its controls\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions of which a later one was approved."""
        for citation in page.publications:
            judgement = page.judgement(citation)
            latest, record, cited = judgement.latest, judgement.record, citation.edition
            if judgement.verdict is not Verdict.SUPERSEDED or latest is None or record is None or cited is None:
                continue
            if page.ended(citation) or approvals.is_recent(page, judgement) or approvals.is_label(page, citation):
                continue
            name = approvals.name_of(latest, citation)
            edition = f"{name} {approvals.written(latest)}" if name else approvals.written(latest)
            start, end = messages.range_of(cited)
            yield Mistake(
                # A revision is no word of its own: what is to be written is the designation that it is part of.
                citation.number_at.start if latest.suffix is not None else start,
                end,
                _message(page, citation, _so(judgement, latest, edition)),
                suggestion=edition if name else approvals.instead(page, citation, latest),
                fix=None if name else approvals.renewed(page, citation, latest),
                record=record.key,
                minor=approvals.is_minor(citation),
            )


def _message(page: Page, citation: Citation, so: str) -> str:
    """That the edition was revised, and what would have to change with it."""
    message = said("{name} was revised since{so}", name=messages.named(page, citation), so=so)
    if not approvals.has_twin(page, citation):
        return message
    beside = said("the text of ISO/IEC beside it would have to change too")
    return said("{message}; {beside}", message=message, beside=beside)


def _so(judgement: Judgement, latest: Edition, edition: str) -> str:
    """The later edition, and how surely it is the last one."""
    in_force = latest.approval is not None and latest.approval.status is ApprovalStatus.IN_FORCE
    if latest.suffix is not None:
        return said(": a later edition is known: {edition}", edition=edition)
    if not in_force:
        return said(": the edition of that day is {edition}", edition=edition)
    if judgement.as_far_as is None:
        return said(": the edition in force is {edition}", edition=edition)
    return said(": the last edition known is {edition}{as_far}", edition=edition, as_far="")
