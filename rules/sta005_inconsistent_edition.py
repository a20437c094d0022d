"""STA005 inconsistent-edition."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Citation, Example, Mark, Mistake, Page, Rule, Severity, Verdict, approvals, messages, said

ADVICE = said("cite one edition throughout, or tell the editions as a history side by side")


class InconsistentEdition(Rule):
    """One draft cites the same resolution at different editions.

    ## What it does

    Reports the older editions of a resolution that the same document also cites at a newer one. Editions told as a
    history (neighbours in a list or a sentence) are left alone, and so are those that the text itself replaces or calls
    superseded. Where the older edition is to be replaced anyhow (STA001, STA003), that finding says where the newer one
    is cited, and this rule does not repeat it. An edition that a change takes out where it brings in the newer one is
    the business of TRK002.

    Of Recommendations it is an info: of one text several editions may be meant, as they were implemented.

    ## Why

    The draft convicts itself, whatever the registry knows: one of the two is a leftover.
    """

    code = "STA005"
    name = "inconsistent-edition"
    severity = Severity.WARNING
    examples = (
        Example(
            "a)\tResolution 102 (Rev. Bucharest, 2022) on the Internet;\n"
            "b)\tResolution 70 (Rev. Bucharest, 2022) on gender;\n"
            "c)\tthat Resolution 102 (Rev. Dubai, 2018) was a beginning,\n",
            ("Rev. Dubai, 2018",),
        ),
        Example("Resolution 125 (Antalya, 2006) and Resolution 125 (Rev. Busan, 2014)\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield every citation of an edition older than the newest one that the document cites."""
        yield from _resolutions(page)
        yield from _recommendations(page)


def _resolutions(page: Page) -> Iterable[Mistake]:
    """Those of the texts of conferences."""
    groups: dict[tuple[str, str, str], list[tuple[int, Citation]]] = {}
    for citation in page.citations:
        edition = citation.edition
        if edition is None or edition.year is None or citation.body in (None, "OTHER"):
            continue
        if edition.place is None and edition.label is None and edition.mark in (Mark.PLAIN, Mark.ADOPTED):
            continue
        if page.judgement(citation).verdict is Verdict.NEVER_ADOPTED:
            continue
        key = (citation.body or "", citation.kind, citation.number.partition("-")[0])
        groups.setdefault(key, []).append((edition.year, citation))
    inconsistent = [cited for cited in groups.values() if any(year != cited[0][0] for year, _ in cited)]
    taken_out = dict(page.replaced()) if inconsistent else {}
    for cited in inconsistent:
        newest, other = max(cited, key=lambda item: item[0])
        if other.edition is None:
            continue
        place, written = page.at(other.start), messages.written(other.edition, page)
        for year, citation in cited:
            if citation.number == other.number and year in taken_out.get(other, ()):
                continue
            if year < newest and citation.edition is not None and not page.ended(citation):
                start, end = messages.range_of(citation.edition)
                yield Mistake(
                    start,
                    end,
                    said(
                        "{name} is cited at ({edition}) too, {place}",
                        name=messages.named(page, citation),
                        edition=written,
                        place=place,
                    ),
                    help=ADVICE,
                )


def _recommendations(page: Page) -> Iterable[Mistake]:
    """Those of Recommendations, as far as the catalogue has their editions."""
    groups: dict[str, list[tuple[int, Citation]]] = {}
    for citation in page.publications:
        judgement = page.judgement(citation)
        if judgement.record is not None and judgement.cited is not None and not page.ended(citation):
            order = judgement.record.editions.index(judgement.cited)
            groups.setdefault(judgement.record.key, []).append((order, citation))
    for cited in groups.values():
        newest, other = max(cited, key=lambda item: item[0])
        later = page.judgement(other).cited
        place = page.at(other.start)
        for order, citation in cited:
            if order < newest and citation.edition is not None and later is not None:
                yield Mistake(
                    *messages.range_of(citation.edition),
                    said(
                        "{name} is cited at {edition} too, {place}",
                        name=messages.named(page, citation),
                        edition=approvals.written(later),
                        place=place,
                    ),
                    help=ADVICE,
                    minor=True,
                )
