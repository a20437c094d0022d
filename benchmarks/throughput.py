"""All rules over dense and sparse text and one contribution, beside the cheapest scan; and what is known already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from benchmarks import fresh
from benchmarks.table import Row, times
from benchmarks.timing import Times, on, taken
from reslint.linting.linter import Linter

NAME = "draft.txt"
DENSE, SPARSE = 300_000, 1_000_000
"""Characters."""
MOST = {"dense text": 180.0, "sparse text": 27.0}
"""So many times the cheapest scan of the same text it may take."""


def rows(linter: Linter, rounds: int) -> Iterator[Row]:
    """From the bytes of a file to its findings."""
    check = partial(linter.check, name=NAME)
    made: dict[str, Callable[[], bytes]] = {
        "dense text": partial(fresh.dense, DENSE),
        "sparse text": partial(fresh.sparse, SPARSE),
        "one contribution": fresh.contribution,
    }
    for name, make in made.items():
        took = taken({"all": on(make, check), "least": on(make, least)}, rounds)
        data = make()
        result = check(data)
        cited, found = len(result.citations), len(result.findings)
        value = f"{_size(data)}, {cited} citations, {found} findings in {took['all'].shown}, {_rate(data, took['all'])}"
        row, ratio = Row(f"all rules, {name}", value, took["all"].spread), took["all"].to(took["least"])
        if name in MOST:
            yield row.at_most(ratio, MOST[name], "× the least")
        else:
            yield row._replace(ratio=times(ratio, "× the least"))
    again: dict[str, Callable[[], bytes]] = {"dense text": made["dense text"], "one contribution": fresh.contribution}
    yield from _again(check, rounds, again)


def _again(check: Callable[[bytes], object], rounds: int, made: dict[str, Callable[[], bytes]]) -> Iterator[Row]:
    """What a text takes whose words were read before, beside one whose words are new."""

    def known(make: Callable[[], bytes]) -> bytes:
        data = make()
        check(data)
        return data

    for name, make in made.items():
        took = taken({"new": on(make, check), "known": on(partial(known, make), check)}, rounds)
        value = f"{took['known'].shown}, the first time {took['new'].shown}"
        yield Row(f"{name}, judged once more", value, took["known"].spread, times(took["known"].to(took["new"])))


def least(data: bytes) -> None:
    """What no reader of citations can do without."""
    text = data.decode()
    text.split("\n")
    text.count("esolution")


def _size(data: bytes) -> str:
    return f"{len(data) / 1e6:.1f} MB" if len(data) >= 100_000 else f"{len(data) / 1e3:.1f} kB"


def _rate(data: bytes, took: Times) -> str:
    return f"{len(data) / took.middle / 1e6:.3g} MB/s"
