"""Meetings that a text names, by place and year, by short name or by session. What is not known is not guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.citations.model import BodyFrom, Citation, CitedEdition, Mark
from reslint.citations.places import Gazetteer, Spelling
from reslint.ingesting.evidence import Attested, Meeting
from reslint.registry.building import join_key
from reslint.registry.registry import NUMBERED

if TYPE_CHECKING:
    from reslint.registry import Registry


# Sessions are called by two digits since then (C19), and before by four (C-1985), as the Council's compendium does.
CENTURY = 2000


class UnknownMeetingError(Exception):
    """A text names a conference that the registry does not know; the message says which, `advice` what to do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.advice = advice


class Meetings:
    """The conferences of one registry, as texts name them."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._gazetteers: dict[str, Gazetteer] = {}

    def at(self, body: str, place: str | None, year: int, lang: str) -> Meeting:
        """The conference of a body in a year, and in a place where the body is known by places, as a language calls it.

        Raises UnknownMeetingError; a session of a body that meets every year is known by its year.
        """
        cites = self.registry.bodies[body].cites
        if place is not None and cites != "session":
            place = self._place(place, lang)
        held = self.registry.meeting(body, place, year)
        if held is not None:
            return Meeting(held.key)
        if cites == "session":
            label = self.registry.bodies[body].data["labels"][0]
            return Meeting(f"{label}{year % 100:02}" if year >= CENTURY else f"{label}-{year}", year)
        where = f"{place}, {year}" if place else str(year)
        raise UnknownMeetingError(
            f"no conference of {body} is known for {where}", "compare, or add the conference to the registry first"
        )

    def attested(self, citation: Citation, body: str) -> tuple[Attested, ...]:
        """The editions that a heading or an entry of a list names, oldest first; UnknownMeetingError as in `at`."""
        numbered = NUMBERED.fullmatch(citation.number) if self.counts(body) else None
        editions = [edition for edition in citation.editions if edition.year is not None]
        if self.counts(body):
            last = int(numbered[2]) if numbered else 0
            if len(editions) not in (0, 1, last + 1):
                raise UnknownMeetingError(
                    f"{citation.number} has {last} revisions, but {len(editions)} years are given",
                    "compare with the source",
                )
            first = last + 1 - len(editions)
            suffixes: list[int | None] = list(range(first, last + 1))
        else:
            suffixes = [None] * len(editions)
        return tuple(
            Attested(
                self._of(edition, body, citation.lang), revised_by(edition) if suffix is None else suffix > 0, suffix
            )
            for edition, suffix in zip(editions, suffixes, strict=True)
        )

    def body_of(self, citation: Citation) -> str | None:
        """Whose text it is, as far as its own words say: what the registry happens to hold already does not count."""
        body = citation.body
        if body not in self.registry.bodies:
            return None
        if citation.body_from is BodyFrom.STATED:
            return body
        if citation.body_from is not BodyFrom.EDITION:
            return None
        for edition in citation.editions:
            if edition.label is not None or (edition.town is None and edition.mark is Mark.MODIFIED):
                return body
            if edition.town is not None and edition.year is not None:
                held = {conference.body for conference in self.registry.held_at(edition.town, edition.year)}
                if [one for one in held if self._cited_by_place(one)] == [body]:
                    return body
        return None

    def key_of(self, citation: Citation, body: str) -> str:
        """The key that the text has in the registry."""
        numbered = NUMBERED.fullmatch(citation.number) if self.counts(body) else None
        return join_key(body, citation.kind, numbered[1] if numbered else citation.number)

    def _cited_by_place(self, body: str) -> bool:
        known = self.registry.bodies[body]
        return known.cites == "place" and bool(known.kinds)

    def counts(self, body: str) -> bool:
        """Whether a body counts the revisions of a text in its number ("61-3")."""
        return "suffixes" in self.registry.bodies[body].data

    def _of(self, edition: CitedEdition, body: str, lang: str) -> Meeting:
        if edition.label is not None:
            held = self.registry.conference(edition.label)
            if held is not None and held.body == body:
                return Meeting(held.key)
        assert edition.year is not None
        return self.at(body, edition.place, edition.year, lang)

    def _place(self, written: str, lang: str) -> str:
        if lang not in self._gazetteers:
            self._gazetteers[lang] = Gazetteer(self.registry, lang)
        reading = self._gazetteers[lang].read(written, None)
        if reading.spelling in (Spelling.RIGHT, Spelling.VARIANT) and reading.town:
            return reading.town
        near = f" ({reading.name}?)" if reading.name else ""
        raise UnknownMeetingError(
            f"{written!r} is no place of the registry{near}", "mend the text, or add the place to the registry first"
        )


def revised_by(edition: CitedEdition) -> bool:
    """Whether the edition is marked as a revision or a modification."""
    return edition.mark in (Mark.REVISED, Mark.MODIFIED)
