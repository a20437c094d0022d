"""Worker processes that judge files, one at a time each. A worker that dies costs the file it was at, not the run, and
so does one that is ended since it goes beyond the time or the memory that a file may take.

What `concurrent.futures` has breaks as a whole when one process is killed, and does not say over which task.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from pickle import PicklingError
from typing import TYPE_CHECKING, Any, Generic

from reslint.documents.limits import DISTRUST, Limits
from reslint.errors import error_of
from reslint.named import NamedTuple
from reslint.running.executors import Kept, worked_out
from reslint.running.jobs import Job, R

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

    from reslint.running.spec import RunSpec
    from reslint.running.work import Work

UNSENT = (ValueError, TypeError, AttributeError, MemoryError, PicklingError)
"""What is raised for a result that cannot be sent to another process."""
LOOK = 0.25
"""Seconds between two looks at what the workers take."""


class Worker(NamedTuple):
    """A process and the way to it."""

    process: BaseProcess
    connection: Connection


class Given(NamedTuple):
    """A file that a worker is at: its number and name, since when, and the limits that hold for it."""

    number: int
    name: str
    since: float
    limits: Limits


class Workers(Generic[R]):
    """So many processes, each of which makes the run anew of its spec, and does the job for one file at a time."""

    def __init__(self, many: int, run: Work, job: Job[R]) -> None:
        self._run = run
        self._job = job
        self._context = _context()
        self._waiting: deque[tuple[int, str]] = deque()
        self._at: dict[Connection, Given] = {}
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
        while self.busy and not ready:
            for connection in wait(list(self._at), LOOK):
                assert isinstance(connection, Connection)
                given = self._at.pop(connection)
                try:
                    ready.append((given.number, *connection.recv()))
                except (EOFError, OSError):
                    ready.append((given.number, self._lost(connection, given.name), None))
            ready += ((number, failed, None) for number, failed in self._overdrawn())
            self._feed()
        return ready

    def _overdrawn(self) -> Iterator[tuple[int, R]]:
        """The results of files that take more than they may; their workers are ended."""
        for connection, given in list(self._at.items()):
            worker, limits = self._workers[connection], given.limits
            if time.monotonic() - given.since > limits.seconds:
                why = f"it took longer than {limits.seconds:,} seconds"
                advice = f"{DISTRUST}, or raise limits.seconds in the settings"
            elif held_by(worker.process) > limits.memory:
                why = f"it took more than {limits.memory / 1e6:,.0f} MB of memory"
                advice = f"{DISTRUST}, or raise limits.memory in the settings"
            else:
                continue
            del self._at[connection]
            worker.process.kill()
            self._replace(connection)
            yield given.number, self._job.failed(given.name, f"{given.name}: {why}; {advice}")

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
            number, name = self._waiting.popleft()
            self._at[connection] = Given(number, name, time.monotonic(), self._run.limits(name))

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
            target=_work, args=(theirs, others, self._run.spec, self._job), daemon=True
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
            name = connection.recv()
            done = worked_out(run, name, job)
            try:
                connection.send(done)
            except UNSENT as error:
                connection.send((job.failed(run.shown(name), str(error_of(run.shown(name), error))), None))
        except (EOFError, OSError):  # the parent is no more
            return


def held_by(process: BaseProcess) -> int:
    """The bytes of memory that a process holds; 0 where that is not told."""
    try:
        with open(f"/proc/{process.pid}/statm", "rb") as told:
            return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
