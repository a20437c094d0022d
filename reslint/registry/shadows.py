"""Shadows: entries of a registry that stand in the place of others and lack what these say by now.

An entry is taken over whole when it is changed, and knows nothing of what is found out later. That one differs is no
fault, an office may know better; that it lacks what was read is worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator

from reslint.named import NamedTuple
from reslint.registry.model import Record, Status
from reslint.registry.registry import Registry


class Shadow(NamedTuple):
    """The record of a text that hides what another one says: `lacks` are those facts, in words."""

    key: str
    line: int
    lacks: tuple[str, ...]

    def __str__(self) -> str:
        lacks = "; ".join(self.lacks)
        return (
            f"{self.line}: {self.key}: hides what reslint says by now: {lacks}; "
            "take it over, or leave the record out if it says no more than that of reslint"
        )


def shadows(over: Registry, below: Registry) -> Iterator[Shadow]:
    """The records of the last file of a registry that lack what the registry below it says."""
    for record in over.records():
        origins = over.origins("resolutions", record.key)
        hidden = below.record_of(record.key)
        if origins and origins[-1].file == over.files[-1] and hidden is not None:
            lacks = tuple(_lacks(record, hidden, below))
            if lacks:
                yield Shadow(record.key, origins[-1].line, lacks)


def _lacks(record: Record, hidden: Record, below: Registry) -> Iterator[str]:
    own = {edition.conference.key for edition in record.editions}
    missing = [below.written(hidden, edition) for edition in hidden.editions if edition.conference.key not in own]
    if missing:
        yield f"the edition {missing[0]}" if len(missing) == 1 else f"the editions {' and '.join(missing)}"
    if hidden.checked is not None and (record.checked is None or record.checked.when < hidden.checked.when):
        yield f"checked through {hidden.checked.key}"
    whole = hidden.complete_through
    known = [record.complete_through, *(edition.conference for edition in record.editions[-1:])]
    if whole is not None and not any(conference and conference.when >= whole.when for conference in known):
        yield f"the whole history through {whole.key}"
    if hidden.status is Status.ABROGATED and record.status is not Status.ABROGATED:
        yield f"abrogated by {hidden.abrogated_by.key}" if hidden.abrogated_by else "abrogated"
    if hidden.title != record.title and record.title in {former.words for former in hidden.former_titles}:
        yield f"the title {hidden.title!r}"
    if set(record.sources) & set(hidden.sources):  # a copy of it, and not what somebody wrote from other sources
        more = [source for source in hidden.sources if source not in record.sources]
        if more:
            yield f"the source {more[0]!r}" + (f" and {len(more) - 1} more" if len(more) > 1 else "")
