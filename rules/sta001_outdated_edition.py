"""STA001 outdated-edition."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import (
    Applicability,
    Citation,
    Edition,
    Example,
    Mistake,
    Page,
    Rule,
    Scope,
    Severity,
    Verdict,
    editions,
    messages,
    said,
)


class OutdatedEdition(Rule):
    """A later edition of that resolution was in force.

    ## What it does

    Compares the edition a citation names with the last edition of that same resolution on the as-of date, and names the
    later one, as that body writes it: "(Rev. Dubai, 2018)", "(Rev.WRC-15)", "61-2". A resolution that nobody revised
    stays current however old it is: Resolution 178 (Guadalajara, 2010) is not outdated.

    An edition that is to be replaced is one finding. Its message also says what else is wrong with the form of that
    edition (FRM001, FRM003) and where the text is cited otherwise (STA005, TRK002); where this rule is left out or
    silenced, those stand for themselves, and `--fix` mends their form in either case.

    ## Why

    Drafts copy older texts and go on citing what was revised since. Place and year are part of the number of a
    resolution: citing the old ones cites a text that is no longer in force. A history of editions, the heading of the
    text itself, and the earlier editions of the text that is being revised are left alone, and so is what the text
    itself replaces or calls superseded ("This resolution supersedes Resolution 71 (Rev. Dubai, 2018)").
    """

    code = "STA001"
    name = "outdated-edition"
    severity = Severity.WARNING
    fix = Applicability.UNSAFE
    scope = Scope.PARAGRAPH
    includes = ("FRM001", "FRM003", "STA005", "TRK002")
    examples = (
        Example(
            "recalling\na)\tResolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference;\n",
            ("Rev. Dubai, 2018",),
            "recalling\na)\tResolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference;\n",
        ),
        Example(
            "recalling\na)\tResolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference;\n", as_of="2022-03-09"
        ),
        Example("as stated in Resolution 178 (Guadalajara, 2010) of the Plenipotentiary Conference\n"),
        Example(
            "as stated in Resolution ITU-R 61-2 (Sharm el-Sheikh, 2019)\n",
            ("61-2 (Sharm el-Sheikh, 2019)",),
            "as stated in Resolution ITU-R 61-3 (Dubai, 2023)\n",
        ),
        Example(
            "the working methods of Resolution ITU-R 1-7 are followed\n",
            ("1-7",),
            "the working methods of Resolution ITU-R 1-9 are followed\n",
        ),
        Example("This resolution supersedes Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference.\n"),
        Example(
            "the history of Resolution 99 (Rev. Dubai, 2018) and Resolution 99 (Minneapolis, 1998)\n", as_of="PP-18"
        ),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the superseded editions of all bodies but those that modify their texts at sessions (STA003)."""
        for citation, judgement in editions.judged(page, Verdict.SUPERSEDED):
            record, latest = judgement.record, judgement.latest
            if latest is None or record is None:
                continue
            if page.registry.bodies[record.body].cites == "session" or page.ended(citation):
                continue
            if citation.edition and latest.suffix and citation.number == editions.number_of(citation, latest):
                continue  # the number is that of the edition in force, and place and year are wrong: FRM007
            in_force = page.registry.written(record, latest, citation.lang)
            as_far = messages.as_far(page, judgement)
            so = (
                said(": the last edition known is {edition}{as_far}", edition=_quoted(in_force), as_far=as_far)
                if as_far
                else said(": the edition in force is {edition}", edition=_quoted(in_force))
            )
            yield Mistake(
                *_where(citation, latest),
                said("{name} was revised since{so}", name=messages.named(page, citation), so=so),
                suggestion=in_force if citation.edition else editions.number_of(citation, latest),
                help=messages.origin(citation),
                fix=editions.renewed(page, citation, latest),
                record=record.key,
                as_far_as=judgement.as_far_as,
            )


def _where(citation: Citation, latest: Edition) -> tuple[int, int]:
    """The edition that is cited, with the number where that tells it; or the number alone."""
    if citation.edition is None:
        return citation.number_at
    start, end = messages.range_of(citation.edition)
    if latest.suffix is not None and not citation.shared:
        start = min(start, citation.number_at.start)
        end = max(end, citation.parenthesis.end if citation.parenthesis else end)
    return start, end


def _quoted(latest: str) -> str:
    return latest if "(" in latest else f"({latest})"
