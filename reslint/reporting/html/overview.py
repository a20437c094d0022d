"""The overview of findings, by rule and by file: the first thing an editor of three hundred contributions wants to
see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reslint.api.finding import Severity, shown
from reslint.api.report import FileResult, Report
from reslint.reporting.html.changes import Who, by, who
from reslint.reporting.html.naming import anchor, short_names

UNIT = 100
"""A bar is so wide, whatever it measures."""


class BarSegment(NamedTuple):
    """A part of a bar: what it stands for, where it begins and how wide it is, in hundredths of the bar."""

    kind: str
    start: float
    width: float


class Weights(NamedTuple):
    """Findings by severity, with their bar; `total` is all of them."""

    total: int
    error: int
    warning: int
    info: int
    bar: tuple[BarSegment, ...]


class RuleRow(NamedTuple):
    """What one rule found; `files` in how many files."""

    code: str
    name: str
    files: int
    weights: Weights


class FileRow(NamedTuple):
    """What was found in one file."""

    anchor: str
    name: str
    short: str
    weights: Weights


class Overview(NamedTuple):
    """`files` were judged, `failed` could not be. `rules` and `rows` begin with the most findings; `clean` are the
    files without any. `changes` are by whom findings were brought in: authors by name, then what has none.
    """

    files: int
    failed: int
    mended: int
    weights: Weights
    rules: tuple[RuleRow, ...]
    rows: tuple[FileRow, ...]
    clean: tuple[str, ...]
    changes: tuple[Who, ...]


def overview(report: Report, *, verbose: bool = False) -> Overview:
    """The counts of a report."""
    by_rule: dict[tuple[str, str], Counter[Severity]] = {}
    spread: Counter[tuple[str, str]] = Counter()
    changes: set[tuple[str, str]] = set()
    by_file: list[Counter[Severity]] = []
    for file in report.files:
        findings = tuple(shown(file.findings, verbose=verbose))
        by_file.append(Counter(finding.severity for finding in findings))
        for finding in findings:
            by_rule.setdefault((finding.code, finding.name), Counter())[finding.severity] += 1
            changes.add((who(finding.change), by(finding.change)))
        spread.update({(finding.code, finding.name) for finding in findings})
    heads = list(report.heads)
    judged = sum(file.as_of is not None for file in heads)
    everything = sum(by_file, Counter[Severity]())
    rows, clean = _files(heads, by_file)
    return Overview(
        judged,
        len(heads) - judged,
        sum(file.mended for file in heads),
        _weights(everything, everything.total()),
        _rules(by_rule, spread),
        rows,
        clean,
        tuple(Who(*one) for one in sorted(changes, key=lambda one: (not one[0].startswith("by "), one))),
    )


def bar(parts: Iterable[tuple[str, int]], largest: int) -> tuple[BarSegment, ...]:
    """The parts one after the other, to the scale on which `largest` fills the bar."""
    segments = []
    start = 0
    for kind, count in parts:
        if count:
            segments.append(BarSegment(kind, round(UNIT * start / largest, 2), round(UNIT * count / largest, 2)))
        start += count
    return tuple(segments)


def _rules(by_rule: dict[tuple[str, str], Counter[Severity]], spread: Counter[tuple[str, str]]) -> tuple[RuleRow, ...]:
    largest = max((counts.total() for counts in by_rule.values()), default=0)
    rows = [RuleRow(*rule, files=spread[rule], weights=_weights(counts, largest)) for rule, counts in by_rule.items()]
    return tuple(sorted(rows, key=lambda row: (-row.weights.total, row.code)))


def _files(
    files: Sequence[FileResult], by_file: Sequence[Counter[Severity]]
) -> tuple[tuple[FileRow, ...], tuple[str, ...]]:
    largest = max((counts.total() for counts in by_file), default=0)
    shorts = short_names([file.name for file in files])
    rows = []
    clean = []
    for number, (file, short, counts) in enumerate(zip(files, shorts, by_file, strict=True), 1):
        if counts:
            rows.append(FileRow(anchor(number), file.name, short, _weights(counts, largest)))
        elif file.as_of is not None:
            clean.append(short)
    rows.sort(key=lambda row: -row.weights.total)
    return tuple(rows), tuple(clean)


def _weights(counts: Counter[Severity], largest: int) -> Weights:
    parts = [(severity.value, counts[severity]) for severity in Severity]
    return Weights(
        counts.total(),
        counts[Severity.ERROR],
        counts[Severity.WARNING],
        counts[Severity.INFO],
        bar(parts, largest),
    )
