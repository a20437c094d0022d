"""What a new catalogue changes in the one before: what is new, newly withdrawn, and gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reslint.named import NamedTuple
from reslint.registry.model import ApprovalStatus, Edition, Record, Status
from reslint.registry.publications import record

LOST = 0.005
"""A list that lacks more than this part of what was known has lost something on its way."""


class Changes(NamedTuple):
    """Lines for people, and how many editions there were before, are new, and are gone."""

    lines: tuple[str, ...]
    before: int
    new: int
    gone: int

    @property
    def loses(self) -> bool:
        """Whether so much is gone that it is rather lost."""
        return self.gone > LOST * self.before


def changes(before: bytes, after: bytes) -> Changes:
    """What the content of a catalogue changes in that of another."""
    old, new = _records(before), _records(after)
    lines: list[str] = []
    counts = {"-": 0, "+": 0}
    for key in sorted({*old, *new}):
        had, has = _editions(old.get(key)), _editions(new.get(key))
        for sign, name in (
            *(("-", one) for one in had if one not in has),
            *(("+", one) for one in has if one not in had),
        ):
            lines.append(f"{sign} {key}: {name}")
            counts[sign] += 1
        lines += _status(key, old.get(key), new.get(key))
    return Changes(tuple(lines), sum(len(_editions(one)) for one in old.values()), counts["+"], counts["-"])


def _records(content: bytes) -> dict[str, Record]:
    from datetime import date

    found = {}
    for line in content.decode().split("\n"):
        if line and not line.startswith("#"):
            key, _, rest = line.partition("\t")
            found[key] = record(key, rest, date.min, "")
    return found


def _editions(text: Record | None) -> Mapping[str, Edition]:
    """The editions by what they are called."""
    named = {}
    for edition in text.editions if text else ():
        if edition.approval is not None:
            month = "" if edition.suffix is not None else f" ({edition.conference.key})"
            named[f"{edition.approval.name}{month}"] = edition
    return named


def _status(key: str, old: Record | None, new: Record | None) -> Iterator[str]:
    """That a text is withdrawn now and was in force before, or the other way."""
    if old is None or new is None or old.status is new.status:
        return
    if new.status is Status.ABROGATED:
        withdrawn = new.editions[-1].approval
        said = withdrawn is not None and withdrawn.status is ApprovalStatus.WITHDRAWN
        yield f"! {key}: {'withdrawn' if said else 'no edition is in force any more'}"
    elif old.status is Status.ABROGATED:
        yield f"! {key}: in force again"
