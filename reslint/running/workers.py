"""Worker processes that judge files, one at a time each. A worker that dies costs the file it was at, not the run.

What `concurrent.futures` has breaks as a whole when one process is killed, and does not say over which task.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Generic, NamedTuple

from reslint.running.executors import Kept, worked_out
from reslint.running.jobs import Job, R

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

    from reslint.running.spec import RunSpec
    from reslint.running.work import Work


class Worker(NamedTuple):
    """A process and the way to it."""

    process: BaseProcess
    connection: Connection


class Workers(Generic[R]):
    """So many processes, each of which makes the run anew of its spec, and does the job for one file at a time."""

    def __init__(self, many: int, run: Work, job: Job[R]) -> None:
        self._spec = run.spec
        self._job = job
        self._context = _context()
        self._waiting: deque[tuple[int, str]] = deque()
        self._at: dict[Connection, tuple[int, str]] = {}
        self._workers: dict[Connection, Worker] = {}
        for _ in range(many):
            worker = self._start()
            self._workers[worker.connection] = worker

    @property
    def busy(self) -> int:
        """How many files were given and not yet given back."""
        return len(self._waiting) + len(self._at)

    def give(self, number: int, name: str) -> None:
        """A file to judge, with the number under which its result comes back."""
        self._waiting.append((number, name))
        self._feed()

    def take(self) -> list[tuple[int, R, Kept | None]]:
        """The results that are ready, at least one while there is work, each with what is to be kept of it; also those
        of files whose worker died.
        """
        ready: list[tuple[int, R, Kept | None]] = []
        if not self.busy:
            return ready
        for connection in wait(list(self._at)):
            assert isinstance(connection, Connection)
            number, name = self._at.pop(connection)
            try:
                ready.append((number, *connection.recv()))
            except (EOFError, OSError):
                ready.append((number, self._lost(connection, name), None))
        self._feed()
        return ready

    def close(self) -> None:
        """End all workers at once, whatever they are at."""
        for worker in self._workers.values():
            worker.process.terminate()
        for worker in self._workers.values():
            worker.process.join()
            worker.connection.close()
        self._workers = {}

    def _feed(self) -> None:
        for connection in list(self._workers):
            if not self._waiting:
                return
            if connection in self._at:
                continue
            try:
                connection.send(self._waiting[0][1])
            except OSError:  # it died while it had nothing to do
                self._replace(connection)
                self._feed()
                return
            self._at[connection] = self._waiting.popleft()

    def _replace(self, connection: Connection) -> Worker:
        """Put a new worker in the place of a dead one, which is given back."""
        worker = self._workers.pop(connection)
        worker.process.join()
        connection.close()
        replacement = self._start()
        self._workers[replacement.connection] = replacement
        return worker

    def _lost(self, connection: Connection, name: str) -> R:
        worker = self._replace(connection)
        code = worker.process.exitcode or 0
        how = f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with status {code}"
        return self._job.failed(name, f"{name}: the process that checked it {how}; it may need more memory")

    def _start(self) -> Worker:
        ours, theirs = self._context.Pipe()
        # A forked process has our ends of all connections, too, and would keep them open when we are gone.
        forked = self._context.get_start_method() == "fork"
        others = (ours, *(worker for worker in self._workers)) if forked else ()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_work, args=(theirs, others, self._spec, self._job), daemon=True
        )
        process.start()
        theirs.close()
        return Worker(process, ours)


def _context() -> BaseContext:
    """A fork where it is safe, since it has all that was built so far; else a process that builds it anew."""
    methods = multiprocessing.get_all_start_methods()
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone and "fork" in methods and os.name == "posix" else "spawn")


def _work(connection: Connection, others: Iterable[Connection], spec: RunSpec, job: Job[Any]) -> None:
    """Do the job for what comes until nothing comes any more; an interrupt is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    from reslint.running.run import Run

    run = Run(spec)
    while True:
        try:
            connection.send(worked_out(run, connection.recv(), job))
        except (EOFError, OSError):  # the parent is no more
            return
