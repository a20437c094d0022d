"""A Dask cluster that is there already; a path may be any URL that fsspec knows.

Every worker makes the run for itself, once a run; registry and rules that are named have to be where it can read them,
and so have files, under the same absolute paths.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reslint.errors import ReslintError
from reslint.running.executors import done
from reslint.running.jobs import Job, R
from reslint.storage.cache import NO_CACHE, user_cache
from reslint.values import Value

if TYPE_CHECKING:
    from reslint.running.run import Run
    from reslint.running.spec import RunSpec
    from reslint.running.work import Work

EACH = 8
"""So many files wait for each thread of the cluster; the rest is not sent yet."""
PATIENCE = 30
"""Seconds to wait for the scheduler."""
KEPT_RUNS = 4


class Cluster(Value):
    """The processes of a cluster, by the address of its scheduler.

    A file whose worker dies is tried elsewhere, as often as the cluster allows, and named if that fails too.
    """

    address: str

    def results(self, run: Work, names: Sequence[str], job: Job[R]) -> Iterator[R]:
        """As an executor does; ReslintError where the cluster cannot be reached."""
        # What a worker made for an earlier run may rest on files that have changed since.
        asked = os.urandom(16).hex()
        client = _client(self.address)
        with client:
            threads = max(sum(client.nthreads().values()), 1)
            waiting: dict[int, Any] = {}
            given = 0
            for turn in range(len(names)):
                while given < len(names) and len(waiting) < EACH * threads:
                    waiting[given] = client.submit(_done_there, asked, run.spec, names[given], job, pure=False)
                    given += 1
                yield _result(run.shown(names[turn]), waiting.pop(turn), job)


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        advice = "pip install 'distributed>=2024.1' 'fsspec>=2024.1'"
        raise ReslintError("--scheduler", "Dask is not installed", advice) from error
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ReslintError(
            address, f"no Dask scheduler answers ({_line(error)})", "start one, or name another"
        ) from error


def _result(name: str, future: Any, job: Job[R]) -> R:
    try:
        result: R = future.result()
    except Exception as error:  # whatever became of the worker
        reason = f"the cluster could not check it ({type(error).__name__}: {_line(error)})"
        return job.failed(name, f"{name}: {reason}")
    return result


def _done_there(asked: str, spec: RunSpec, name: str, job: Job[R]) -> R:
    """Do a job for a file; this is called on the cluster."""
    run = _run(asked, spec)
    result = done(run, name, job)
    memory = run.memory()
    if memory is not None:  # nobody says here which file is the last
        memory.close()
    return result


_runs: dict[str, Run] = {}
"""The last runs that were made here, by what they were asked under."""


def _run(asked: str, spec: RunSpec) -> Run:
    """The run of a spec in this process, with a cache of its own user."""
    from reslint.running.run import Run

    run = _runs.get(asked)
    if run is None:
        run = _runs[asked] = Run(spec if spec.cache == NO_CACHE else spec.but(cache=user_cache()))
        while len(_runs) > KEPT_RUNS:
            _runs.pop(next(iter(_runs)), None)
    return run


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
