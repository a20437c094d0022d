"""What was written, in words: one line a file, or all in one where there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from reslint.api.report import Report, Written
from reslint.reporting.summary import counted

EACH = 10
"""So many files are told of one by one."""


def report_told(file: str, report: Report) -> str:
    """What was written into the file of a report."""
    found = read = 0
    for one in report.files:  # once: those of a large report are read anew each time
        found += len(one.findings)
        read += one.was_read or bool(one.findings)
    return f"{file}: {counted(found, 'finding')} in {counted(read, 'file')}"


def told(written: Collection[Written], folder: str | None = None) -> Iterator[str]:
    """What was written, and how often something was not, and why; `folder` is the one that all copies are in."""
    there = [one for one in written if not one.unwritten]
    if len(there) > EACH or (folder is not None and not there):
        yield f"{folder or 'written'}: {counted(len(there), 'file')}{_all(there)}"
    else:
        for one in there:
            yield f"{one.file}: {', '.join(_contents(one)) or 'as it was'}"
    for reason, count in Counter(one.unwritten for one in written if one.unwritten).items():
        yield f"{counted(count, 'file')} with findings {'has' if count == 1 else 'have'} no copy: {reason}"


def _all(there: Collection[Written]) -> str:
    """What all the files together have."""
    reasons = tuple(dict.fromkeys(reason for one in there for reason in one.reasons))
    comments = [one.comments for one in there if one.comments is not None]
    corrections = [one.corrections for one in there if one.corrections is not None]
    total = Written(
        "",
        sum(comments) if comments else None,
        sum(corrections) if corrections else None,
        sum(one.refused for one in there),
        reasons,
    )
    return "".join(f", {part}" for part in _contents(total))


def _contents(one: Written) -> Iterator[str]:
    if one.corrections is not None:
        yield _many(one.corrections, "correction")
    if one.refused:
        yield f"{one.refused:,} refused ({'; '.join(one.reasons)})"
    if one.comments is not None:
        yield _many(one.comments, "comment")


def _many(number: int, noun: str) -> str:
    return counted(number, noun) if number else f"no {noun}s"
