"""One defect, one finding: what several rules say of one thing is told once, by the rule that says most.

It is done last, after selection, suppressions and baseline: what is left out there tells nothing, and what it would
have told stands again for itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heapreplace

from reslint.api.finding import Finding, Severity
from reslint.saying import said, said_of

WEIGHTS = tuple(Severity)


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


def _at_the_words(findings: Sequence[Finding], includes: Mapping[str, Collection[str]]) -> Iterable[Finding]:
    if len(findings) < 2:
        return findings
    return _in_heads(findings, _Heads(findings, includes))


def _in_heads(findings: Sequence[Finding], heads: _Heads) -> Iterator[Finding]:
    parts: dict[int, list[Finding]] = {}
    taken: set[int] = set()
    for number, finding in enumerate(findings):
        head = heads.of(finding)
        if head is not None:
            parts.setdefault(head, []).append(finding)
            taken.add(number)
    for number, finding in enumerate(findings):
        if number in parts:
            yield _with(finding, parts[number])
        elif number not in taken:
            yield finding


class _Heads:
    """The findings that may have parts, those that are alike together: thousands may stand at the same words."""

    def __init__(self, findings: Sequence[Finding], includes: Mapping[str, Collection[str]]) -> None:
        self._includes = includes
        self._parts = {code for codes in includes.values() for code in codes}
        self._alike: dict[tuple[int, int, str, str | None], list[int]] = {}
        for number, finding in enumerate(findings):
            if includes.get(finding.code):
                record = finding.record.key if finding.record else None
                self._alike.setdefault((finding.start, finding.end, finding.code, record), []).append(number)
        self._keys = sorted(self._alike, key=lambda key: key[0])
        self._starts = [key[0] for key in self._keys]
        self._longest = max((end - start for start, end, *_ in self._keys), default=0)
        # By a key and the code of a part, how many of those each head has, and its number: the least comes first.
        self._counts: dict[tuple[tuple[int, int, str, str | None], str], list[tuple[int, int]]] = {}

    def of(self, part: Finding) -> int | None:
        """The number of the head that a finding becomes part of: of those that fit, the first that has fewest like it.

        Where several texts share the words, each rule says the same of one after the other.
        """
        if part.code not in self._parts:
            return None
        record = part.record.key if part.record else None
        first = bisect_left(self._starts, part.start - self._longest)
        fitting = [
            self._counted(key, part.code)
            for key in self._keys[first : bisect_left(self._starts, part.end)]
            if part.code in self._includes[key[2]]
            and part.start < key[1]
            and (record is None or key[3] is None or key[3] == record)
        ]
        if not fitting:
            return None
        least = min(fitting, key=lambda counts: counts[0])
        count, head = least[0]
        heapreplace(least, (count + 1, head))
        return head

    def _counted(self, key: tuple[int, int, str, str | None], code: str) -> list[tuple[int, int]]:
        if (key, code) not in self._counts:
            self._counts[key, code] = [(0, number) for number in self._alike[key]]
        return self._counts[key, code]


def _with(finding: Finding, parts: Sequence[Finding]) -> Finding:
    """The finding with its parts; it weighs as much as the heaviest of them, as the settings have it."""
    message = finding.message
    besides = dict.fromkeys(part.message for part in parts)
    for number, beside in enumerate(besides):
        if number:
            message = said("{message}; {beside}", message=message, beside=beside)
        else:
            message = said("{message}; also: {beside}", message=message, beside=beside)
    heaviest = min([finding.severity, *[part.severity for part in parts]], key=WEIGHTS.index)
    return finding.but(message=message, severity=heaviest, parts=tuple(parts))


def _counting(finding: Finding, names: Counter[str] | None) -> Finding:
    """The finding, saying how many others of its file are part of it."""
    if names is None:
        return finding
    total = names.total()
    told = ", ".join(f"{count} {name}" for name, count in names.most_common())
    message = said_of(
        "{message}; 1 more finding comes of it: {names}",
        "{message}; {count} more findings come of it: {names}",
        total,
        message=finding.message,
        names=told,
    )
    return finding.but(message=message)
