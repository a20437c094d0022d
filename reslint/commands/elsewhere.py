"""What `reslint check` writes elsewhere than in place: a copy with corrections or comments, a diff."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reslint.api.report import FileResult, Written
from reslint.commands.messages import put, say
from reslint.errors import ReslintError
from reslint.reporting.summary import counted
from reslint.running.executors import Executor
from reslint.running.jobs import Job, Judging
from reslint.running.run import Run
from reslint.running.spec import STDIN
from reslint.running.spool import Spool
from reslint.values import Value

if TYPE_CHECKING:
    from reslint.fixing.trees import CopyTree


class Elsewhere(Value):
    """What is to be written of files: whether they are mended; the file for the mended copy of one, and the one for
    that with comments, where they are wanted, empty where no name is given; the folder for the copies of several;
    whether they may be written over whatever is there; whether comments tell all, and in which language.
    """

    fix: bool
    output: str | None = None
    comments: str | None = None
    folder: str | None = None
    force: bool = False
    verbose: bool = False
    language: str | None = None

    def files(self) -> list[str]:
        """The files that are named for the copies of one."""
        return [file for file in (self.output, self.comments) if file]

    def with_paths(self, paths: Iterable[str]) -> tuple[Elsewhere, tuple[str, ...]]:
        """The same with the paths to check: with a folder for the copies, --comments takes no file, and what stands
        behind it is a path.

        Raises ReslintError where that means nothing.
        """
        if self.output == "":
            raise ReslintError("--output", "no file to write is named", "name one, as in --output FILE")
        if self.folder == "":
            raise ReslintError("--output-dir", "no folder to write in is named", "name one, as in --output-dir DIR")
        if self.folder is None:
            if self.comments == "":
                advice = "--comments FILE for one, --comments --output-dir DIR for several"
                raise ReslintError("--comments", "no file to write is named", advice)
            if self.output and not self.fix:
                raise ReslintError("--output", "there is nothing to write without --fix", "add --fix")
            return self, tuple(paths)
        if self.output:
            raise ReslintError("--output and --output-dir", "one writes a file, the other a folder", "leave out one")
        if not self.fix and self.comments is None:
            reason = "there is nothing to write without --fix or --comments"
            raise ReslintError("--output-dir", reason, "add one of them, or both")
        if self.comments:
            return self.but(comments=""), (self.comments, *paths)
        return self, tuple(paths)

    def to_read(self, paths: Sequence[str], names: Iterable[str]) -> list[str]:
        """The files of the paths that are to be judged; ReslintError where their copies cannot be in the folder."""
        if self.folder is None:
            return list(names)
        tree = self._tree(paths)
        tree.refuse_roots()
        if STDIN in paths:
            raise ReslintError("--output-dir", "standard input has no place in it", "name a file")
        return tree.to_read(names)

    def job(self, paths: Sequence[str], names: Sequence[str]) -> Job[FileResult]:
        """What is to be done with each of several files."""
        if self.folder is not None:
            from reslint.fixing.copying import Copying

            tree = self._tree(paths)
            comments, taken = self.comments is not None, tree.taken(names)
            return Copying(tree, self.fix, comments, taken, self.verbose, self.force, self.language)
        if self.fix:
            from reslint.fixing.jobs import Mending

            return Mending()
        return Judging()

    def _tree(self, paths: Sequence[str]) -> CopyTree:
        from reslint.fixing.trees import CopyTree

        return CopyTree(self.folder or "", tuple(paths))


def only(run: Run, paths: Iterable[str]) -> str:
    """The one file that is to be checked; ReslintError where there are several, or none."""
    names = list(run.names(paths))
    if len(names) != 1 or names[0] == STDIN:
        many = f"{len(names)} files to write one for"
        raise ReslintError("--output and --comments", many, "name one file, or a folder for all with --output-dir DIR")
    return names[0]


def write_elsewhere(run: Run, name: str, wanted: Elsewhere) -> FileResult:
    """Judge one file, and write the copies of it that are wanted.

    Raises ReslintError where that would overwrite what is checked, or what is no such copy.
    """
    from reslint.fixing.copies import copy_target, made
    from reslint.fixing.mending import corrected, write
    from reslint.sources.locks import refuse_if_open
    from reslint.storage.replacing import refuse_others
    from reslint.storage.writing import write_file

    for target in wanted.files():
        if os.path.exists(target) and os.path.samefile(target, name):
            raise ReslintError(target, "this is the file to check itself", "name another file")
        refuse_if_open(target)
    try:
        draft = run.draft(name)
    except ReslintError as error:
        return FileResult(run.shown(name), errors=(str(error),))
    comments = bool(wanted.comments)
    copy = made(draft, fix=wanted.fix, comments=comments, verbose=wanted.verbose, language=wanted.language)
    result = copy.result.but(errors=(*copy.result.errors, *([str(copy.fault)] if copy.fault else [])))
    if result.errors or result.view is None:
        return result
    copies: dict[str, bytes] = {}
    written: list[Written] = []
    if wanted.output:
        copies[wanted.output] = copy.mended.new_data
        written.append(corrected(wanted.output, copy.mended))
    if wanted.comments and copy.commented is not None:
        copies[wanted.comments] = copy.commented
        written.append(Written(wanted.comments, comments=copy.comments))
    if copy.writer is not None:
        copies = {file: copy.writer.seal(data, name) for file, data in copies.items()}
    refuse_others((copy_target(file, copy.writer, data) for file, data in copies.items()), force=wanted.force)
    notices = [*copy.notices, *(notice for file, data in copies.items() for notice in write_file(file, data))]
    if wanted.fix and not wanted.output:
        result = write(copy.mended).but(overruled=result.overruled)
    return result.but(notices=(*result.notices, *notices), written=(*result.written, *written))


def show_diff(run: Run, paths: Iterable[str], executor: Executor) -> int:
    """Print what --fix would change; 1 if it would change something, 2 if something could not be checked."""
    from reslint.fixing.jobs import Comparing

    results = Spool()
    changed = 0
    for difference in run.each(list(run.names(paths)), Comparing(), executor):
        results.add(difference.result)
        changed += bool(difference.lines)
        for line in difference.lines:
            put(line, sys.stdout)
    report = run.report(results)
    say(report, judged_on=True)
    would = sum(result.mended for result in results.heads)
    put(f"Would mend {counted(would, 'finding')} in {counted(changed, 'file')}.\n", sys.stderr)
    return 2 if report.failures else int(bool(changed))
