"""The job of copying: of each file of a run a copy with corrections, comments or both, in a tree of copies."""

from __future__ import annotations

import os
from typing import ClassVar

from reslint.api.report import FileResult, Written
from reslint.errors import ReslintError
from reslint.fixing.copies import Made, made, write_copy
from reslint.fixing.mending import corrected
from reslint.fixing.trees import CopyTree
from reslint.linting.overruling import with_overruled
from reslint.running.jobs import Draft, Judging
from reslint.storage.writing import make_folder


class Copying(Judging):
    """Write a copy of a file with what is asked for, if there is any of it to write. The result is without its text.

    Of the files that are `taken` the place is another one's. What cannot be written is an error of its file alone.
    """

    tree: CopyTree
    fix: bool
    comments: bool
    taken: frozenset[str] = frozenset()
    verbose: bool = False
    force: bool = False
    language: str | None = None
    judges: ClassVar[bool] = False

    def act(self, draft: Draft) -> FileResult:
        """The judgement of what is left in the copy, and what was written; that of the file where nothing was."""
        copy = made(draft, fix=self.fix, comments=self.comments, verbose=self.verbose, language=self.language)
        result = copy.result.without_text()
        if result.errors:
            return result
        try:
            return self._written(draft, copy, result)
        except ReslintError as error:
            left = with_overruled(copy.mended.result, draft.linter, draft.data, draft.side)
            return left.without_text().but(errors=(str(error),))

    def _written(self, draft: Draft, copy: Made, result: FileResult) -> FileResult:
        has_comments = copy.writer is not None and copy.writer.comment is not None
        if copy.fault is not None and has_comments:
            raise copy.fault
        data = copy.mended.new_data if copy.commented is None else copy.commented
        if data == draft.data and not copy.comments:
            return self._unwritten(draft, copy, result)
        if draft.name in self.taken:
            raise ReslintError(draft.name, "the place of its copy is that of another file", "check it alone")
        place = self.tree.place_of(draft.name)
        make_folder(os.path.dirname(place))
        notices = write_copy(place, data, copy.writer, draft.name, force=self.force)
        told = corrected(place, copy.mended) if self.fix else Written(place)
        if copy.commented is not None:
            told = told.but(comments=copy.comments)
        return result.but(notices=(*result.notices, *copy.notices, *notices), written=(told,))

    def _unwritten(self, draft: Draft, copy: Made, result: FileResult) -> FileResult:
        """The result of a file with nothing to write, which says what is there of an earlier run all the same."""
        if copy.fault is not None and result.findings:
            result = result.but(written=(Written(draft.name, unwritten=copy.fault.reason),))
        place = self.tree.place_of(draft.name) if copy.writer is not None else ""
        if not os.path.isfile(place) or draft.name in self.taken:
            return result
        with open(place, "rb") as there:
            before = there.read()
        if copy.writer is None or not copy.writer.sealed(before):
            return result
        line = f"{place}: this copy is of an earlier run; there is nothing to write for {draft.name} any more"
        return result.but(notices=(*result.notices, line))
