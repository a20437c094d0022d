"""The output as one JSON object a line and finding, for programs that read as it comes."""

from __future__ import annotations

import json
from collections.abc import Iterable

from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.fields import finding_fields


def render(report: Report, _style: Style) -> Iterable[str]:
    """A line for every finding."""
    for finding in report.each_finding():
        yield json.dumps(finding_fields(finding), ensure_ascii=False) + "\n"
