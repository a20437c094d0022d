"""The registry: read from its file, recalled from the cache, and both with ten times the records."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks import fresh
from benchmarks.growth import LINEAR
from benchmarks.startup import bare
from benchmarks.table import Row
from benchmarks.timing import Contender, calling, on, taken
from reslint.linting.linter import Linter
from reslint.registry import load
from reslint.resources import resource

TIMES = 10
WARM = 1.0
"""So many times bare Python may it take to recall the registry."""
FREE = 2_000
"""No body has counted so far."""
RECORD = re.compile(r"(?ms)^  ([A-Z]+(?: \w+)?) (\d+):\n(.*?)(?=^  \S|\Z)")


def rows(linter: Linter, folder: Path, rounds: int) -> Iterator[Row]:
    """Loading, cold and warm, and what the size of the registry adds to the judging of a text."""
    bundled = resource("registry.yaml")
    large = folder / "large.yaml"
    large.write_text(tenfold(bundled.read_text("utf-8")), "utf-8")
    one, ten = _records(bundled), _records(large)
    cold = taken({"one": _afresh(bundled, folder / "cold"), "ten": _afresh(large, folder / "cold")}, min(rounds, 3))
    os.environ["RESLINT_CACHE_DIR"] = str(folder / "cache")
    loads = {"one": calling(partial(load, bundled)), "ten": calling(partial(load, large)), "bare": bare(folder)}
    warm = taken(loads, rounds)
    yield Row(f"registry of {one:,} records, cold", cold["one"].shown, cold["one"].spread)
    row = Row(f"registry of {one:,} records, warm", warm["one"].shown, warm["one"].spread)
    yield row.at_most(warm["one"].to(warm["bare"]), WARM, "× bare Python")
    for name, took in (("cold", cold), ("warm", warm)):
        row = Row(f"registry of {ten:,} records, {name}", took["ten"].shown, took["ten"].spread)
        yield row.at_most(took["ten"].to(took["one"]) * one / ten, LINEAR, f"× a record of {one:,}")
    wide = Linter(linter.basis.but(registry=load(large)))
    text = partial(fresh.contribution, count=20)
    took = taken(
        {name: on(text, partial(judge.check, name="draft.txt")) for name, judge in (("one", linter), ("ten", wide))},
        rounds,
    )
    value = f"{took['ten'].shown}, with {one:,} records {took['one'].shown}"
    row = Row(f"dense text by {ten:,} records", value, took["ten"].spread)
    yield row.at_most(took["ten"].to(took["one"]), LINEAR, "×")


def tenfold(text: str) -> str:
    """The registry file with every record nine more times, under numbers of its body that no text has."""
    head, opened, rest = text.partition("\nresolutions:\n")
    records, blank, texts = rest.partition("\n\n")
    free: dict[str, Iterator[int]] = defaultdict(lambda: count(FREE))
    copies = [
        f"  {found[1]} {next(free[found[1]])}:\n{found[3].rstrip()}\n"
        for found in RECORD.finditer(records)
        for _ in range(1, TIMES)
    ]
    return f"{head}{opened}{records}\n{''.join(copies).rstrip()}{blank}{texts}"


def _records(path: Path) -> int:
    return sum(1 for _ in load(path).records())


def _afresh(path: Path, folder: Path) -> Contender:
    """A load that finds nothing in the cache."""
    turns = count()

    def empty() -> None:
        os.environ["RESLINT_CACHE_DIR"] = str(folder / f"{path.stem}-{next(turns)}")

    return on(empty, lambda _: load(path))
