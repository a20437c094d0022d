"""Findings as the page shows them, file by file: with the text around them, and with what they are filtered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reslint.api.finding import Applicability, Finding, Severity, shown
from reslint.api.report import Report
from reslint.named import NamedTuple
from reslint.reporting.html.changes import by, one_line, who
from reslint.reporting.html.naming import anchor
from reslint.reporting.html.quoting import Quoted, quoted
from reslint.saying import said

CORRECTIONS = {
    Applicability.SAFE: said("can be made by reslint; the meaning stays as it is"),
    Applicability.UNSAFE: said("can be made by reslint; somebody should look at it, since the meaning may change"),
}


class ShownFinding(NamedTuple):
    """One finding. `as_far_as` says in words how far the suggestion is known to be the last edition, `who` is what the
    filter by the author of the change looks at; `details` are pairs of what and which, for people.
    """

    anchor: str
    code: str
    name: str
    severity: str
    place: str
    message: str
    text: Quoted
    suggestion: str | None
    as_far_as: str
    who: str
    details: tuple[tuple[str, str], ...]


class Chapter(NamedTuple):
    """One file with its findings; `tally` has a count for every severity there is."""

    anchor: str
    name: str
    as_of: str
    tally: tuple[tuple[str, int], ...]
    entries: tuple[ShownFinding, ...]


def chapters(report: Report, *, verbose: bool = False) -> Iterator[Chapter]:
    """The files in which something was found, in the order of the report."""
    for number, file in enumerate(report.files, 1):
        findings = tuple(shown(file.findings, verbose=verbose))
        if findings:
            counts = Counter(finding.severity for finding in findings)
            tally = tuple((severity.value, counts[severity]) for severity in Severity if counts[severity])
            day = file.as_of.isoformat() if file.as_of else ""
            yield Chapter(anchor(number), file.name, day, tally, tuple(_entries(number, findings)))


def _entries(number: int, findings: Iterable[Finding]) -> Iterator[ShownFinding]:
    for place, finding in enumerate(findings, 1):
        yield ShownFinding(
            f"{anchor(number)}-{place}",
            finding.code,
            finding.name,
            finding.severity.value,
            finding.place.name or _in_line(finding),
            finding.message,
            quoted(finding),
            None if finding.suggestion is None else one_line(finding.suggestion),
            finding.as_far_as.told if finding.as_far_as else "",
            who(finding.change),
            tuple(_details(finding)),
        )


def _details(finding: Finding) -> Iterator[tuple[str, str]]:
    change = finding.change
    if change:
        day = (change.date or "").partition("T")[0]
        told = by(change)
        yield said("Change"), said("{change}, {day}", change=told, day=day) if day else told
    if finding.fix:
        yield said("Correction"), CORRECTIONS[finding.fix.applicability]
    if finding.refused:
        yield said("Correction"), said("has to be made by hand: {reason}", reason=finding.refused)
    if finding.advice:
        yield said("Help"), finding.advice
    if finding.record:
        key, checked = finding.record.key, finding.record.checked
        told = said("{key}, checked through {conference}", key=key, conference=checked) if checked else key
        yield said("Registry"), told


def _in_line(finding: Finding) -> str:
    return said("line {line}, column {column}", line=str(finding.line), column=str(finding.column))
