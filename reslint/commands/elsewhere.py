"""What `reslint check` writes elsewhere than in place: a copy with corrections or comments, a diff."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from reslint.api.report import FileResult
from reslint.commands.messages import say
from reslint.errors import ReslintError
from reslint.linting.overruling import with_overruled
from reslint.reporting.summary import counted
from reslint.running.executors import Executor
from reslint.running.run import Run
from reslint.running.spec import STDIN
from reslint.running.spool import Spool


def only(run: Run, paths: Iterable[str]) -> str:
    """The one file that is to be checked; ReslintError where there are several, or none."""
    names = list(run.names(paths))
    if len(names) != 1 or names[0] == STDIN:
        raise ReslintError("--output and --comments", f"{len(names)} files to write one for", "name one file")
    return names[0]


def write_elsewhere(
    run: Run, name: str, *, fix: bool, output: str | None, comments: str | None, verbose: bool = False
) -> FileResult:
    """Judge one file, and write the mended one to `output` and one with comments to `comments`, where they are named.

    Raises ReslintError where that means nothing, or would overwrite what is checked.
    """
    from reslint.fixing.mending import commented, judge, mend, write
    from reslint.sources.locks import refuse_if_open
    from reslint.storage.writing import write_file

    if output and not fix:
        raise ReslintError("--output", "there is nothing to write without --fix", "add --fix")
    if output and comments and os.path.realpath(output) == os.path.realpath(comments):
        raise ReslintError(output, "both --output and --comments would be written there", "name two files")
    for target in filter(None, (output, comments)):
        if os.path.exists(target) and os.path.samefile(target, name):
            raise ReslintError(target, "this is the file to check itself", "name another file")
        refuse_if_open(target)
    try:
        draft = run.draft(name)
    except ReslintError as error:
        return FileResult(run.shown(name), errors=(str(error),))
    mended = (mend if fix else judge)(draft.linter, draft.data, draft.name, draft.side)
    result = with_overruled(mended.new_result, draft.linter, mended.new_data, draft.side)
    if result.errors:
        return result
    if comments:
        try:
            with_remarks, notices = commented(draft.linter, mended.new_data, result, verbose=verbose)
        except ReslintError as error:
            return result.but(errors=(str(error),))
        write_file(comments, with_remarks)
        result = result.but(notices=(*result.notices, *notices))
    if output:
        write_file(output, mended.new_data)
    elif fix:
        written = write(mended)
        return written.but(notices=result.notices, overruled=result.overruled)
    return result


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
