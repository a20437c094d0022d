"""Evidence from lists of texts: tables of contents, lists of what is in force, lists of what is no longer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.citations.lexicon import Lexicon
from reslint.citations.patterns import either
from reslint.ingesting.evidence import Attested, Meeting
from reslint.ingesting.meetings import Meetings, UnknownMeetingError
from reslint.named import NamedTuple
from reslint.structure import dated_places

if TYPE_CHECKING:
    from reslint.api.page import Page
    from reslint.citations.model import Citation
    from reslint.registry import Registry
    from reslint.structure import Heading

LONGEST_LINE = 700
LONGEST_OPENING = 240
SEPARATOR = re.compile(r"\s*[-–—:：|\t]\s*|\s{2,}")
SIGNS = "-–—:：| \t"
ENDS = (";", ",", ".", "；", "，", "。", "؛", "،")
"""What ends a part of a sentence, in any script; no heading of a list does so."""
PAGE_NUMBER = re.compile(r"(?:\s*[.…·]{2,}\s*|\t\s*|\s{2,})(?:\d{1,4}|[ivxlc]{1,6})?\s*\Z")


class ListEntry(NamedTuple):
    """One text that a list names, at a block of the view, in a language. `abrogated_by` is set where it is no longer in
    force.

    `doubt` is why the entry cannot be believed.
    """

    block: int
    key: str
    lang: str
    editions: tuple[Attested, ...] = ()
    title: str | None = None
    abrogated_by: Meeting | None = None
    doubt: tuple[str, str] | None = None


class TextListReader:
    """Reads the lists of one document. `body` is whose texts they are where nothing else says so."""

    def __init__(self, page: Page, meetings: Meetings, body: str | None = None) -> None:
        self.page = page
        self.meetings = meetings
        self.body = body
        self.words = {lang: ListWords(page.registry, lang) for lang in page.languages}
        marks = {mark for words in page.registry.vocabulary.values() for mark in words.get("suppressed", ())}
        self.sup = re.compile(rf"(?:{either(marks)})\s+")

    def entries(self) -> Iterator[ListEntry]:
        """The entries of all lists, in text order; what stands within a text is a citation and no entry."""
        first: dict[int, list[Citation]] = {}
        for citation in self.page.all_citations:
            group = first.setdefault(citation.block, [])
            if not group or group[0].group == citation.group:
                group.append(citation)
        headings = {heading.block: heading for heading in self.page.structure.headings}
        within = False
        abrogating = False
        by: Meeting | None = None
        held: Meeting | None = None
        for number, block in enumerate(self.page.view.blocks):
            if block.end == block.start or block.end - block.start > LONGEST_LINE:
                continue
            citations = first.get(number, [])
            words = self.page.view.prose(block).text if citations or not within or self._opens(number) else ""
            marked = self.sup.match(words.lstrip())
            if number in headings and not marked:
                within = within or headings[number].adopting is not None
                if not self._lists(headings[number], abrogating):
                    abrogating = False
                    continue
                within = False
            elif not citations or self._in_front(number, citations[0]).strip():
                named = self._meeting(words)
                if self._opens(number):
                    within, abrogating, by = False, any(one.abrogate(words) for one in self.words.values()), named
                elif not within:
                    held = held or named
                continue
            if within:
                continue
            yield from self._read(number, citations, bool(marked) or abrogating, by or held)

    def _lists(self, heading: Heading, abrogating: bool) -> bool:
        """Whether a heading is an entry of a list of what is no longer in force."""
        return abrogating and heading.adopting is None

    def _opens(self, number: int) -> bool:
        """Whether a paragraph opens a list: "Resolutions abrogated by …", "Table of contents"."""
        block = self.page.view.blocks[number]
        if block.end - block.start > LONGEST_OPENING or block.label:
            return False
        words = self.page.view.text[block.start : block.end].strip()
        return not words.endswith(ENDS) and any(one.open(words) for one in self.words.values())

    def _in_front(self, number: int, citation: Citation) -> str:
        """What stands before the citation in its paragraph, apart from the mark of a text no longer in force."""
        words = self.page.view.text[self.page.view.blocks[number].start : citation.start]
        return self.sup.sub("", words.lstrip(), count=1)

    def _read(self, number: int, citations: Sequence[Citation], gone: bool, by: Meeting | None) -> Iterator[ListEntry]:
        block = self.page.view.blocks[number]
        rest = self.page.view.text[citations[-1].end : block.end]
        if not gone and (block.label or len(citations) > 1 or not self._is_entry(citations[0], rest)):
            return
        for citation in citations:
            body = self.meetings.body_of(citation) or self.body or (self._body_of(by) if gone and by else None)
            if body is None:
                reason = f"it is not said whose {citation.kind} {citation.number} is"
                yield ListEntry(
                    number, citation.number, citation.lang, doubt=(reason, "name its edition, or the body in the list")
                )
                continue
            yield self._entry(number, citation, body, rest, gone, by)

    def _entry(
        self, number: int, citation: Citation, body: str, rest: str, gone: bool, by: Meeting | None
    ) -> ListEntry:
        key = self.meetings.key_of(citation, body)
        if citation.kind not in self.page.registry.bodies[body].kinds:
            reason = f"the registry holds no {citation.kind}s of {body}"
            return ListEntry(number, key, citation.lang, doubt=(reason, "leave it out, or add the kind to the body"))
        try:
            editions = self.meetings.attested(citation, body)
        except UnknownMeetingError as error:
            return ListEntry(number, key, citation.lang, doubt=(str(error), error.advice))
        if not gone:
            return ListEntry(number, key, citation.lang, editions, self._title(rest))
        if by is None or self._body_of(by) != body:
            reason = f"it is not said which conference of {body} abrogated it"
            advice = "name the conference with place and year in the list's heading"
            return ListEntry(number, key, citation.lang, doubt=(reason, advice))
        return ListEntry(number, key, citation.lang, editions, self._title(rest) if editions else None, by)

    def _is_entry(self, citation: Citation, rest: str) -> bool:
        """Whether what follows is a title, or nothing, rather than the sentence that cites the text."""
        after = rest.strip()
        head = self.page.view.text[citation.start :].split(None, 1)[0]
        # A script without capitals cannot set a heading apart: there the line is one unless it ends as a sentence does.
        no_case = self.words[citation.lang].no_case
        headed = head.isupper() or (no_case and not after.endswith(ENDS))
        if not after:
            return headed
        if SEPARATOR.match(rest):
            return after.lstrip(SIGNS)[:1] not in "(" and bool(citation.editions or headed)
        return headed and (after[0].isalpha() if no_case else after[0].isupper())

    def _title(self, rest: str) -> str | None:
        title = PAGE_NUMBER.sub("", rest).strip()
        title = " ".join(title.lstrip(SIGNS).split())
        return title or None

    def _body_of(self, meeting: Meeting) -> str | None:
        held = self.page.registry.conference(meeting.key)
        return held.body if held else None

    def _meeting(self, words: str) -> Meeting | None:
        """The conference that a line names: "… Conference (Bucharest, 2022)", "WTSA-20"."""
        if len(words) > LONGEST_OPENING:
            return None
        return next((named for one in self.words if (named := self._meeting_in(one, words))), None)

    def _meeting_in(self, lang: str, words: str) -> Meeting | None:
        """The same in one language."""
        spoken = self.words[lang]
        label = spoken.label.search(words)
        held = self.page.registry.conference(label.group()) if label else None
        if held is not None:
            return Meeting(held.key)
        mention = spoken.lexicon.mention.search(words)
        body = (spoken.lexicon.body_of(mention.group()) if mention else None) or self.body
        found = list(dated_places(words))
        if body not in self.page.registry.bodies or not found:
            return None
        try:
            return self.meetings.at(str(body), found[-1].place, found[-1].year, lang)
        except UnknownMeetingError:
            return None


class ListWords:
    """The words by which the lists of one language are known."""

    def __init__(self, registry: Registry, lang: str) -> None:
        words = registry.vocabulary[lang]
        self.lexicon = Lexicon(registry, lang)
        self.no_case = self.lexicon.shape.no_case
        self.label = self.lexicon.compile(self.lexicon.fragments["label"])
        lists, counters = words.get("lists", {}), tuple(words["words"].get("counter", ()))
        heads = [head for kind in words["kinds"].values() for head in kind["many"]]
        kinds = [head[1:] if head.startswith(counters) else head for head in heads]
        self._abrogated = self._any(lists.get("abrogated", ()))
        self._opening = self._any(lists.get("opening", ()))
        self._many = self._any(kinds)

    def abrogate(self, words: str) -> bool:
        """Whether a line says that texts are no longer in force."""
        return self._abrogated.search(words) is not None

    def open(self, words: str) -> bool:
        """Whether a line opens a list: "Resolutions abrogated by …", "Table of contents"."""
        return self._opening.match(words) is not None or (
            (words[:1].isupper() or self.no_case) and self._many.search(words) is not None and self.abrogate(words)
        )

    def _any(self, words: Iterable[str]) -> re.Pattern[str]:
        return self.lexicon.compile(rf"(?<!\w)(?i:{either(words)})(?!\w)")
