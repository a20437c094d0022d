"""The output as a table that opens in Excel with a double click, for people who sort and filter there

That is UTF-8 with a byte order mark, without which Excel takes it for Windows-1252, and semicolons. A line `sep=;`
would do for every locale, but makes Excel overlook the mark. Where Excel is set to commas, its Data > From Text/CSV
finds the semicolons by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reslint.api.finding import Finding, Severity
from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.csv import table_lines
from reslint.reporting.printable import printable
from reslint.reporting.telling import COULD_NOT, NOT_READ, has_lines

MARK = "\ufeff"
COMPUTED = re.compile(r"[=+\-@＝＋－＠]|(?=\D*\d)[\d\s.,:/()%-]+$|[\d.,]+[eE][+-]?\d+$")
"""What begins so is a formula, which may ask other programs or computers for something (CWE-1236); of digits and signs
Excel makes a number or a day, as of "61-3", "(2018)" and "12E3".
"""
LONGEST = 32_767
"""A cell holds no more characters."""
COLUMNS = (
    *("File", "Place", "Severity", "Code", "Rule", "Found", "Write instead", "Message", "Help"),
    *("Fix", "Record", "Checked through", "Change", "Part of", "As of"),
)


def render(report: Report, _style: Style) -> Iterable[str]:
    """A line of headings, a row a finding, file by file, and one without a code for what could not be checked, or is
    not read.
    """
    yield MARK
    yield from table_lines((COLUMNS,), ";")
    yield from table_lines(([*map(cell, texts), day] for *texts, day in rows(report)), ";")


def rows(report: Report) -> Iterator[list[str]]:
    """What stands in the columns, each on one line: a row a finding, and what could not be checked or is not read."""
    for line in report.errors:
        yield _failure("", line)
    for file in report.files:
        day = file.as_of.isoformat() if file.as_of else ""
        for finding in file.findings:
            yield [*map(_on_one_line, _texts(finding)), day]
        for line in file.errors:
            yield _failure(file.name, line)
        if file.unread:
            yield _of_file(file.name, NOT_READ, str(file.unread), Severity.INFO)


def cell(value: str) -> str:
    """Text as it may stand in a cell: on one line, not too long, and always text, whoever wrote it."""
    text = _on_one_line(value)[: LONGEST - 1]
    return f"'{text}" if COMPUTED.match(text) else text


def _on_one_line(value: str) -> str:
    return printable(" ".join(value.split()))


def _failure(file: str, line: str) -> list[str]:
    return _of_file(file, COULD_NOT, line, Severity.ERROR)


def _of_file(file: str, name: str, line: str, severity: Severity) -> list[str]:
    filled = [file, "", severity.value, "", name, "", "", line]
    return [*map(_on_one_line, filled), *[""] * (len(COLUMNS) - len(filled))]


def _texts(finding: Finding) -> Iterator[str]:
    """What stands in the columns, but the day."""
    record = finding.record
    yield finding.file
    yield f"line {finding.line}, column {finding.column}" if has_lines(finding) else finding.place.name
    yield finding.severity.value
    yield finding.code
    yield finding.name
    yield finding.excerpt
    yield finding.proposal or ""
    yield finding.message
    yield finding.help
    yield finding.fix.applicability.value if finding.fix else ""
    yield record.key if record else ""
    yield (record.checked or "") if record else ""
    yield str(finding.change) if finding.change else ""
    yield finding.part_of
