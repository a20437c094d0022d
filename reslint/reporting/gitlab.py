"""The output as a code quality report of GitLab, for the widget of a merge request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reslint.api.finding import Finding, Severity
from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.linting.fingerprint import SIZE, fingerprints, path_told
from reslint.reporting.streaming import json_pieces
from reslint.reporting.telling import COULD_NOT, NOT_READ, has_lines, path, readable, told
from reslint.storage.digests import blake2b

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
FAILED = "blocker"


def render(report: Report, _style: Style) -> Iterable[str]:
    """A list of all findings, and of all files that could not be checked or are in a language that is not read; what
    concerns no file has no place in it.
    """
    yield from json_pieces(_issues(report))


def _issues(report: Report) -> Iterator[dict[str, Any]]:
    for file in report.files:
        for finding, fingerprint in zip(file.findings, fingerprints(file.name, file.findings), strict=True):
            yield _issue(finding, fingerprint)
        for line in file.errors:
            yield _of_file(file.name, COULD_NOT, line, FAILED)
        if file.unread:
            yield _of_file(file.name, NOT_READ, str(file.unread), SEVERITIES[Severity.INFO])


def _of_file(file: str, name: str, line: str, severity: str) -> dict[str, Any]:
    written = "\0".join((path_told(file), name, line)).encode("utf-8", "surrogatepass")
    digest = blake2b(written, digest_size=SIZE).hexdigest()
    return _described(name, readable(line), severity, digest, file, 1, 1)


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    # A line is asked for even in a file that has none.
    first, last = (finding.line, finding.end_line) if has_lines(finding) else (1, 1)
    name = f"{finding.code} {finding.name}"
    description = f"{name}: {told(finding)}"
    issue = _described(name, description, SEVERITIES[finding.severity], fingerprint, finding.file, first, last)
    return {**issue, "content": {"body": finding.help}} if finding.help else issue


def _described(
    name: str, description: str, severity: str, fingerprint: str, file: str, first: int, last: int
) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": name,
        "categories": ["Style"],
        "description": description,
        "severity": severity,
        "fingerprint": fingerprint,
        "location": {"path": path(file), "lines": {"begin": first, "end": last}},
    }
