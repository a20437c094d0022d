"""Which findings are left when the suppressions of a draft are heeded, and which of these silence none.

Neither asks every finding about every suppression: a draft may hold thousands of both.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from reslint.api.finding import Finding
from reslint.citations.model import Citation
from reslint.documents.view import View
from reslint.linting.suppression import Suppression
from reslint.storage.late import late

SIC = late(r"[\s)\]\"'’”*_]{0,20}\[sic\]", re.IGNORECASE)
Ranges = Sequence[tuple[int, int]]


def silence(
    findings: Iterable[Finding], suppressions: Iterable[Suppression], view: View, citations: Iterable[Citation]
) -> tuple[list[Finding], list[Finding], list[Suppression]]:
    """The findings that are left, those that are silenced, and the directives that silenced none."""
    found = list(findings)
    given = list(suppressions)
    by_code: dict[str, list[Finding]] = {}
    for finding in found if given else ():
        by_code.setdefault(finding.code, []).append(finding)
    covered: set[int] = set()
    used: set[int] = set()
    for code, ones in by_code.items():
        of_code = [number for number, item in enumerate(given) if not item.codes or code in item.codes]
        covered.update(map(id, _covered(ones, of_code, given, used)))
    marked = _Marks(view, citations)
    left: list[Finding] = []
    silenced: list[Finding] = []
    for finding in found:
        (silenced if id(finding) in covered or marked.after(finding) else left).append(finding)
    idle = [item for number, item in enumerate(given) if number not in used]
    idle.sort(key=lambda item: item.block is not None)
    return left, silenced, idle


def _covered(
    findings: Sequence[Finding], numbers: Iterable[int], given: Sequence[Suppression], used: set[int]
) -> list[Finding]:
    """The findings of a rule that are silent; the numbers of the suppressions that silence one go to `used`."""
    blocks: dict[int, list[int]] = {}
    spans: dict[Ranges, list[int]] = {}
    everywhere = False
    for number in numbers:
        item = given[number]
        if item.block is not None:
            blocks.setdefault(item.block, []).append(number)
        elif item.spans is not None:
            spans.setdefault(item.spans, []).append(number)
        else:
            everywhere = True
            used.add(number)
    there = {finding.block for finding in findings}
    for block, own in blocks.items():
        if block in there:
            used.update(own)
    touching = _Touching([(finding.start, max(finding.end, finding.start + 1)) for finding in findings])
    for ranges, own in spans.items():
        if any(touching.touch(*one) for one in ranges):
            used.update(own)
    if everywhere:
        return list(findings)
    words = _Touching([one for ranges in spans for one in ranges])
    return [
        finding
        for finding in findings
        if finding.block in blocks or words.touch(finding.start, max(finding.end, finding.start + 1))
    ]


class _Touching:
    """Ranges of a text, in any order, and whether one of them has a character in common with another one."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        furthest = 0
        for start, end in sorted(ranges):
            furthest = max(furthest, end)
            self._starts.append(start)
            self._ends.append(furthest)

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them does."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._ends[at] > start


class _Marks:
    """The places after which the draft says `[sic]`."""

    def __init__(self, view: View, citations: Iterable[Citation]) -> None:
        self._text = view.text
        self._any = re.search(r"\[sic\]", view.text, re.IGNORECASE) is not None
        self._citations = sorted(citations, key=lambda citation: citation.start) if self._any else []

    def after(self, finding: Finding) -> bool:
        """Whether one stands after a finding, or after its citation."""
        if not self._any:
            return False
        if SIC.match(self._text, finding.end):
            return True
        at = bisect_right(self._citations, finding.start, key=lambda citation: citation.start) - 1
        if at < 0 or finding.end > self._citations[at].end:
            return False
        return SIC.match(self._text, self._citations[at].end) is not None
