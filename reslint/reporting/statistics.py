"""The statistics of a report: how often each rule found something, and in how many files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.headline import offered
from reslint.reporting.summary import counted, summary
from reslint.reporting.tables import aligned


def statistics(report: Report, style: Style) -> Iterator[str]:
    """A line for every rule that found something: how often, its code, whether it is mended by --fix, its name and in
    how many files; then the same for all together, and what the marks mean.
    """
    counts: Counter[tuple[str, str]] = Counter()
    spread: Counter[tuple[str, str]] = Counter()
    fixable = set()
    files = 0
    for file in report.files:
        counts.update((finding.code, finding.name) for finding in file.findings)
        spread.update({(finding.code, finding.name) for finding in file.findings})
        fixable |= {finding.code for finding in file.findings if offered(finding, style.unsafe_fixes)}
        files += bool(file.findings)
    rows = [
        (str(count), code, f"[{'*' if code in fixable else ' '}]", name, f"in {counted(spread[code, name], 'file')}")
        for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    if not rows:
        yield from summary(report, style)
        return
    total = str(counts.total()), "in all", "", "", f"in {files} of {counted(report.read, 'file')}"
    yield from (line + "\n" for line in aligned([*rows, total], (0,)))
    yield "[*] --fix mends these, or some of them; [ ] it mends none.\n"
