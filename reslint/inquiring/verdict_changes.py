"""Verdicts that another registry would change on the same drafts: the proof that new facts answer more, and lose
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from reslint.api.finding import AsFarAs
from reslint.api.page import Page
from reslint.citations.model import Citation
from reslint.inquiring.spots import Spot, Spots
from reslint.named import NamedTuple
from reslint.registry import Verdict
from reslint.registry.building import join_key
from reslint.running.asking import Question, ask
from reslint.running.jobs import Draft
from reslint.running.run import Run
from reslint.running.spec import RunSpec
from reslint.values import Value


class Turn(StrEnum):
    """What becomes of an answer: there was none before, there is none any more, or it is another one."""

    GAINED = "gained"
    CHANGED = "changed"
    LOST = "lost"


class RegistryAnswer(NamedTuple):
    """What one registry says of a citation: the text that it takes it for, the verdict, the latest edition, and
    as far as which conference that is known, None where it is known to the day.
    """

    key: str | None
    verdict: Verdict
    latest: str | None
    as_far_as: AsFarAs | None = None


class VerdictChange(NamedTuple):
    """A citation of which two registries say different things; `start` and `end` are characters of the view's text."""

    file: str
    spot: Spot
    start: int
    end: int
    words: str
    old: RegistryAnswer
    new: RegistryAnswer

    @property
    def turn(self) -> Turn:
        """Whether an answer is gained, lost or another one."""
        before, after = _certainty(self.old.verdict), _certainty(self.new.verdict)
        if before == after:
            return Turn.CHANGED
        return Turn.GAINED if after > before else Turn.LOST


def _certainty(verdict: Verdict) -> int:
    """How much of an answer a verdict is: the last edition that was read is one for as long as nobody reads on."""
    return {Verdict.UNKNOWN: 0, Verdict.LAST_KNOWN: 1}.get(verdict, 2)


class ComparedDrafts(NamedTuple):
    """How much was compared, and what differs, in the order of files and text."""

    files: int
    citations: int
    changes: tuple[VerdictChange, ...]


class Compared(Value):
    """How many citations one file has, and those that the two registries answer otherwise."""

    citations: int
    changes: tuple[VerdictChange, ...]


class AskedOfBoth(Question[Compared]):
    """What becomes of the answers to a file; `old` is the run with the other registry."""

    old: RunSpec

    def answer(self, draft: Draft, after: Page) -> Compared:
        """The citations of one file."""
        before = _earlier(self.old).linter(draft.name).page(after.view)
        return Compared(len(after.all_citations), tuple(_changes(before, after)))


@lru_cache(maxsize=1)
def _earlier(spec: RunSpec) -> Run:
    """The run with the other registry, once a process."""
    return Run(spec)


def compare_verdicts(old: Run, new: Run, paths: Iterable[str]) -> ComparedDrafts:
    """The citations in files and folders on which two runs, each with its registry, differ.

    What could not be read becomes a line in `new.errors`.
    """
    files = list(ask(new, paths, AskedOfBoth(old.spec)))
    changes = tuple(change for file in files for change in file.changes)
    return ComparedDrafts(len(files), sum(file.citations for file in files), changes)


def _changes(before: Page, after: Page) -> Iterator[VerdictChange]:
    """A citation that only one registry lets us read has no answer in the other."""
    earlier = {_identity(citation): citation for citation in before.all_citations}
    later = {_identity(citation): citation for citation in after.all_citations}
    spots = Spots(after)
    for identity in sorted({*earlier, *later}):
        cited, now = earlier.get(identity), later.get(identity)
        old, new = _answer(before, cited), _answer(after, now)
        either = now or cited
        if old.verdict is not new.verdict and either is not None:
            name, words = after.view.document.name, " ".join(either.text.split())
            yield VerdictChange(name, spots.of(either), either.start, either.end, words, old, new)


def _identity(citation: Citation) -> tuple[int, str]:
    """What tells a citation from the others, however much of its words a registry lets us read."""
    return citation.number_at.start, citation.number


def _answer(page: Page, citation: Citation | None) -> RegistryAnswer:
    if citation is None:
        return RegistryAnswer(None, Verdict.UNKNOWN, None)
    judgement = page.judgement(citation)
    latest = None
    if judgement.record is not None and judgement.latest is not None:
        latest = page.registry.written(judgement.record, judgement.latest)
    key = join_key(citation.body, citation.kind, citation.number) if citation.body else None
    reach = judgement.as_far_as
    far = AsFarAs(reach.key, page.registry.met(reach)) if reach else None
    return RegistryAnswer(judgement.record.key if judgement.record else key, judgement.verdict, latest, far)
