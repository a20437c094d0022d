"""RDG001 unread-citation."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import CitationRole, Example, Mistake, Page, Rule, Scope, Severity, messages, said

UNJUDGED = (CitationRole.HEADING, CitationRole.HISTORY)
"""What is not judged by its edition, whatever that is."""


class UnreadCitation(Rule):
    """Words of a citation that may tell its edition were not understood.

    ## What it does

    Reports the words in the parenthesis of a citation, in its list or just behind it that speak of an edition, a year
    or a further number, and could not be read. Nothing is said of that edition then: neither that it is outdated nor
    that it is the one in force. Citations of which neither the body nor the number is known are left alone. So are
    reported the words at the end of a paragraph that only begin the name of a body ("of the World
    Telecommunication"), where the next one does not go on with it.

    ## Why

    Silence would be taken for "nothing is wrong". Write the edition as the Union writes it, and it is judged.
    """

    code = "RDG001"
    name = "unread-citation"
    severity = Severity.INFO
    scope = Scope.PARAGRAPH
    examples = (
        Example("Resolution 71 (Rev. Dubai, '18) of the Plenipotentiary Conference\n", ("(Rev. Dubai, '18)",)),
        Example("PP Resolutions 71, 2a and 102\n", (", 2a",)),
        Example("Resolution 5 (Rev. Kigali, 2022) of the World Telecommunication\n", ("World Telecommunication",)),
        Example("Resolution 71 (the strategic plan) of the Plenipotentiary Conference\n"),
        Example("Resolution 71 (Rev. Dubai, 2018, p. 12) of the Plenipotentiary Conference\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the words that were not understood, once a citation."""
        told: set[tuple[int, int]] = set()
        for citation in page.all_citations:
            unread = citation.unread
            if unread is None or unread in told or citation.role in UNJUDGED:
                continue
            if unread == citation.bodies_at:
                told.add(unread)
                yield Mistake(
                    unread.start,
                    unread.end,
                    said(
                        "{name} is not read to its end: these words only begin the name of a body",
                        name=messages.named(page, citation),
                    ),
                    help=said("write the name of the body in full"),
                )
                continue
            if citation.body not in page.registry.bodies:
                continue
            told.add(unread)
            yield Mistake(
                unread.start,
                unread.end,
                said(
                    "{name} is not read to its end: these words were not understood, so its edition is not judged",
                    name=messages.named(page, citation),
                ),
                help=said("write the edition as (Rev. Place, Year)"),
            )
