"""Learn from official texts: what a registry file would hold, and what only a person can decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from reslint.errors import ReslintError
from reslint.ingesting.evidence import Doubt, Testimony
from reslint.ingesting.reconciling import reconcile
from reslint.ingesting.yaml_editing import edited
from reslint.named import NamedTuple
from reslint.registry.loading import parse
from reslint.registry.reading import read


class Learnt(NamedTuple):
    """A registry file before and after what was learnt, with the keys of the entries that are new and that change.

    Of the latter those are `copied` that only a file below has had so far.
    """

    before: bytes
    after: bytes
    new: tuple[str, ...]
    changed: tuple[str, ...]
    copied: tuple[str, ...]
    doubts: tuple[Doubt, ...]


def learn(layers: Sequence[tuple[Path, bytes]], testimonies: Iterable[Testimony], day: date) -> Learnt:
    """What the last of these registry files would hold after evidence that was read on a day; nothing is written.

    `layers` are files with their contents, of which each lies over those before, the first one whole. Raises
    ReslintError for a registry that cannot be used, or would no longer be.
    """
    *below, (path, content) = layers
    data, _ = parse([*below, (path, content)])
    changes = reconcile(data, testimonies, day)
    on = max(day.isoformat(), str(data["date"]))
    after = edited(content, str(path), changes.entries, data["bodies"], on, str(data["date"]) if below else "")
    try:
        parse([*below, (path, after)])
    except ReslintError as error:
        reason = f"what was read does not fit into the registry ({error.reason})"
        raise ReslintError(str(path), reason, "enter it by hand; nothing was written") from error
    own = read(content, str(path)).data if below and content.strip() else data
    own = own if isinstance(own, dict) else {}
    known = {key for key in changes.entries if key[1] in data[key[0]]}
    return Learnt(
        content,
        after,
        tuple(key for section, key in changes.entries if (section, key) not in known),
        tuple(key for section, key in changes.entries if (section, key) in known),
        tuple(key for section, key in changes.entries if (section, key) in known and key not in own.get(section, {})),
        changes.doubts,
    )
