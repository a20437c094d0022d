"""What kills processes that judge files, and a cluster of two: `python dying.py` prints its address."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from reslint.api.report import FileResult
from reslint.running.jobs import Draft, Judging


class Dying(Judging):
    """Judge a file; at one of them the process is killed, the first time, and at another always."""

    marks: str

    def act(self, draft: Draft) -> FileResult:
        """The judgement of one file, if the process lives on."""
        mark = Path(self.marks) / os.path.basename(draft.name)
        if draft.name.endswith("11.txt") and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if draft.name.endswith("17.txt"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().act(draft)


class Killing(Judging):
    """Judge a file, unless it is called so that the process has to die, or something has to break."""

    def act(self, draft: Draft) -> FileResult:
        """The judgement of one file."""
        if "draft 13" in draft.name:
            os.kill(os.getpid(), signal.SIGKILL)
        if "draft 22" in draft.name:
            os._exit(3)
        if "draft 31" in draft.name:
            raise RuntimeError("something\nbroke")
        return super().act(draft)


class Slow(Judging):
    """Judge a file, in its own time."""

    def act(self, draft: Draft) -> FileResult:
        """The judgement of one file."""
        time.sleep(0.05)
        return super().act(draft)


class Where(Judging):
    """Tell what cache the process that judges has in its environment."""

    def act(self, draft: Draft) -> FileResult:
        """Its environment, as a notice."""
        super().act(draft)
        return FileResult(draft.name, notices=(os.environ.get("RESLINT_CACHE_DIR", "unset"),))


def main() -> None:
    """Run a scheduler and two workers, each a process of its own."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
