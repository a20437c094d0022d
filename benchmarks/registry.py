"""The registry: read from its file, recalled from the cache, and both with ten times the records."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.contributions import contribution
from benchmarks.growth import LINEAR
from benchmarks.table import Row, at_most, duration
from benchmarks.timing import best
from reslint.linting.linter import Linter
from reslint.registry import load
from reslint.resources import resource

TIMES = 10
WARM = 15.0
RECORD = re.compile(r"(?ms)^  ([A-Z]+(?: \w+)?) (\d+):\n(.*?)(?=^  \S|\Z)")


def rows(linter: Linter, folder: Path, rounds: int) -> Iterator[Row]:
    """Loading, cold and warm, and what the size of the registry adds to the judging of a text."""
    bundled = resource("registry.yaml")
    large = folder / "large.yaml"
    large.write_text(tenfold(bundled.read_text("utf-8")), "utf-8")
    one, ten = _records(bundled), _records(large)
    cold = best({"one": _afresh(bundled, folder / "cold"), "ten": _afresh(large, folder / "cold")}, min(rounds, 3))
    os.environ["RESLINT_CACHE_DIR"] = str(folder / "cache")
    warm = best({"one": partial(load, bundled), "ten": partial(load, large)}, rounds)
    yield Row(f"registry of {one:,} records, cold", duration(cold["one"]))
    yield at_most(f"registry of {one:,} records, warm", duration(warm["one"]), warm["one"] * 1e3, WARM, "ms")
    for name, took in (("cold", cold), ("warm", warm)):
        growth = took["ten"] / took["one"] / (ten / one)
        measure = f"registry of {ten:,} records, {name}"
        yield at_most(measure, duration(took["ten"]), growth, LINEAR, f"× a record of {one:,}")
    text = "".join(contribution(number) for number in range(20)).encode()
    wide = Linter(linter.basis.but(registry=load(large)))
    linters = {"one": linter, "ten": wide}
    took = best({name: partial(judge.check, text, "draft.txt") for name, judge in linters.items()}, rounds)
    value = f"{duration(took['ten'])}, with {one:,} records {duration(took['one'])}"
    yield at_most(f"dense text by {ten:,} records", value, took["ten"] / took["one"], LINEAR, "×")


def tenfold(text: str) -> str:
    """The registry file with every record nine more times, under numbers that nobody has."""
    head, opened, rest = text.partition("\nresolutions:\n")
    records, blank, texts = rest.partition("\n\n")
    copies = [
        f"  {found[1]} {int(found[2]) + 10_000 * turn}:\n{found[3].rstrip()}\n"
        for turn in range(1, TIMES)
        for found in RECORD.finditer(records)
    ]
    return f"{head}{opened}{records}\n{''.join(copies).rstrip()}{blank}{texts}"


def _records(path: Path) -> int:
    return sum(1 for _ in load(path).records())


def _afresh(path: Path, folder: Path) -> Callable[[], object]:
    """A load that finds nothing in the cache."""
    turns = count()

    def call() -> object:
        os.environ["RESLINT_CACHE_DIR"] = str(folder / f"{path.stem}-{next(turns)}")
        return load(path)

    return call
