"""What `reslint check` says of baselines: what one knows when it is written, and what it knows that is no more."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reslint.api.report import Report
from reslint.commands.messages import note, put
from reslint.linting.fingerprint import path_told
from reslint.reporting.summary import counted
from reslint.running.run import Run
from reslint.running.spool import Spool

if TYPE_CHECKING:
    from reslint.linting.baseline import Baseline


def write_known(path: Path, report: Report) -> None:
    """Write a baseline that knows the findings of a report, and say how many."""
    from reslint.linting.baseline import write_baseline

    for notice in write_baseline(path, report.findings):
        note(notice)
    files = len({finding.file for finding in report.findings})
    known = f"{counted(len(report.findings), 'finding')} in {counted(files, 'file')}"
    put(f"{path}: knows {known} now\n", sys.stderr)


def outlived(run: Run, results: Spool) -> Iterator[str]:
    """A line for every baseline that knows findings which are no more."""
    gone: Counter[Baseline] = Counter()
    for result in (result for result in results.heads if result.as_of is not None):
        baseline = run.linter(result.name).baseline
        if baseline is not None:
            gone[baseline] += result.gone
    for baseline in gone:
        many = gone[baseline] + baseline.orphans()
        if many:
            known = "1 finding that it knows is" if many == 1 else f"{many} findings that it knows are"
            name = path_told(str(baseline.path))
            yield f"{name}: {known} not found any more; --write-baseline {name} writes it anew"
