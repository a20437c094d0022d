"""What a comment says, in the order in which its reader asks: what to write, why, and how far that is known; the rules
come last, in small print. Several findings at the same words are one remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reslint.api.finding import Finding
from reslint.named import NamedTuple

BODY = "body"
NAMING = re.compile(r"[A-Z\d]|\)\Z")


class Remark(NamedTuple):
    """The words of a comment, a paragraph a line, and what follows them in small print."""

    text: str
    small: str

    @property
    def words(self) -> str:
        """All of them, as they are read in the file."""
        return f"{self.text}\n{self.small}"


def at_the_same_words(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings in groups that stand at the same words or within them, in text order; the widest is the first."""
    groups: list[list[Finding]] = []
    for finding in sorted(findings, key=lambda one: (one.start, -one.end)):
        widest = groups[-1][0] if groups else None
        if (
            widest is not None
            and widest.block == finding.block
            and finding.end <= widest.end
            and _meet(widest, finding)
        ):
            groups[-1].append(finding)
        else:
            groups.append([finding])
    return groups


def _meet(widest: Finding, finding: Finding) -> bool:
    return finding.start < widest.end or (finding.start, finding.end) == (widest.start, widest.end)


def remark_on(findings: Sequence[Finding]) -> Remark:
    """The remark on findings at the same words, of which the first is the widest."""
    first = findings[0]
    elsewhere = first.place.story != BODY
    lines = list(_proposals(findings))
    if elsewhere and lines:
        lines[0] += f" (in {first.place.name}, for “{first.excerpt}”)"
    whys = [_why(finding) for finding in findings]
    if elsewhere and not lines:
        whys[0] = f"In {first.place.name}: “{first.excerpt}”. {whys[0]}"
    changes = [_sentence(str(finding.change)) for finding in findings if finding.change is not None]
    lines += dict.fromkeys(whys)
    lines[-1] = " ".join((lines[-1], *dict.fromkeys(changes)))
    lines += dict.fromkeys(_known(finding) for finding in findings if finding.as_far_as is not None)
    return Remark("\n".join(" ".join(line.split()) for line in lines), " ".join(_small(findings)))


def _proposals(findings: Sequence[Finding]) -> Iterator[str]:
    """What to write for the words of the first finding; where it says nothing of that, for words within them."""
    first = findings[0]
    proposal = first.suggestion
    or_else: dict[str, None] = {}
    for finding in findings[1:]:
        within, other = finding.excerpt, finding.suggestion
        if other is None:
            continue
        if proposal is None:
            or_else[f"{_write(other)} (for “{within}”)" if within != first.excerpt else _write(other)] = None
        elif other not in proposal and within and within in proposal:
            proposal = proposal.replace(within, other, 1)
        elif other not in proposal and within == first.excerpt:
            or_else[f"Or: {other}"] = None
    if proposal is not None:
        yield _write(proposal)
    yield from or_else


def _write(proposal: str) -> str:
    return f"Write: {proposal}" if proposal else "Leave it out."


def _why(finding: Finding) -> str:
    """The message without what the proposal says, and what else is to be said for it."""
    message = finding.message
    if finding.as_far_as is not None:
        message = message.replace(f", {finding.as_far_as}", "")
    if finding.suggestion:
        first, *clauses = re.split(r"(?=[:;] )", message)
        message = first + "".join(clause for clause in clauses if not _says(clause, finding.suggestion))
    return " ".join(_sentence(words) for words in (message, finding.advice) if words)


def _says(clause: str, proposal: str) -> bool:
    """Whether a clause names nothing but what is proposed: names and figures are what it can name."""
    named = {_bare(word) for word in clause.split() if NAMING.search(word)}
    return bool(named) and named <= set(map(_bare, proposal.split()))


def _bare(word: str) -> str:
    return word.strip("(),.;:")


def _known(finding: Finding) -> str:
    return f"Known {finding.as_far_as}: what was decided later has not been read."


def _small(findings: Sequence[Finding]) -> Iterator[str]:
    names = list(dict.fromkeys(finding.name for finding in findings))
    yield f"{', '.join(dict.fromkeys(f'{finding.code} {finding.name}' for finding in findings))}."
    if all(finding.keep for finding in findings):
        kept = findings[0].keep.replace(f"[{findings[0].name}]", f"[{', '.join(names)}]")
        yield _sentence(f"to keep it, write {kept}")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?', '!')) else '.'}"
