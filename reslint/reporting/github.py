"""The output as workflow commands: annotations in a pull request, worst first, since only the first ten are
shown.
"""

from __future__ import annotations

from collections.abc import Iterable

from reslint.linting.finding import Finding, Severity
from reslint.linting.report import Report
from reslint.linting.reporter import Style

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
RANKS = {severity: rank for rank, severity in enumerate(Severity)}
IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = IN_DATA | {":": "%3A", ",": "%2C"}


def render(report: Report, _style: Style) -> Iterable[str]:
    """A command for every finding, then for everything that could not be checked."""
    for finding in sorted(report.each_finding(), key=lambda finding: RANKS[finding.severity]):
        yield _command(finding) + "\n"
    for file, message in report.failures:
        where = f" file={_escape(file, IN_PROPERTY)}" if file else ""
        yield f"::error{where}::{_escape(message, IN_DATA)}\n"


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.file,
        "line": str(finding.line),
        "col": str(finding.column),
        "endLine": str(finding.end_line),
        "endColumn": str(finding.end_column),
        "title": f"{finding.code} {finding.name}",
    }
    written = ",".join(f"{key}={_escape(value, IN_PROPERTY)}" for key, value in properties.items())
    message = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    return f"::{COMMANDS[finding.severity]} {written}::{_escape(message, IN_DATA)}"


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
