"""REF007 ambiguous-body."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Example, Mistake, Page, Rule, Severity, messages, said


class AmbiguousBody(Rule):
    """The number belongs to several bodies and nothing says which is meant.

    ## What it does

    Reports a citation without a body, an edition or a context that could tell, in a document that cites texts of the
    Union, when more than one body has a text of that number.

    ## Why

    Numbers are counted by each body for itself: Resolution 30 is one of the Plenipotentiary Conference, another of the
    World Telecommunication Development Conference, and so on. A reader cannot know, and neither can reslint.
    """

    code = "REF007"
    name = "ambiguous-body"
    severity = Severity.INFO
    examples = (
        Example("Resolution 140 (Rev. Bucharest, 2022) was the model.\nSee also Resolution 30.\n", ("Resolution 30",)),
        Example("Resolution 140 (Rev. Bucharest, 2022) was the model.\nSee also WTDC Resolution 30.\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the citations whose body stayed open between several."""
        if not any(citation.body in page.registry.bodies for citation in page.all_citations):
            return
        for citation in page.citations:
            if citation.body is not None or citation.editions or "/" in citation.number:
                continue
            if not page.text[citation.start].isupper():
                continue
            having = page.registry.bodies_having(citation.kind, citation.number)
            if len(having) > 1:
                yield Mistake(
                    citation.start,
                    citation.end,
                    said(
                        "{name} is one of {bodies}: say which",
                        name=messages.named(page, citation),
                        bodies=", ".join(having),
                    ),
                )
