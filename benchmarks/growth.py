"""What happens when things grow: the text, the citations in one paragraph, the parentheses, the registry."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.table import Row, at_most
from benchmarks.texts import PROSE, contribution, dense
from benchmarks.timing import best
from reslint.linting.linter import Linter
from reslint.registry import load
from reslint.resources import resource

# Linear growth means the same time a piece; timers and caches are forgiven half of it.
LINEAR = 1.5


def rows(linter: Linter, rounds: int, size: int) -> Iterator[Row]:
    """Times a piece, beside those of a tenth of the size."""
    texts = {times: dense(size * times).encode() for times in (1, 10, 100)}
    yield from _pieces(
        "dense text", "MB", {times: (data, len(data) / 1e6) for times, data in texts.items()}, linter, rounds
    )
    chains = {
        count: " and ".join(f"Resolution {number % 200 + 1} (Rev. Dubai, 2018)" for number in range(count)).encode()
        for count in (1_000, 10_000)
    }
    yield from _pieces(
        "citations in one paragraph",
        "citation",
        {count: (data, count) for count, data in chains.items()},
        linter,
        rounds,
    )
    nested = {count: f"Resolution 71 {'(' * count}Rev. Dubai, 2018{')' * count}".encode() for count in (1_000, 10_000)}
    yield from _pieces(
        "nested parentheses",
        "parenthesis",
        {count: (data, count) for count, data in nested.items()},
        linter,
        rounds,
        15,
    )
    line = PROSE.replace("\n", " ") * (10_000_000 // len(PROSE) + 1)
    took = best({"line": lambda: linter.check(line.encode(), "draft.txt")}, 2)["line"]
    yield Row("one line of 10 MB", f"{took:.2f} s", f"{len(line) / took / 1e6:.0f} MB/s")


def _pieces(
    what: str, piece: str, sizes: dict[int, tuple[bytes, float]], linter: Linter, rounds: int, limit: float = LINEAR
) -> Iterator[Row]:
    before = 0.0
    for times, (data, pieces) in sizes.items():
        took = best({what: lambda data=data: linter.check(data, "draft.txt")}, rounds)[what] / pieces
        shown = f"{took * 1e3:.0f} ms a {piece}" if took > 0.01 else f"{took * 1e6:.1f} µs a {piece}"
        label = f"{what}, {times:,} ×" if max(sizes) <= 100 else f"{times:,} {what}"
        yield at_most(label, shown, took / before, limit, "× a tenth's") if before else Row(label, shown)
        before = took


def registry_rows(linter: Linter, folder: Path, rounds: int) -> Iterator[Row]:
    """Loading the registry, cold and warm, and one of ten times the records."""
    bundled = resource("registry.yaml")
    large = folder / "large.yaml"
    large.write_text(_tenfold(bundled.read_text("utf-8")), "utf-8")
    warm: dict[str, float] = {}
    for name, path in (("registry", bundled), ("registry, ten times the records", large)):
        os.environ["RESLINT_CACHE_DIR"] = str(folder / name)
        cold = best({name: lambda path=path: load(path)}, 1)[name]
        warm[name] = best({name: lambda path=path: load(path)}, rounds)[name]
        yield Row(f"{name}, first load", f"{cold * 1e3:.0f} ms")
        if name == "registry":
            yield at_most(f"{name}, from the cache", f"{warm[name] * 1e3:.1f} ms", warm[name] * 1e3, 15, "ms")
    ratio = warm["registry, ten times the records"] / warm["registry"]
    yield at_most(
        "ten times the records, from the cache", f"{ratio * warm['registry'] * 1e3:.1f} ms", ratio, 15, "× one"
    )
    text = "".join(contribution(number) for number in range(20)).encode()
    wide = Linter(linter.settings, linter.plugins, load(large))
    took = best({"one": lambda: linter.check(text, "draft.txt"), "ten": lambda: wide.check(text, "draft.txt")}, rounds)
    yield at_most(
        "dense text by ten times the records", f"{took['ten'] * 1e3:.0f} ms", took["ten"] / took["one"], LINEAR, "× one"
    )


def _tenfold(text: str) -> str:
    """A registry file with nine more copies of every WTDC record, under numbers that nobody has."""
    head, tail = text.split("\nresolutions:\n")
    body, unga = tail.split("\nunga:\n")
    records = re.findall(r"(?ms)^  WTSA (\d+):\n(.*?)(?=^  \S)", f"{body}\n  END")
    more = [f"  WTSA {int(number) + 1000 * times}:\n{record}" for times in range(1, 53) for number, record in records]
    return f"{head}\nresolutions:\n{body.rstrip()}\n{''.join(more).rstrip()}\n\nunga:\n{unga}"
