"""REF005 missing-edition."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Example, Mistake, Page, Rule, Severity, Verdict, messages, replace, said


class MissingEdition(Rule):
    """The first mention of a resolution lacks place and year.

    ## What it does

    Reports the first citation of a resolution in a document that names no edition anywhere before. Off by default.

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
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield first mentions without an edition, of bodies that cite by place or session."""
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
                and "(" not in edition
                and not citation.text.endswith(")")
                and judgement.verdict is not Verdict.ABROGATED
                else None,
                record=judgement.record.key if judgement.record else None,
                as_far_as=judgement.as_far_as,
            )
