"""Completion while somebody cites a Recommendation: the number behind "ITU-T X.", the edition behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from lsprotocol import types

from reslint.registry import Registry
from reslint.registry.approvals import latest_approved
from reslint.registry.describing import heading
from reslint.registry.model import Sector, Status
from reslint.server.lines import Lines

MOST = 200
"""So many numbers are offered: with the next digit there are fewer."""


def publications(registry: Registry, lines: Lines, before: str, offset: int, day: date) -> list[types.CompletionItem]:
    """What can stand at an offset, `before` being its line up to there; nothing where no designation is written."""
    for sector in registry.sectors.values():
        found = list(_written(sector).finditer(before))[-1:]
        if not found or found[0].end() != len(before):
            continue
        number, within = found[0]["number"], found[0]["within"]
        if within is not None:
            start = offset - len(within)
            closed = lines.text[offset : offset + 1] == ")"
            return list(_editions(registry, sector, number, lines.range(start, offset), day, closed=closed))
        return list(_numbers(registry, sector, number, lines.range(offset - len(number), offset), day))
    return []


def _numbers(
    registry: Registry, sector: Sector, begun: str, where: types.Range, day: date
) -> Iterator[types.CompletionItem]:
    """The designations that begin so; of one whose editions have suffixes, each of them, the latest first."""
    base, dash, _ = begun.partition("-")
    for kind in sector.kinds:
        known = registry.record(sector.key, kind, base) if dash and "/" not in begun else None
        if known is not None:
            for order, edition in enumerate(reversed(known.editions)):
                yield _item(registry.written(known, edition), heading(registry, known), where, order)
            return
    for order, (kind, number) in enumerate(_first(registry, sector, begun)):
        record = registry.record(sector.key, kind, number)
        if record is not None:
            latest = latest_approved(record, day)
            said = f"{heading(registry, record)}: {registry.written(record, latest) if latest else 'not yet approved'}"
            gone = record.status is Status.ABROGATED
            yield _item(number, said, where, order, title=record.title or "", gone=gone)


def _first(registry: Registry, sector: Sector, begun: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for kind in ("recommendation", "report"):
        if kind in sector.kinds:
            numbers = registry.shelf.numbers(sector.key, kind, begun)
            found += [(kind, number) for _, number in zip(range(MOST - len(found)), numbers, strict=False)]
    return found


def _editions(
    registry: Registry, sector: Sector, number: str, where: types.Range, day: date, *, closed: bool
) -> Iterator[types.CompletionItem]:
    """The months in which the text was approved, the latest first."""
    record = registry.record(sector.key, "recommendation", number)
    if record is None or sector.cites != "month":
        return
    latest = latest_approved(record, day)
    for order, edition in enumerate(reversed(record.editions)):
        month = registry.written(record, edition)
        said = f"{heading(registry, record)}: {'the latest' if edition == latest else 'another edition'}"
        yield _item(month, said, where, order, text=month if closed else f"{month})")


def _item(
    label: str, detail: str, where: types.Range, order: int, *, title: str = "", text: str = "", gone: bool = False
) -> types.CompletionItem:
    return types.CompletionItem(
        label,
        detail=detail,
        documentation=title or None,
        kind=types.CompletionItemKind.Reference,
        tags=[types.CompletionItemTag.Deprecated] if gone else None,
        filter_text=label,
        sort_text=f"{gone:d}{order:05d}",
        preselect=not order,
        text_edit=types.TextEdit(where, text or label),
    )


@lru_cache(maxsize=8)
def _written(sector: Sector) -> re.Pattern[str]:
    """A designation of a Sector as far as it is written, at least its letters and the point."""
    letters = "|".join(map(re.escape, sector.letters))
    series = "|".join(sorted(sector.series, key=len, reverse=True))
    return re.compile(
        rf"(?:{letters})\s+(?:\w+\.?\s+)?(?P<number>(?:{series})\.[\d./A-Z-]*)(?:\s*\((?P<within>[^()]*))?\Z"
    )
