"""The pool: several processes of this machine, begun when that pays; an earlier run is remembered before any of them is
asked.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.running.executors import done, keep, remembered
from reslint.running.jobs import Job, R
from reslint.values import Value

if TYPE_CHECKING:
    from reslint.running.work import Work
    from reslint.running.workers import Workers

PAYS_AFTER = 0.3
"""Seconds of work after which other processes are worth their start, which takes 40 to 75 ms."""
AHEAD = 64
"""So many files may be finished before one whose turn it is; more of them would have to be held in memory."""


class Pool(Value):
    """So many processes; by default as many as there are processors, once that pays, and this one until then."""

    jobs: int | None = None

    def results(self, run: Work, names: Sequence[str], job: Job[R]) -> Iterator[R]:
        """As an executor does."""
        at_most = processors() if self.jobs is None else self.jobs
        workers: Workers[R] | None = None
        ready: dict[int, R] = {}
        given = turn = 0
        spent = 0.0
        memory = run.has_memories()
        try:
            while turn < len(names):
                while given < len(names) and given < turn + AHEAD and (workers is None or workers.busy < 2 * at_most):
                    if workers is None and turn < given:
                        break
                    number, name = given, names[given]
                    given += 1
                    before = remembered(run, name, job) if memory else None
                    if before is not None:
                        ready[number] = before
                    elif workers is not None:
                        workers.give(number, name)
                    elif _pays(at_most, self.jobs, spent, len(names) - number) or run.reads_apart(name):
                        from reslint.running.workers import Workers

                        workers = Workers(min(at_most, len(names) - number), run, job)
                        workers.give(number, name)
                    else:
                        start = time.perf_counter()
                        ready[number] = done(run, name, job)
                        spent += time.perf_counter() - start
                while turn in ready:
                    yield ready.pop(turn)
                    turn += 1
                if workers is not None and turn < given:
                    for number, result, kept in workers.take():
                        ready[number] = result
                        keep(run, kept)
        finally:
            if workers is not None:
                workers.close()


def _pays(at_most: int, asked: int | None, spent: float, left: int) -> bool:
    """Whether other processes are worth their start, for so many files that are left."""
    return at_most > 1 and (asked is not None or spent > PAYS_AFTER) and left > 1


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # systems without such limits
        return os.cpu_count() or 1
