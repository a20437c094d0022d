"""`reslint check`: judge drafts, and mend them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from reslint.api.finding import Severity
from reslint.api.reporter import Style
from reslint.commands.baselines import outlived, write_known
from reslint.commands.elsewhere import Elsewhere, only, show_diff, write_elsewhere
from reslint.commands.help import GROUPS, Sections
from reslint.commands.messages import say, say_written, wants_colour
from reslint.commands.options import AS_OF, RULES_DIR, VIEW, reading_options, start_run, words
from reslint.commands.outputs import InOrder, outputs, write_reports
from reslint.commands.overwriting import (
    baseline_target,
    refuse_clashes,
    refuse_homeless,
    refuse_inputs,
    report_target,
)
from reslint.commands.progress import shown
from reslint.errors import ReslintError
from reslint.plugins.bundled import LOOKED_AT, MACHINES, PEOPLE
from reslint.reporting.rendering import rendered
from reslint.reporting.summary import counted, mended, silenced, summary
from reslint.running.executors import Executor
from reslint.running.pool import Pool
from reslint.running.run import Run
from reslint.running.spec import STDIN
from reslint.running.spool import Spool
from reslint.storage.replacing import Target, refuse_others

INTERRUPTED = 130
NEVER = "never"
FORMATS = (*PEOPLE, *MACHINES, *LOOKED_AT)


class Check(InOrder, Sections):
    """The command with the order of its outputs kept, and its options in groups."""


@click.command(cls=Check, groups=GROUPS)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--select", multiple=True, metavar="RULES", help="Run these rules only: codes, names, NUM, ALL.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")
@click.option("--extend-select", multiple=True, metavar="RULES", help="Run these rules too.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing the meaning.")
@click.option("--unsafe-fixes/--no-unsafe-fixes", default=None, help="Count fixes that may change the meaning.")
@click.option("--fix-only", is_flag=True, help="Mend as --fix does, and show and count nothing of what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--output", metavar="FILE", help="With --fix, write the mended file there and leave PATH as it is.")
@click.option(
    "--comments",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help="Write a copy of a Word file with a comment at each finding.",
)
@click.option("--output-dir", metavar="DIR", help="With --fix or --comments, write copies of all files there.")
@click.option("--output-format", multiple=True, metavar="FORMAT", help=f"{', '.join(FORMATS)}. [default: full]")
@click.option(
    "-o",
    "--output-file",
    multiple=True,
    metavar="FILE",
    help="Write there the format before it, or that of its ending.",
)
@click.option("--force", is_flag=True, help="Write over files that are there and that reslint did not write.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("-q", "--quiet", is_flag=True, help="Show findings and errors: no day, no notes, no summary.")
@click.option("--verbose", is_flag=True, help="Show people also what is part of another finding.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if something was found.")
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), NEVER]),
    default=Severity.INFO.value,
    help="Exit with 0 if nothing that grave was found; never: in any case. [default: info]",
)
@AS_OF
@VIEW
@reading_options
@RULES_DIR
@click.option("--stdin-filename", metavar="NAME", help="The name of what comes from standard input.")
@click.option("--include", multiple=True, metavar="GLOBS", help="Of the files of folders, check these only.")
@click.option("--exclude", multiple=True, metavar="GLOBS", help="Leave out these files of folders.")
@click.option("--show-files", is_flag=True, help="Print the files that would be checked, and check none.")
@click.option("--show-settings", is_flag=True, help="Print the settings that hold for these files, and check none.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Use N processes. [default: as many as pay]")
@click.option("--scheduler", metavar="ADDRESS", help="Judge the files on the Dask cluster at this address.")
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even where they are named.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Show what is not in FILE only.")
@click.option("--write-baseline", type=click.Path(path_type=Path), metavar="FILE", help="Write all findings to FILE.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    fix: bool,
    fix_only: bool,
    diff: bool,
    output: str | None,
    comments: str | None,
    output_dir: str | None,
    output_format: tuple[str, ...],
    output_file: tuple[str, ...],
    force: bool,
    statistics: bool,
    quiet: bool,
    verbose: bool,
    exit_zero: bool,
    fail_on: str,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    show_files: bool,
    show_settings: bool,
    jobs: int | None,
    scheduler: str | None,
    write_baseline: Path | None,
    **options: Any,
) -> None:
    """Check drafts and folders of drafts; `-` is standard input, no PATH the current folder.

    Several formats at once: `-o a.sarif -o a.html --output-format junit -o tests`. With a file for each, standard
    output gets a summary.

    Exits with 0 if nothing was found, 1 if something was, 2 if something could not be checked. `reslint PATH` means
    `reslint check PATH`.
    """
    run = start_run(include=words(include), exclude=words(exclude), known=write_baseline is None, **options)
    fix = fix or fix_only
    elsewhere, paths = Elsewhere(fix, output, comments, output_dir, force, verbose).with_paths(paths)
    paths = paths or (".",)
    if show_files or show_settings:
        from reslint.commands.showing import print_files, print_settings

        sys.exit(print_settings(run, paths) if show_settings else print_files(run, paths))
    settings = run.settings()
    reporters = run.linter_in().plugins.reporters
    wanted = outputs(ctx, output_format, output_file, settings.output_format, reporters)
    if comments is not None and not output_format:
        wanted = [one for one in wanted if one.file is not None]  # what is found stands in the comments
    printed = next((one.reporter for one in wanted if one.file is None), None)
    if any(one.reporter.wants_cited_texts for one in wanted):
        run = Run(run.spec.but(wants_cited_texts=True), run.tell)
    executor = _executor(scheduler, jobs)
    interrupted = False
    files = [one.file for one in wanted if one.file is not None]
    targets = {file: report_target(file, reporters) for file in files}
    if write_baseline is not None:
        targets[str(write_baseline)] = baseline_target(str(write_baseline))
    copies = elsewhere.files()
    refuse_clashes([*files, *(str(file) for file in (*copies, write_baseline) if file)])
    refuse_homeless([*files, *(str(file) for file in (*copies, write_baseline) if file)])
    if diff:
        if files:
            raise ReslintError("--diff", "it shows what --fix would change, and makes no report", "leave out -o")
        sys.exit(show_diff(run, paths, executor))
    if copies:
        name = only(run, paths)
        refuse_inputs(targets, [name])
        refuse_others(targets.values(), force=force)
        results = Spool([write_elsewhere(run, name, elsewhere)])
    else:
        results = Spool()
        interrupted = _check_all(run, paths, results, targets, executor, elsewhere, quiet=quiet)
    report = run.report(results)
    report = report.but(
        notices=(*report.notices, *outlived(run, results)), fail_on=None if fail_on == NEVER else Severity(fail_on)
    )
    # The formats for people end with a summary, which says it; everything else has it among the notes.
    silence = silenced(report)
    noted = report.but(notices=(*report.notices, silence[:1].lower() + silence[1:])) if silence else report
    style = Style(unsafe_fixes=settings.unsafe_fixes, verbose=verbose, quiet=quiet)
    problems, notices, told = write_reports(wanted, targets, noted, style, force=force)
    machine = printed is not None and printed.machine and not statistics
    summed_up = not statistics and (printed is None or printed.name in PEOPLE)
    report = report if summed_up else noted
    report = report.but(errors=(*report.errors, *problems), notices=(*report.notices, *notices))
    say(report, judged_on=not machine, quiet=quiet)
    if not quiet:
        say_written(report, told, output_dir)
    if write_baseline is not None:
        refuse_others([targets[str(write_baseline)]], force=force)
        write_known(write_baseline, report)
        sys.exit(2 if report.failures else 0)
    # The mended text of standard input has standard output for itself.
    aside = fix and STDIN in paths
    colour = wants_colour(sys.stderr if aside else sys.stdout) and not machine
    brief = sys.stdout.isatty() and not (output_format or quiet)
    style = Style(colour, settings.unsafe_fixes, verbose, quiet, brief)
    if fix_only:
        pieces = mended(report, style)
    elif statistics:
        from reslint.reporting.statistics import statistics as count

        pieces = count(report, style)
    elif printed is None and output_dir is not None:
        from reslint.reporting.digest import digest_or_summary

        pieces = digest_or_summary(report, style)
    elif printed is None:
        pieces = summary(report, style)
    else:
        pieces = rendered(printed, report, style)
    for piece in pieces:
        click.echo(piece, nl=False, err=aside, color=colour)
    if interrupted:
        sys.exit(INTERRUPTED)
    sys.exit(0 if (exit_zero or fix_only) and report.exit_status == 1 else report.exit_status)


def _check_all(
    run: Run,
    paths: Sequence[str],
    results: Spool,
    targets: Mapping[str, Target],
    executor: Executor,
    elsewhere: Elsewhere,
    *,
    quiet: bool,
) -> bool:
    """Add the results of all files; true where that was interrupted, and what is done by then is all there is.

    `targets` are to be written later, so that none of them may be among those to check.
    """
    names: list[str] = []
    try:
        names = elsewhere.to_read(paths, run.names(paths))
        refuse_inputs(targets, names)
        refuse_others(targets.values(), force=elsewhere.force)
        each = run.each(names, elsewhere.job(paths, names), executor)
        for result in each if quiet else shown(each, len(names)):
            results.add(result)
    except KeyboardInterrupt:
        if not names:
            raise
        run.errors.append(f"interrupted after {len(results)} of {counted(len(names), 'file')}")
        return True
    return False


def _executor(scheduler: str | None, jobs: int | None) -> Executor:
    if scheduler is None:
        return Pool(jobs)
    from reslint.running.cluster import Cluster

    return Cluster(scheduler)
