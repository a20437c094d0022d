"""Inputs are tried in a process of their own, which ends where one takes too much time or memory."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import traceback
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from fuzz.commands import COMMANDS, ran
from fuzz.inputs import Input
from fuzz.promises import Outcome, tried

SECONDS = 10
"""So long the processor may be at one input: a small part of a second is what one takes."""
BYTES = 512 << 20
"""So much memory the process may have."""
PATIENCE = 300
"""Who waits that many seconds waits for nothing, such as the other end of a pipe."""


class Trial:
    """Tries inputs; the process that does it is forked from this one, and made anew where it died of one."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("fork")
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def of(self, given: Input) -> Outcome:
        """What became of an input."""
        if self._process is None:
            self._start()
        assert self._connection is not None
        self._connection.send(given)
        try:
            if self._connection.poll(PATIENCE):
                outcome: Outcome = self._connection.recv()
                return outcome
            reason = f"has not ended after {PATIENCE} s, at rest"
        except EOFError:
            reason = ""
        code = self.end()
        return Outcome(False, broken=(reason or _how(code),))

    def end(self) -> int:
        """End the process; its exit code."""
        if self._process is None or self._connection is None:
            return 0
        self._connection.close()
        self._process.join(1)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        code, self._process = self._process.exitcode or 0, None
        return code

    def _start(self) -> None:
        self._connection, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_work, args=(theirs, self._connection), daemon=True)
        self._process.start()
        theirs.close()


def _how(code: int) -> str:
    if code == -signal.SIGXCPU:
        return f"takes more than {SECONDS} s of the processor"
    return f"ends the process ({signal.Signals(-code).name if code < 0 else f'status {code}'})"


def _work(connection: Connection, parents: Connection) -> None:
    parents.close()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    while True:
        try:
            given: Input = connection.recv()
        except EOFError:
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + SECONDS, hard))
        connection.send(_outcome(given))


def _outcome(given: Input) -> Outcome:
    try:
        if given.reader in COMMANDS:
            return ran(given)
        return tried(given.data, given.file, has_comments=given.reader == "word")
    except BaseException as error:  # also SystemExit, by which no input may end the process
        frames = traceback.extract_tb(error.__traceback__)
        where = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}"
        words = " ".join(str(error).split())[:300]
        return Outcome(False, broken=(f"raises {type(error).__name__} at {where}: {words}",))
