"""The summary of a report: how much was found, in one or two lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reslint.api.finding import Severity, with_parts
from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.headline import offered
from reslint.reporting.printable import printable
from reslint.running.freshness import conjoined
from reslint.saying import Said, Teller, said, said_of
from reslint.translations.telling import teller

PLURALS = {"info": "info"}


def summary(report: Report, style: Style) -> Iterator[str]:
    """The closing lines: how many findings of which weight, how many were mended and how many can be; of a quiet output
    only what is not read, and what is silenced.
    """
    tell = teller(style.language, printable)
    unread, silence = _unread(report), silenced(report)
    if not style.quiet:
        for line in _found(report, style):
            yield from lines_of(line, tell)
    if unread:
        languages = conjoined(report.unread)
        yield from lines_of(said("Not read: {files} in {languages}.", files=files(unread), languages=languages), tell)
    if silence:
        yield from lines_of(said("{sentence}.", sentence=silence), tell)


def mended(report: Report, style: Style) -> Iterator[str]:
    """The closing line of a run that only mends; none of a quiet output."""
    there = [file.mended for file in report.heads if file.mended]
    if not style.quiet:
        line = said("Mended {findings} in {files}.", findings=findings(sum(there)), files=files(len(there)))
        yield from lines_of(line, teller(style.language, printable))


def lines_of(message: str, tell: Teller) -> Iterator[str]:
    """A message as a line; below it in English, too, where nobody has checked the language."""
    yield f"{tell.in_line(message)}\n"
    if tell.english:
        yield f"  {tell.english.in_line(message)}\n"


def findings(number: int) -> Said:
    """ "1 finding", "2 findings"."""
    return said_of("{count} finding", "{count} findings", number)


def files(number: int) -> Said:
    """ "1 file", "2 files"."""
    return said_of("{count} file", "{count} files", number)


def _weight(severity: Severity, number: int) -> str:
    if severity is Severity.ERROR:
        return said_of("{count} error", "{count} errors", number)
    if severity is Severity.WARNING:
        return said_of("{count} warning", "{count} warnings", number)
    return said_of("{count} info", "{count} info", number)


def listed(words: Iterable[str]) -> str:
    """Words one after the other: "2 errors, 1 warning"."""
    told = ""
    for word in words:
        told = said("{first}, {last}", first=told, last=word) if told else word
    return told


def _found(report: Report, style: Style) -> Iterator[str]:
    severities = tuple(Severity)
    weights: Counter[Severity] = Counter()
    mended = safe = hidden = 0
    causes: Counter[str] = Counter()
    for file in report.files:
        mended += file.mended
        there = [finding.severity for finding in file.findings]
        for severity in severities if there else ():
            weights[severity] += there.count(severity)
        causes.update([finding.part_of for finding in file.findings if finding.part_of])
        for finding in with_parts(file.findings):
            if finding.fix is not None:
                hidden += 1
                safe += offered(finding, style.unsafe_fixes)
    hidden -= safe
    found = weights.total()
    unread = _unread(report)
    if mended:
        every = findings(found + mended)
        yield said(
            "Found {findings} ({mended} mended, {left} remaining).", findings=every, mended=str(mended), left=str(found)
        )
    elif found:
        parts = listed(_weight(severity, weights[severity]) for severity in Severity if weights[severity])
        yield said("Found {findings}: {parts}.", findings=findings(found), parts=parts)
    elif not report.failures:
        yield said("Nothing found in {files}.", files=files(len(report.files) - unread))
    for cause, count in sorted(causes.items()):
        if not style.verbose:
            yield said_of(
                "{number} of them belongs to {cause} and is shown with --verbose.",
                "{number} of them belong to {cause} and are shown with --verbose.",
                count,
                number=str(count),
                cause=cause,
            )
    if safe and hidden:
        yield said("[*] {safe} can be mended with --fix ({more} more with --unsafe-fixes).", safe=safe, more=hidden)
    elif safe:
        yield said("[*] {safe} can be mended with --fix.", safe=safe)
    elif hidden:
        yield said("{more} can be mended with --fix --unsafe-fixes.", more=hidden)


def _unread(report: Report) -> int:
    return sum(bool(file.unread and file.unread.whole) for file in report.heads)


def silenced(report: Report) -> str:
    """What was found and is not shown, since the drafts or their folders will not have it so; empty for nothing."""
    marks, settings = report.silenced, report.overruled
    if marks and settings:
        return said(
            "Silenced: {findings} by marks in or beside the drafts, {number} by settings below the working folder",
            findings=findings(marks),
            number=str(settings),
        )
    if marks:
        return said("Silenced: {findings} by marks in or beside the drafts", findings=findings(marks))
    if settings:
        return said("Silenced: {findings} by settings below the working folder", findings=findings(settings))
    return ""


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 finding", "2 findings", "3 info"."""
    return f"{number:,} {noun if number == 1 else plural or PLURALS.get(noun, noun + 's')}"
