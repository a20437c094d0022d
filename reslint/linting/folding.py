"""One defect, one finding: what several rules say of one thing is told once, by the rule that says most.

It is done last, after selection, suppressions and baseline: what is left out there tells nothing, and what it would
have told stands again for itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reslint.api.finding import Finding, Severity


def folded(findings: Sequence[Finding], includes: Mapping[str, Collection[str]], found: Iterable[str]) -> list[Finding]:
    """The findings, in the same order, each defect told once.

    A finding at the words of another that includes its rule (`includes`, by code) becomes one of its `parts`. One that
    is part of another finding of the file stays, and loses its `part_of` where that other is not there; `found` are
    codes of what is known to be there besides.
    """
    kept = list(_at_the_words(findings, includes))
    codes = {finding.code for finding in kept} | set(found)
    kept = [
        finding.but(part_of="") if finding.part_of and finding.part_of not in codes else finding for finding in kept
    ]
    causes: dict[str, Counter[str]] = {}
    for finding in kept:
        if finding.part_of:
            causes.setdefault(finding.part_of, Counter())[finding.name] += 1
    return [_counting(finding, causes.pop(finding.code, None)) for finding in kept] if causes else kept


def _at_the_words(findings: Sequence[Finding], includes: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    heads = [number for number, finding in enumerate(findings) if includes.get(finding.code)]
    if not heads:
        yield from findings
        return
    starts = [findings[head].start for head in heads]
    longest = max(findings[head].end - findings[head].start for head in heads)
    parts: dict[int, list[Finding]] = {}
    taken: set[int] = set()
    for number, finding in enumerate(findings):
        first, last = bisect_left(starts, finding.start - longest), bisect_left(starts, finding.end)
        fitting = [
            head
            for head in heads[first:last]
            if finding.code in includes[findings[head].code] and _same_words(finding, findings[head])
        ]
        if fitting:
            # Where several texts share the words, each rule says the same of one after the other.
            head = min(fitting, key=lambda head: sum(one.code == finding.code for one in parts.get(head, ())))
            parts.setdefault(head, []).append(finding)
            taken.add(number)
    for number, finding in enumerate(findings):
        if number in parts:
            yield _with(finding, parts[number])
        elif number not in taken:
            yield finding


def _same_words(part: Finding, head: Finding) -> bool:
    """Whether two findings overlap, and are not of two different texts."""
    same_text = part.record is None or head.record is None or part.record.key == head.record.key
    return same_text and part.start < head.end and head.start < part.end


def _with(finding: Finding, parts: Sequence[Finding]) -> Finding:
    """The finding with its parts; it weighs as much as the heaviest of them, as the settings have it."""
    besides = "; ".join(dict.fromkeys(part.message for part in parts))
    weights = {finding.severity, *(part.severity for part in parts)}
    heaviest = next(severity for severity in Severity if severity in weights)
    return finding.but(message=f"{finding.message}; also: {besides}", severity=heaviest, parts=tuple(parts))


def _counting(finding: Finding, names: Counter[str] | None) -> Finding:
    """The finding, saying how many others of its file are part of it."""
    if names is None:
        return finding
    total = names.total()
    told = ", ".join(f"{count} {name}" for name, count in names.most_common())
    more = "1 more finding comes" if total == 1 else f"{total} more findings come"
    return finding.but(message=f"{finding.message}; {more} of it: {told}")
