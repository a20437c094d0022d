"""What `reslint check` writes elsewhere than in place: a copy with corrections or comments, a diff."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from reslint.api.report import FileResult
from reslint.commands.messages import say
from reslint.commands.overwriting import copy_target, refuse_others
from reslint.errors import ReslintError
from reslint.linting.overruling import with_overruled
from reslint.reporting.summary import counted
from reslint.running.executors import Executor
from reslint.running.run import Run
from reslint.running.spec import STDIN
from reslint.running.spool import Spool
from reslint.values import Value


def only(run: Run, paths: Iterable[str]) -> str:
    """The one file that is to be checked; ReslintError where there are several, or none."""
    names = list(run.names(paths))
    if len(names) != 1 or names[0] == STDIN:
        raise ReslintError("--output and --comments", f"{len(names)} files to write one for", "name one file")
    return names[0]


class Elsewhere(Value):
    """What is to be written of one file: whether it is mended; the file for the mended copy, and the one for that with
    comments, where they are wanted; whether they may be written over whatever is there; whether comments tell all.
    """

    fix: bool
    output: str | None
    comments: str | None
    force: bool = False
    verbose: bool = False


def write_elsewhere(run: Run, name: str, wanted: Elsewhere) -> FileResult:
    """Judge one file, and write the copies of it that are wanted.

    Raises ReslintError where that means nothing, or would overwrite what is checked, or what is no such copy.
    """
    from reslint.fixing.mending import commented, judge, mend, write
    from reslint.sources.locks import refuse_if_open
    from reslint.storage.writing import write_file

    if wanted.output and not wanted.fix:
        raise ReslintError("--output", "there is nothing to write without --fix", "add --fix")
    for target in filter(None, (wanted.output, wanted.comments)):
        if os.path.exists(target) and os.path.samefile(target, name):
            raise ReslintError(target, "this is the file to check itself", "name another file")
        refuse_if_open(target)
    try:
        draft = run.draft(name)
    except ReslintError as error:
        return FileResult(run.shown(name), errors=(str(error),))
    mended = (mend if wanted.fix else judge)(draft.linter, draft.data, draft.name, draft.side)
    result = with_overruled(mended.new_result, draft.linter, mended.new_data, draft.side)
    if result.errors or result.view is None:
        return result
    writer = draft.linter.form_of(result.view.document).writer
    copies: dict[str, bytes] = {}
    notices: list[str] = []
    if wanted.comments:
        try:
            copies[wanted.comments], notices = commented(draft.linter, mended.new_data, result, verbose=wanted.verbose)
        except ReslintError as error:
            return result.but(errors=(str(error),))
    if wanted.output:
        copies[wanted.output] = mended.new_data
    if writer is not None:
        copies = {file: writer.seal(data, name) for file, data in copies.items()}
    refuse_others((copy_target(file, writer, data) for file, data in copies.items()), force=wanted.force)
    for file, data in copies.items():
        notices += write_file(file, data)
    if wanted.fix and not wanted.output:
        result = write(mended).but(overruled=result.overruled)
    return result.but(notices=(*result.notices, *notices))


def show_diff(run: Run, paths: Iterable[str], executor: Executor) -> int:
    """Print what --fix would change; 1 if it would change something, 2 if something could not be checked."""
    from reslint.fixing.jobs import Comparing

    results = Spool()
    changed = 0
    for difference in run.each(list(run.names(paths)), Comparing(), executor):
        results.add(difference.result)
        changed += bool(difference.lines)
        for line in difference.lines:
            click.echo(line, nl=False)
    report = run.report(results)
    say(report, judged_on=True)
    would = sum(result.mended for result in results.heads)
    click.echo(f"Would mend {counted(would, 'finding')} in {counted(changed, 'file')}.", err=True)
    return 2 if report.failures else int(bool(changed))
