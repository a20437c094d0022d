"""The output of one line a finding, for people who know the rules and for programs that read positions: in English,
whatever the language.
"""

from __future__ import annotations

from collections.abc import Iterable

from reslint.api.finding import shown
from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.reporting.colour import Paint
from reslint.reporting.headline import headline
from reslint.reporting.printable import printable
from reslint.reporting.summary import summary
from reslint.saying import ENGLISH
from reslint.translations.telling import teller


def render(report: Report, style: Style) -> Iterable[str]:
    """One line a finding, and a summary."""
    paint = Paint(style.colour)
    tell = teller(ENGLISH, printable)
    for finding in shown(report.each_finding(), verbose=style.verbose):
        yield headline(finding, style, paint, tell) + "\n"
    yield from summary(report, style.but(language=ENGLISH))
