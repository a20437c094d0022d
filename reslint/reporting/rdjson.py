"""The output as the diagnostic format of reviewdog, for comments and suggestions in a review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reslint.api.finding import Finding, Severity
from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.regions import Region, utf8_region, utf8_replacement
from reslint.reporting.streaming import json_pieces
from reslint.reporting.telling import COULD_NOT, NOT_READ, has_lines, page, path, readable, told_with_help

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, _style: Style) -> Iterable[str]:
    """All findings, and all files that could not be checked or are in a language that is not read; what concerns no
    file has no place in it.
    """
    yield from json_pieces({"source": {"name": "reslint"}, "diagnostics": _diagnostics(report)})


def _diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    for file in report.files:
        for finding in file.findings:
            yield _diagnostic(finding)
        for line in file.errors:
            location = {"path": path(file.name)}
            yield {"message": readable(line), "location": location, "severity": "ERROR", "code": {"value": COULD_NOT}}
        if file.unread:
            location, message = {"path": path(file.name)}, str(file.unread)
            yield {"message": message, "location": location, "severity": "INFO", "code": {"value": NOT_READ}}


def _diagnostic(finding: Finding) -> dict[str, Any]:
    url = page(finding)
    location: dict[str, Any] = {"path": path(finding.file)}
    if has_lines(finding):
        location["range"] = _range(utf8_region(finding))
    diagnostic = {
        "message": told_with_help(finding),
        "location": location,
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.code, **({"url": url} if url else {})},
    }
    mended = utf8_replacement(finding)
    if mended is None:
        return diagnostic
    return {**diagnostic, "suggestions": [{"range": _range(mended.region), "text": mended.content}]}


def _range(region: Region) -> dict[str, dict[str, int]]:
    return {"start": _position(region.line, region.column), "end": _position(region.end_line, region.end_column)}


def _position(line: int, column: int | None) -> dict[str, int]:
    """A place; columns are in bytes of UTF-8, and a range without them is all of its lines."""
    return {"line": line} if column is None else {"line": line, "column": column}
