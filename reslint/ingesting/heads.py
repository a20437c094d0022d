"""Evidence from the texts themselves: heading, title, history line and adopting line say what was adopted when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from reslint.citations.lexicon import Lexicon
from reslint.ingesting.evidence import Attested, Meeting
from reslint.ingesting.meetings import Meetings, UnknownMeetingError
from reslint.named import NamedTuple
from reslint.registry.registry import NUMBERED
from reslint.storage.late import late
from reslint.structure import dated_places, is_history

if TYPE_CHECKING:
    from reslint.api.page import Page
    from reslint.citations.model import Citation
    from reslint.structure import Heading

LONGEST_TITLE = 500
LONGEST_HISTORY = 1500
OPENED = late(r"[\s\S]{0,2}[(\uff08]")
YEAR = late(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Head(NamedTuple):
    """The head of one text: the block of its heading, and what it says, in the language of the heading. `doubt` is why
    it cannot be believed.
    """

    block: int
    key: str
    lang: str
    editions: tuple[Attested, ...] = ()
    title: str | None = None
    whole: bool = False
    doubt: tuple[str, str] | None = None


def heads(page: Page, meetings: Meetings) -> Iterator[Head]:
    """The texts of a document by their heads, in text order."""
    lexicons = {lang: Lexicon(page.registry, lang) for lang in page.languages}
    named: dict[int, Citation] = {}
    for citation in page.all_citations:
        named.setdefault(citation.block, citation)
    headings = [
        heading
        for heading in page.structure.headings
        if heading.block in named and not _in_front(page, heading.block, named[heading.block])
    ]
    ends = [*(heading.block for heading in headings[1:]), len(page.view.blocks)]
    for heading, end in zip(headings, ends, strict=False):
        citation = named[heading.block]
        reader = _HeadReader(page, meetings, lexicons[citation.lang], heading, citation, end)
        yield reader.read()


class _HeadReader:
    """Reads one head; the text it belongs to reaches to the block `end`, exclusive."""

    def __init__(
        self, page: Page, meetings: Meetings, lexicon: Lexicon, heading: Heading, citation: Citation, end: int
    ) -> None:
        self.page = page
        self.meetings = meetings
        self.lexicon = lexicon
        self.heading = heading
        self.citation = citation
        self.end = end

    def read(self) -> Head:
        citation = self.citation
        body = self._body()
        if body is None:
            reason = f"it is not said whose {citation.kind} {citation.number} is"
            return Head(
                self.heading.block,
                citation.number,
                citation.lang,
                doubt=(reason, "add the line that says who adopted it"),
            )
        key = self.meetings.key_of(citation, body)
        if citation.kind not in self.page.registry.bodies[body].kinds:
            reason = f"the registry holds no {citation.kind}s of {body}"
            return Head(
                self.heading.block, key, citation.lang, doubt=(reason, "leave it out, or add the kind to the body")
            )
        try:
            editions, whole = self._editions(body)
        except UnknownMeetingError as error:
            return Head(self.heading.block, key, citation.lang, doubt=(str(error), error.advice))
        return Head(self.heading.block, key, citation.lang, editions, self._title(), whole)

    def _body(self) -> str | None:
        """Whose text it is: the heading or its edition says so, else the line that says who adopted it."""
        body = self.meetings.body_of(self.citation)
        if body is None and self.heading.adopting is not None:
            mention = self.lexicon.mention.search(self._words(self.heading.adopting))
            body = self.lexicon.body_of(mention.group()) if mention else None
        return body if body in self.page.registry.bodies else None

    def _editions(self, body: str) -> tuple[tuple[Attested, ...], bool]:
        """The editions, and whether they are the whole history; UnknownMeetingError also where the lines disagree."""
        headed = self.meetings.attested(self.citation, body)
        history = self._history(body, headed)
        adopted = self._adopted(body)
        own = headed[-1] if headed else (history[-1] if history else adopted)
        if own is None:
            raise UnknownMeetingError("no edition is named", "give the place and year of its adoption")
        lines = (("the heading", headed), ("the history line", history), ("the line of adoption", (adopted,)))
        for name, line in lines:
            if line and line[-1] is not None and line[-1].meeting != own.meeting:
                said = f"{name} says {line[-1].meeting.key}, the heading {own.meeting.key}"
                raise UnknownMeetingError(said, "compare with the source, and mend the text")
        if history and len(history) >= len(headed):
            if headed and history[-1].suffix is None and (headed[-1].revised is False) != (len(history) == 1):
                raise UnknownMeetingError(
                    f"the heading {'marks no' if not headed[-1].revised else 'marks a'} revision, the history line has "
                    f"{len(history)} editions",
                    "compare with the source, and mend the text",
                )
            return history, history[0].revised is False
        if headed:
            return headed, headed[0].revised is False and (len(headed) == 1 or headed[0].suffix == 0)
        return (own,), False

    def _history(self, body: str, headed: Sequence[Attested]) -> tuple[Attested, ...]:
        """The editions of the history line of the head, or of one that stands below the text and ends as it begins."""
        if self.heading.history is not None:
            return self._chain(self._words(self.heading.history), body)
        view = self.page.view
        for block in range(self.heading.block + 1, self.end):
            start, end = view.blocks[block].start, view.blocks[block].end
            if end - start > LONGEST_HISTORY or not OPENED.match(view.text, start):
                continue
            if is_history(words := self._words(block)):
                chain = self._chain(words, body)
                if headed and chain[-1].meeting == headed[-1].meeting:
                    return chain
        return ()

    def _chain(self, words: str, body: str) -> tuple[Attested, ...]:
        if not self.meetings.counts(body):
            found = list(dated_places(words))
            return tuple(
                Attested(self._at(body, entry.place, entry.year), number > 0 or not entry.first)
                for number, entry in enumerate(found)
            )
        years = list(map(int, YEAR.findall(words)))
        numbered = NUMBERED.fullmatch(self.citation.number)
        last = int(numbered[2]) if numbered else 0
        if len(years) != last + 1:
            raise UnknownMeetingError(
                f"{self.citation.number} has {last} revisions, but {len(years)} years are given",
                "compare with the source",
            )
        return tuple(Attested(self._at(body, None, year), suffix > 0, suffix) for suffix, year in enumerate(years))

    def _adopted(self, body: str) -> Attested | None:
        """The edition that the line of adoption names; whether it is a revision it does not say."""
        if self.heading.adopting is None:
            return None
        found = list(dated_places(self._words(self.heading.adopting)))
        if not found:
            return None
        numbered = NUMBERED.fullmatch(self.citation.number) if self.meetings.counts(body) else None
        suffix = int(numbered[2]) if numbered else (0 if self.meetings.counts(body) else None)
        revised = None if suffix is None else suffix > 0
        return Attested(self._at(body, found[-1].place, found[-1].year), revised, suffix)

    def _at(self, body: str, place: str | None, year: int) -> Meeting:
        return self.meetings.at(body, place, year, self.citation.lang)

    def _title(self) -> str | None:
        """The words between the heading and the next line of the head; the next paragraph where there is none."""
        stops = [line for line in (self.heading.history, self.heading.adopting) if line is not None]
        below = range(self.heading.block + 1, min(stops) if stops else self.end)
        lines = ((block, words) for block in below if (words := self._words(block)) and not _in_brackets(words))
        if not stops:
            clauses = {clause.block for clause in self.page.structure.clauses}
            lines = (line for line in islice(lines, 1) if line[0] not in clauses)
        title = " ".join(words for _, words in lines)
        return title if 0 < len(title) <= LONGEST_TITLE else None

    def _words(self, block: int) -> str:
        return " ".join(self.page.view.prose(self.page.view.blocks[block]).text.split())


def _in_front(page: Page, block: int, citation: Citation) -> str:
    """What stands before the number in a heading: "ANNEX TO RESOLUTION 30" heads no text of its own."""
    reading = page.view.prose(page.view.blocks[block])
    return reading.text[: max(reading.offset_of(citation.start), 0)].strip()


def _in_brackets(words: str) -> bool:
    """Whether a line is a remark on the text and no part of its title: "(adopted at the sixth Plenary meeting)"."""
    return words[0] == "(" and words[-1] == ")"
