"""DOC002 glued-words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reslint import Example, Mistake, Page, Rule, Scope, Severity, said

from ._glued import glued_years, together
from ._sides import CAUSE


class GluedWords(Rule):
    """Words that belong to two sides of a change stand run together.

    ## What it does

    Reports two clause headings in one ("consideringrecalling") and, outside of citations, a year that is run into a
    word or another year ("2014and", "20222026", "2018Bucharest"). Addresses, identifiers and units are left alone.
    Editions run together inside a citation are the business of TRK001.

    ## Why

    It is the mark of a text in which deleted words were kept beside the inserted ones; what such a text says is not
    certain.
    """

    code = "DOC002"
    name = "glued-words"
    severity = Severity.INFO
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "consideringrecalling\n\na)\tthe plan for 20222026;\nb)\tthose of 2018and of 2016-20192020-2023,\n",
            ("consideringrecalling", "20222026", "2018and", "20192020"),
        ),
        Example(
            "considering\n\na)\tthe plan for 2022-2026, in the band 2025MHz;\nb)\tthe page https://example.org/2018and,\n"
        ),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield clause headings and years that are run together, in text order."""
        mistakes = [*self._headings(page), *self._years(page)]
        return sorted(mistakes, key=lambda mistake: mistake.start)

    def _headings(self, page: Page) -> Iterator[Mistake]:
        for clause in page.structure.clauses:
            if clause.parts:
                both = together([" ".join(page.text[start:end].split()) for start, end in clause.parts])
                message = said("clause heading: {both} run together", both=both)
                yield Mistake(clause.parts[0][0], clause.parts[-1][1], message, part_of=CAUSE)

    def _years(self, page: Page) -> Iterator[Mistake]:
        for found in glued_years(page):
            yield Mistake(found.start, found.end, _what(found.words, found.rest), part_of=CAUSE)


def _what(words: str, rest: str) -> str:
    if rest.isdigit():
        return said("{words}: two years run together", words=words)
    return said("{words}: a year run into a word", words=words)
