"""FRM008 recommendation-form."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Citation, Edit, Example, Fix, Mistake, Page, Rule, Scope, Severity, said


class RecommendationForm(Rule):
    """The designation of a Recommendation is not written as it should be.

    ## What it does

    Reports a designation without its point ("X509", "M2012-5") or in small letters, and a Sector without its hyphen
    ("ITUT", "ITU T"). They are read all the same; the fix writes them as the Union does.

    ## Why

    Who searches for "X.509" does not find "X509".
    """

    code = "FRM008"
    name = "recommendation-form"
    severity = Severity.INFO
    fix = Applicability.SAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example("certificates as in ITU-T X509\n", ("X509",), "certificates as in ITU-T X.509\n"),
        Example("as in Recommendation ITU T G.711 (1988)\n", ("ITU T",), "as in Recommendation ITU-T G.711 (1988)\n"),
        Example("certificates as in ITU-T X.509\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the Sectors and the designations that are mended while they are read."""
        for citation in page.all_citations:
            sector = page.registry.sectors.get(citation.body or "")
            if sector is None or citation.kind in ("question", "supplement"):
                continue
            for slip in sector.slips:
                at = page.text.find(slip, citation.start, citation.number_at.start)
                if at >= 0:
                    right = next(
                        (name for name in sector.letters if _letters(name) == _letters(slip)), sector.letters[0]
                    )
                    yield _mistake(at, at + len(slip), right)
                    break
            start, end = citation.number_at
            if _is_slip(page.text[start:end], citation):
                yield _mistake(start, end, citation.number)


def _is_slip(words: str, citation: Citation) -> bool:
    """Whether a point is missing, or the letters are small; how wide a blank or a hyphen is does not count."""
    return words.count(".") < citation.number.count(".") or words[:1].islower()


def _letters(name: str) -> str:
    return "".join(sign for sign in name if sign.isalpha())


def _mistake(start: int, end: int, right: str) -> Mistake:
    fix = Fix((Edit(start, end, right),), Applicability.SAFE)
    return Mistake(start, end, said("this is written {right}", right=right), suggestion=right, fix=fix)
