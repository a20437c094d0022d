"""The output as workflow commands: annotations in a pull request, worst first, since only the first ten are
shown.
"""

from __future__ import annotations

from collections.abc import Iterable

from reslint.api.finding import Finding, Severity
from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.telling import has_lines, path, readable, told_with_help

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = IN_DATA | {":": "%3A", ",": "%2C"}


def render(report: Report, _style: Style) -> Iterable[str]:
    """A command for every finding, then for everything that could not be checked."""
    for severity in Severity:
        for finding in report.each_finding():
            if finding.severity is severity:
                yield _command(finding) + "\n"
    for result in report.heads:
        if result.unread:
            where = _escape(path(result.name), IN_PROPERTY)
            yield f"::notice file={where}::{_escape(str(result.unread), IN_DATA)}\n"
    for file, message in report.failures:
        where = f" file={_escape(path(file), IN_PROPERTY)}" if file else ""
        yield f"::error{where}::{_escape(readable(message), IN_DATA)}\n"


def _command(finding: Finding) -> str:
    properties = {"file": path(finding.file), **_lines(finding), "title": f"{finding.code} {finding.name}"}
    written = ",".join(f"{key}={_escape(value, IN_PROPERTY)}" for key, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {written}::{_escape(told_with_help(finding), IN_DATA)}"


def _lines(finding: Finding) -> dict[str, str]:
    """Where the annotation stands. GitHub takes columns of one line only, and a file without lines has none."""
    if not has_lines(finding):
        return {}
    line, end_line = str(finding.line), str(finding.end_line)
    if line != end_line:
        return {"line": line, "endLine": end_line}
    return {"line": line, "col": str(finding.column), "endLine": end_line, "endColumn": str(finding.end_column)}


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
