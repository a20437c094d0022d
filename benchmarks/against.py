"""An older commit and the working tree, in turn on the same texts: what has become slower, and how sure that is."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.measures import Measure, measures
from benchmarks.spread import spread
from benchmarks.table import aligned
from benchmarks.tree import CannotRunError, Tree

ROOT = Path(__file__).resolve().parents[1]
SHORTEST = 0.005
"""Seconds; a row of less is shown, but not judged."""
HEADS = ("measure", "before", "now", "ratio", "interval")


class NoSuchRowError(Exception):
    """No row has these words in its name."""


class NoSuchCommitError(Exception):
    """What is to be compared with is no commit of this repository."""


class Taken:
    """What was measured of one row, by turns."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.values: tuple[list[float], list[float]] = ([], [])
        self.errors = ["", ""]

    def take(self, trees: Sequence[Tree], first: int) -> None:
        """One turn: samples of both trees one after the other, beginning with one of them, and the least of each."""
        samples: tuple[list[float], list[float]] = ([], [])
        for copy in range(self.measure.samples):
            for side in (first, 1 - first):
                if any(self.errors):
                    return
                try:
                    samples[side].append(self.measure.take(trees[side], copy))
                except CannotRunError as error:
                    self.errors[side] = str(error)
            first = 1 - first
        for kept, taken in zip(self.values, samples, strict=True):
            kept.append(min(taken))

    def forget(self) -> None:
        """Measure anew."""
        self.values = ([], [])

    @property
    def judged(self) -> bool:
        """Whether it took long enough."""
        return any(median(values) >= SHORTEST for values in self.values)

    def verdict(self, bound: float) -> str:
        """A word for the last column."""
        return spread(*self.values).verdict(bound)

    def cells(self) -> tuple[str, ...]:
        """The other columns."""
        found = spread(*self.values)
        before, now = (self.measure.shown(median(values)) for values in self.values)
        return (self.measure.name, before, now, f"{found.ratio:.3f}", f"{found.low:.3f} to {found.high:.3f}")


def compare(commit: str, turns: int, bound: float, only: Sequence[str]) -> int:
    """Print the tables. 1 if a row is slower, or cannot be measured any more."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = folder / "files"
        files.mkdir()
        rows = [Taken(measure) for measure in _chosen(measures(files), only)]
        with _checked_out(commit, folder / "tree") as root:
            trees = (Tree(root, folder / "before"), Tree(ROOT, folder / "now"))
            _measured(rows, trees, turns)
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {sys.platform}; {commit} and the working tree, "
        f"{turns} turns, bound {bound:.0%}\n"
    )
    return _printed(rows, bound)


def _chosen(rows: Iterable[Measure], only: Sequence[str]) -> list[Measure]:
    rows = list(rows)
    chosen = [row for row in rows if not only or any(words in row.name for words in only)]
    if not chosen:
        raise NoSuchRowError("; ".join(row.name for row in rows))
    return chosen


@contextmanager
def _checked_out(commit: str, place: Path) -> Iterator[Path]:
    """The tree of a commit, for a while."""
    git = ["git", "-C", str(ROOT), "worktree"]
    added = subprocess.run(
        [*git, "add", "--quiet", "--detach", str(place), commit], check=False, capture_output=True, text=True
    )
    if added.returncode:
        raise NoSuchCommitError((added.stderr.strip().splitlines() or [f"exit status {added.returncode}"])[-1])
    try:
        yield place
    finally:
        subprocess.run([*git, "remove", "--force", str(place)], check=False)


def _measured(rows: Sequence[Taken], trees: Sequence[Tree], turns: int) -> None:
    """Turn by turn, row by row. The tree that comes first changes from row to row and from turn to turn, and each turn
    has processes of its own, since where the memory of a process happens to lie makes it faster or slower. The turn
    before the first compiles what is not yet compiled, and counts for nothing.
    """
    for turn in range(turns + 1):
        for place, row in enumerate(rows):
            row.take(trees, (turn + place) % 2)
            if turn == 0:
                row.forget()
        for tree in trees:
            tree.rest()


def _printed(rows: Sequence[Taken], bound: float) -> int:
    status = 0
    whole = [row for row in rows if not any(row.errors)]
    judged = [(row, row.verdict(bound)) for row in whole if row.judged]
    if judged:
        print(aligned([(*HEADS, "verdict"), *((*row.cells(), verdict) for row, verdict in judged)]))
        status = int(any(verdict == "slower" for _, verdict in judged))
    short = [row.cells() for row in whole if not row.judged]
    if short:
        print(f"\nUnder {SHORTEST * 1e3:.0f} ms, and not judged:\n\n{aligned([HEADS, *short])}")
    for row in rows:
        for side, error in zip(("before", "now"), row.errors, strict=True):
            if error:
                print(f"\n{row.measure.name}: cannot be measured {side} ({error})")
                status = max(status, int(side == "now"))
    return status
