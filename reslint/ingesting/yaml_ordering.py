"""Where a new entry belongs in registry.yaml: by body, then by kind and number, conferences by the time they met."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reslint.registry import building

PARTS = re.compile(r"\d+|\D+")


class Order:
    """The order of the `entries` of one section; `bodies` is that section of the registry."""

    def __init__(self, bodies: Mapping[str, Mapping[str, Any]], section: str, entries: Mapping[str, Any]) -> None:
        self.section = section
        self.bodies = {key: number for number, key in enumerate(bodies)}
        self.kinds = {key: body.get("kinds", ()) for key, body in bodies.items()}
        self.entries = entries

    def place(self, key: str) -> tuple[Any, ...]:
        """What the order goes by."""
        if self.section == "conferences":
            entry = self.entries[key]
            return self._body(entry["body"]), entry["year"], str(entry.get("start", "")), key
        body, kind, number = building.split_key(key)
        kinds = self.kinds.get(body, ())
        return (
            self._body(body),
            kinds.index(kind) if kind in kinds else len(kinds),
            tuple((part.isdigit(), int(part) if part.isdigit() else 0, part) for part in PARTS.findall(number)),
        )

    def neighbour(self, key: str, known: Sequence[str]) -> tuple[str, bool]:
        """The entry beside which a new one stands, and whether it stands before it.

        A file need not be in order: what counts are the entries of the same body, else of the bodies before it.
        """
        place = self.place(key)
        kin = [one for one in known if self.place(one)[0] == place[0]]
        if kin:
            later = next((one for one in kin if self.place(one) > place), None)
            return (later, True) if later else (kin[-1], False)
        before = [one for one in known if self.place(one)[0] < place[0]]
        return (before[-1], False) if before else (known[0], True)

    def _body(self, key: str) -> tuple[int, str]:
        return self.bodies.get(key, len(self.bodies)), key
