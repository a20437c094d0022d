"""The work of a run: what those who do it need of the run; `reslint.running.run.Run` is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reslint.documents.limits import Limits
from reslint.linting.linter import Linter
from reslint.running.jobs import Draft
from reslint.running.spec import RunSpec

if TYPE_CHECKING:
    from reslint.running.result_cache import ResultCache


class Work(Protocol):
    """A run in this process. `errors` and `notices` are lines on what belongs to no single file."""

    spec: RunSpec
    errors: list[str]
    notices: list[str]

    def shown(self, name: str) -> str:
        """How a file is called in messages and results."""

    def linter(self, name: str) -> Linter:
        """The linter for a file; ReslintError where its settings cannot be used."""

    def linter_in(self, folder: Path = Path()) -> Linter:
        """The linter for files in a folder; ReslintError where its settings cannot be used."""

    def draft(self, name: str) -> Draft:
        """A file as it is read now; ReslintError where it cannot be."""

    def reads_apart(self, name: str) -> bool:
        """Whether a file is of a format that is to be read in another process."""

    def limits(self, name: str) -> Limits:
        """The limits that hold for a file."""

    def memory(self) -> ResultCache | None:
        """The results of earlier runs, where they are to be remembered."""

    def key(self, draft: Draft) -> bytes:
        """What the result of a draft is remembered under."""

    def has_memories(self) -> bool:
        """Whether there may be something of an earlier run to remember."""
