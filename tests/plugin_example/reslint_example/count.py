"""An output format: the number of findings of every file."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Report, Reporter, Style


def render(report: Report, _style: Style) -> Iterable[str]:
    """One line a file."""
    for file in report.files:
        yield f"{len(file.findings)} {file.name}\n"


COUNT = Reporter("count", render)
