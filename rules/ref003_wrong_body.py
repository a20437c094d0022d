"""REF003 wrong-body."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import BodyFrom, Example, Mistake, Page, Rule, Scope, Severity, messages, said


class WrongBody(Rule):
    """The body named is not the one that adopted the text.

    ## What it does

    Reports a citation whose words name one body while its place and year are those of a conference of another, which
    has a text of that number.

    ## Why

    "Resolution 140 (Rev. Bucharest, 2022) of the World Telecommunication Development Conference" sends the reader to
    the wrong book: numbers are counted by each body for itself.
    """

    code = "REF003"
    name = "wrong-body"
    severity = Severity.ERROR
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "Resolution 140 (Rev. Bucharest, 2022) of the World Telecommunication Development Conference\n",
            ("World Telecommunication Development Conference",),
        ),
        Example("Resolution 140 (Rev. Bucharest, 2022) of the Plenipotentiary Conference\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the stated bodies that the edition contradicts."""
        registry = page.registry
        by_place = {key for key, body in registry.bodies.items() if body.cites == "place"}
        for citation in page.citations:
            edition = citation.edition
            if edition is None or citation.body not in by_place or citation.body_from is not BodyFrom.STATED:
                continue
            if edition.town is None or edition.year is None:
                continue
            bodies = [conference.body for conference in registry.held_at(edition.town, edition.year)]
            if citation.body in bodies:
                continue
            others = [body for body in bodies if registry.record(body, citation.kind, citation.number) is not None]
            if len(others) != 1:
                continue
            where = citation.bodies_at
            start, end = (where.start, where.end) if where else (citation.start, citation.end)
            yield Mistake(
                start,
                end,
                said(
                    "({edition}) is no conference of {body}, but of {other}",
                    edition=messages.written(edition, page),
                    body=citation.body or "",
                    other=others[0],
                ),
                suggestion=_name(page, others[0], citation.lang),
                record=f"{others[0]} {citation.number}",
            )


def _name(page: Page, body: str, lang: str) -> str:
    names = page.registry.bodies[body].names.get(lang, ())
    return names[0] if names else body
