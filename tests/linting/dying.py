"""A cluster of two processes, and what kills them: `python dying.py` prints the address of one until its input ends."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reslint.linting.report import FileResult
    from reslint.linting.run import Run


def dying(marks: str, run: Run, name: str) -> FileResult:
    """Judge a file; at one of them the process is killed, the first time, and at another always."""
    mark = Path(marks) / os.path.basename(name)
    if name.endswith("11.txt") and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if name.endswith("17.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return run.outcome(name)


def main() -> None:
    """Run a scheduler and two workers, each a process of its own."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
