"""FRM007 itu-r-number."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import (
    Applicability,
    Example,
    Mistake,
    Page,
    Rule,
    Scope,
    Severity,
    Verdict,
    editions,
    messages,
    replace,
    said,
)


class ItuRNumber(Rule):
    """The number of an ITU-R resolution lacks its revision, or carries another one.

    ## What it does

    Resolutions of the Radiocommunication Assembly count their revisions behind the number: the edition of Sharm
    el-Sheikh, 2019, of Resolution 61 is 61-2. Reports a number that does not go with the edition beside it.

    ## Why

    The number with its revision is the name of the text in the publications of the Sector.
    """

    code = "FRM007"
    name = "itu-r-number"
    severity = Severity.INFO
    fix = Applicability.UNSAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "Resolution ITU-R 61 (Sharm el-Sheikh, 2019)\n",
            ("61",),
            "Resolution ITU-R 61-2 (Sharm el-Sheikh, 2019)\n",
            as_of="2022-03-09",
        ),
        Example("Resolution ITU-R 61-2 (Sharm el-Sheikh, 2019)\n", as_of="2022-03-09"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the numbers whose revision is not that of the edition cited."""
        for citation in page.all_citations:
            judgement = page.judgement(citation)
            known = judgement.cited
            latest = judgement.latest
            if citation.glued or known is None or known.suffix is None or known.approval or judgement.record is None:
                continue
            renewed = latest is None or citation.number != editions.number_of(citation, latest)
            if judgement.verdict is Verdict.SUPERSEDED and renewed:
                continue  # STA001 renews the number together with the edition
            base = citation.number.partition("-")[0]
            number = f"{base}-{known.suffix}" if known.suffix else base
            if number == citation.number:
                continue
            at = citation.number_at
            fix = replace(at.start, at.end, number, Applicability.UNSAFE)
            yield Mistake(
                at.start,
                at.end,
                said("this edition has a number of its own{so}", so=said(": {number}", number=number)),
                suggestion=number,
                help=messages.origin(citation),
                fix=fix if editions.may_count(page, citation) else None,
                record=judgement.record.key,
            )
