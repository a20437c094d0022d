"""The names that a registry has in one language, for bodies and what belongs to them: as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reslint.citations.shape import Shape

if TYPE_CHECKING:
    from reslint.registry import Body, Registry

LETTERS = re.compile(r"\w+")


class Names:
    """The names of one language, whose shape says how they are inflected."""

    def __init__(self, registry: Registry, lang: str, shape: Shape) -> None:
        self.registry = registry
        self.lang = lang
        self.shape = shape

    def series(self) -> list[str]:
        """The letters of the Sectors that bodies number their texts by."""
        names = (name for body in self.registry.bodies.values() for name in self.of_sectors(body))
        return [name for name in names if LETTERS.search(name)]

    def of_sectors(self, body: Body) -> list[str]:
        """The letters of the Sectors of one body."""
        return [*body.data.get("series", ()), *body.data.get("foreign_series", {}).get(self.lang, ())]

    def kin(self) -> list[str]:
        """What several bodies call themselves: "this Assembly"."""
        bodies = self.registry.bodies.values()
        return self.shape.forms(name for body in bodies for name in body.data.get("kin", {}).get(self.lang, ()))

    def mentioned(self) -> list[str]:
        """The names of bodies, and what else mentions them."""
        names: list[str] = []
        for body in self.registry.bodies.values():
            names += body.names.get(self.lang, ())
            names += body.data.get("mentions", {}).get(self.lang, ())
        return self.shape.forms(names)

    def plans(self) -> list[str]:
        """The names of the plans of bodies."""
        return [
            name for body in self.registry.bodies.values() for name in body.data.get("plans", {}).get(self.lang, ())
        ]

    def places(self) -> list[str]:
        """The names of places where conferences met, and other spellings of them."""
        found: list[str] = []
        for place in self.registry.places.values():
            found.append(self.registry.place_in(place.name, self.lang))
            found += (*place.foreign_variants.get(self.lang, ()), *place.variants)
        return found
