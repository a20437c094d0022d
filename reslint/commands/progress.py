"""Show on a terminal how far a run over many files has come; in pipes and logs say nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from reslint.linting.report import FileResult
from reslint.reporting.printable import printable

FEW = 20
"""So many files are checked before a bar would be seen."""
REFRESHED = 5.0
"""Times a second."""


def shown(results: Iterable[FileResult], total: int) -> Iterator[FileResult]:
    """The results as they come, with a bar on standard error: how many of `total`, at what rate, and the last file."""
    if total <= FEW or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from results
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]} files/s"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    # It is redrawn by hand: a thread of its own would make it unsafe to fork workers.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=total, rate="–", name="")
        drawn = 0.0
        for number, result in enumerate(results, 1):
            now = bar.get_time()
            if now - drawn > 1 / REFRESHED:
                elapsed = bar.tasks[task].elapsed or 0.0
                rate = f"{number / elapsed:.0f}" if elapsed else "–"
                bar.update(task, completed=number, rate=rate, name=printable(os.path.basename(result.name))[:40])
                bar.refresh()
                drawn = now
            yield result
