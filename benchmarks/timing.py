"""Time calls fairly: all contenders in turn, several rounds, by the processor, the middle of the rounds and its spread.

Other programs that take the processor away make no time longer, and what makes all of them longer makes it for all
contenders of a round: what counts are the ratios of the same rounds.
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple, TypeVar

from benchmarks.table import duration

# A call that is over sooner is made again within its turn.
SHORTEST_TURN = 0.03
Made = TypeVar("Made")
Contender = Callable[[], float]
"""Does once what is measured, and says how many seconds of the processor that took."""


class Times(NamedTuple):
    """The seconds that something took, one for each round."""

    rounds: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median of the rounds."""
        return median(self.rounds)

    @property
    def shown(self) -> str:
        """The middle for a person."""
        return duration(self.middle)

    @property
    def spread(self) -> str:
        """How far below and above the middle the rounds lie."""
        if not self.middle:
            return ""
        return f"{min(self.rounds) / self.middle - 1:+.0%} to {max(self.rounds) / self.middle - 1:+.0%}"

    def to(self, other: Times) -> float:
        """How many times the other: the median of the ratios of the same rounds."""
        return median(own / its for own, its in zip(self.rounds, other.rounds, strict=True))

    def less(self, *others: Times) -> Times:
        """What is left without the others, which are parts of it."""
        of_others = (sum(each) for each in zip(*(other.rounds for other in others), strict=True))
        return Times(tuple(max(own - its, 0.0) for own, its in zip(self.rounds, of_others, strict=True)))


def taken(contenders: Mapping[str, Contender], rounds: int, *, warm: bool = True) -> dict[str, Times]:
    """What each contender takes, all taking turns; `warm` is a round before the first, which counts for nothing.

    What was there before is hidden from the garbage collector, so that a contender does not pay for another's memory.
    """
    spent: dict[str, list[float]] = {name: [] for name in contenders}
    for take in contenders.values() if warm else ():
        take()
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for name, take in contenders.items():
            gc.collect()
            times = [take()]
            while sum(times) < SHORTEST_TURN:
                times.append(take())
            spent[name].append(sum(times) / len(times))
    gc.unfreeze()
    return {name: Times(tuple(times)) for name, times in spent.items()}


def parted(
    once: Callable[[], Mapping[str, float]],
    rounds: int,
    beside: Mapping[str, Contender] | None = None,
    *,
    warm: bool = True,
) -> dict[str, Times]:
    """What each part takes of something that says it of itself, and what contenders take that take turns with it."""
    spent: defaultdict[str, list[float]] = defaultdict(list)

    def take() -> float:
        parts: defaultdict[str, float] = defaultdict(float)
        turns = 0
        while sum(parts.values()) < SHORTEST_TURN:
            turns += 1
            for part, seconds in once().items():
                parts[part] += seconds
        for part, seconds in parts.items():
            spent[part].append(seconds / turns)
        return SHORTEST_TURN

    took = taken({**(beside or {}), "parts": take}, rounds, warm=warm)
    of_parts = {part: Times(tuple(seconds[-rounds:])) for part, seconds in spent.items()}
    return {**took, **of_parts}


def calling(call: Callable[[], object]) -> Contender:
    """The same call each time."""
    return on(lambda: None, lambda _: call())


def on(make: Callable[[], Made], call: Callable[[Made], object]) -> Contender:
    """A call on something that is made anew each time, which is not counted."""

    def take() -> float:
        made = make()
        start = process_time()
        call(made)
        return process_time() - start

    return take


def of_children() -> float:
    """The seconds of the processor of all processes that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def command(arguments: Sequence[str], folder: Path, clock: Callable[[], float] = of_children) -> Contender:
    """A program that is run in `folder`, and is waited for; what it prints is not looked at."""
    # Compiled modules are kept, as they are wherever a program is used more than once.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def take() -> float:
        start = clock()
        subprocess.run(
            list(arguments), cwd=folder, env=environment, check=False, capture_output=True, stdin=subprocess.DEVNULL
        )
        return clock() - start

    return take
