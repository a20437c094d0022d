"""The registry holds every fact that was gathered, and nothing that was recalled passes for read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reslint.registry import Conference, Registry

BODIES = {"Council": "COUNCIL", "WARC": "WRC"}
"""Bodies that the registry counts to another: a WARC is what a WRC was called."""

RENOTED = {"PP-26"}
"""Conferences whose note spoke of a day that has passed."""

DERIVED = (
    ("Resolutions 43 to 56 are", "Resolutions 42 to 55 are"),
    ("Resolutions 57 to 76 are the WTSA-08 numbers (57,", "Resolutions 56 to 76 are the WTSA-08 numbers (56, 57,"),
    ("vehicular communications/ITS,", "vehicular communications/ITS (104),"),
    ("Which number carries", "Which other number carries"),
)
"""What was derived of the numbers of WTSA, and how it was mended when 56 and 104 were read."""

NEVER_READ_BEFORE = {"memory", "number range: Final Acts number new resolutions after the last number used"}
"""Sources that have no place any more where the fact was read."""


def facts(shared: Path, name: str) -> list[dict[str, Any]]:
    read = yaml.load((shared / "facts" / name).read_text("utf-8"), Loader=yaml.SafeLoader)
    assert isinstance(read, list)
    assert read
    return read


@pytest.fixture(scope="module")
def later(shared: Path) -> set[tuple[str, str, str]]:
    """The texts of which more was read since; what became of them stands in test_later_facts.py."""
    files = ("2026-11/pp-council-unga.yaml", "2026-11/wtsa-wtdc.yaml")
    return {key(fact) for file in files for fact in facts(shared, file)} | {("WTSA", "resolution", "42")}


def key(fact: dict[str, Any]) -> tuple[str, str, str]:
    return fact["body"], fact["kind"], fact["number"]


@pytest.fixture(scope="module")
def resolutions(shared: Path) -> list[dict[str, Any]]:
    return facts(shared, "resolutions.yaml")


@pytest.fixture(scope="module")
def conferences(shared: Path) -> list[dict[str, Any]]:
    return facts(shared, "conferences.yaml")


@pytest.fixture(scope="module")
def assembly(shared: Path) -> list[dict[str, Any]]:
    return facts(shared, "unga.yaml")


def day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def once(items: list[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(items))


def test_every_resolution_is_there_once(registry: Registry, resolutions: list[dict[str, Any]]) -> None:
    keys = [key(fact) for fact in resolutions]
    held = [(record.body, record.kind, record.number) for record in registry.records()]
    assert keys == [one for one in held if one in set(keys)]


def test_no_fact_about_a_resolution_is_lost(
    registry: Registry, resolutions: list[dict[str, Any]], later: set[tuple[str, str, str]]
) -> None:
    for fact in resolutions:
        if key(fact) in later:
            continue
        record = registry.record(fact["body"], fact["kind"], fact["number"])
        assert record is not None
        expected = {
            "title": fact["title"],
            "title_recalled": fact.get("title_confidence") == "recalled",
            "status": fact["status"].replace("-", " "),
            "repealed_by": fact.get("repealed_by_resolution") and f"COUNCIL {fact['repealed_by_resolution']}",
            "basis": fact.get("status_basis"),
            "unconfirmed": tuple(fact.get("unconfirmed_years", ())),
            "note": mended(fact.get("note")),
            "sources": once(fact["sources"]),
        }
        assert expected == {name: getattr(record, name) for name in expected}, record.key
        checked = fact["checked_through"]
        assert record.checked == (registry.conference(checked) if checked else None), record.key
        assert (record.checked is None) == (checked is None)
        # A history of which nothing was read cannot be complete.
        assert record.complete == (fact["history_complete"] and bool(fact["editions"]) and checked is not None)


def mended(note: str | None) -> str | None:
    for wrong, right in DERIVED:
        note = note.replace(wrong, right) if note else note
    return note


def test_what_was_read_before_still_stands_where_more_was_read(
    registry: Registry, resolutions: list[dict[str, Any]], later: set[tuple[str, str, str]]
) -> None:
    for fact in resolutions:
        if key(fact) not in later:
            continue
        record = registry.record(*key(fact))
        assert record is not None
        assert fact["title"] in (None, record.title, *(one.words for one in record.former_titles)), record.key
        assert set(fact["sources"]) - set(record.sources) <= NEVER_READ_BEFORE, record.key
        assert fact["status"].replace("-", " ") in (record.status.value, "unknown"), record.key
        for one in fact["editions"]:
            assert any(
                (one["year"], one.get("suffix")) == (edition.conference.year, edition.suffix)
                and one.get("place") in (None, edition.conference.place)
                for edition in record.editions
            ), record.key
        if fact["checked_through"] and record.checked:
            before = registry.conference(fact["checked_through"])
            assert before is not None
            # That these two are in force was read in the compendium of 2024, and not what the session of 2025 did.
            back = record.key in ("COUNCIL decision 588", "COUNCIL decision 619")
            assert (record.checked.key == "C24") if back else record.checked.when >= before.when, record.key


def test_no_edition_is_lost(
    registry: Registry, resolutions: list[dict[str, Any]], later: set[tuple[str, str, str]]
) -> None:
    editions = 0
    for fact in resolutions:
        if key(fact) in later:
            editions += len(fact["editions"])
            continue
        record = registry.record(fact["body"], fact["kind"], fact["number"])
        assert record is not None
        assert len(record.editions) == len(fact["editions"])
        for edition, read in zip(record.editions, fact["editions"], strict=True):
            assert read["read"] is True
            assert edition.conference.year == read["year"]
            assert edition.conference.body == fact["body"]
            if "place" in read:
                assert edition.conference.place == read["place"]
            assert edition.suffix == read.get("suffix")
            if "title" in read:
                assert edition.title == read["title"]
            assert edition.revised == (read["rev"] if "rev" in read else read["suffix"] > 0)
            editions += 1
        assert record.adoption_read == (not (fact["editions"] and fact["editions"][0].get("rev", False)))
    assert editions == 933


def test_conferences_that_a_resolution_names(
    registry: Registry, resolutions: list[dict[str, Any]], later: set[tuple[str, str, str]]
) -> None:
    for fact in resolutions:
        if key(fact) in later:
            continue
        record = registry.record(fact["body"], fact["kind"], fact["number"])
        assert record is not None
        held = record.abrogated_by
        assert (f"{held.place}, {held.year}" if held else None) == fact.get("abrogated_by")
        title_of = None
        if record.title_of:
            known = record.edition_of(record.title_of[-1]) or next(
                one for one in record.recalled if one.conference == record.title_of[-1]
            )
            title_of = registry.written(record, known)
        assert title_of == fact.get("title_of_edition"), record.key


def test_what_was_recalled_is_kept_and_marked(
    registry: Registry, resolutions: list[dict[str, Any]], later: set[tuple[str, str, str]]
) -> None:
    recollections = 0
    for fact in resolutions:
        record = registry.record(fact["body"], fact["kind"], fact["number"])
        assert record is not None
        recalled = fact.get("recalled_only") or {}
        written = {registry.written(record, edition) for edition in record.recalled}
        recollections += bool(recalled)
        if key(fact) in later:
            read = {registry.written(record, edition) for edition in record.editions}
            # What was recalled was read since, or is recalled still; of 56 it was wrong.
            assert set(recalled.get("editions", ())) <= written | read or record.key == "WTSA 56", record.key
            assert not set(record.recalled) & set(record.editions)
            continue
        if "adopted" in recalled:
            assert written == {str(recalled["adopted"])}
            assert recalled["modified"] == []
        else:
            assert written == set(recalled.get("editions", ()))
        assert not set(record.recalled) & set(record.editions)
    assert recollections == 123


@pytest.fixture(scope="module")
def read_again(shared: Path) -> set[str]:
    """The conferences of which more was read since."""
    again = {fact["short"] for fact in facts(shared, "2026-11/wrc-conferences.yaml")}
    return again | {"WARC ORB-88"}


def test_every_conference_is_there(registry: Registry, conferences: list[dict[str, Any]], read_again: set[str]) -> None:
    for fact in conferences:
        held = registry.conferences[fact["short_name"]]
        again = held.key in read_again
        expected = {
            "body": BODIES.get(fact["body"], fact["body"]),
            "place": fact["place"],
            "year": fact["year"],
            "start": day(fact["start"]),
            "end": day(fact["end"]),
            "uncertain": fact["status"] == "unknown",
            "note": held.note if again or held.key in RENOTED else fact.get("note"),
            "sources": once(fact["sources"]) + (held.sources[len(once(fact["sources"])) :] if again else ()),
        }
        assert expected == {name: getattr(held, name) for name in expected}, held.key
        assert set(fact.get("aliases", ())) <= set(held.aliases)
        assert fact["citation_form"] == cited_as(registry, held)


def test_whether_a_conference_is_over_is_told_by_its_days(registry: Registry) -> None:
    doha = registry.conferences["PP-26"]
    assert [doha.over(date(2026, 11, last)) for last in (8, 26, 27, 28)] == [False, False, True, True]
    # No days were read of the one, and of the other not even that it was held.
    assert [registry.conferences["WTDC-29"].over(date(year, 12, 31)) for year in (2028, 2029)] == [False, True]
    assert not registry.conferences["WTPF-26"].over(date(2030, 1, 1))


def cited_as(registry: Registry, held: Conference) -> str | None:
    """How texts of a conference are cited, which the facts spell out and the registry derives."""
    if held.place is None:
        return None
    return f"{held.place}, {held.year}" if registry.bodies[held.body].cites == "place" else held.key


def test_doubts_about_conferences_are_kept(
    registry: Registry, conferences: list[dict[str, Any]], read_again: set[str]
) -> None:
    for fact in conferences:
        held = registry.conferences[fact["short_name"]]
        if held.key in read_again and fact["confidence"] == "recalled":
            # Its names and its year were read since, and nothing else.
            assert "place" in held.recalled
            assert not held.dates_read
            continue
        note = fact.get("note", "")
        if fact["confidence"] == "recalled":
            assert held.recalled == ("*",)
        elif fact["confidence"] == "mixed":
            assert {"start", "end"} & set(held.recalled)
            assert not held.dates_read
        else:
            assert held.recalled == (("place",) if "place recalled" in note else ())
        if "dates recalled" in note:
            assert {"start", "end"} <= set(held.recalled)


def test_sessions_that_only_a_resolution_names(registry: Registry, conferences: list[dict[str, Any]]) -> None:
    added = set(registry.conferences) - {fact["short_name"] for fact in conferences}
    assert added == {"C-1950", "C-1958", "C-1980", "C-1985", "WARC-79"}
    for name in added - {"WARC-79"}:
        assert registry.conferences[name].sources
        assert registry.conferences[name].place is None


def test_every_place_is_there(registry: Registry, conferences: list[dict[str, Any]], shared: Path) -> None:
    held = [fact for fact in conferences if fact["place"]]
    again = yaml.safe_load((shared / "facts" / "languages" / "places.yaml").read_text("utf-8"))["places"]
    assert {*again, *(fact["place"] for fact in held)} == set(registry.places)
    for fact in held:
        place = registry.places[fact["place"]]
        # What was recalled of a place may have been read since.
        names = again[place.name]["names"]
        recalled = {lang for lang, name in names.items() if name.get("recalled") and lang in place.names}
        assert place.country == fact["country"]
        assert place.names == fact["place_names"]
        assert set(place.recalled) == recalled - {"en"}
        assert place.variants == tuple(fact["place_variants"])
        assert place.misspelt == tuple(fact.get("place_misspellings_read", ()))
        others = fact.get("place_variants_other_languages", {})
        for lang, further in again[place.name].get("variants", {}).items():
            others[lang] = [*others.get(lang, ()), *(one["name"] for one in further)]
        expected = {lang: {*further} - {place.name} for lang, further in others.items()}
        assert {lang: {*further} for lang, further in place.foreign_variants.items()} == {
            lang: further for lang, further in expected.items() if further
        }


def test_every_assembly_text_is_there(
    registry: Registry, assembly: list[dict[str, Any]], later: set[tuple[str, str, str]]
) -> None:
    numbers = [fact["number"] for fact in assembly]
    assert numbers == [text.number for text in registry.assembly_texts() if text.number in set(numbers)]
    for fact in assembly:
        again = ("UNGA", "resolution", fact["number"]) in later
        text = registry.assembly_text(fact["number"])
        assert text is not None
        expected = {
            "kind": fact["kind"],
            "title": fact["title"],
            "date": day(fact["date_adopted"]),
            "session": fact["session"],
            "drafts": tuple(fact["adopted_from_drafts"]),
            "committee_report": fact["committee_report"],
            "forms": tuple(fact["accepted_forms"]),
            "variants": tuple(fact.get("variant_forms", ())),
            "wrong": tuple(fact["wrong_forms"]),
            "aliases": tuple(fact.get("aliases", ())),
            "note": text.note if again else fact.get("note"),
            "sources": once(fact["sources"]) + (text.sources[len(once(fact["sources"])) :] if again else ()),
        }
        assert expected == {name: getattr(text, name) for name in expected}, text.number
        if text.number == "78/311":  # Recalled then, and read since, but for the draft it was.
            assert text.recalled == ("drafts",)
            continue
        for field, confidence in (("title", "title"), ("date", "date"), ("drafts", "drafts")):
            if fact.get(f"{confidence}_confidence") == "recalled" or fact["confidence"] == "recalled":
                assert not text.read(field)
        certain = {"read": not set(text.recalled) - {"drafts"}, "recalled": text.recalled == ("*",)}
        assert certain.get(fact["confidence"], bool(set(text.recalled) - {"drafts", "*"})), text.number
