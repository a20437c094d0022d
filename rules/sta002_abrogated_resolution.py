"""STA002 abrogated-resolution."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reslint import Conference, Example, Mistake, Page, Rule, Scope, Severity, Tag, Verdict, editions, messages, said


class AbrogatedResolution(Rule):
    """The resolution is no longer in force.

    ## What it does

    Reports a citation of a text that was abrogated (suppressed, repealed) by the as-of date. It names the conference
    that did so and the text that took its place where the registry knows them, and never invents one.

    Left alone is what the text itself ends: what it abrogates, suppresses or replaces ("resolves to abrogate
    Resolution …", "SUP Resolution …"), what it calls abrogated, superseded, replaced, former or historical in the same
    sentence, and what stands in a list of abrogated texts. That a text "achieved its aims" does not say so.

    ## Why

    An abrogated text binds nobody. A citation of it is either a leftover, or meant as history; then it is worth saying
    so in the draft.
    """

    code = "STA002"
    name = "abrogated-resolution"
    severity = Severity.WARNING
    scope = Scope.PARAGRAPH
    tags = (Tag.DEPRECATED,)
    examples = (
        Example(
            "recalling Resolution 73 (Minneapolis, 1998) of the Plenipotentiary Conference,\n",
            ("Resolution 73 (Minneapolis, 1998)",),
            as_of="2023-07-21",
        ),
        Example(
            "List of abrogated resolutions\n\nResolution 36 (Rev. Guadalajara, 2010)\n\nresolves\n\n"
            "1\tto abrogate Resolution 72 (Rev. Busan, 2014) of the Plenipotentiary Conference;\n\n"
            "2\tto recall Resolution 73 (Minneapolis, 1998) of that Conference, which achieved its aims.\n",
            ("Resolution 73 (Minneapolis, 1998)",),
        ),
        Example("recalling Resolution 70 (Rev. Bucharest, 2022) of the Plenipotentiary Conference,\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the abrogated texts among the citations."""
        for citation, judgement in editions.judged(page, Verdict.ABROGATED):
            record = judgement.record
            if record is None or page.ended(citation):
                continue
            yield Mistake(
                citation.start,
                citation.end,
                _told(
                    messages.named(page, citation),
                    _key(record.abrogated_by),
                    record.repealed_by or "",
                    _key(record.checked),
                ),
                help=messages.origin(citation),
                record=record.key,
            )


def _key(conference: Conference | None) -> str:
    return conference.key if conference is not None else ""


@lru_cache(maxsize=256)
def _told(name: str, abrogated_by: str, repealed_by: str, checked: str) -> str:
    """What is said of all citations of a text; empty is what is not known."""
    if abrogated_by:
        since = said("it was abrogated by {conference}", conference=abrogated_by)
    elif repealed_by:
        since = said("{text} repealed it", text=repealed_by)
    else:
        since = said("{conference} does not list it any more", conference=checked or said("the last list"))
    return said("{name} is no longer in force: {since}", name=name, since=since)
