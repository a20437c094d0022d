"""Real contributions: their citations as people read them, beside what reslint reads."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from reslint.citations import find_citations
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.registry import load

Read = tuple[Any, ...]


class Counted(NamedTuple):
    """How many citations people read in how many files; how many of them reslint reads alike, and how many more."""

    files: int
    citations: int
    right: int
    more: int


def counted(shared: Path) -> Counted | None:
    """The counts over the contributions in a folder of samples, None where there is none."""
    by_hand = shared / "acceptance" / "samples-citations.jsonl"
    if not by_hand.is_file():
        return None
    of_file: dict[str, set[Read]] = defaultdict(set)
    for line in map(json.loads, by_hand.read_text("utf-8").splitlines()):
        editions = tuple((one["place"], one["year"]) for one in line["editions"])
        of_file[line["file"]].add((*(line[name] for name in ("start", "end", "body", "kind", "number")), editions))
    registry, right, more = load(), 0, 0
    for name, wanted in of_file.items():
        path = next((shared / "samples" / "contributions").glob(f"{name}_*.txt"))
        read = set()
        for one in find_citations(View(read_text(path.read_bytes(), path.name)), registry):
            # Sessions in words stand apart in what was read by hand.
            named = () if any(e.in_prose for e in one.editions) else tuple((e.place, e.year) for e in one.editions)
            read.add((one.start, one.end, one.body, one.kind, one.number, named))
        right += len(read & wanted)
        more += len(read - wanted)
    return Counted(len(of_file), sum(map(len, of_file.values())), right, more)
