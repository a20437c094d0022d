"""Designations of Recommendations as people write them on the command line, or the nearest that there is."""

from __future__ import annotations

import re

from reslint.errors import ReslintError, most_like
from reslint.registry import Record, Registry

SUBJECT = "registry"


def published(registry: Registry, written: str) -> Record | None:
    """The record of a designation with its Sector: `ITU-T X.1051`, `Report ITU-R M.2135`, `ITU-R question 77/5`.

    None where the words name no designation of a Sector; ReslintError with the nearest where no text is called so.
    """
    for sector in registry.sectors.values():
        names = "|".join(re.escape(name).replace("\\ ", " ") for name in (*sector.letters, *sector.slips))
        kinds = "|".join(sector.kinds)
        found = re.fullmatch(
            rf"(?i)(?:(?P<before>{kinds})\s+)?(?:{names})\s+(?:(?P<kind>{kinds})\s+)?(?P<number>[A-Z].*\d.*|\d.*/\d+)",
            written,
        )
        if found is None:
            continue
        number = found["number"].strip().upper()
        named = (found["kind"] or found["before"] or "").lower()
        wanted = [named] if named else list(sector.kinds)
        for kind in wanted:
            record = registry.record(sector.key, kind, number) or registry.record(sector.key, kind, _pointed(number))
            if record is not None:
                return record
        near = most_like(
            number, [one for kind in wanted for one in registry.shelf.numbers(sector.key, kind, number[:3])]
        )
        advice = (
            f"did you mean {sector.key} {near}?" if near else f"`reslint registry list --body {sector.key}` has all"
        )
        raise ReslintError(SUBJECT, f"no text of {sector.key} is called {number!r}", advice)
    return None


def sector_of(registry: Registry, word: str) -> str | None:
    """The Sector that is called so; None where none is."""
    wanted = word.strip().casefold()
    return next((key for key, one in registry.sectors.items() if wanted in map(str.casefold, one.letters)), None)


def _pointed(number: str) -> str:
    """A designation with the point that it lacks."""
    return re.sub(r"\A([A-Z]{1,4})\s?(\d)", r"\1.\2", number)
