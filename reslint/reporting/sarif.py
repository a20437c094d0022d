"""The output as SARIF 2.1.0, for code scanning and for viewers in editors: with rules, fixes and lasting fingerprints

A viewer goes to a line and marks columns. A Word file or a PDF has none that it could show, so what is found there is a
result for the whole file: its message begins with the place a reader would look for, which is a logical location too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reslint.api.finding import Finding, Severity
from reslint.api.report import FileResult, Report
from reslint.api.reporter import Style
from reslint.linting.fingerprint import fingerprints
from reslint.reporting.fields import finding_fields
from reslint.reporting.regions import Replacement, replacements
from reslint.reporting.sarif_rules import rule_descriptors
from reslint.reporting.streaming import json_pieces
from reslint.reporting.telling import CLAIMS, has_lines, readable, told_with_help, uri
from reslint.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
LINKING = "]("
"""Of the words in brackets before it a viewer makes a link, unless these are escaped (SARIF 2.1.0, 3.11.6)."""
FINGERPRINT = "reslint/v1"
IN_PROPERTIES = (
    *(
        "excerpt",
        "suggestion",
        "as_far_as",
        "as_of",
        "record",
        "story",
        "paragraph",
        "place",
        "runs",
        "change",
        "refused",
        "part_of",
    ),
)
"""Fields of a finding that SARIF has no place for."""


def render(report: Report, _style: Style) -> Iterable[str]:
    """One run. Files that could not be checked are errors of the tool, notices are notes of it."""
    rules = rule_descriptors(report, LEVELS)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    artifacts = {uri(file.name): file for file in report.heads}
    run = {
        "tool": {"driver": {"name": "reslint", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "properties": {"registry": {"date": report.registry_date, "digest": report.registry_digest}},
        "artifacts": (_artifact(address, file) for address, file in artifacts.items()),
        "results": _results(report, numbers, {address: index for index, address in enumerate(artifacts)}),
    }
    yield from json_pieces({"$schema": SCHEMA, "version": "2.1.0", "runs": iter([run])})


def _invocation(report: Report) -> dict[str, Any]:
    said = [_notification(file, line, "error") for file, line in report.failures]
    said += [_notification(None, line, "note") for line in report.notices]
    said += [_notification(file.name, line, "note") for file in report.heads for line in file.notices]
    return {
        "executionSuccessful": not report.failures,
        "exitCode": report.exit_status,
        "toolExecutionNotifications": said,
    }


def _notification(file: str | None, line: str, level: str) -> dict[str, Any]:
    where = {"locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(file)}}}]} if file else {}
    return {"level": level, "message": _message(line), **where}


def _message(text: str) -> dict[str, str]:
    """A message of which nothing is a link, whoever wrote its words."""
    before, linking, after = readable(text).rpartition(LINKING)
    return {"text": before.replace("[", r"\[") + linking + after}


def _artifact(address: str, file: FileResult) -> dict[str, Any]:
    day = {"properties": {"as_of": file.as_of.isoformat()}} if file.as_of else {}
    return {"location": {"uri": address}, "roles": ["analysisTarget"], **day}


def _results(report: Report, numbers: dict[str, int], indexes: dict[str, int]) -> Iterator[dict[str, Any]]:
    for file in report.files:
        address = uri(file.name)
        artifact = {"uri": address, "index": indexes[address]}
        for finding, fingerprint in zip(file.findings, fingerprints(file.name, file.findings), strict=True):
            yield _result(finding, numbers[finding.code], artifact, fingerprint)


def _result(finding: Finding, rule: int, artifact: dict[str, Any], fingerprint: str) -> dict[str, Any]:
    fields = finding_fields(finding)
    fix = finding.fix
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": _message(told_with_help(finding)),
        "locations": [_location(finding, artifact)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
        "properties": {name: fields[name] for name in IN_PROPERTIES if fields[name]},
    }
    parts = replacements(finding)
    if fix is not None and parts:
        claim = f"{finding.proposal or 'mend it'} ({CLAIMS[fix.applicability]})"
        change = {"artifactLocation": artifact, "replacements": [_replacement(part) for part in parts]}
        result["fixes"] = [{"description": _message(" ".join(claim.split())), "artifactChanges": [change]}]
    return result


def _location(finding: Finding, artifact: dict[str, Any]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if has_lines(finding):
        words = {"snippet": {"text": finding.excerpt}} if finding.excerpt else {}
        start = {"startLine": finding.line, "startColumn": finding.column}
        physical["region"] = {**start, "endLine": finding.end_line, "endColumn": finding.end_column, **words}
        return {"physicalLocation": physical}
    place = finding.place
    logical = {"name": place.name, "fullyQualifiedName": f"{place.story}/{place.paragraph}", "kind": "paragraph"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _replacement(one: Replacement) -> dict[str, Any]:
    line, column, end_line, end_column = one.region
    deleted = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"deletedRegion": deleted, "insertedContent": {"text": one.content}}
