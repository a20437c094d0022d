"""The facts that were read in November 2026: nothing of them is lost, and nothing that is weak carries a verdict."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reslint.registry import Conference, Record, Registry, Status

UNSAID = {("WTDC 85", 2022), ("WTSA 7", 2016), ("WTSA 11", 2016)}
"""Editions without a mark that need not be any: the source says no more than that the text stood then."""

STRONG = {"official-list", "own-text"}

SAME = {
    "techpolicycomms/akn4itu": "techpolicycomms/akn4itu, pp18_final_acts_akn.xml",
    "worldwidelaw/legal-sources:sources/INTL/ITU-Legal/sample/ITU-PP-RES-021": "text with its revision history",
    "worldwidelaw/legal-sources:sources/INTL/ITU-Legal/sample/ITU-PP-DEC-005": "text with its revision history",
    "copy of ITU-T Resolution 57 (2008)": "mydoc123.com copy of ITU-T Resolution 57, 2008",
}
"""Sources that the registry had under other words."""

Fact = dict[str, Any]


def read(shared: Path, name: str) -> list[Fact]:
    held = yaml.load((shared / "facts" / "2026-11" / name).read_text("utf-8"), Loader=yaml.SafeLoader)
    assert isinstance(held, list)
    return held


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[Fact]:
    names = ("wtsa-wtdc.yaml", "pp-council-unga.yaml", "wrc.yaml")
    return [fact for name in names for fact in read(shared, name) if fact["body"] != "UNGA"]


@pytest.fixture(scope="module")
def assembly(shared: Path) -> list[Fact]:
    return [fact for fact in read(shared, "pp-council-unga.yaml") if fact["body"] == "UNGA"]


def record_of(registry: Registry, fact: Fact) -> Record:
    record = registry.record(fact["body"], fact["kind"], fact["number"])
    assert record is not None, fact["number"]
    return record


def conference_of(registry: Registry, body: str, edition: Fact) -> Conference | None:
    name = edition.get("conference") or edition.get("session")
    return registry.conference(name) if name else registry.meeting(body, edition.get("place"), edition["year"])


def named(source: str, sources: tuple[str, ...]) -> bool:
    """Whether one of the sources is this one, be it with or without scheme and remark."""

    def bare(words: str) -> str:
        return re.sub(r"https?://(www\.)?", "", words).casefold()

    words = next((words for start, words in SAME.items() if source.startswith(start)), source)
    alone = re.sub(r"\s*\((?:[^()]|\([^()]*\))*\)\s*$", "", words) or words
    return any(bare(alone).rstrip("/") in bare(one) for one in sources)


def test_every_text_and_every_edition_is_there(registry: Registry, texts: list[Fact]) -> None:
    editions = 0
    for fact in texts:
        record = record_of(registry, fact)
        for edition in fact["editions"]:
            held = conference_of(registry, fact["body"], edition)
            if edition.get("weak") or held is None or (record.key, edition.get("year")) in UNSAID:
                continue
            known = record.borne_at(held).edition_of(held)
            assert known is not None, (record.key, held.key)
            if edition["rev"] is not None:
                assert known.revised == edition["rev"], (record.key, held.key)
            editions += 1
    assert editions == 491


def test_what_is_weak_carries_no_verdict(registry: Registry, texts: list[Fact]) -> None:
    weak = [(fact, edition) for fact in texts for edition in fact["editions"] if edition.get("weak")]
    assert len(weak) == 20
    for fact, edition in weak:
        record = record_of(registry, fact)
        held = conference_of(registry, fact["body"], edition)
        assert held is not None
        assert record.edition_of(held) is None, record.key
        assert record.checked is None or record.checked.when < held.when or record.editions[-1].conference != held


def test_a_text_is_checked_through_what_its_own_words_or_a_list_say(registry: Registry, texts: list[Fact]) -> None:
    for fact in texts:
        record = record_of(registry, fact)
        for edition in fact["editions"]:
            held = conference_of(registry, fact["body"], edition)
            if held is not None and edition["strength"] in STRONG:
                assert record.checked is not None, record.key
                assert record.checked.when >= held.when, record.key


def test_a_citation_never_proves_that_none_is_later(registry: Registry, texts: list[Fact]) -> None:
    for fact in texts:
        record = record_of(registry, fact)
        if fact["body"] == "WRC" and record.status is Status.IN_FORCE:
            assert record.checked == record.editions[-1].conference, record.key


def test_what_was_abrogated_is_so(registry: Registry, texts: list[Fact]) -> None:
    found = 0
    for fact in texts:
        status = fact.get("status")
        if not isinstance(status, dict):
            continue
        by = registry.conferences[status["suppressed"]]
        record = record_of(registry, fact)
        gone = record.earlier[0] if status.get("number_reused") else record
        assert (gone.status, gone.abrogated_by) == (Status.ABROGATED, by), record.key
        last = status["edition_suppressed"]
        assert registry.written(gone, gone.editions[-1]) == last, record.key
        found += 1
    assert found == 25


def test_every_source_is_named(registry: Registry, texts: list[Fact], assembly: list[Fact]) -> None:
    for fact in texts:
        sources = record_of(registry, fact).sources
        for edition in fact["editions"]:
            for source in (edition["source"], *edition.get("also", ())):
                assert named(source, sources), (fact["body"], fact["number"], source)
    for fact in assembly:
        text = registry.assembly_text(fact["number"])
        assert text is not None, fact["number"]
        for one in fact["facts"]:
            assert named(one["source"], text.sources), (fact["number"], one["source"])


def test_titles_that_are_official_are_taken_and_no_others(registry: Registry, texts: list[Fact]) -> None:
    for fact in texts:
        record = record_of(registry, fact)
        titles = [record.title, *(one.words for one in record.former_titles)]
        title = fact.get("title")
        assert not any(one and one.startswith("[") for one in titles)
        if title and title.isascii() and "[" not in title and "..." not in title:
            assert title in titles, record.key
    # Read in Chinese alone, and with its end cut off.
    assert [registry.record(*key).title for key in (("WTDC", "resolution", "91"), ("PP", "recommendation", "7"))] == [
        None,
        None,
    ]


def test_days_of_the_general_assembly(registry: Registry, assembly: list[Fact]) -> None:
    for fact in assembly:
        text = registry.assembly_text(fact["number"])
        assert text is not None, fact["number"]
        day = fact.get("date_adopted", "")
        if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            assert (text.date, text.read("date")) == (date.fromisoformat(day), True), text.number
        if "adopted_from" in fact:
            assert fact["adopted_from"] in text.drafts
    # A year alone, a number that the source does not give, and a day that is not that of adoption.
    assert registry.assembly_text("62/243").date is None
    assert not registry.assembly_text("302 (IV)").read("number")
    assert registry.assembly_text("60/125").date is None


def test_conferences_and_their_days(registry: Registry, shared: Path) -> None:
    for fact in read(shared, "wrc-conferences.yaml"):
        held = registry.conference(fact["short"])
        assert held is not None, fact["short"]
        assert {name for one in fact.get("aliases", ()) for name in [registry.conference(one)]} <= {held, None}
        assert held.year == fact["year"]
        if "place" in fact:
            assert (held.place, "place" in held.recalled) == (fact["place"], False)
        else:
            assert "place" in held.recalled
        for field in ("start", "end"):
            if field in fact:
                assert getattr(held, field) == date.fromisoformat(str(fact[field])), held.key
                assert field not in held.recalled
