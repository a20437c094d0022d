"""The registry: one place to ask what is true. It is read once and never changed by whoever asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from reslint.registry import building
from reslint.registry.model import AssemblyText, Body, Conference, Edition, Language, Origin, Record, Sector, Town
from reslint.registry.shelf import Shelf
from reslint.saying import LANGUAGES, Said
from reslint.storage.cache import NO_CACHE, Cache
from reslint.storage.late import late
from reslint.storage.patterns import Patterns

NUMBERED = late(r"(\d+)-(\d+)")


class Registry:
    """The facts of one registry file, or of several of which each lies over those before; `digest` changes whenever
    one of them does.

    `origins` says where the entries stand that lie over the first file, by "section key", as numbers of a file and
    lines; `files` are the names of the files, `cache` keeps what is built of them. Bodies, places and conferences are
    keyed by their names in the file, `vocabulary` and `languages` by language. Records are built when first asked for.
    Those of the Sectors, in `sectors`, are on the `shelf`; `publications` are the words beside their designations.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        digest: str,
        origins: Mapping[str, Sequence[Sequence[int]]] = MappingProxyType({}),
        files: Sequence[str] = (),
        cache: Cache = NO_CACHE,
        shelf: Shelf | None = None,
    ) -> None:
        self.shelf = shelf or Shelf()
        self.cache = cache
        self.patterns = Patterns(cache)
        self.files = tuple(files)
        self._origins = origins
        self._met: dict[str, Said] = {}
        self.date = date.fromisoformat(data["date"])
        self.digest = digest
        self.vocabulary: Mapping[str, Mapping[str, Any]] = MappingProxyType(data["vocabulary"])
        self.languages: Mapping[str, Language] = MappingProxyType(
            {
                key: Language(one["name"], tuple(one.get("words", ())), one.get("script"))
                for key, one in data.get("languages", {}).items()
            }
        )
        self.sectors: Mapping[str, Sector] = MappingProxyType(
            {key: building.sector(key, one) for key, one in data.get("sectors", {}).items()}
        )
        self.publications: Mapping[str, Mapping[str, Any]] = MappingProxyType(data.get("publications", {}))
        sources = data.get("sources", {})
        bodies = {key: building.body(key, body) for key, body in data["bodies"].items()}
        places = {name: building.place(name, place) for name, place in data["places"].items()}
        conferences = {
            key: building.conference(key, conference, sources) for key, conference in data["conferences"].items()
        }
        self.bodies: Mapping[str, Body] = MappingProxyType(bodies)
        self.places: Mapping[str, Town] = MappingProxyType(places)
        self.conferences: Mapping[str, Conference] = MappingProxyType(conferences)
        self._sources = sources
        self._plain: Mapping[str, Any] = data["resolutions"]
        self._plain_texts: Mapping[str, Any] = data["unga"]
        self._records: dict[str, Record] = {}
        self._texts: dict[str, AssemblyText] = {}
        self._drafts: dict[str, str] | None = None
        self._forms: dict[str, str] | None = None
        self._checked: dict[str, tuple[Conference | None, ...]] = {}
        self._named: dict[str, Conference] = {}
        self._held: dict[tuple[str, int], list[Conference]] = {}
        self._of_body: dict[str, list[Conference]] = {key: [] for key in bodies}
        for conference in conferences.values():
            for name in (*conference.aliases, conference.key):
                self._named[name.casefold()] = conference
            if conference.place:
                self._held.setdefault((conference.place.casefold(), conference.year), []).append(conference)
            self._of_body[conference.body].append(conference)
        for held in self._of_body.values():
            held.sort(key=lambda conference: conference.when)

    def origins(self, section: str, key: str) -> tuple[Origin, ...]:
        """Where an entry stands, if not in the first file alone: the last one holds, in place of those before it."""
        return tuple(Origin(self.files[file], line) for file, line in self._origins.get(f"{section} {key}", ()))

    def conference(self, name: str) -> Conference | None:
        """The conference of that short name or alias, in whatever case."""
        return self._named.get(name.strip().casefold())

    def conferences_of(self, body: str) -> tuple[Conference, ...]:
        """The conferences of a body, oldest first."""
        return tuple(self._of_body.get(body, ()))

    def held_at(self, place: str, year: int) -> tuple[Conference, ...]:
        """All conferences, of whatever body, in that place (by its name in the registry) and year."""
        return tuple(self._held.get((place.casefold(), year), ()))

    def meeting(self, body: str, place: str | None, year: int | None) -> Conference | None:
        """The conference of `body` in that year, and in that place where the body cites places and one is given."""
        known = self.bodies.get(body)
        for conference in self._of_body.get(body, ()):
            if conference.year == year and (
                place is None
                or (known is not None and known.cites != "place")
                or (conference.place or "").casefold() == place.casefold()
            ):
                return conference
        return None

    def last_closed(self, body: str, as_of: date) -> Conference | None:
        """The last conference of a body that was over on that day."""
        held = reversed(self._of_body.get(body, ()))
        return next((conference for conference in held if conference.over(as_of)), None)

    def met(self, conference: Conference) -> str:
        """A conference in two words, as its body is cited: "Bucharest 2022", "Council 2024", "WRC-23"; a message, with
        the names of the place or the body that other languages have and may write.
        """
        told = self._met.get(conference.key)
        if told is None:
            others = [(f"met_{lang}", self._met_in(conference, lang)) for lang in LANGUAGES[1:]]
            met = ("met", self._met_in(conference, None))
            self._met[conference.key] = told = Said("{met}", values=(met, *others))
        return told

    def _met_in(self, conference: Conference, lang: str | None) -> str:
        body = self.bodies.get(conference.body)
        if body is None:
            return conference.key
        if body.cites == "place" and conference.place is not None:
            place = conference.place
            return f"{self.place_in(place, lang) if self.may_write(place, lang) else place} {conference.year}"
        if body.cites == "session":
            names = body.names.get(lang or "")
            return f"{names[0] if names else self.name_of(body)} {conference.year}"
        return self.label_in(conference, lang)

    def cites(self, body: str | None) -> str | None:
        """How texts of a body are cited: by "place", "session", "short name" or "symbol"; None for no body of this
        registry.
        """
        held = self.bodies.get(body) if body is not None else None
        return held.cites if held is not None else None

    def name_of(self, body: Body) -> str:
        """The first name of a body, in the first language that has one; else its key."""
        return next((names[0] for names in body.names.values() if names), body.key)

    def record(self, body: str, kind: str, number: str) -> Record | None:
        """The record of a text; "61-3" is found under 61 where the body counts its revisions so."""
        if body in self.sectors:
            return self.shelf.record(body, kind, number)
        key = self._key(body, kind, number)
        return self._record(key) if key is not None else None

    def record_of(self, key: str) -> Record | None:
        """The record with this key of the file ("PP 140", "PP decision 5") or of a catalogue."""
        if key.partition(" ")[0] in self.sectors:
            return self.shelf.record_of(key)
        return self._record(key) if key in self._plain else None

    def records(self, body: str | None = None) -> Iterator[Record]:
        """All records in the order of the file, or those of one body or Sector."""
        if body is not None and body in self.sectors:
            yield from self.shelf.records(body)
        for key in self._plain:
            if body is None or building.split_key(key)[0] == body:
                yield self._record(key)

    def checked(self, body: str) -> tuple[Conference | None, ...]:
        """Through which conference each record of a body was checked, None where it was not."""
        if not self._checked:
            found: dict[str, list[Conference | None]] = {key: [] for key in self.bodies}
            for key, data in self._plain.items():
                found[key.partition(" ")[0]].append(self.conferences.get(data.get("checked", "")))
            self._checked = {owner: tuple(through) for owner, through in found.items()}
        return self._checked.get(body, ())

    def bodies_having(self, kind: str, number: str) -> tuple[str, ...]:
        """The keys of the bodies that have a text of this kind and number."""
        return tuple(body for body in self.bodies if self._key(body, kind, number) is not None) + tuple(
            body.key for body in self.bodies.values() if body.cites == "symbol" and number in self._plain_texts
        )

    def assembly_text(self, number: str) -> AssemblyText | None:
        """The General Assembly's resolution of this number ("70/125")."""
        data = self._plain_texts.get(number)
        if data is None:
            return None
        if number not in self._texts:
            self._texts[number] = building.assembly_text(number, data, self._sources)
        return self._texts[number]

    def assembly_texts(self) -> Iterator[AssemblyText]:
        """All resolutions of the General Assembly in the order of the file."""
        for number in self._plain_texts:
            text = self.assembly_text(number)
            if text is not None:
                yield text

    def assembly_text_cited(self, form: str) -> AssemblyText | None:
        """The General Assembly's resolution that is meant by `form`, be it right, tolerable or wrong."""
        if self._forms is None:
            self._forms = {
                name.casefold(): text.number
                for text in self.assembly_texts()
                for name in (*text.wrong, *text.variants, *text.forms, text.number)
            }
        return self.assembly_text(self._forms.get(" ".join(form.split()).casefold(), ""))

    def adopted_from(self, draft: str, *, recalled: bool = False) -> AssemblyText | None:
        """The General Assembly's resolution that this draft ("A/78/L.49") became.

        A link that was never read is followed only where `recalled` asks for it: no verdict may rest on it.
        """
        if self._drafts is None:
            self._drafts = {name.casefold(): text.number for text in self.assembly_texts() for name in text.drafts}
        text = self.assembly_text(self._drafts.get(draft.strip().casefold(), ""))
        return text if text is not None and (recalled or text.drafts_read) else None

    def written(self, record: Record, edition: Edition, lang: str | None = None) -> str:
        """An edition as one would write it: "Rev. Bucharest, 2022", "61-3 (Dubai, 2023)", "06/2023", "M.2012-7".

        `lang` is a language of the vocabulary, its first where none is given.
        """
        if edition.approval is not None:
            return edition.conference.key if edition.suffix is None else edition.approval.name
        forms = self.vocabulary[lang or next(iter(self.vocabulary))]["write"]
        cites = self.bodies[record.body].cites
        if edition.suffix is not None:
            form = "numbered" if edition.suffix else "unnumbered"
        elif cites == "session":
            form = "session modified" if edition.revised else "session adopted"
        elif cites == "short name":
            form = "short name revised" if edition.revised else "short name adopted"
        else:
            form = "revised" if edition.revised else "adopted"
        held = edition.conference
        place = self.place_in(held.place, lang) if held.place else None
        written: str = forms[form].format(
            number=record.number, suffix=edition.suffix, place=place, year=held.year, label=self.label_in(held, lang)
        )
        return written

    def label_in(self, conference: Conference, lang: str | None) -> str:
        """The short name of a conference in that language: "WRC-23" is "CMR-23" in French."""
        labels = self.bodies[conference.body].data.get("foreign_labels", {}).get(lang or "", ())
        return re.sub(r"\A[^\W\d_]+", labels[0], conference.key) if labels else conference.key

    def place_in(self, place: str, lang: str | None) -> str:
        """A place, given by its key, as that language writes it; by its key where the language has no name for it."""
        known = self.places.get(place)
        return known.names.get(lang or "", place) if known else place

    def may_write(self, place: str, lang: str | None) -> bool:
        """Whether a fix may write what a language calls a place: a name that was never read serves reading only."""
        known = self.places.get(place)
        return known is None or lang not in known.recalled

    def _key(self, body: str, kind: str, number: str) -> str | None:
        key = building.join_key(body, kind, number)
        if key in self._plain:
            return key
        numbered = NUMBERED.fullmatch(number)
        if numbered:
            key = building.join_key(body, kind, numbered[1])
            editions = self._plain.get(key, {}).get("editions")
            if editions and not isinstance(editions[0], str):
                return key
        return None

    def _record(self, key: str) -> Record:
        if key not in self._records:
            self._records[key] = building.record(key, self._plain[key], self.conferences, self._sources)
        return self._records[key]
