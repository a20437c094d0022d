"""The reading of an official document: what its heads, lists and, if asked, citations attest, each text once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from reslint.api.places import short_place
from reslint.citations.model import Citation, CitationRole
from reslint.errors import ReslintError
from reslint.ingesting.evidence import Attested, Doubt, Evidence, FullList, Meeting, Testimony, source
from reslint.ingesting.heads import Head, heads
from reslint.ingesting.lists import ListEntry, TextListReader
from reslint.ingesting.meetings import Meetings, UnknownMeetingError
from reslint.ingesting.proposals import refusal
from reslint.registry.building import split_key

if TYPE_CHECKING:
    from reslint.api.page import Page
    from reslint.registry import Conference
from reslint.running.asking import Question
from reslint.running.jobs import Draft


class Asked(Question[Testimony]):
    """How documents are heard: on which day, as full lists of a conference's texts or not, with citations or not."""

    day: date
    full: Conference | None = None
    citations: bool = False

    def answer(self, draft: Draft, page: Page) -> Testimony:
        """What one file attests."""
        return hear(page, draft.name, self)


def hear(page: Page, file: str, asked: Asked) -> Testimony:
    """What a document attests. Raises ReslintError for a proposal, of which nothing may be learnt."""
    refused = refusal(page, file)
    if refused is not None:
        raise ReslintError(*refused)
    return _Witness(page, file, asked).testimony()


class _Witness:
    def __init__(self, page: Page, file: str, asked: Asked) -> None:
        self.page = page
        self.file = file
        self.asked = asked
        self.meetings = Meetings(page.registry)
        self.name = file.replace("\\", "/").rsplit("/", 1)[-1]
        self.doubts: list[Doubt] = []
        self.unread = 0

    def testimony(self) -> Testimony:
        found: dict[tuple[str, bool], list[Evidence]] = {}
        own = set()
        reader = TextListReader(self.page, self.meetings, self.asked.full.body if self.asked.full else None)
        entries = list(reader.entries())
        listed = {entry.block for entry in entries}
        for head in heads(self.page, self.meetings):
            if head.block not in listed and not self._doubted(head):
                own.add(head.key)
                found.setdefault((head.key, False), []).append(self._evidence(head, whole=head.whole))
        lists = []
        unlisted = []
        for entry in entries:
            if self._doubted(entry):
                continue
            if not entry.editions and entry.abrogated_by is None:
                unlisted.append(entry)
                continue
            gone = entry.abrogated_by is not None
            found.setdefault((entry.key, gone), []).append(self._evidence(entry, abrogated_by=entry.abrogated_by))
        if self.asked.full is not None:
            for entry in unlisted:
                advice = "give the edition in force, as in (Rev. Place, Year)"
                self._doubt(entry.block, f"{entry.key} is listed without its edition", advice)
            standing = {key for key, gone in found if not gone}
            lists = list(self._full(self.asked.full, standing | {entry.key for entry in unlisted}))
            if self.unread:
                # Any text may be behind what could not be read, and would be taken for abrogated.
                reason = f"it proves no absence while {self.unread} of its entries cannot be read"
                self.doubts.append(Doubt(self.file, reason, "mend them in a copy of it, and ingest that"))
                lists = []
        evidence = [self._one(several) for several in found.values()]
        if self.asked.citations:
            evidence += self._cited(own)
        return Testimony(tuple(evidence), tuple(lists), tuple(self.doubts))

    def _evidence(
        self, read: Head | ListEntry, *, whole: bool = False, abrogated_by: Meeting | None = None
    ) -> Evidence:
        place = short_place(self.page.view, self.page.view.blocks[read.block].start)
        return Evidence(
            read.key,
            self.file,
            place,
            source(self.name, place, self.asked.day),
            read.lang,
            read.editions,
            read.title,
            whole,
            abrogated_by,
        )

    def _one(self, several: list[Evidence]) -> Evidence:
        """The fullest of what a document says of one text; where it contradicts itself, nothing but that is said."""
        best = max(several, key=lambda one: (one.whole, len(one.editions), one.title is not None))
        last = {one.editions[-1].meeting for one in several if one.editions}
        if len(last) > 1:
            places = "; ".join(f"{one.place}: {one.editions[-1].meeting.key}" for one in several if one.editions)
            reason = f"{best.key} is given at several editions ({places})"
            self.doubts.append(Doubt(f"{self.file}, {best.place}", reason, "compare, and mend the text"))
            return best._replace(editions=(), title=None, whole=False)
        titled = next((one for one in (best, *several) if one.title), best)
        return best._replace(title=titled.title, lang=titled.lang)

    def _full(self, conference: Conference, standing: set[str]) -> Iterator[FullList]:
        keys = {key for key in standing if split_key(key)[0] == conference.body}
        where = source(self.name, "as a full list", self.asked.day)
        for kind in sorted({split_key(key)[1] for key in keys}):
            of_kind = frozenset(key for key in keys if split_key(key)[1] == kind)
            yield FullList(conference.body, kind, Meeting(conference.key), of_kind, self.file, where)
        if not keys:
            reason = f"no text of {conference.body} is listed"
            self.doubts.append(Doubt(self.file, reason, "name the file that lists what is in force"))

    def _cited(self, own: set[str]) -> Iterator[Evidence]:
        """The editions that an adopted text cites, each once; what is not adopted proves nothing."""
        if not own:
            reason = "it is no adopted text, so its citations prove nothing"
            self.doubts.append(Doubt(self.file, reason, "name the text as it was adopted"))
            return
        seen: dict[str, tuple[Citation, dict[Meeting, Attested]]] = {}
        for citation in self.page.all_citations:
            body = self.meetings.body_of(citation)
            if citation.role is CitationRole.HEADING or body is None or not citation.editions:
                continue
            known = self.page.registry.bodies[body]
            key = self.meetings.key_of(citation, body)
            if citation.kind not in known.kinds or known.cites == "symbol" or key in own:
                continue
            try:
                editions = self.meetings.attested(citation, body)
            except UnknownMeetingError as error:
                self._doubt(citation.block, f"{citation.text}: {error}", error.advice)
                continue
            for edition in editions:
                seen.setdefault(key, (citation, {}))[1].setdefault(edition.meeting, edition)
        for key, (citation, editions_of) in seen.items():
            place = short_place(self.page.view, citation.start)
            where = source(self.name, f"cited in {place}", self.asked.day)
            yield Evidence(key, self.file, place, where, citation.lang, tuple(editions_of.values()), only_cited=True)

    def _doubted(self, read: Head | ListEntry) -> bool:
        if read.doubt is None:
            return False
        self._doubt(read.block, f"{read.key}: {read.doubt[0]}", read.doubt[1])
        body, kind, _ = split_key(read.key)
        known = self.page.registry.bodies.get(body)
        full = self.asked.full
        self.unread += full is not None and (known is None or (body == full.body and kind in known.kinds))
        return True

    def _doubt(self, block: int, reason: str, advice: str) -> None:
        where = f"{self.file}, {short_place(self.page.view, self.page.view.blocks[block].start)}"
        self.doubts.append(Doubt(where, reason, advice))
