"""The history of one text while evidence is brought to it: its editions in order, and how far they are whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from reslint.ingesting.evidence import Attested
from reslint.registry.model import Conference

Plain = dict[str, Any]


class ContradictionError(Exception):
    """What was read does not go with what is known; the message says how. Nothing is resolved by a guess."""


class Calendar:
    """The conferences by key, and which of a body's comes next."""

    def __init__(self, conferences: Mapping[str, Conference], sessions: Iterable[str]) -> None:
        self.conferences = conferences
        self._sessions = frozenset(sessions)
        self._next: dict[str, str] = {}
        by_body: dict[str, list[Conference]] = {}
        for conference in conferences.values():
            by_body.setdefault(conference.body, []).append(conference)
        for held in by_body.values():
            held.sort(key=lambda conference: conference.when)
            self._next.update({one.key: later.key for one, later in pairwise(held)})

    def when(self, key: str) -> Any:
        """What orders the conferences of a body."""
        return self.conferences[key].when

    def later(self, one: str | None, other: str | None) -> str | None:
        """The later of two conferences; one of them where the other is None."""
        if one is None or other is None:
            return one or other
        return max(one, other, key=self.when)

    def follows(self, one: str, other: str) -> bool:
        """Whether no conference of the body can have been between the two.

        A body that meets every year may have sessions that the calendar lacks: there the years have to follow.
        """
        if self._next.get(one) != other:
            return False
        first, second = self.conferences[one], self.conferences[other]
        return first.body not in self._sessions or second.year - first.year <= 1


class History:
    """The editions of one record: `editions` maps the key of a conference to the suffix, None without one."""

    def __init__(self, record: Mapping[str, Any], calendar: Calendar) -> None:
        self.calendar = calendar
        self.editions: dict[str, int | None] = {
            one if isinstance(one, str) else one["conference"]: None if isinstance(one, str) else one["suffix"]
            for one in record.get("editions", ())
        }
        self.adoption_read = (
            bool(self.editions) and "adoption" not in record and self.editions[self.first or ""] in (None, 0)
        )
        self.checked: str | None = record.get("checked")
        complete = record.get("complete")
        self.through: str | None = self.checked if complete is True else complete

    @property
    def first(self) -> str | None:
        """The conference of the first edition read."""
        return next(iter(self.editions), None)

    @property
    def last(self) -> str | None:
        """The conference of the last edition read."""
        return next(reversed(self.editions), None) if self.editions else None

    def add(self, attested: Attested, *, weak: bool) -> None:
        """Bring in an edition; ContradictionError where it cannot be. `weak` evidence may mark a revision wrongly."""
        key, suffix = attested.meeting.key, attested.suffix
        when = self.calendar.when
        if key in self.editions:
            if suffix is not None and self.editions[key] != suffix:
                raise ContradictionError(f"{key} is revision {suffix} here, and {self.editions[key]} in the registry")
            self._mark(attested, weak)
            return
        if self.first is not None and when(key) < when(self.first) and self.adoption_read:
            raise ContradictionError(f"an edition of {key} would be before the first, of {self.first}")
        if self.through is not None and self.first is not None and when(self.first) < when(key) <= when(self.through):
            raise ContradictionError(f"the history is whole through {self.through} and has no edition of {key}")
        if self.first is not None and attested.revised is False and when(key) > when(self.first) and not weak:
            raise ContradictionError(f"{key} is no revision here, and yet there is an earlier edition, of {self.first}")
        if suffix is not None and not self._counts_up(key, suffix):
            raise ContradictionError(f"revision {suffix} of {key} does not count up with the others")
        earliest = self.first is None or when(key) < when(self.first)
        self.editions[key] = suffix
        self.editions = dict(sorted(self.editions.items(), key=lambda item: when(item[0])))
        if earliest:
            self.adoption_read = attested.revised is False
            self.through = None

    def whole_through(self, key: str) -> None:
        """No edition is missing through this conference."""
        self.through = self.calendar.later(self.through, key)

    def settle(self, gone: str | None) -> None:
        """Draw what follows: where the conferences follow each other, no edition can be missing in between.

        `gone` is the conference after which the text was no longer in force, if any: of those before it, that says
        nothing, while the last edition of a text in force was the latest through the conference it was checked for.
        """
        if self.checked is not None or self.last is not None:
            self.checked = self.calendar.later(self.checked, self.last)
        if not self.adoption_read or self.first is None:
            return
        through = self.calendar.later(self.through, self.first)
        for key in self.editions:
            if through is not None and self.calendar.follows(through, key):
                through = key
        last = self.last
        if gone is not None and through is not None and self.calendar.follows(through, gone):
            through = gone
        reached = gone or last
        if through is not None and reached is not None and self.calendar.when(reached) <= self.calendar.when(through):
            through = self.calendar.later(through, self.checked)
        self.through = through

    def fields(self) -> Plain:
        """What the record says of its history."""
        fields: Plain = {}
        if self.editions:
            fields["editions"] = [
                key if suffix is None else {"conference": key, "suffix": suffix}
                for key, suffix in self.editions.items()
            ]
            if not self.adoption_read and self.editions[self.first or ""] is None:
                fields["adoption"] = "unread"
        if self.through is not None and self.through == self.checked:
            fields["complete"] = True
        elif self.through not in (None, self.first):
            fields["complete"] = self.through
        if self.checked is not None:
            fields["checked"] = self.checked
        return fields

    def _mark(self, attested: Attested, weak: bool) -> None:
        """Hold "Rev." against what is known of the first edition."""
        if weak or attested.revised is None or attested.suffix is not None:
            return
        first = attested.meeting.key == self.first
        if not first and not attested.revised:
            raise ContradictionError(f"{attested.meeting.key} is no revision here, and one in the registry")
        if first and attested.revised and self.adoption_read:
            raise ContradictionError(
                f"{attested.meeting.key} is a revision here, and the first edition in the registry"
            )
        if first and not attested.revised:
            self.adoption_read = True

    def _counts_up(self, key: str, suffix: int) -> bool:
        when = self.calendar.when
        return all(
            other is not None and (other < suffix) == (when(held) < when(key)) and other != suffix
            for held, other in self.editions.items()
        )
