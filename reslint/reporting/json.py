"""The output as one JSON object, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from reslint import __version__
from reslint.linting.report import Report
from reslint.linting.reporter import Style
from reslint.reporting.record import finding_record


def render(report: Report, _style: Style) -> Iterable[str]:
    """`version, as_of, registry, files, findings, errors`; `as_of` is null where files were judged on several
    days.
    """
    days = report.days
    head = {
        "version": __version__,
        "as_of": days[0].isoformat() if len(days) == 1 else None,
        "registry": {"date": report.registry_date, "digest": report.registry_digest},
        "files": [
            {"file": file.name, "as_of": file.as_of.isoformat() if file.as_of else None} for file in report.files
        ],
        "findings": [finding_record(finding) for finding in report.findings],
        "errors": [{"file": file, "message": message} for file, message in report.failures],
    }
    yield json.dumps(head, ensure_ascii=False, indent=2) + "\n"
