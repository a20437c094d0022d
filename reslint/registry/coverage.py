"""How far the registry goes: what it does not cover is said once, instead of passing for unchanged."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import NamedTuple

from reslint.registry.model import Conference
from reslint.registry.registry import Registry

ENOUGH = 0.25
"""The share of a body's records that must be checked through a conference before it counts as covered."""


class Coverage(NamedTuple):
    """How far the records of a body are checked.

    `through` is the last conference covered, None where there is none; `beyond` are the later ones that were over on
    the day and are not covered, oldest first; `records` is the number of records. `by_place` is true where the body's
    conferences are known by their places.
    """

    body: str
    through: Conference | None
    beyond: tuple[Conference, ...]
    records: int
    by_place: bool = True

    def __str__(self) -> str:
        """One phrase for people: "WTDC checked through Kigali 2022; Baku 2025 not covered"."""
        if not self.records:
            return f"no texts of {self.body}"
        if self.through is None and not self.beyond:
            return f"{self.records} texts of {self.body}"
        reach = f"checked through {self._met(self.through)}" if self.through else "not checked"
        missing = ", ".join(self._met(conference) for conference in self.beyond)
        return f"{self.body} {reach}" + (f"; {missing} not covered" if missing else "")

    def _met(self, conference: Conference) -> str:
        if self.by_place and conference.place is not None:
            return f"{conference.place} {conference.year}"
        return conference.key


def coverage(registry: Registry, body: str, as_of: date) -> Coverage:
    """How far the registry covers a body, seen from that day."""
    known = registry.bodies.get(body)
    if known is not None and known.cites == "symbol":
        return Coverage(body, None, (), sum(1 for _ in registry.assembly_texts()))
    checked = registry.checked(body)
    held = registry.conferences_of(body)
    times = sorted(one.when for one in checked if one is not None)
    reach: Conference | None = None
    for conference in held:
        through = len(times) - bisect_left(times, conference.when)
        if through and through >= ENOUGH * len(checked):
            reach = conference
    beyond = tuple(
        conference
        for conference in held
        if checked
        and conference.closes <= as_of
        and conference.status != "unknown"
        and (reach is None or conference.when > reach.when)
    )
    return Coverage(body, reach, beyond, len(checked), known is not None and known.cites == "place")
