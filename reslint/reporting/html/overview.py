"""The overview of findings, by rule and by file: the first thing an editor of three hundred contributions wants to
see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reslint.api.finding import Severity, shown
from reslint.api.report import FileResult, Report
from reslint.named import NamedTuple
from reslint.reporting.html.changes import Who, by, who
from reslint.reporting.html.naming import HERE, anchor, folder_of, short_names, within
from reslint.reporting.keeping import Keeping

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


class Group(NamedTuple):
    """The files of one folder, and what was found in all of them; `name` is empty where they are not grouped."""

    name: str
    weights: Weights
    rows: tuple[FileRow, ...]


class Overview(NamedTuple):
    """`files` were read, `unread` are in a language that is not, `failed` could not be judged; `alone` is the name of
    the only one there is, else empty.

    `rules`, `groups` and their rows begin with the most findings; `found_in` counts the files with findings, `clean`
    are those without. `changes` are by whom findings were brought in: authors by name, then what has none. `keeping`
    says how words are kept as they are.
    """

    files: int
    unread: int
    failed: int
    alone: str
    mended: int
    weights: Weights
    rules: tuple[RuleRow, ...]
    groups: tuple[Group, ...]
    found_in: int
    clean: tuple[str, ...]
    changes: tuple[Who, ...]
    keeping: tuple[str, ...]


def overview(report: Report, *, verbose: bool = False) -> Overview:
    """The counts of a report."""
    by_rule: dict[tuple[str, str], Counter[Severity]] = {}
    spread: Counter[tuple[str, str]] = Counter()
    changes: set[tuple[str, str]] = set()
    by_file: list[Counter[Severity]] = []
    keeping = Keeping()
    for file in report.files:
        findings = tuple(shown(file.findings, verbose=verbose))
        by_file.append(Counter(finding.severity for finding in findings))
        for finding in findings:
            by_rule.setdefault((finding.code, finding.name), Counter())[finding.severity] += 1
            changes.add((who(finding.change), by(finding.change)))
            keeping.add(finding)
        spread.update({(finding.code, finding.name) for finding in findings})
    heads = list(report.heads)
    judged = sum(file.as_of is not None for file in heads)
    read = sum(file.was_read or bool(counts) for file, counts in zip(heads, by_file, strict=True))
    everything = sum(by_file, Counter[Severity]())
    rows, clean = _files(heads, by_file)
    return Overview(
        read,
        judged - read,
        len(heads) - judged,
        short_names([heads[0].name])[0] if len(heads) == 1 else "",
        sum(file.mended for file in heads),
        _weights(everything, everything.total()),
        _rules(by_rule, spread),
        _groups(rows),
        len(rows),
        clean,
        tuple(Who(*one) for one in sorted(changes, key=lambda one: (not one[0].startswith("by "), one))),
        tuple(keeping.lines()),
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
        elif file.was_read:
            clean.append(short)
    rows.sort(key=lambda row: -row.weights.total)
    return tuple(rows), tuple(clean)


def _groups(rows: Sequence[FileRow]) -> tuple[Group, ...]:
    """The rows by folder, the one with the most findings first; all of them together where there is one folder only."""
    folders: dict[str, list[FileRow]] = {}
    for row in rows:
        folders.setdefault(folder_of(row.short), []).append(row)
    counts = {
        name: Counter({severity: sum(getattr(row.weights, severity) for row in held) for severity in Severity})
        for name, held in folders.items()
    }
    largest = max((count.total() for count in counts.values()), default=0)
    if len(folders) < 2:
        return tuple(Group("", _weights(counts[name], largest), tuple(held)) for name, held in folders.items())
    groups = [
        Group(
            name or HERE,
            _weights(counts[name], largest),
            tuple(row._replace(short=within(row.short, name)) for row in held),
        )
        for name, held in folders.items()
    ]
    return tuple(sorted(groups, key=lambda group: -group.weights.total))


def _weights(counts: Counter[Severity], largest: int) -> Weights:
    parts = [(severity.value, counts[severity]) for severity in Severity]
    return Weights(
        counts.total(),
        counts[Severity.ERROR],
        counts[Severity.WARNING],
        counts[Severity.INFO],
        bar(parts, largest),
    )
