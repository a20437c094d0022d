"""The work of `reslint check`: judge drafts, mend them, and say what was found; click is not needed for it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reslint.api.finding import Severity
from reslint.api.report import Report
from reslint.api.reporter import Reporter, Style
from reslint.commands.asked import NEVER, Asked
from reslint.commands.baselines import outlived, write_known
from reslint.commands.elsewhere import Elsewhere, only, show_diff, write_elsewhere
from reslint.commands.messages import put, say, say_written, wants_colour
from reslint.commands.outputs import outputs, write_reports
from reslint.commands.overwriting import (
    baseline_target,
    refuse_clashes,
    refuse_homeless,
    refuse_inputs,
    report_target,
)
from reslint.commands.progress import shown
from reslint.commands.starting import start_run, words
from reslint.errors import ReslintError
from reslint.plugins.bundled import PEOPLE
from reslint.reporting.rendering import rendered
from reslint.reporting.summary import counted, mended, silenced, summary
from reslint.running.executors import Executor
from reslint.running.pool import Pool
from reslint.running.run import Run
from reslint.running.spec import STDIN
from reslint.running.spool import Spool
from reslint.storage.replacing import Target, refuse_others
from reslint.translations.system import system_language

COULD_NOT = 2
INTERRUPTED = 130


def check(asked: Asked, options: Mapping[str, Any]) -> int:
    """Do what is asked, under settings changed by `options`, and give the exit status.

    Raises ReslintError for what means nothing.
    """
    known = asked.write_baseline is None
    run = start_run(include=words(asked.include), exclude=words(asked.exclude), known=known, **options)
    fix = asked.fix or asked.fix_only
    elsewhere, paths = _elsewhere(asked, fix).with_paths(asked.paths)
    paths = paths or (".",)
    if asked.show_files or asked.show_settings:
        from reslint.commands.showing import print_files, print_settings

        return print_settings(run, paths) if asked.show_settings else print_files(run, paths)
    settings = run.settings()
    reporters = run.linter_in().plugins.reporters
    wanted = outputs(asked.order, asked.output_format, asked.output_file, settings.output_format, reporters)
    if asked.comments is not None and not asked.output_format:
        wanted = [one for one in wanted if one.file is not None]  # what is found stands in the comments
    printed = next((one.reporter for one in wanted if one.file is None), None)
    if any(one.reporter.wants_cited_texts for one in wanted):
        run = Run(run.spec.but(wants_cited_texts=True), run.tell)
    executor = _executor(asked.scheduler, asked.jobs)
    interrupted = False
    files = [one.file for one in wanted if one.file is not None]
    targets = {file: report_target(file, reporters) for file in files}
    if asked.write_baseline is not None:
        targets[str(asked.write_baseline)] = baseline_target(str(asked.write_baseline))
    copies = elsewhere.files()
    refuse_clashes([*files, *(str(file) for file in (*copies, asked.write_baseline) if file)])
    refuse_homeless([*files, *(str(file) for file in (*copies, asked.write_baseline) if file)])
    if asked.diff:
        if files:
            raise ReslintError("--diff", "it shows what --fix would change, and makes no report", "leave out -o")
        return show_diff(run, paths, executor)
    if copies:
        name = only(run, paths)
        refuse_inputs(targets, [name])
        refuse_others(targets.values(), force=asked.force)
        results = Spool([write_elsewhere(run, name, elsewhere)])
    else:
        results = Spool()
        interrupted = _check_all(run, paths, results, targets, executor, elsewhere, quiet=asked.quiet)
    report = run.report(results)
    fail_on = None if asked.fail_on == NEVER else Severity(asked.fail_on)
    report = report.but(notices=(*report.notices, *outlived(run, results)), fail_on=fail_on)
    # The formats for people end with a summary, which says it; everything else has it among the notes.
    silence = silenced(report)
    noted = report.but(notices=(*report.notices, silence[:1].lower() + silence[1:])) if silence else report
    language = asked.lang or system_language()
    style = Style(unsafe_fixes=settings.unsafe_fixes, verbose=asked.verbose, quiet=asked.quiet, language=language)
    problems, notices, told = write_reports(wanted, targets, noted, style, force=asked.force)
    machine = printed is not None and printed.machine and not asked.statistics
    summed_up = not asked.statistics and (printed is None or printed.name in PEOPLE)
    report = report if summed_up else noted
    report = report.but(errors=(*report.errors, *problems), notices=(*report.notices, *notices))
    say(report, judged_on=not machine, quiet=asked.quiet, language=language)
    if not asked.quiet:
        say_written(report, told, asked.output_dir)
    if asked.write_baseline is not None:
        refuse_others([targets[str(asked.write_baseline)]], force=asked.force)
        write_known(asked.write_baseline, report)
        return COULD_NOT if report.failures else 0
    # The mended text of standard input has standard output for itself.
    aside = fix and STDIN in paths
    colour = wants_colour(sys.stderr if aside else sys.stdout) and not machine
    brief = sys.stdout.isatty() and not (asked.output_format or asked.quiet)
    style = Style(colour, settings.unsafe_fixes, asked.verbose, asked.quiet, brief, language)
    for piece in _pieces(asked, report, printed, style):
        put(piece, sys.stderr if aside else sys.stdout, colour=colour)
    if interrupted:
        return INTERRUPTED
    return 0 if (asked.exit_zero or asked.fix_only) and report.exit_status == 1 else report.exit_status


def _elsewhere(asked: Asked, fix: bool) -> Elsewhere:
    return Elsewhere(fix, asked.output, asked.comments, asked.output_dir, asked.force, asked.verbose, asked.lang)


def _pieces(asked: Asked, report: Report, printed: Reporter | None, style: Style) -> Iterable[str]:
    """What is printed of a report, piece by piece."""
    if asked.fix_only:
        return mended(report, style)
    if asked.statistics:
        from reslint.reporting.statistics import statistics as count

        return count(report, style)
    if printed is None and asked.output_dir is not None:
        from reslint.reporting.digest import digest_or_summary

        return digest_or_summary(report, style)
    if printed is None:
        return summary(report, style)
    return rendered(printed, report, style)


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
