"""The impact of a revision, told by who cites a text, and at which edition: what has to be updated when a conference
revises it, and what has not.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from reslint.api.page import Page
from reslint.citations.model import Citation, CitationRole
from reslint.inquiring.spots import Spot, Spots
from reslint.named import NamedTuple
from reslint.registry import AssemblyText, Conference, Judgement, Record, Registry, Verdict
from reslint.registry.building import join_key
from reslint.registry.verdict import abrogated
from reslint.running.asking import Question, ask
from reslint.running.jobs import Draft
from reslint.running.run import Run
from reslint.values import Value


class Consequence(StrEnum):
    """What a revision of the text means for a place that names it.

    `update` and `outdated` name an edition, `outdated` one that is no longer the latest. `ahead` names one that is
    still to come. `no-edition` means the text whatever its edition is. `history` recounts earlier editions, `heading`
    stands over the text itself. `unclear` names no body, and may mean another text of that number.
    """

    UPDATE = "update"
    OUTDATED = "outdated"
    AHEAD = "ahead"
    NO_EDITION = "no-edition"
    HISTORY = "history"
    HEADING = "heading"
    UNCLEAR = "unclear"


TO_UPDATE = (Consequence.UPDATE, Consequence.OUTDATED)


class Mention(NamedTuple):
    """A place that names a text: its words as they were written, and the edition it asks to be judged by.

    `start` and `end` are characters of the view's text.
    """

    file: str
    spot: Spot
    start: int
    end: int
    words: str
    edition: str | None
    consequence: Consequence
    verdict: Verdict


class CitedIn(NamedTuple):
    """A text and the places that name it, in the order of files and text; `text` is None where it has no record."""

    key: str
    text: Record | AssemblyText | None
    mentions: tuple[Mention, ...]

    @property
    def places(self) -> tuple[Mention, ...]:
        """The places that cite it, without the headings of the text itself."""
        return tuple(mention for mention in self.mentions if mention.consequence is not Consequence.HEADING)

    @property
    def files(self) -> int:
        """How many files cite it."""
        return len({mention.file for mention in self.places})

    def count(self, *consequences: Consequence) -> int:
        """How many places have one of these consequences."""
        return sum(mention.consequence in consequences for mention in self.mentions)


class Impact(NamedTuple):
    """What a conference, or the revision of one text, touches in a set of drafts; the most cited text comes first.

    `not_in_force` are texts that are cited though they were abrogated, `not_in_registry` those without a record;
    `unclear` are the places that name no body, and may mean one of the texts.
    """

    texts: tuple[CitedIn, ...]
    not_in_force: tuple[CitedIn, ...] = ()
    not_in_registry: tuple[CitedIn, ...] = ()
    unclear: tuple[Mention, ...] = ()
    conference: Conference | None = None


class Mentions(Value):
    """What one file says of the texts that are asked for: the places that name one, each with the key of its text, and
    those that name no body and may mean one.
    """

    found: tuple[tuple[str, Mention], ...]
    unclear: tuple[Mention, ...]


class MentionsOfText(Question[Mentions]):
    """Where a file names a text: its key, its kind and its number."""

    key: str
    kind: str
    number: str

    def answer(self, _draft: Draft, page: Page) -> Mentions:
        """The places in one file."""
        place = _Placing(page, None)
        found: list[tuple[str, Mention]] = []
        unclear: list[Mention] = []
        for citation in page.all_citations:
            if citation.body is None and (citation.kind, citation.number) == (self.kind, self.number):
                unclear.append(place.mention(citation))
            elif citation.body is not None and _key(page, citation) == self.key:
                found.append((self.key, place.mention(citation)))
        return Mentions(tuple(found), tuple(unclear))


class MentionsOfBody(Question[Mentions]):
    """Where a file names a text that a conference of its body, named by its key, may revise."""

    conference: str

    def answer(self, _draft: Draft, page: Page) -> Mentions:
        """The places in one file."""
        held = page.registry.conferences[self.conference]
        place = _Placing(page, held)
        found: list[tuple[str, Mention]] = []
        unclear: list[Mention] = []
        for citation in page.all_citations:
            if citation.body == held.body:
                found.append((_key(page, citation), place.mention(citation)))
            elif citation.body is None and page.registry.record(held.body, citation.kind, citation.number) is not None:
                unclear.append(place.mention(citation))
        return Mentions(tuple(found), tuple(unclear))


def impact_of_text(run: Run, registry: Registry, text: Record | AssemblyText, paths: Iterable[str]) -> Impact:
    """Who names a text, in files and folders; what could not be read becomes a line in `run.errors`."""
    key = key_of(registry, text)
    files = list(ask(run, paths, MentionsOfText(key, text.kind, text.number)))
    mentions = tuple(mention for file in files for _, mention in file.found)
    return Impact((CitedIn(key, text, mentions),), unclear=tuple(mention for file in files for mention in file.unclear))


def impact_of_conference(run: Run, registry: Registry, held: Conference, day: date, paths: Iterable[str]) -> Impact:
    """Which texts of the body of a conference are cited, in files and folders; `day` tells which were in force.

    What could not be read becomes a line in `run.errors`.
    """
    found: dict[str, list[Mention]] = {}
    unclear: list[Mention] = []
    for file in ask(run, paths, MentionsOfBody(held.key)):
        for key, mention in file.found:
            found.setdefault(key, []).append(mention)
        unclear += file.unclear
    cited = [CitedIn(key, registry.record_of(key), tuple(mentions)) for key, mentions in found.items()]
    cited.sort(key=lambda one: (-len(one.places), -one.count(*TO_UPDATE), len(one.key), one.key))
    gone = {one.key for one in cited if isinstance(one.text, Record) and abrogated(one.text, day)}
    return Impact(
        tuple(one for one in cited if one.text is not None and one.key not in gone),
        tuple(one for one in cited if one.key in gone),
        tuple(one for one in cited if one.text is None),
        tuple(unclear),
        held,
    )


def key_of(registry: Registry, text: Record | AssemblyText) -> str:
    """The key of a text, of the United Nations General Assembly too: "PP 140", "UNGA 70/125"."""
    if isinstance(text, Record):
        return text.key
    owner = next(body.key for body in registry.bodies.values() if body.cites == "symbol")
    return f"{owner} {text.number}"


def _key(page: Page, citation: Citation) -> str:
    judgement = page.judgement(citation)
    if judgement.record is not None:
        return judgement.record.key
    if judgement.text is not None:
        return key_of(page.registry, judgement.text)
    return join_key(citation.body or "", citation.kind, citation.number)


class _Placing:
    """Makes mentions of the citations of one page; `by` is the conference that may revise what they cite."""

    def __init__(self, page: Page, by: Conference | None) -> None:
        self._page = page
        self._by = by
        self._spots = Spots(page)
        self._judged = frozenset((*page.citations, *page.publications))

    def mention(self, citation: Citation) -> Mention:
        page = self._page
        judgement = page.judgement(citation)
        return Mention(
            page.view.document.name,
            self._spots.of(citation),
            citation.start,
            citation.end,
            " ".join(citation.text.split()),
            self._edition(citation, judgement),
            self._consequence(citation, judgement),
            judgement.verdict,
        )

    def _edition(self, citation: Citation, judgement: Judgement) -> str | None:
        if judgement.record is not None and judgement.cited is not None:
            return self._page.registry.written(judgement.record, judgement.cited, citation.lang)
        edition = citation.edition
        if edition is None:
            return None
        return ", ".join(str(part) for part in (edition.town or edition.place, edition.label or edition.year) if part)

    def _consequence(self, citation: Citation, judgement: Judgement) -> Consequence:
        if citation.role is CitationRole.HEADING:
            return Consequence.HEADING
        if citation not in self._judged:
            return Consequence.HISTORY
        if citation.body is None:
            return Consequence.UNCLEAR
        if judgement.text is not None or (citation.edition is None and judgement.cited is None):
            return Consequence.NO_EDITION
        if self._ahead(judgement):
            return Consequence.AHEAD
        return Consequence.OUTDATED if judgement.verdict is Verdict.SUPERSEDED else Consequence.UPDATE

    def _ahead(self, judgement: Judgement) -> bool:
        """Whether the edition is still to come, or no older than what is to revise it."""
        held = judgement.conference
        if held is None:
            return False
        known = judgement.verdict in (Verdict.CURRENT, Verdict.LAST_KNOWN, Verdict.SUPERSEDED)
        to_come = held.closes > self._page.as_of and not known
        return to_come or (self._by is not None and held.when >= self._by.when)
