"""Findings renewed at once after a key press in a long draft, until all of it has been judged again.

Only the paragraphs that changed are looked at, with enough of the draft around them. What was found elsewhere moves
with the text. Rules that need more than a paragraph wait for the whole judgement, which also puts right what a look at
a few paragraphs cannot know.
"""

from __future__ import annotations

import copy
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reslint.api.finding import Edit, Finding, Fix
from reslint.api.report import FileResult
from reslint.api.rule import Scope
from reslint.linting.linter import Linter
from reslint.linting.suppression import FILE, SIGN

HEAD = 1_500
"""So many characters of the beginning of a draft are read again, for whose text it is."""
AROUND = 4_000
"""So many characters before and behind what changed are read again, as far as whole paragraphs go."""
MOST = 40_000
"""Where more than that changed, nothing is said before the whole has been judged."""
STEP = 16_384
"""So many characters are compared at once."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """What is found after a change, against what was found before it.

    The first `before` of those findings are as they were, then come those `here`, where something changed, and those
    from number `behind` on stand `shift` characters further on.
    """

    before: int
    here: tuple[Finding, ...]
    behind: int
    shift: int

    def findings(self, old: Sequence[Finding]) -> tuple[Finding, ...]:
        """All findings, where `old` are those before; lines, columns and places stay as they were there."""
        moved = (_moved(finding, self.shift) for finding in old[self.behind :])
        return (*old[: self.before], *self.here, *moved)


def renewed(linter: Linter, old: str, result: FileResult, new: str) -> Renewed | None:
    """What is found in the text `new`, after `result` was found in `old`; None where one must wait for the whole."""
    if linter.baseline is not None or result.view is None:
        return None
    start, end, shift = difference(old, new)
    if end - start > MOST or end + shift - start > MOST:
        return None
    first, last = new.rfind("\n", 0, start) + 1, new.find("\n", end + shift)
    last = len(new) if last < 0 else last
    local = _narrowed(linter, result)
    here = _looked_at(local, new, first, last, result.name)
    if here is None:
        return None
    codes = {rule.code for rule in local.rules}
    findings = result.findings
    before = next((number for number, finding in enumerate(findings) if finding.end >= first), len(findings))
    behind = max(bisect_right(findings, last - shift, key=lambda finding: finding.start), before)
    # Rules that were not asked again have not taken back what they found in what is left of these paragraphs.
    for finding in findings[before:behind]:
        if finding.code not in codes and finding.end <= start:
            here.append(finding)
        elif finding.code not in codes and finding.start >= end:
            here.append(_moved(finding, shift))
    here.sort(key=lambda finding: (finding.start, finding.code))
    return Renewed(before, tuple(here), behind, shift)


def difference(old: str, new: str) -> tuple[int, int, int]:
    """The range of `old` that became something else, and by how many characters what is behind it moved."""
    most = min(len(old), len(new))
    start = _common(most, lambda first, last: old[first:last] == new[first:last])
    ends = len(old), len(new)
    behind = _common(
        most - start,
        lambda first, last: old[ends[0] - last : ends[0] - first] == new[ends[1] - last : ends[1] - first],
    )
    return start, len(old) - behind, len(new) - len(old)


def _common(most: int, same: Callable[[int, int], bool]) -> int:
    """How many characters are the same, up to `most`; `same` tells it of those from one number to another."""
    least = 0
    while least + STEP <= most and same(least, least + STEP):
        least += STEP
    most = min(most, least + STEP)
    while least < most:
        middle = (least + most + 1) // 2
        if same(least, middle):
            least = middle
        else:
            most = middle - 1
    return least


def _narrowed(linter: Linter, result: FileResult) -> Linter:
    """A linter of the rules that look at a paragraph, on the day of the result."""
    local = copy.copy(linter)
    local.day = result.as_of
    local.rules = tuple(rule for rule in linter.rules if rule.scope is Scope.PARAGRAPH)
    local.chosen = frozenset(rule.code for rule in local.rules)
    local.found = frozenset(finding.code for finding in result.findings) - local.chosen
    return local


def _looked_at(linter: Linter, text: str, first: int, last: int, name: str) -> list[Finding] | None:
    """What is found from `first` to `last`, where paragraphs begin and end."""
    start = text.rfind("\n\n", 0, max(first - AROUND, 0)) + 2 if first > AROUND else 0
    start = max(start, text.rfind("\n", 0, max(first - 2 * AROUND, 0)) + 1)
    end = text.find("\n", last + AROUND)
    before = text[: text.rfind("\n", 0, min(HEAD, start)) + 1] if start else ""
    before += _directives(text[len(before) : start])
    excerpt = before + text[start : len(text) if end < 0 else end]
    if not excerpt.strip():
        return []
    result = linter.check(BOM_UTF8 + excerpt.encode("utf-8", "replace"), name)
    if result.errors:
        return None
    shift = start - len(before)
    found = (_moved(finding, shift) for finding in result.findings)
    return [finding for finding in found if finding.end >= first and finding.start <= last]


def _directives(text: str) -> str:
    """The lines that silence something in the whole file."""
    if SIGN not in text:
        return ""
    return "".join(f"{line}\n\n" for line in text.splitlines() if SIGN in line and FILE in line)


def _moved(finding: Finding, shift: int) -> Finding:
    if not shift:
        return finding
    fix, parts = finding.fix, tuple(_moved(part, shift) for part in finding.parts)
    if fix is not None:
        moved = [Edit(start + shift, end + shift, content) for start, end, content in fix.edits]
        fix = Fix(tuple(moved), fix.applicability)
    return finding.but(start=finding.start + shift, end=finding.end + shift, fix=fix, parts=parts)
