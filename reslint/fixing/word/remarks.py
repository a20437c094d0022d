"""What a comment says, in the order in which its reader asks: what to write, why, and how far that is known; the rules
come last, in small print. Several findings at the same words are one remark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reslint.api.finding import Finding
from reslint.named import NamedTuple
from reslint.saying import EN, Said, Teller, said

BODY = "body"
STOPS = (".", "?", "!", "。", "？", "！", "؟")
STOP = said(".")


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


def remark_on(findings: Sequence[Finding], tell: Teller = EN) -> Remark:
    """The remark on findings at the same words, of which the first is the widest, said in a language; below it in
    English, too, where nobody has checked that language.
    """
    lines = [*_lines(findings, tell), *(_lines(findings, tell.english) if tell.english else ())]
    return Remark("\n".join(" ".join(line.split()) for line in lines), " ".join(_small(findings, tell)))


def _lines(findings: Sequence[Finding], tell: Teller) -> list[str]:
    first = findings[0]
    elsewhere = first.place.story != BODY
    lines = list(_proposals(findings))
    place, words = first.place.name, first.excerpt
    if elsewhere and lines:
        lines[0] = said("{remark} (in {place}, for “{words}”)", remark=lines[0], place=place, words=words)
    whys = [_why(finding, tell) for finding in findings]
    if elsewhere and not lines:
        where = said("In {place}: “{words}”.", place=place, words=words)
        whys[0] = f"{tell(where)} {whys[0]}"
    changes = [_sentence(finding.change.told, tell) for finding in findings if finding.change is not None]
    told = [*map(tell, lines), *dict.fromkeys(whys)]
    told[-1] = " ".join((told[-1], *dict.fromkeys(changes)))
    return [*told, *dict.fromkeys(tell(_known(one.as_far_as.met)) for one in findings if one.as_far_as is not None)]


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
            write = _write(other)
            if within != first.excerpt:
                write = said("{remark} (for “{words}”)", remark=write, words=within)
            or_else[write] = None
        elif other not in proposal and within and within in proposal:
            proposal = proposal.replace(within, other, 1)
        elif other not in proposal and within == first.excerpt:
            or_else[said("Or: {proposal}", proposal=other)] = None
    if proposal is not None:
        yield _write(proposal)
    yield from or_else


def _write(proposal: str) -> str:
    return said("Write: {proposal}", proposal=proposal) if proposal else said("Leave it out.")


def _why(finding: Finding, tell: Teller) -> str:
    """The message without what the proposal says, and what else is to be said for it."""
    message, proposal = finding.message, finding.suggestion
    if isinstance(message, Said):
        if finding.as_far_as is not None:
            message = message.without("as_far", lambda _: True)
        if proposal:
            message = message.without("so", lambda clause: _says(clause, proposal))
    return " ".join(_sentence(words, tell) for words in (message, finding.advice) if words)


def _says(clause: str, proposal: str) -> bool:
    """Whether what is filled into a clause is nothing but what is proposed."""
    named = {_bare(word) for words in _filled(clause) for word in words.split()}
    return bool(named) and named <= set(map(_bare, proposal.split()))


def _filled(clause: str) -> Iterator[str]:
    for _, value in clause.values if isinstance(clause, Said) else ():
        if isinstance(value, Said):
            yield from _filled(value)
        elif value:
            yield value


def _bare(word: str) -> str:
    return word.strip("(),.;:")


def _known(met: str) -> str:
    return said("Known as far as {met}: what was decided later has not been read.", met=met)


def _small(findings: Sequence[Finding], tell: Teller) -> Iterator[str]:
    names = list(dict.fromkeys(finding.name for finding in findings))
    yield f"{', '.join(dict.fromkeys(f'{finding.code} {finding.name}' for finding in findings))}."
    if all(finding.keep for finding in findings):
        keep = findings[0].keep
        one, all_ = f"[{findings[0].name}]", f"[{', '.join(names)}]"
        if isinstance(keep, Said):
            keep = said(keep.template, **{name: words.replace(one, all_) for name, words in keep.values})
        else:
            keep = keep.replace(one, all_)
        yield _sentence(said("to keep it, write {mark}", mark=keep), tell)


def _sentence(words: str, tell: Teller) -> str:
    told = tell(words)
    return f"{told[:1].upper()}{told[1:]}{'' if told.endswith(STOPS) else tell(STOP)}"
