"""Edits: which fixes can be made together, and the text they make."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from reslint.api.finding import Applicability, Edit, Finding, Fix, with_parts
from reslint.named import NamedTuple


class Chosen(NamedTuple):
    """The edits of one round, in text order; how many findings they mend, of which codes; how many fixes must
    wait.

    `wholes` are the words that are replaced as a whole, although only some of them change: those of a finding whose fix
    has several edits, from `start` to before `end`.
    """

    edits: tuple[Edit, ...]
    codes: tuple[str, ...]
    postponed: int
    wholes: tuple[tuple[int, int], ...] = ()


def choose(findings: Iterable[Finding], unsafe_fixes: bool) -> Chosen:
    """Take the fixes in order of position, each whole or not at all; one that overlaps a taken one must wait.

    Two findings with the same fix are mended by it together.
    """
    fixes = [
        (finding.fix, finding)
        for finding in with_parts(findings)
        if finding.fix is not None
        and finding.fix.edits
        and (unsafe_fixes or finding.fix.applicability is Applicability.SAFE)
    ]
    fixes.sort(key=lambda item: (item[0].edits[0].start, item[0].edits[-1].end))
    taken: list[tuple[int, int, str]] = []
    whole: set[tuple[Edit, ...]] = set()
    codes: list[str] = []
    wholes: list[tuple[int, int]] = []
    postponed = 0
    for fix, finding in fixes:
        if fix.edits not in whole:
            if not _fits(fix, taken):
                postponed += 1
                continue
            whole.add(fix.edits)
            for edit in fix.edits:
                insort(taken, (edit.start, edit.end, edit.content))
        codes.append(finding.code)
        if len(fix.edits) > 1:
            wholes.append((min(finding.start, fix.edits[0].start), max(finding.end, fix.edits[-1].end)))
    return Chosen(tuple(Edit(*edit) for edit in taken), tuple(codes), postponed, tuple(wholes))


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made; they stand in text order and do not overlap."""
    pieces = []
    cursor = 0
    for edit in edits:
        pieces.append(text[cursor : edit.start])
        pieces.append(edit.content)
        cursor = edit.end
    pieces.append(text[cursor:])
    return "".join(pieces)


def _fits(fix: Fix, taken: list[tuple[int, int, str]]) -> bool:
    """Whether no edit touches a taken one in such a way that their order would matter."""
    for edit in fix.edits:
        at = bisect_left(taken, (edit.start, edit.start, ""))
        for start, end, _ in taken[max(at - 1, 0) : at + 2]:
            if edit.start < end and start < edit.end:
                return False
            # An insertion at the edge of another edit: which comes first is not said.
            if (start == end or edit.start == edit.end) and edit.start <= end and start <= edit.end:
                return False
    return True
