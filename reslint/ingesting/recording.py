"""The record of one text, written anew with what is known now, as plain data in the order of the schema."""

from __future__ import annotations

from copy import deepcopy

from reslint.ingesting.evidence import READ, same_source
from reslint.ingesting.history import Calendar, History, Plain
from reslint.ingesting.status import KnownStatus
from reslint.ingesting.titles import Titles
from reslint.registry.shapes import SECTIONS

OF_HISTORY = ("editions", "adoption", "complete", "checked")
OF_TITLES = ("title", "title_of", "title_recalled", "former_titles")
OF_STATUS = ("status", "abrogated_by", "basis")


def recorded(record: Plain, history: History, titles: Titles, status: KnownStatus, source: str | None = None) -> Plain:
    """The record with everything that is known; what nobody asked about in it stays, in its own words."""
    changed = deepcopy(record)
    titled = titles.fields(history.last)
    for name in (*OF_HISTORY, *OF_STATUS, *(OF_TITLES if titled else ()), "foreign_titles"):
        changed.pop(name, None)
    changed |= history.fields() | titled | titles.foreign_fields() | status.fields()
    _forget(changed, set(history.editions), history.calendar)
    if source is not None:
        changed["sources"] = _sources(record.get("sources", []), source)
    return {name: changed[name] for name in SECTIONS["resolutions"] if name in changed}


def _forget(record: Plain, read: set[str], calendar: Calendar) -> None:
    """Take what is read now out of what was only recalled or seen in a proposal."""
    recalled = dict(record.get("recalled", {}))
    if recalled.get("adopted") in read:
        del recalled["adopted"]
    recalled["revised"] = [key for key in recalled.get("revised", ()) if key not in read]
    years = {calendar.conferences[key].year for key in read}
    unconfirmed = [year for year in record.get("unconfirmed", ()) if year not in years]
    for name, left in (
        ("recalled", {key: value for key, value in recalled.items() if value}),
        ("unconfirmed", unconfirmed),
    ):
        record.pop(name, None)
        if left:
            record[name] = left


def _sources(known: list[str], new: str) -> list[str]:
    """The sources with a new one among those that were ingested, which stand in their own order behind the others."""
    if any(same_source(one, new) for one in known):
        return known
    ingested = [one for one in known if READ.fullmatch(one)]
    return [*(one for one in known if one not in ingested), *sorted([*ingested, new])]
