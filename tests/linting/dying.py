"""What kills processes that judge files, and a cluster of two: `python dying.py` prints its address."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reslint.api.report import FileResult
    from reslint.running.run import Run


def dying(marks: str, run: Run, name: str) -> FileResult:
    """Judge a file; at one of them the process is killed, the first time, and at another always."""
    mark = Path(marks) / os.path.basename(name)
    if name.endswith("11.txt") and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if name.endswith("17.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return run.outcome(name)


def killing(run: Run, name: str) -> FileResult:
    """Judge a file, unless it is called so that the process has to die."""
    if "draft 13" in name:
        os.kill(os.getpid(), signal.SIGKILL)
    if "draft 22" in name:
        os._exit(3)
    return run.outcome(name)


def slow(run: Run, name: str) -> FileResult:
    """Judge a file, in its own time."""
    time.sleep(0.05)
    return run.outcome(name)


def main() -> None:
    """Run a scheduler and two workers, each a process of its own."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
