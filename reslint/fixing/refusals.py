"""Refused fixes: what somebody could want to be mended and was not, and why; one line a finding, for programs."""

from __future__ import annotations

from collections.abc import Iterator

from reslint.api.finding import Applicability, Finding, with_parts
from reslint.fixing.mending import NO_WRITER, Mended


def refusals(mended: Mended, unsafe_fixes: bool) -> Iterator[str]:
    """A line for each finding that is left and has a fix, or could have one in another file."""
    for finding in with_parts(mended.new_result.findings):
        reason = _reason(finding, mended, unsafe_fixes)
        if reason:
            place = f" {finding.place.name}" if finding.place.name else f"{finding.line}:{finding.column}"
            yield f"{finding.file}:{place}: {finding.code} {finding.name} is not mended: {reason}"


def _reason(finding: Finding, mended: Mended, unsafe_fixes: bool) -> str:
    if finding.refused:
        return finding.refused
    if finding.fix is None:
        # Where nothing can be written, no finding has a fix, whatever its rule offers.
        return NO_WRITER if mended.writer is None and finding.suggestion is not None else ""
    if finding.fix.applicability is Applicability.UNSAFE and not unsafe_fixes:
        return "its fix may change the meaning, and unsafe fixes were not asked for"
    return "nothing was mended in this file; its errors and notices say why"
