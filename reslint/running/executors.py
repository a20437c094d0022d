"""Executors, who do the work of a run: each takes its files in order and gives back a result for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from reslint.errors import error_of
from reslint.running.jobs import Job, R
from reslint.values import Value

if TYPE_CHECKING:
    from reslint.api.report import FileResult
    from reslint.running.result_cache import ResultCache
    from reslint.running.work import Work

Kept = tuple[bytes, bytes]
"""What is kept of a result for the next run: under what, and what."""


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
    memory = run.memory() if job.judges else None
    result, kept = worked_out(run, name, job, memory)
    keep(run, kept)
    return result


def keep(run: Work, kept: Kept | None) -> None:
    """Keep what a result is to be remembered by."""
    memory = run.memory() if kept is not None else None
    if memory is not None and kept is not None:
        memory.store(*kept)


def worked_out(run: Work, name: str, job: Job[R], memory: ResultCache | None = None) -> tuple[R, Kept | None]:
    """The result of one file in this process, and what is to be kept of it; whatever goes wrong is in it."""
    shown = run.shown(name)
    try:
        draft = run.draft(name)
        key = run.key(draft) if job.judges and run.spec.remembers else None
        before = memory.recall(key, draft.name) if memory and key else None
        result = job.act(draft.but(before=before) if before else draft)
        return result, None if before or key is None else _kept(key, job.judgement(result))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # one file that breaks reslint must not keep it from the others
        return job.failed(shown, str(error_of(shown, error))), None


def remembered(run: Work, name: str, job: Job[R]) -> R | None:
    """The result of one file as an earlier run left it, if nothing has changed since."""
    memory = run.memory() if job.judges else None
    if memory is None:
        return None
    try:
        draft = run.draft(name)
        before = memory.recall(run.key(draft), draft.name)
        return job.act(draft.but(before=before)) if before else None
    except Exception:  # it is said by whoever does it anew
        return None


def _kept(key: bytes, judgement: FileResult | None) -> Kept | None:
    from reslint.running.kept import written

    data = written(key, judgement) if judgement else None
    return (key, data) if data is not None else None
