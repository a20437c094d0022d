"""The output for a person who mends a draft: each finding with its line, carets, help and what to write
instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reslint.api.finding import Finding, shown
from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.colour import SEVERITY_COLOURS, Paint
from reslint.reporting.headline import headline
from reslint.reporting.keeping import Keeping
from reslint.reporting.printable import isolated, printable
from reslint.reporting.snippet import snippet
from reslint.reporting.summary import lines_of, summary
from reslint.saying import Teller, said
from reslint.translations.telling import teller


def render(report: Report, style: Style) -> Iterable[str]:
    """All findings, a blank line after each, how to keep words as they are, and a summary; or a digest of many."""
    if style.brief:
        from reslint.reporting.digest import digest, many

        if many(report, style):
            yield from digest(report, style)
            return
    paint = Paint(style.colour)
    keeping = Keeping()
    tell = teller(style.language, printable)
    for file in report.files:
        for finding in shown(file.findings, verbose=style.verbose):
            yield headline(finding, style, paint, tell) + "\n"
            yield from _english(finding.message, tell, "  ")
            yield from _details(finding, paint, tell)
            yield "\n"
            keeping.add(finding)
    if not style.quiet:
        for line in keeping.lines():
            yield from lines_of(said("help: {advice}", advice=line), tell)
    yield from summary(report, style)


def _details(finding: Finding, paint: Paint, tell: Teller) -> Iterator[str]:
    numbered = not finding.place.name
    margin = " " * len(str(finding.end_line)) if numbered else " "
    bar = paint("|", "blue")
    lines = list(snippet(finding))
    if any(line.text for line in lines):
        yield f"{margin} {bar}\n"
        for line in lines:
            number = paint(str(line.line).rjust(len(margin)), "blue") if numbered else margin
            carets = paint("^" * line.carets, SEVERITY_COLOURS[finding.severity])
            yield f"{number} {bar} {isolated(line.text)}\n"
            yield f"{margin} {bar} {' ' * line.indent}{carets}\n"
    if finding.proposal is not None:
        yield f"{margin} {paint('-', 'red')} {paint(_line(finding.excerpt), 'red')}\n"
        yield f"{margin} {paint('+', 'green')} {paint(isolated(tell.in_line(finding.proposal)), 'green')}\n"
    notes = [finding.change.told] if finding.change else []
    if finding.refused:
        notes.append(said("not mended: {reason}", reason=finding.refused))
    if finding.advice:
        notes.append(said("help: {advice}", advice=finding.advice))
    for note in notes:
        yield f"{margin} {paint('=', 'blue')} {tell.in_line(note)}\n"
        yield from _english(note, tell, f"{margin}   ")


def _english(message: str, tell: Teller, margin: str) -> Iterator[str]:
    """The message in English, where nobody has checked the language."""
    if tell.english:
        yield f"{margin}{tell.english.in_line(message)}\n"


def _line(text: str) -> str:
    return isolated(printable(" ".join(text.split())))
