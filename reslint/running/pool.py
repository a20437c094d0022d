"""Worker processes that judge files, one at a time each. A worker that dies costs the file it was at, not the run.

What `concurrent.futures` has breaks as a whole when one process is killed, and does not say over which task.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, NamedTuple

from reslint.api.report import FileResult

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

    from reslint.running.run import Run

Act = Callable[["Run", str], FileResult]
MakeRun = Callable[[], "Run"]


class Worker(NamedTuple):
    """A process and the way to it."""

    process: BaseProcess
    connection: Connection


class Pool:
    """So many workers. `make` builds the run in each of them, `act` judges one file of it and gives a result without
    its text; both are importable by name, since not every system can fork.
    """

    def __init__(self, jobs: int, make: MakeRun, act: Act) -> None:
        self._make = make
        self._act = act
        self._context = _context()
        self._waiting: deque[tuple[int, str]] = deque()
        self._at: dict[Connection, tuple[int, str]] = {}
        self._workers: dict[Connection, Worker] = {}
        for _ in range(jobs):
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

    def take(self) -> list[tuple[int, FileResult]]:
        """The results that are ready, at least one while there is work; also those of files whose worker died."""
        ready: list[tuple[int, FileResult]] = []
        if not self.busy:
            return ready
        for connection in wait(list(self._at)):
            assert isinstance(connection, Connection)
            number, name = self._at.pop(connection)
            try:
                ready.append((number, connection.recv()))
            except (EOFError, OSError):
                ready.append((number, self._lost(connection, name)))
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

    def _lost(self, connection: Connection, name: str) -> FileResult:
        worker = self._replace(connection)
        code = worker.process.exitcode or 0
        how = f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with status {code}"
        return FileResult(name, errors=(f"{name}: the process that checked it {how}; it may need more memory",))

    def _start(self) -> Worker:
        ours, theirs = self._context.Pipe()
        # A forked process has our ends of all connections, too, and would keep them open when we are gone.
        forked = self._context.get_start_method() == "fork"
        others = (ours, *(worker for worker in self._workers)) if forked else ()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_work, args=(theirs, others, self._make, self._act), daemon=True
        )
        process.start()
        theirs.close()
        return Worker(process, ours)


def _context() -> BaseContext:
    """A fork where it is safe, since it has all that was built so far; else a process that builds it anew."""
    methods = multiprocessing.get_all_start_methods()
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone and "fork" in methods and os.name == "posix" else "spawn")


def _work(connection: Connection, others: Iterable[Connection], make: MakeRun, act: Act) -> None:
    """Judge what comes until nothing comes any more; an interrupt is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    run = make()
    while True:
        try:
            name = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(act(run, name))
