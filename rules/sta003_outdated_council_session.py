"""STA003 outdated-council-session."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import (
    Applicability,
    Example,
    Mark,
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


class OutdatedCouncilSession(Rule):
    """A later session modified that text.

    ## What it does

    Texts of the Council carry the session that last modified them: "(Modified 2019)", "(C11, last amended C16)", "last
    modified at its 2019 session". The rule compares it with the last session the registry knows for that text on the
    as-of date. A citation that names the session of adoption alone says nothing of modifications and is left alone, and
    so is what the text itself replaces or calls superseded.

    An edition that is to be replaced is one finding: its message also says that its mark is wrong (FRM005),
    and where the text is cited otherwise (STA005, TRK002).

    ## Why

    The Council modifies its resolutions at a session, without a new place to notice; the year is all that tells which
    text is meant.
    """

    code = "STA003"
    name = "outdated-council-session"
    severity = Severity.WARNING
    fix = Applicability.UNSAFE
    scope = Scope.PARAGRAPH
    includes = ("FRM005", "STA005", "TRK002")
    examples = (
        Example(
            "in accordance with Resolution 1332, first adopted by the Council at its 2011 session and last modified at "
            "its 2019 session\n",
            ("2019",),
            "in accordance with Resolution 1332, first adopted by the Council at its 2011 session and last modified at "
            "its 2024 session\n",
            as_of="2024-12-01",
        ),
        Example(
            "Council Resolution 1332 (Modified 2019)\n",
            ("Modified 2019",),
            "Council Resolution 1332 (Modified 2024)\n",
            "2024-12-01",
        ),
        Example("Council Resolution 1332 (Modified 2019)\n", as_of="2023-07-21"),
        Example("Resolution 1332 adopted by the Council at its 2011 session\n", as_of="2024-12-01"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the superseded sessions of bodies that cite by session."""
        bodies = {key for key, body in page.registry.bodies.items() if body.cites == "session"}
        for citation, judgement in editions.judged(page, Verdict.SUPERSEDED):
            edition = citation.edition
            if citation.body not in bodies or edition is None or edition.mark is Mark.ADOPTED:
                continue
            if judgement.latest is None or judgement.record is None:
                continue
            if edition.mark is Mark.PLAIN and judgement.cited is not None and not judgement.cited.revised:
                continue
            if page.ended(citation):
                continue
            start, end = messages.range_of(edition)
            latest = page.registry.written(judgement.record, judgement.latest, citation.lang)
            year = str(judgement.latest.conference.year)
            as_far = messages.as_far(page, judgement)
            so = said(": last at the {year} session{as_far}", year=year, as_far=as_far)
            yield Mistake(
                start,
                end,
                said("{name} was modified since{so}", name=messages.named(page, citation), so=so),
                suggestion=year if edition.in_prose else latest,
                help=messages.origin(citation),
                fix=editions.renewed(page, citation, judgement.latest),
                record=judgement.record.key,
                as_far_as=judgement.as_far_as,
            )
