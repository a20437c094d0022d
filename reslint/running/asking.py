"""Questions asked of every file of a run that are no judgement: who cites what, what a text attests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from reslint.citations.languages import unread_language
from reslint.running.jobs import Draft
from reslint.running.pool import Pool
from reslint.values import Value

if TYPE_CHECKING:
    from reslint.api.page import Page
    from reslint.running.run import Run

T = TypeVar("T")


class Answer(Value, Generic[T]):
    """What was found in one file, None where that could not be looked for; `error` is the line that says why, `notice`
    what the user should know.
    """

    found: T | None
    error: str | None = None
    notice: str | None = None


class Question(Value, Generic[T]):
    """A job that asks something of every file; `answer` is what to look for."""

    judges: ClassVar[bool] = False

    def answer(self, draft: Draft, page: Page) -> T:
        """What is found in one file; ReslintError where that cannot be looked for."""
        raise NotImplementedError

    def act(self, draft: Draft) -> Answer[T]:
        """What is found in one file."""
        page = draft.page()
        unread = unread_language(page.text, page.registry)
        return Answer(self.answer(draft, page), notice=f"{draft.name}: {unread}" if unread else None)

    def failed(self, _name: str, line: str) -> Answer[T]:
        """A file in which nothing could be looked for."""
        return Answer(None, line)

    def judgement(self, _result: object) -> None:
        """It is asked anew each time."""


def ask(run: Run, paths: Iterable[str], question: Question[T]) -> Iterator[T]:
    """What is found in each file of the paths, in order; what could not be done becomes a line in `run.errors`."""
    for answer in run.each(list(run.names(paths)), question, Pool()):
        if answer.notice is not None:
            run.notices.append(answer.notice)
        if answer.error is not None:
            run.errors.append(answer.error)
        elif answer.found is not None:
            yield answer.found
