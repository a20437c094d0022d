"""What the registry says of a citation, whose edition is judged by what it asks: text, place and year, or approval."""

from __future__ import annotations

from datetime import date

from reslint.citations.model import JUDGED, Citation, ToldBy
from reslint.registry import Judgement, Registry, Verdict, judge

Asked = tuple[str | None, str, str, str | None, int | None]
"""Body, kind and number of a text, and place and year of an edition."""


class Judging:
    """What a registry says, on a day, of the citations of a page; those that ask the same are answered once."""

    def __init__(self, registry: Registry, as_of: date) -> None:
        self._registry = registry
        self._sectors = frozenset(registry.sectors)
        self._as_of = as_of
        self._answered: dict[object, Judgement] = {}

    def of(self, citation: Citation) -> Judgement:
        """The judgement of the edition that the citation asks to be judged by."""
        body, edition, unread = citation.body, citation.edition, citation.unread
        if body in self._sectors:
            return _of_publication(self._registry, citation, self._as_of)
        told = (edition.place, edition.town, edition.year) if edition is not None else None
        asked = (body, citation.kind, citation.number, told)
        found = self._answered.get(asked)
        if found is None:
            found = self._answered[asked] = judge(self._registry, *_asked(self._registry, citation), self._as_of)
        if unread is None or unread == citation.bodies_at or found.verdict is Verdict.ABROGATED:
            return found
        # What was not understood may name a later edition than the one that was read.
        if edition is not None or found.verdict in (Verdict.CURRENT, Verdict.LAST_KNOWN):
            return found._replace(verdict=Verdict.UNKNOWN)
        return found


def _of_publication(registry: Registry, citation: Citation, as_of: date) -> Judgement:
    """The same of a Recommendation, by a catalogue that is imported where one is cited."""
    from reslint.registry.approvals import CitedApproval, annex_of, judge_approval

    edition = citation.edition
    cited = CitedApproval(edition.year, edition.month, edition.suffix) if edition else CitedApproval()
    body, kind, number = citation.body or "", citation.kind, citation.number
    if edition is not None and edition.told is ToldBy.PART:
        number = annex_of(registry, body, kind, number, citation.part)
    told = judge_approval(registry, body, kind, number, cited, as_of)
    return told if citation.role in JUDGED else told._replace(verdict=Verdict.UNKNOWN)


def _asked(registry: Registry, citation: Citation) -> Asked:
    """What the registry is asked of a citation: the text, and place and year of the edition to be judged by."""
    edition = citation.edition
    town, year = (edition.town, edition.year) if edition is not None else (None, None)
    known = registry.bodies.get(citation.body or "")
    if known is not None and known.cites == "place" and town is None and edition is not None:
        # A place that cannot be told is nobody's edition; only whether the text is in force can be said. A year alone
        # tells it where the body met once in that year.
        held = [one for one in registry.conferences.values() if one.body == known.key and one.year == year]
        alone = edition.place is None and len(held) == 1 and held[0].place
        town, year = (held[0].place, year) if alone else (None, None)
    return citation.body, citation.kind, citation.number, town, year
