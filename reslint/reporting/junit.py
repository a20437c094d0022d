"""The output as JUnit XML, for the test view of a build server: a suite a file, a failure a finding"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from reslint.api.finding import Finding
from reslint.api.report import FileResult, Report
from reslint.api.reporter import Style
from reslint.linting.fingerprint import path_told
from reslint.reporting.printable import printable
from reslint.reporting.telling import has_lines, told

NOT_IN_XML = re.compile("[\ufffe\uffff]")
RUN = "reslint"
CHECKED = "checked"


def render(report: Report, _style: Style) -> Iterable[str]:
    """All files in their order; a file in which nothing was found is a suite of one test that passed."""
    suites = failed = broken = 0
    for file in report.files:
        suites += max(len(file.findings) + len(file.errors), 1)
        failed += len(file.findings)
        broken += len(file.errors)
    broken += len(report.errors)
    counts = f'tests="{suites + len(report.errors)}" failures="{failed}" errors="{broken}"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="{RUN}" {counts}>\n'
    for file in report.files:
        yield _suite(file)
    if report.errors:
        yield _suite(FileResult(RUN, errors=report.errors))
    yield "</testsuites>\n"


def _suite(file: FileResult) -> str:
    name = _text(path_told(file.name))
    tests = list(_tests(file))
    counts = {
        "tests": len(tests),
        "failures": len(file.findings),
        "errors": len(file.errors),
        "skipped": int(_skipped(file)),
    }
    suite = ElementTree.Element("testsuite", {"name": name, **{what: str(count) for what, count in counts.items()}})
    for test in tests:
        test.set("classname", name)
        suite.append(test)
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, "unicode") + "\n"


def _skipped(file: FileResult) -> bool:
    return not (file.was_read or file.findings or file.errors)


def _tests(file: FileResult) -> Iterator[ElementTree.Element]:
    met: Counter[str] = Counter()
    for finding in file.findings:
        # Build servers follow a test by its name, which must not change when a line is added above.
        name = _text(f"{finding.code} {finding.name}: {finding.excerpt or finding.message}")
        met[name] += 1
        test = ElementTree.Element("testcase", {"name": name if met[name] == 1 else f"{name} ({met[name]})"})
        failure = ElementTree.SubElement(
            test, "failure", {"type": finding.severity.value, "message": _text(told(finding))}
        )
        failure.text = "\n".join(_text(line) for line in _lines(finding))
        yield test
    for line in file.errors:
        met[CHECKED] += 1
        number = f" ({met[CHECKED]})" if met[CHECKED] > 1 else ""
        test = ElementTree.Element("testcase", {"name": CHECKED + number})
        ElementTree.SubElement(test, "error", {"type": "error", "message": _text(line)})
        yield test
    if not met:
        test = ElementTree.Element("testcase", {"name": CHECKED})
        if _skipped(file):
            ElementTree.SubElement(test, "skipped", {"message": _text(str(file.unread))})
        yield test


def _lines(finding: Finding) -> Iterator[str]:
    where = f"{finding.line}:{finding.column}" if has_lines(finding) else f" {finding.place.name}"
    yield f"{finding.file}:{where}: {finding.message}"
    if finding.proposal is not None:
        yield f"- {finding.excerpt}"
        yield f"+ {finding.proposal}"
    if finding.help:
        yield finding.help


def _text(text: str) -> str:
    """Text of a draft on one line, without what XML cannot hold."""
    return NOT_IN_XML.sub("\ufffd", printable(" ".join(text.split())))
