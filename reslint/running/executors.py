"""Executors, who do the work of a run: each takes its files in order and gives back a result for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from reslint.errors import ReslintError, error_of
from reslint.running.jobs import Job, R
from reslint.values import Value

if TYPE_CHECKING:
    from reslint.running.work import Work


class Executor(Protocol):
    """Does a job for files; what it is may not show in the results."""

    def results(self, run: Work, names: Sequence[str], job: Job[R]) -> Iterator[R]:
        """The result of each file, in the order of `names`. ReslintError where nothing can be done at all."""


class Inline(Value):
    """This process, one file after the other."""

    def results(self, run: Work, names: Sequence[str], job: Job[R]) -> Iterator[R]:
        """As an executor does."""
        return (done(run, name, job) for name in names)


def done(run: Work, name: str, job: Job[R]) -> R:
    """The result of one file in this process: remembered, or worked out and kept; whatever goes wrong is in it."""
    shown = run.shown(name)
    try:
        draft = run.draft(name)
        memory = run.memory(draft.linter) if job.remembers else None
        result = memory.recall(draft, job) if memory else None
        if result is None:
            result = job.act(draft)
            if memory and job.sound(result):
                memory.store(draft, job, result)
        return result
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # one file that breaks reslint must not keep it from the others
        return job.failed(shown, str(error_of(shown, error)))


def remembered(run: Work, name: str, job: Job[R]) -> R | None:
    """The result of one file as an earlier run left it, if nothing has changed since."""
    if not job.remembers:
        return None
    try:
        draft = run.draft(name)
        memory = run.memory(draft.linter)
        return memory.recall(draft, job) if memory else None
    except ReslintError:
        return None
