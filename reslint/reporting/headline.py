"""The one line that says what was found where."""

from __future__ import annotations

from reslint.api.finding import Applicability, Finding, with_parts
from reslint.api.reporter import Style
from reslint.reporting.colour import SEVERITY_COLOURS, Paint
from reslint.reporting.printable import printable
from reslint.saying import Teller


def headline(finding: Finding, style: Style, paint: Paint, tell: Teller) -> str:
    """`file:line:column: CODE name message`, or `file: ¶ 17, considering b): …`, with `[*]` where a fix is offered.

    `tell` has to make what comes of drafts printable.
    """
    where = f" {tell.in_line(finding.place.name)}" if finding.place.name else f"{finding.line}:{finding.column}"
    place = f"{paint(printable(finding.file), 'bold')}:{where}:"
    code = paint(finding.code, SEVERITY_COLOURS[finding.severity], "bold")
    sign = " [*]" if any(offered(one, style.unsafe_fixes) for one in with_parts([finding])) else ""
    return f"{place} {code} {finding.name}{sign} {tell.in_line(finding.message)}"


def offered(finding: Finding, unsafe_fixes: bool) -> bool:
    """Whether the finding has a fix that the user accepts."""
    fix = finding.fix
    return fix is not None and (unsafe_fixes or fix.applicability is Applicability.SAFE)
