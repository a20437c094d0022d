"""Judge the files of a run on a Dask cluster that is there already; a path may be any URL that fsspec knows.

Every worker builds the run for itself, once, from the same options; registry and rules that are named have to be where
it can read them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reslint.api.report import FileResult
from reslint.errors import ReslintError
from reslint.running.pool import Act, MakeRun

if TYPE_CHECKING:
    from reslint.running.run import Run

EACH = 8
"""So many files wait for each thread of the cluster; the rest is not sent yet."""
PATIENCE = 30
"""Seconds to wait for the scheduler."""


def outcomes_on(address: str, names: Sequence[str], act: Act, make: MakeRun) -> Iterator[FileResult]:
    """The result of each file, without its text, in the order of `names`, judged by the cluster at an address.

    A file whose worker dies is tried elsewhere, as often as the cluster allows, and named if that fails too. Raises
    ReslintError where the cluster cannot be reached.
    """
    client = _client(address)
    with client:
        threads = max(sum(client.nthreads().values()), 1)
        waiting: dict[int, Any] = {}
        given = 0
        for turn in range(len(names)):
            while given < len(names) and len(waiting) < EACH * threads:
                waiting[given] = client.submit(_judged, names[given], act, make, pure=False)
                given += 1
            yield _result(names[turn], waiting.pop(turn))


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise ReslintError("--scheduler", "Dask is not installed", "install reslint[dask]") from error
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ReslintError(
            address, f"no Dask scheduler answers ({_line(error)})", "start one, or name another"
        ) from error


def _result(name: str, future: Any) -> FileResult:
    try:
        result = future.result()
    except Exception as error:  # whatever became of the worker
        reason = f"the cluster could not check it ({type(error).__name__}: {_line(error)})"
        return FileResult(name, errors=(f"{name}: {reason}",))
    assert isinstance(result, FileResult)
    return result


def _judged(name: str, act: Act, make: MakeRun) -> FileResult:
    """Judge a file; this runs on the cluster."""
    import pickle

    return act(_run(pickle.dumps(make)), name)


@lru_cache(maxsize=4)
def _run(made: bytes) -> Run:
    import pickle

    make: Any = pickle.loads(made)
    run: Run = make()
    return run


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
