"""The output as comma-separated values (RFC 4180), for programs that read tables: a row for each finding"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from reslint.api.finding import Finding, Severity
from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.fields import finding_fields
from reslint.reporting.telling import COULD_NOT, NOT_READ

COLUMNS = (
    *("code", "name", "severity", "message", "file", "start", "end", "line", "column", "end_line", "end_column"),
    *("excerpt", "suggestion", "as_far_as", "fix", "as_of", "record", "url", "story", "paragraph", "place"),
    *("change", "author", "date", "refused", "part_of"),
)


def render(report: Report, _style: Style) -> Iterable[str]:
    """A line of names, a row a finding, file by file, and one without a code for what could not be checked, or is not
    read.
    """
    yield from table_lines(_rows(report), ",")


def table_lines(rows: Iterable[Iterable[object]], separator: str) -> Iterator[str]:
    """A line for every row, ended and quoted as RFC 4180 has it; None is an empty cell."""
    for row in rows:
        written = io.StringIO()
        csv.writer(written, delimiter=separator, lineterminator="\r\n").writerow(row)
        yield written.getvalue()


def _rows(report: Report) -> Iterator[Iterable[object]]:
    yield COLUMNS
    for line in report.errors:
        yield _failure(None, line)
    for file in report.files:
        for finding in file.findings:
            yield _row(_flat(finding))
        for line in file.errors:
            yield _failure(file.name, line)
        if file.unread:
            told = {"name": NOT_READ, "severity": Severity.INFO.value, "message": str(file.unread), "file": file.name}
            yield _row(told)


def _failure(file: str | None, line: str) -> list[object]:
    return _row({"name": COULD_NOT, "severity": Severity.ERROR.value, "message": line, "file": file})


def _row(fields: dict[str, Any]) -> list[object]:
    return [fields.get(column) for column in COLUMNS]


def _flat(finding: Finding) -> dict[str, Any]:
    """The fields, of those that have fields themselves only what tells them: applicability, key, standing."""
    fields = finding_fields(finding)
    fix, record, change = fields["fix"], fields["record"], fields["change"]
    return {
        **fields,
        "fix": fix and fix["applicability"],
        "record": record and record["key"],
        "change": change and change["standing"],
        "author": change and change["author"],
        "date": change and change["date"],
    }
