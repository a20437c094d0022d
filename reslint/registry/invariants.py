"""The invariants of a registry, by which its facts hang together: every reference leads somewhere, every chain is in
order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from reslint.errors import nearest
from reslint.registry import building
from reslint.registry.model import Conference
from reslint.registry.reading import Steps
from reslint.registry.shapes import Complaint
from reslint.registry.words import wanting_words

Found = Iterator[tuple[Steps, Complaint]]
# What citations have for a number; a revision counted in it ("1-9") belongs to an edition.
NUMBER = re.compile(r"[1-9][0-9]{0,3}")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def broken(data: Mapping[str, Any]) -> Found:
    """Every place where the facts contradict each other; all fields must have their shape already."""
    conferences = {key: building.conference(key, entry, {}) for key, entry in data["conferences"].items()}
    yield from wanting_words(data)
    yield from _places(data["places"])
    yield from _conferences(data, conferences)
    for key, record in data["resolutions"].items():
        yield from _record(("resolutions", key), record, data, conferences)
    yield from _assembly(data["unga"])
    yield from _sources(data)


def _places(places: Mapping[str, Any]) -> Found:
    owners = {name.casefold(): name for name in places}
    for name, place in places.items():
        spellings = [("variants", one) for one in place.get("variants", ())]
        spellings += [("misspelt", one) for one in place.get("misspelt", ())]
        for field, spelling in [("", name), *spellings]:
            path = ("places", name, field) if field else ("places", name)
            if re.search(r"\d", spelling):
                yield path, (f"{spelling!r} holds digits", "write the place alone, without a year")
            owner = owners.setdefault(spelling.casefold(), name)
            if owner != name:
                yield path, (f"{spelling!r} is a spelling of {owner} already", "keep it with one of them")
            elif field and spelling == name:
                yield path, (f"{spelling!r} is the name itself", "take it out")
        for lang in place.get("recalled", ()):
            if lang not in place.get("names", {}):
                yield ("places", name, "recalled"), (f"there is no name in {lang!r}", "add the name or take this out")


def _conferences(data: Mapping[str, Any], conferences: Mapping[str, Conference]) -> Found:
    named: dict[str, str] = {}
    met: dict[tuple[str, str | None, int], str] = {}
    for key, conference in conferences.items():
        path = ("conferences", key)
        body = data["bodies"].get(conference.body)
        if body is None:
            yield (*path, "body"), _unknown(conference.body, data["bodies"], "body")
            continue
        if not any(key.startswith(label) for label in body.get("labels", ())):
            labels = " or ".join(body.get("labels", ())) or "nothing, for it has no labels"
            yield path, (f"the short name does not begin like one of {conference.body}", f"begin with {labels}")
        if conference.place is not None and conference.place not in data["places"]:
            yield (*path, "place"), _unknown(conference.place, data["places"], "place")
        for name in (key, *conference.aliases):
            owner = named.setdefault(name.casefold(), key)
            if owner != key:
                yield path, (f"{name!r} is a name of {owner} already", "keep it with one of them")
        if conference.start and conference.end and conference.start > conference.end:
            yield (*path, "end"), ("it ends before it begins", "compare both days with the source")
        if any(day is not None and day.year != conference.year for day in (conference.start, conference.end)):
            yield (*path, "year"), ("its days are not of that year", "its texts are cited by the year: compare")
        where = conference.place if body["cites"] == "place" else None
        for kind in data["conferences"][key].get("listed", ()):
            if kind not in body.get("kinds", ()):
                known = ", ".join(body.get("kinds", ())) or "none"
                yield (*path, "listed"), (f"{kind!r} is no kind of text of {conference.body}", f"its kinds are {known}")
        other = met.setdefault((conference.body, where, conference.year), key)
        if other != key:
            yield path, (f"{other} is the same body there and then", "merge the two")


def _record(
    path: Steps, record: Mapping[str, Any], data: Mapping[str, Any], conferences: Mapping[str, Conference]
) -> Found:
    key = str(path[1])
    owner, kind, number = building.split_key(key)
    body = data["bodies"].get(owner)
    if body is None:
        yield path, _unknown(owner, data["bodies"], "body")
        return
    if kind not in body.get("kinds", ()) or not number or key != building.join_key(owner, kind, number):
        known = ", ".join(body.get("kinds", ())) or "none"
        yield path, (f"no key of a text of {owner}", f"write {owner} and a number, with the kind before it ({known})")
        return
    if body["cites"] == "symbol":
        yield path, (f"no citation of {owner} is looked up here", "its texts stand in the section unga")
    elif not NUMBER.fullmatch(number):
        advice = ", and give its editions their suffixes" if "suffixes" in body else ""
        yield path, (f"no citation has the number {number!r}", f"write up to four digits, the first no 0{advice}")
    written = record.get("editions", [])
    chain = [one if isinstance(one, str) else one["conference"] for one in written]
    recalled = record.get("recalled", {})
    remembered = [*([recalled["adopted"]] if "adopted" in recalled else []), *recalled.get("revised", [])]
    dangling = False
    titles = _titles(record)
    for field, names in (
        ("editions", chain),
        ("recalled", remembered),
        *titles,
        *(("earlier", [*text["editions"], text["abrogated_by"]]) for text in record.get("earlier", ())),
        *(
            (name, [record[name]])
            for name in ("abrogated_by", "checked", "complete")
            if isinstance(record.get(name), str)
        ),
    ):
        for name in names:
            if name not in conferences:
                yield (*path, field), _unknown(name, conferences, "conference")
                dangling = True
            elif conferences[name].body != owner:
                wrong = f"{name} is a conference of {conferences[name].body}, not of {owner}"
                yield (*path, field), (wrong, "name the conference that adopted this text")
                dangling = True
    if dangling:
        return
    yield from _chain(
        (*path, "editions"), written, [conferences[name] for name in chain], data["date"], "suffixes" in body
    )
    yield from _chain((*path, "recalled"), [], [conferences[name] for name in remembered], data["date"])
    yield from _earlier((*path, "earlier"), record, body, chain, conferences)
    yield from _claims(path, record, chain, remembered, data, conferences)
    yield from _titled(path, titles, (*chain, *remembered))
    for of in record.get("foreign_titles", {}).values():
        yield from _titled(path, [("foreign_titles", list(of))], (*chain, *remembered))


def _titles(record: Mapping[str, Any]) -> list[tuple[str, Sequence[str]]]:
    """The conferences of the editions of which a title was read, with the field that says so."""
    former = record.get("former_titles", ())
    return [
        ("title_of", building.one_or_several(record.get("title_of", ()))),
        *(("former_titles", building.one_or_several(one.get("of", ()))) for one in former),
    ]


def _titled(path: Steps, titles: Sequence[tuple[str, Sequence[str]]], chain: Sequence[str]) -> Found:
    named: set[str] = set()
    for field, names in titles:
        for name in names:
            if name in named:
                yield (*path, field), (f"{name} has two titles", "compare with the source and keep one")
            elif name not in chain:
                yield (*path, field), (f"{name} is none of its editions", "add the edition, or name another")
            named.add(name)


def _chain(path: Steps, written: Sequence[Any], chain: Sequence[Conference], day: str, suffixes: bool = False) -> Found:
    if any(later.when <= earlier.when for earlier, later in pairwise(chain)):
        yield path, ("not in order, or one twice", "list the conferences from the oldest to the latest, each once")
    for conference in chain:
        if conference.opens > date.fromisoformat(day):
            yield path, (f"{conference.key} is after the date of the file", "raise the date of the file or take it out")
    numbered = [one["suffix"] for one in written if isinstance(one, dict)]
    if len(numbered) != (len(written) if suffixes else 0):
        advice = "write {conference: …, suffix: …}" if suffixes else "name the conference alone"
        yield path, (f"its body counts {'' if suffixes else 'no '}revisions in the number", advice)
    elif numbered and (len(numbered) < len(written) or sorted(set(numbered)) != numbered or numbered[0] < 0):
        yield path, ("the suffixes do not count up", "give every edition its own suffix, 0 for the adoption")


def _earlier(
    path: Steps,
    record: Mapping[str, Any],
    body: Mapping[str, Any],
    chain: Sequence[str],
    conferences: Mapping[str, Conference],
) -> Found:
    """Texts that bore the number before: each is abrogated before the next is adopted."""
    texts = record.get("earlier", ())
    if texts and "reuses" not in body:
        yield path, ("its body gives no number twice", "add reuses: true to the body, or take this out")
    turns = [conferences[name].when for text in texts for name in (*text["editions"], text["abrogated_by"])]
    if any(later <= before for before, later in pairwise(turns)):
        yield path, ("not in order", "list the texts from the oldest to the latest, each abrogated after its editions")
    elif texts and (not chain or conferences[chain[0]].when < turns[-1]):
        yield path, ("abrogated after this text was adopted", "list the editions of this text, compare with the source")


def _claims(
    path: Steps,
    record: Mapping[str, Any],
    chain: Sequence[str],
    remembered: Sequence[str],
    data: Mapping[str, Any],
    conferences: Mapping[str, Conference],
) -> Found:
    """What a record says about itself beyond its chain."""
    checked = conferences.get(record.get("checked", ""))
    by = conferences.get(record.get("abrogated_by", ""))
    if "title" not in record and ("title_of" in record or "title_recalled" in record or "former_titles" in record):
        advice = "add the title, or take title_of, title_recalled and former_titles out"
        yield path, ("there is no title to say this of", advice)
    if checked and checked.opens > date.fromisoformat(data["date"]):
        yield (*path, "checked"), ("after the date of the file", "raise the date of the file, or check again later")
    if checked and chain and checked.when < conferences[chain[-1]].when:
        yield (*path, "checked"), ("before the last edition", "name the last conference for which it was checked")
    complete = record.get("complete")
    through = checked if complete is True else conferences.get(complete or "")
    if complete and (not chain or not checked or "adoption" in record):
        yield (*path, "complete"), ("not so: adoption, editions or checked are missing", "add them or take this out")
    elif through and checked and not conferences[chain[0]].when <= through.when <= checked.when:
        yield (
            (*path, "complete"),
            ("before the first edition or after checked", "name a conference in between, or true"),
        )
    if "adoption" in record and (not chain or not isinstance(record["editions"][0], str)):
        yield (*path, "adoption"), ("there is no first edition it could speak of", "take it out")
    if record["status"] == "abrogated":
        if not (checked or by or "repealed_by" in record):
            yield (*path, "status"), ("nothing says when", "add abrogated_by, repealed_by or checked")
        too_early = by is not None and bool(chain) and by.when <= conferences[chain[-1]].when
        if too_early or (by is not None and checked is not None and checked.when < by.when):
            yield (*path, "abrogated_by"), ("before the last edition or after checked", "compare with the source")
    elif by or "repealed_by" in record or "basis" in record:
        yield (*path, "status"), ("not abrogated, and yet it says by whom or why", "make the two agree")
    if "repealed_by" in record and record["repealed_by"] not in data["resolutions"]:
        yield (*path, "repealed_by"), _unknown(record["repealed_by"], data["resolutions"], "text")
    if set(chain) & set(remembered):
        yield (*path, "recalled"), ("one of these was read", "take what was read out of recalled")
    if {conferences[name].year for name in chain} & set(record.get("unconfirmed", ())):
        yield (*path, "unconfirmed"), ("one of these years was read", "take it out of unconfirmed")
    if chain and not record.get("sources"):
        yield path, ("no source is named", "say where its editions were read, or move them to recalled")


def _assembly(texts: Mapping[str, Any]) -> Found:
    for fields, what in ((("forms", "variants", "wrong"), "form"), (("drafts",), "draft")):
        owners: dict[str, str] = {}
        for number, text in texts.items():
            for field in fields:
                for one in text.get(field, ()):
                    here = f"{field} of {number}"
                    owner = owners.setdefault(one.casefold(), here)
                    if owner != here:
                        message = f"{one!r} is among the {owner} already"
                        yield ("unga", number, field), (message, f"keep a {what} with one text")


def _sources(data: Mapping[str, Any]) -> Found:
    known = data.get("sources", {})
    used = set()
    for section in ("conferences", "resolutions", "unga"):
        for key, entry in data[section].items():
            for source in (*entry.get("sources", ()), *entry.get("listed", {}).values()):
                used.add(source)
                if source not in known and SLUG.fullmatch(source):
                    yield (section, key, "sources"), _unknown(source, known, "source")
    for slug in known:
        if slug not in used:
            yield ("sources", slug), ("nothing names this source", "take it out")


def _unknown(name: str, known: Mapping[str, Any], what: str) -> Complaint:
    return f"{name!r} is no {what} of this registry", nearest(name, known) or f"add the {what} first"
