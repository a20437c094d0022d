"""Bring evidence to what the registry knows: what agrees is added, what contradicts is shown and left to people.

What comes out does not hang on the order in which files are read: editions and titles are sets, and of what is said of
a text's status the latest conference counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from reslint.ingesting.evidence import Doubt, Evidence, FullList, Meeting, Testimony, same_source
from reslint.ingesting.history import Calendar, ContradictionError, History, Plain
from reslint.ingesting.recording import recorded
from reslint.ingesting.status import KnownStatus
from reslint.ingesting.titles import Titles, plain
from reslint.named import NamedTuple
from reslint.registry import building

COMPARE = "compare with the source; the registry is left as it is"


class Changes(NamedTuple):
    """What the registry would say: the entries that change, by section and key, and what only a person can decide."""

    entries: dict[tuple[str, str], Plain]
    doubts: tuple[Doubt, ...]


def reconcile(data: Mapping[str, Any], testimonies: Iterable[Testimony], day: date) -> Changes:
    """What the plain data of a registry becomes by evidence that was read on a day; `data` is not changed."""
    return _Reconciler(data, day).reconcile(tuple(testimonies))


class _Reconciler:
    def __init__(self, data: Mapping[str, Any], day: date) -> None:
        self.old = data
        self.day = day
        self.lang = next(iter(data["vocabulary"]))
        self.sections: dict[str, Plain] = {name: dict(data[name]) for name in ("conferences", "resolutions")}
        self.doubts: list[Doubt] = []
        self.listed: set[str] = set()
        self.calendar = self._calendar()

    def reconcile(self, testimonies: tuple[Testimony, ...]) -> Changes:
        evidence = [one for testimony in testimonies for one in testimony.evidence]
        self.doubts += [doubt for testimony in testimonies for doubt in testimony.doubts]
        self._sessions(evidence)
        evidence = self._undisputed([one for one in evidence if self._held(one)])
        lists = sorted(full for testimony in testimonies for full in testimony.lists)
        for full in lists:
            self._note(full)
        self.listed = {key for full in lists for key in full.keys}
        self.calendar = self._calendar()
        for one in sorted(evidence, key=self._order):
            self._bring(one)
        for full in lists:
            self._stands(full)
        for key in self.sections["resolutions"]:
            self._absent(key)
        entries = {
            (section, key): entry
            for section, held in self.sections.items()
            for key, entry in held.items()
            if entry != self.old[section].get(key)
        }
        return Changes(entries, tuple(dict.fromkeys(self.doubts)))

    def _calendar(self) -> Calendar:
        conferences = {key: building.conference(key, entry, {}) for key, entry in self.sections["conferences"].items()}
        self._full_lists: dict[tuple[str, str], list[str]] = {}
        for conference in conferences.values():
            for kind, _ in conference.listed:
                self._full_lists.setdefault((conference.body, kind), []).append(conference.key)
        return Calendar(conferences, (key for key, body in self.old["bodies"].items() if body["cites"] == "session"))

    def _sessions(self, evidence: Iterable[Evidence]) -> None:
        """Add the sessions that are named and were not in the calendar."""
        for one in evidence:
            for meeting in (*(edition.meeting for edition in one.editions), one.abrogated_by):
                if meeting is not None and meeting.new is not None and meeting.key not in self.sections["conferences"]:
                    body = building.split_key(one.key)[0]
                    self.sections["conferences"][meeting.key] = {"body": body, "year": meeting.new}
        self.calendar = self._calendar()

    def _held(self, one: Evidence) -> bool:
        """Whether the conferences had been held on the day; what is to come is no fact."""
        for meeting in (*(edition.meeting for edition in one.editions), one.abrogated_by):
            if meeting is not None and self.calendar.conferences[meeting.key].opens > self.day:
                self._doubt(one, f"{meeting.key} was not yet held on {self.day}", "ingest it when it was adopted")
                return False
        return True

    def _undisputed(self, evidence: list[Evidence]) -> list[Evidence]:
        """The evidence without the titles that two files give differently for one edition."""
        titles: dict[tuple[str, Meeting, str], dict[str, list[Evidence]]] = {}
        for one in evidence:
            if one.title and one.editions:
                said = titles.setdefault((one.key, one.editions[-1].meeting, one.lang), {})
                said.setdefault(plain(one.title), []).append(one)
        disputed = set()
        for (key, meeting, lang), said in titles.items():
            if len(said) > 1:
                disputed.add((key, meeting, lang))
                first = [several[0] for several in said.values()]
                words = "; ".join(f"{one.title!r} ({one.file}, {one.place})" for one in first)
                self._doubt(first[-1], f"the title of {meeting.key} is given differently: {words}", COMPARE)
        return [
            one._replace(title=None)
            if one.editions and (one.key, one.editions[-1].meeting, one.lang) in disputed
            else one
            for one in evidence
        ]

    def _order(self, one: Evidence) -> tuple[Any, ...]:
        last = one.abrogated_by or one.editions[-1].meeting if one.editions or one.abrogated_by else None
        when = self.calendar.when(last.key) if last else ()
        return one.only_cited, one.key, when, not one.whole, one.source

    def _bring(self, one: Evidence) -> None:
        """Hold one piece of evidence against its record; it is taken as a whole, or not at all."""
        if not one.editions and one.abrogated_by is None:
            return
        record: Plain = self.sections["resolutions"].get(one.key, {})
        try:
            changed = self._with(record, one)
        except ContradictionError as error:
            self._doubt(one, str(error), COMPARE)
            return
        self.sections["resolutions"][one.key] = changed

    def _with(self, record: Plain, one: Evidence) -> Plain:
        history, titles = History(record, self.calendar), Titles(record, self.calendar.when)
        status = KnownStatus(record, self.calendar)
        new = not record
        for edition in sorted(one.editions, key=lambda edition: self.calendar.when(edition.meeting.key)):
            history.add(edition, weak=one.only_cited)
        if one.whole:
            self._whole(history, one)
        if one.title and one.editions:
            titles.add(one.editions[-1].meeting.key, one.title, "" if one.lang == self.lang else one.lang)
        if one.editions:
            status.in_force(one.editions[-1].meeting.key)
        if one.abrogated_by is not None:
            status.abrogated(one.abrogated_by.key, history.last)
        elif new and history.last == self._full_list(one.key) and one.key not in self.listed:
            raise ContradictionError(f"{history.last} adopted it, and the full list of what was in force then lacks it")
        history.checked = self.calendar.later(history.checked, status.known)
        history.settle(status.gone)
        return recorded(record, history, titles, status, one.source)

    def _whole(self, history: History, one: Evidence) -> None:
        """Nothing is missing through the last edition of this evidence: whatever else is known must be in it."""
        attested = {edition.meeting.key for edition in one.editions}
        last = one.editions[-1].meeting.key
        for key in history.editions:
            if key not in attested and self.calendar.when(key) <= self.calendar.when(last):
                raise ContradictionError(f"the registry has an edition of {key}, which the history read here lacks")
        history.adoption_read = True
        history.whole_through(last)

    def _note(self, full: FullList) -> None:
        """Note that everything of a kind that is in force after a conference is recorded."""
        conference = deepcopy(self.sections["conferences"][full.meeting.key])
        known = conference.get("listed", {})
        if not (full.kind in known and same_source(known[full.kind], full.source)):
            listed = {**known, full.kind: min(known.get(full.kind, full.source), full.source)}
            conference["listed"] = dict(sorted(listed.items()))
        self.sections["conferences"][full.meeting.key] = conference

    def _stands(self, full: FullList) -> None:
        """What is listed was in force after the conference, and its edition the latest one."""
        for key in sorted(full.keys):
            record = self.sections["resolutions"].get(key)
            if record is None:
                continue
            history, status = History(record, self.calendar), KnownStatus(record, self.calendar)
            when = self.calendar.when(full.meeting.key)
            if history.last is None or self.calendar.when(history.last) > when:
                continue
            try:
                status.in_force(full.meeting.key)
            except ContradictionError as error:
                self.doubts.append(Doubt(full.file, f"{key}: {error}", COMPARE))
                continue
            history.checked = self.calendar.later(history.checked, full.meeting.key)
            history.settle(status.gone)
            titles = Titles(record, self.calendar.when)
            self.sections["resolutions"][key] = recorded(record, history, titles, status)

    def _absent(self, key: str) -> None:
        """What a full list lacks was no longer in force after its conference."""
        record = self.sections["resolutions"][key]
        listed = self._full_list(key)
        if listed is None or key in self.listed:
            return
        history, status = History(record, self.calendar), KnownStatus(record, self.calendar)
        if history.checked is None or self.calendar.when(history.checked) < self.calendar.when(listed):
            status.absent(listed)
            history.checked = listed
            history.settle(status.gone)
            titles = Titles(record, self.calendar.when)
            self.sections["resolutions"][key] = recorded(record, history, titles, status)

    def _full_list(self, key: str) -> str | None:
        """The last conference after which all texts of this kind are recorded."""
        body, kind, _ = building.split_key(key)
        return max(self._full_lists.get((body, kind), ()), key=self.calendar.when, default=None)

    def _doubt(self, one: Evidence, reason: str, advice: str) -> None:
        self.doubts.append(Doubt(f"{one.file}, {one.place}", f"{one.key}: {reason}", advice))
