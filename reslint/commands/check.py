"""`reslint check`: judge drafts, and mend them."""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import click

from reslint.commands.messages import say, wants_colour
from reslint.commands.options import AS_OF, RULES_DIR, VIEW, reading_options, start_run, words
from reslint.commands.progress import shown
from reslint.errors import ReslintError, nearest
from reslint.linting.outcomes import outcomes
from reslint.linting.report import FileResult, Report
from reslint.linting.reporter import Reporter, Style
from reslint.linting.run import STDIN, Run
from reslint.linting.spool import Spool
from reslint.reporting.summary import counted
from reslint.reporting.summary import statistics as count

INTERRUPTED = 130
MANY = 10
"""So many files are looked up among those judged before; for fewer that is not worth it."""


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--select", multiple=True, metavar="RULES", help="Run these rules only: codes, names, NUM, ALL.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")
@click.option("--extend-select", multiple=True, metavar="RULES", help="Run these rules too.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing the meaning.")
@click.option("--unsafe-fixes/--no-unsafe-fixes", default=None, help="Count fixes that may change the meaning.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--output", metavar="FILE", help="With --fix, write the mended file there and leave PATH as it is.")
@click.option("--comments", metavar="FILE", help="Write a copy of a Word file with a comment at each finding.")
@click.option("--output-format", metavar="FORMAT", help="full, concise, json, jsonl or github. [default: full]")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if something was found.")
@AS_OF
@VIEW
@reading_options
@RULES_DIR
@click.option("--stdin-filename", metavar="NAME", help="The name of what comes from standard input.")
@click.option("--include", multiple=True, metavar="GLOBS", help="Of the files of folders, check these only.")
@click.option("--exclude", multiple=True, metavar="GLOBS", help="Leave out these files of folders.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Use N processes. [default: as many as pay]")
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even where they are named.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Show what is not in FILE only.")
@click.option("--write-baseline", type=click.Path(path_type=Path), metavar="FILE", help="Write all findings to FILE.")
def command(
    paths: tuple[str, ...],
    fix: bool,
    diff: bool,
    output: str | None,
    comments: str | None,
    statistics: bool,
    exit_zero: bool,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    jobs: int | None,
    write_baseline: Path | None,
    **options: Any,
) -> None:
    """Check drafts and folders of drafts; `-` is standard input, no PATH the current folder.

    Exits with 0 if nothing was found, 1 if something was, 2 if something could not be checked.
    """
    given = {"include": words(include), "exclude": words(exclude), "known": write_baseline is None, **options}
    run = start_run(**given)
    settings = run.settings(Path())
    reporter = _reporter(run, settings.output_format)
    if reporter.cited:
        run.ask_for_cited()
    interrupted = False
    paths = paths or (".",)
    if diff:
        sys.exit(_show_diff(run, paths))
    if output or comments:
        results = Spool([_write_elsewhere(run, _only(run, paths), fix=fix, output=output, comments=comments)])
    else:
        results = Spool()
        interrupted = _check_all(run, paths, results, fix, jobs, partial(_started, reporter.cited, given))
    report = run.report(results)
    machine = reporter.machine and not statistics
    say(report, judged_on=not machine)
    if write_baseline is not None:
        _write_baseline(write_baseline, report)
        sys.exit(2 if report.failures else 0)
    # The mended text of standard input has standard output for itself.
    aside = fix and STDIN in paths
    colour = wants_colour(sys.stderr if aside else sys.stdout) and not machine
    style = Style(colour, settings.unsafe_fixes)
    for piece in count(report, style) if statistics else reporter.render(report, style):
        click.echo(piece, nl=False, err=aside, color=colour)
    if interrupted:
        sys.exit(INTERRUPTED)
    sys.exit(0 if exit_zero and report.exit_status == 1 else report.exit_status)


def _check_all(
    run: Run, paths: Iterable[str], results: Spool, fix: bool, jobs: int | None, make: Callable[[bool], Run]
) -> bool:
    """Add the results of all files; true where that was interrupted, and what is done by then is all there is."""
    names: list[str] = []
    try:
        names = list(run.names(paths))
        run.remembers = not fix and len(names) >= MANY
        alone = 1 if STDIN in names else jobs
        judged = outcomes(run, names, _mend if fix else Run.outcome, partial(make, run.remembers), alone)
        for result in shown(judged, len(names)):
            results.add(result)
    except KeyboardInterrupt:
        if not names:
            raise
        run.errors.append(f"interrupted after {len(results)} of {counted(len(names), 'file')}")
        return True
    return False


def _started(cited: bool, given: dict[str, Any], remembers: bool) -> Run:
    """The same run in another process."""
    run = start_run(**given)
    run.remembers = remembers
    if cited:
        run.ask_for_cited()
    return run


def _write_baseline(path: Path, report: Report) -> None:
    from reslint.linting.baseline import write_baseline

    write_baseline(path, report.findings)
    files = len({finding.file for finding in report.findings})
    known = f"{counted(len(report.findings), 'finding')} in {counted(files, 'file')}"
    click.echo(f"{path}: knows {known} now", err=True)


def _reporter(run: Run, name: str) -> Reporter:
    reporters = {reporter.name: reporter for reporter in run.linter_in(Path()).plugins.reporters}
    if name not in reporters:
        advice = nearest(name, reporters) or f"the formats are {', '.join(reporters)}"
        raise ReslintError("output-format", f"unknown format {name!r}", advice)
    return reporters[name]


def _only(run: Run, paths: Iterable[str]) -> str:
    names = list(run.names(paths))
    if len(names) != 1 or names[0] == STDIN:
        raise ReslintError("--output and --comments", f"{len(names)} files to write one for", "name one file")
    return names[0]


def _write_elsewhere(run: Run, name: str, *, fix: bool, output: str | None, comments: str | None) -> FileResult:
    from reslint.fixing.cautions import refuse_if_open
    from reslint.fixing.mending import judge, mend, named, write
    from reslint.fixing.replacing import write_file

    if output and not fix:
        raise ReslintError("--output", "there is nothing to write without --fix", "add --fix")
    if output and comments and os.path.realpath(output) == os.path.realpath(comments):
        raise ReslintError(output, "both --output and --comments would be written there", "name two files")
    for target in filter(None, (output, comments)):
        if os.path.exists(target) and os.path.samefile(target, name):
            raise ReslintError(target, "this is the file to check itself", "name another file")
        refuse_if_open(target)
    mended = named(run, name, mend if fix else judge)
    result = mended.new_result
    if result.errors:
        return result
    if comments:
        from reslint.fixing.commenting import with_comments

        commented, notices = with_comments(mended.new_data, result)
        write_file(comments, commented)
        result = dataclasses.replace(result, notices=(*result.notices, *notices))
    if output:
        write_file(output, mended.new_data)
    elif fix:
        written = write(mended)
        return dataclasses.replace(written, notices=result.notices)
    return result


def _mend(run: Run, name: str) -> FileResult:
    from reslint.fixing.mending import mend, named, write

    mended = named(run, name, mend)
    if name != STDIN:
        return write(mended).without_text()
    sys.stdout.buffer.write(mended.new_data)
    return mended.new_result


def _show_diff(run: Run, paths: Iterable[str]) -> int:
    """Print what --fix would change; 1 if it would change something, 2 if something could not be checked."""
    from reslint.fixing.diff import diff
    from reslint.fixing.mending import mend, named

    results = []
    changed = 0
    for name in run.names(paths):
        mended = named(run, name, mend)
        results.append(mended.new_result)
        changed += mended.new_text != mended.text
        for line in diff(mended.result.name, mended.text, mended.new_text):
            click.echo(line, nl=False)
    report = run.report(results)
    say(report, judged_on=True)
    would = sum(result.mended for result in results)
    click.echo(f"Would mend {counted(would, 'finding')} in {counted(changed, 'file')}.", err=True)
    return 2 if report.failures else int(bool(changed))
