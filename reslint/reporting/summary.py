"""The summary of a report: how much was found, in one or two lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reslint.api.finding import Severity, with_parts
from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.headline import offered
from reslint.running.freshness import conjoined

PLURALS = {"info": "info"}


def summary(report: Report, style: Style) -> Iterator[str]:
    """The closing lines: how many findings of which weight, how many were mended and how many can be; of a quiet output
    only what is not read, and what is silenced.
    """
    unread, silence = _unread(report), silenced(report)
    if not style.quiet:
        yield from _found(report, style)
    if unread:
        yield f"Not read: {counted(unread, 'file')} in {conjoined(report.unread)}.\n"
    if silence:
        yield f"{silence}.\n"


def mended(report: Report, style: Style) -> Iterator[str]:
    """The closing line of a run that only mends; none of a quiet output."""
    files = [file.mended for file in report.heads if file.mended]
    if not style.quiet:
        yield f"Mended {counted(sum(files), 'finding')} in {counted(len(files), 'file')}.\n"


def _found(report: Report, style: Style) -> Iterator[str]:
    weights: Counter[Severity] = Counter()
    mended = safe = hidden = 0
    causes: Counter[str] = Counter()
    for file in report.files:
        mended += file.mended
        for finding in file.findings:
            weights[finding.severity] += 1
            causes[finding.part_of] += 1
        for finding in with_parts(file.findings):
            safe += offered(finding, style.unsafe_fixes)
            hidden += offered(finding, True)
    hidden -= safe
    found = weights.total()
    unread = _unread(report)
    if mended:
        yield f"Found {counted(found + mended, 'finding')} ({mended} mended, {found} remaining).\n"
    elif found:
        parts = ", ".join(counted(weights[severity], severity.value) for severity in Severity if weights[severity])
        yield f"Found {counted(found, 'finding')}: {parts}.\n"
    elif not report.failures:
        yield f"Nothing found in {counted(len(report.files) - unread, 'file')}.\n"
    for cause, count in sorted(causes.items()):
        if cause and not style.verbose:
            belong = "belongs" if count == 1 else "belong"
            yield f"{count} of them {belong} to {cause} and {'is' if count == 1 else 'are'} shown with --verbose.\n"
    if safe:
        more = f" ({hidden:,} more with --unsafe-fixes)" if hidden else ""
        yield f"[*] {safe:,} can be mended with --fix{more}.\n"
    elif hidden:
        yield f"{hidden:,} can be mended with --fix --unsafe-fixes.\n"


def _unread(report: Report) -> int:
    return sum(bool(file.unread and file.unread.whole) for file in report.heads)


def silenced(report: Report) -> str:
    """What was found and is not shown, since the drafts or their folders will not have it so; empty for nothing."""
    parts = [
        (report.silenced, "by marks in or beside the drafts"),
        (report.overruled, "by settings below the working folder"),
    ]
    said = [(number, by) for number, by in parts if number]
    if not said:
        return ""
    (first, by), *further = said
    more = "".join(f", {number} {by}" for number, by in further)
    return f"Silenced: {counted(first, 'finding')} {by}{more}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 finding", "2 findings", "3 info"."""
    return f"{number:,} {noun if number == 1 else plural or PLURALS.get(noun, noun + 's')}"
