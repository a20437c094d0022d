"""Read many drafts one after the other: what cannot be read is said, and the others are still looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reslint.api.page import Page
from reslint.api.places import clauses_of, place_of
from reslint.citations.model import Citation
from reslint.documents.view import View
from reslint.errors import ReslintError
from reslint.running.run import Run


class Spot(NamedTuple):
    """Where words stand in a file: line and column from 1, in characters; `name` where people say it otherwise.

    `name` is "¶ 17, considering b)" in a Word file, and empty where line and column say it.
    """

    line: int
    column: int
    name: str

    def __str__(self) -> str:
        return self.name or f"{self.line}:{self.column}"


def views(run: Run, paths: Iterable[str]) -> Iterator[tuple[str, View]]:
    """Every file of the paths with what is read of it; what could not be read becomes a line in `run.errors`."""
    for name in run.names(paths):
        try:
            data, _ = run.read(name)
            view = run.linter(name).view(data, run.shown(name))
        except ReslintError as error:
            run.errors.append(str(error))
            continue
        yield name, view


def pages(run: Run, paths: Iterable[str]) -> Iterator[Page]:
    """Every file of the paths with its citations; see `views`."""
    for name, view in views(run, paths):
        try:
            yield run.linter(name).page(view)
        except ReslintError as error:
            run.errors.append(str(error))


class Spots:
    """Says where the citations of one page stand; the structure that this takes is read once, when first asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._clauses: dict[int, str] | None = None

    def of(self, citation: Citation) -> Spot:
        """Where a citation begins."""
        if self._clauses is None:
            self._clauses = clauses_of(self._page.structure)
        view = self._page.view
        line, column = view.position(citation.start)
        return Spot(line, column, place_of(view, self._clauses, citation.start, citation.end).name)
