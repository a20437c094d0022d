"""The results of many files, in the order of their names, whoever judged them: this process, others, an earlier run."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.api.report import FileResult

if TYPE_CHECKING:
    from reslint.running.pool import Act, MakeRun, Pool
    from reslint.running.run import Run

PAYS_AFTER = 0.3
"""Seconds of work after which other processes are worth their start, which takes 40 to 75 ms."""
AHEAD = 64
"""So many files may be finished before one whose turn it is; more of them would have to be held in memory."""


def outcomes(run: Run, names: Sequence[str], act: Act, make: MakeRun, jobs: int | None = None) -> Iterator[FileResult]:
    """The result of each file, without its text, in the order of `names`.

    `act` judges a file of a run, `make` builds the run anew in another process. `jobs` is the number of processes, 1
    for none but this one; by default as many as there are processors, once that pays.
    """
    at_most = processors() if jobs is None else jobs
    pool: Pool | None = None
    done: dict[int, FileResult] = {}
    given = turn = 0
    spent = 0.0
    kept = run.keeps_any()
    try:
        while turn < len(names):
            while given < len(names) and given < turn + AHEAD and (pool is None or pool.busy < 2 * at_most):
                if pool is None and turn < given:
                    break
                number, name = given, names[given]
                given += 1
                before = run.recall(name) if kept else None
                if before is not None:
                    done[number] = before
                elif pool is not None:
                    pool.give(number, name)
                elif at_most > 1 and (jobs is not None or spent > PAYS_AFTER) and len(names) - number > 1:
                    from reslint.running.pool import Pool

                    pool = Pool(min(at_most, len(names) - number), make, act)
                    pool.give(number, name)
                else:
                    start = time.perf_counter()
                    done[number] = act(run, name)
                    spent += time.perf_counter() - start
            while turn in done:
                yield done.pop(turn)
                turn += 1
            if pool is not None and turn < given:
                done.update(pool.take())
    finally:
        if pool is not None:
            pool.close()


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # systems without such limits
        return os.cpu_count() or 1
