"""Show on a terminal how far a run over many files has come, and what came of it; in pipes and logs say nothing."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from reslint.api.report import FileResult
from reslint.reporting.printable import printable
from reslint.reporting.summary import counted

FEW = 20
"""So many files are checked before a bar would be seen."""
REFRESHED = 5.0
"""Times a second."""


def shown(results: Iterable[FileResult], total: int) -> Iterator[FileResult]:
    """The results as they come, with a bar on standard error: how many of `total`, at what rate, and the last file; a
    summary at the end.
    """
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
    console = Console(stderr=True)
    tally = Tally()
    # It is redrawn by hand: a thread of its own would make it unsafe to fork workers.
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
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
            tally.add(result)
            yield result
        took = bar.get_time() - (bar.tasks[task].start_time or 0.0)
    console.print(tally.told(took, by_rule=not sys.stdout.isatty()), markup=False, highlight=False)


class Tally:
    """What came of the files that were checked so far."""

    def __init__(self) -> None:
        self.files = self.failed = 0
        self.rules: Counter[str] = Counter()

    def add(self, result: FileResult) -> None:
        """Count in one more."""
        self.files += 1
        self.failed += bool(result.errors)
        self.rules.update(finding.name for finding in result.findings)

    def told(self, seconds: float, *, by_rule: bool) -> str:
        """In a few lines: files, time, what could not be checked, and findings by rule, where the output that tells
        them goes elsewhere.
        """
        lines = [f"Checked {counted(self.files, 'file')} in {seconds:.1f} s."]
        width = len(str(max(self.rules.values(), default=0)))
        if by_rule:
            lines += [f"  {count:>{width}}  {name}" for name, count in self.rules.most_common()]
        if self.failed:
            lines.append(f"{counted(self.failed, 'file')} could not be checked.")
        return "\n".join(lines)
