"""The bodies that the editions of a citation tell: those whose conferences met where and when they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from reslint.citations.lexicon import Lexicon
from reslint.citations.mentions import OTHER, Mentions
from reslint.citations.model import Mark

if TYPE_CHECKING:
    from reslint.citations.model import PartialCitation
    from reslint.registry import Registry


class Held:
    """What the conferences of the registry say of the citations of one view.

    `session_bodies` are those that cite the years of their sessions.
    """

    def __init__(
        self,
        registry: Registry,
        lexicons: Mapping[str, Lexicon],
        mentions: Mentions,
        session_bodies: Sequence[str],
    ) -> None:
        self.registry = registry
        self.lexicons = lexicons
        self.mentions = mentions
        self.session_bodies = session_bodies

    def told(self, draft: PartialCitation) -> str | None:
        """The body whose conference the edition names; where several met there and then, the one with that text."""
        lexicon = self.lexicons[draft.lang]
        bodies: dict[str, None] = {}
        for edition in draft.editions:
            if edition.label is not None:
                body = lexicon.body_of_label(edition.label)
                if body is not None:
                    bodies[body] = None
            elif edition.town is not None and edition.year is not None:
                for conference in self.registry.held_at(edition.town, edition.year):
                    if self.registry.bodies[conference.body].cites == "place":
                        bodies[conference.body] = None
        cited = [body for body in bodies if body in lexicon.cited]
        if len(cited) > 1:
            having = self.registry.bodies_having(draft.kind, draft.number)
            cited = [body for body in cited if body in having] or cited
        if len(cited) == 1 and len(bodies) > 1 and not self._adopted_so(cited[0], draft):
            return self._rather(cited[0], bodies.keys() - lexicon.cited)
        if len(cited) == 1:
            return cited[0]
        if not bodies:
            sessions = [body for body in self.session_bodies if self._is_session(body, draft)]
            if len(sessions) > 1:
                having = self.registry.bodies_having(draft.kind, draft.number)
                sessions = [body for body in sessions if body in having]
            if len(sessions) == 1:
                return sessions[0]
        return OTHER if bodies and not cited else None

    def met(self, body: str, draft: PartialCitation) -> bool:
        """Whether the body met where and when an edition says."""
        return any(
            conference.body == body
            for edition in draft.editions
            if edition.town is not None and edition.year is not None
            for conference in self.registry.held_at(edition.town, edition.year)
        )

    def met_by_words(self, words: str, draft: PartialCitation) -> str | None:
        """The one body with that text of whose conferences words hold the place and the year; or the one that had an
        edition of it in the place that they hold.
        """
        folded = words.casefold()
        named = [
            one
            for one in self.registry.conferences.values()
            if one.place and self.registry.place_in(one.place, draft.lang).casefold() in folded
        ]
        having = set(self.registry.bodies_having(draft.kind, draft.number))
        bodies = having & {one.body for one in named if str(one.year) in words}
        if not bodies:
            places = {one.place for one in named}
            records = (self.registry.record(body, draft.kind, draft.number) for body in having)
            bodies = {
                record.body
                for record in records
                if record is not None and any(edition.conference.place in places for edition in record.editions)
            }
        return bodies.pop() if len(bodies) == 1 else None

    def others_met(self, draft: PartialCitation) -> bool:
        """Whether only other bodies met where and when the editions say than the one that was taken for theirs."""
        held = [
            conference.body
            for edition in draft.editions
            if edition.town is not None and edition.year is not None
            for conference in self.registry.held_at(edition.town, edition.year)
        ]
        return bool(held) and draft.body not in (None, OTHER, *held)

    def _adopted_so(self, body: str, draft: PartialCitation) -> bool:
        """Whether the body is known to have adopted the text there and then, or to have revised it, as is written."""
        record = self.registry.record(body, draft.kind, draft.number)
        known: dict[tuple[str | None, int | None], bool] = {}
        for edition in record.editions if record else ():
            known[edition.conference.place, edition.conference.year] = edition.revised
        return all(known.get((one.town, one.year)) is (one.mark is Mark.REVISED) for one in draft.editions)

    def _rather(self, body: str, strangers: Set[str]) -> str | None:
        """Whose text it is where a body met with others whose texts are not known: the ones that the document names."""
        if not strangers:
            return body
        ours, theirs = self.mentions.names({body}), self.mentions.names(strangers)
        return None if ours is theirs else body if ours else OTHER

    def _is_session(self, body: str, draft: PartialCitation) -> bool:
        """Whether years without places are sessions: so marked, or the body has such a text with that year."""
        years = [edition for edition in draft.editions if edition.place is None and edition.year is not None]
        if not years or len(years) < len(draft.editions) or "/" in draft.number:
            return False
        if any(edition.mark is Mark.MODIFIED for edition in years):
            return True
        record = self.registry.record(body, draft.kind, draft.number)
        return record is not None and any(
            edition.conference.year == cited.year for edition in record.editions for cited in years
        )
