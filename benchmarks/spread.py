"""What pairs of measurements say: the ratio, the interval it lies in, and whether that is slower."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb
from statistics import median
from typing import NamedTuple

MISSED = 0.05
"""So often the median may lie outside of its interval, at the most."""


class Spread(NamedTuple):
    """The median ratio of new to old, and the interval it lies in, if there are enough of them to be `sure`."""

    ratio: float
    low: float
    high: float
    sure: bool

    def verdict(self, bound: float) -> str:
        """`slower` and `faster` only where the whole interval is beyond the bound, which is a part of one."""
        if not self.sure:
            return "too few turns"
        if self.low > 1 + bound:
            return "slower"
        if self.high < 1 / (1 + bound):
            return "faster"
        return "as before"


def spread(before: Sequence[float], now: Sequence[float]) -> Spread:
    """The ratios of what was measured in the same turn.

    The median of all ratios that could be measured lies between the smallest and the largest that were, unless all of
    them happen to fall on one side of it, like so many coins; so many may be left out at both ends that it still
    lies between the others 95 times of 100. It needs no assumption about how the times are spread.
    """
    ratios = sorted(new / old for old, new in zip(before, now, strict=True))
    left_out = 0
    while _missed(len(ratios), left_out + 1) <= MISSED:
        left_out += 1
    return Spread(median(ratios), ratios[left_out], ratios[-1 - left_out], _missed(len(ratios), left_out) <= MISSED)


def _missed(count: int, left_out: int) -> float:
    """How likely of so many coins no more than `left_out` show one side, or the other."""
    return float(2 * sum(comb(count, number) for number in range(left_out + 1)) / 2**count)
