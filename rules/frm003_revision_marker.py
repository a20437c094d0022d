"""FRM003 revision-marker."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import (
    Applicability,
    Citation,
    CitedEdition,
    Example,
    Fix,
    Mark,
    Mistake,
    Page,
    Rule,
    Scope,
    Severity,
    ToldBy,
    editions,
    messages,
    replace,
    said,
)

MARGIN = " ,\u060c\uff0c"


class RevisionMarker(Rule):
    """ "Rev." is missing, or stands on a first adoption.

    ## What it does

    The first edition of a resolution is written "(Bucharest, 2022)", every later one "(Rev. Bucharest, 2022)". The rule
    compares the mark with the chain of editions in the registry. Resolutions of the Radiocommunication Assembly count
    their revisions in the number and are left alone.

    ## Why

    The mark tells a reader whether there is an earlier text.
    """

    code = "FRM003"
    name = "revision-marker"
    severity = Severity.WARNING
    fix = Applicability.SAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "Resolution 102 (Busan, 2014) of the Plenipotentiary Conference\n",
            ("Busan, 2014",),
            "Resolution 102 (Rev. Busan, 2014) of the Plenipotentiary Conference\n",
            as_of="PP-14",
        ),
        Example(
            "Resolution 214 (Rev. Bucharest, 2022)\n", ("Rev. Bucharest, 2022",), "Resolution 214 (Bucharest, 2022)\n"
        ),
        Example("Resolution 214 (Bucharest, 2022) and Resolution 102 (Rev. Bucharest, 2022)\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions whose mark is not that of the registry."""
        for citation in page.all_citations:
            edition = citation.edition
            if edition is None or edition.place_at is None or edition.in_prose or citation.glued:
                continue
            if edition.told is ToldBy.CONFERENCE or _of_sessions(page, citation):
                continue
            if len(citation.editions) > 1 or edition.mark not in (Mark.PLAIN, Mark.REVISED):
                continue
            judgement = page.judgement(citation)
            known = judgement.cited
            if known is None or known.suffix is not None or judgement.record is None:
                continue
            if known.revised == (edition.mark is Mark.REVISED):
                continue
            start, end = messages.range_of(edition)
            name = messages.named(page, citation)
            if known.revised:
                before, behind = editions.revision_mark(page, citation.lang)
                so = said(": write {mark}", mark=(before or behind).strip(MARGIN))
                message = said("this edition of {name} is a revision{so}", name=name, so=so)
                at = edition.where.start if before else edition.where.end
                fix: Fix | None = replace(at, at, before or behind, Applicability.SAFE)
            else:
                message = said("this edition of {name} is the first: no mark of a revision", name=name)
                fix = _without_mark(edition, start, end)
            yield Mistake(
                start,
                end,
                message,
                suggestion=page.registry.written(judgement.record, known, citation.lang),
                help=messages.origin(citation),
                fix=fix if not citation.shared or page.in_common(citation).cited is not None else None,
                record=judgement.record.key,
            )


def _without_mark(edition: CitedEdition, start: int, end: int) -> Fix | None:
    """Take the mark out that begins or ends the range; a mark that stands elsewhere stays."""
    if start < edition.where.start:
        return replace(start, edition.where.start, "", Applicability.SAFE)
    if edition.where.end < end:
        return replace(edition.where.end, end, "", Applicability.SAFE)
    return None


def _of_sessions(page: Page, citation: Citation) -> bool:
    """Whether the body meets in sessions, beside whose year a place says nothing."""
    body = page.registry.bodies.get(citation.body or "")
    return body is not None and body.cites == "session"
