"""Who cites a text and what a revision changes there; and what two registries say of the same drafts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from reslint.inquiring.impact import Consequence, Impact, impact_of_conference, impact_of_text
from reslint.inquiring.verdict_changes import Turn, compare_verdicts
from reslint.registry import AssemblyText, Record, Registry, load
from reslint.running.run import Run
from reslint.running.spec import RunSpec

Draft = Callable[..., Path]
AS_OF = "2026-06-01"
PP = "of the Plenipotentiary Conference"
CONFERENCES: dict[str, Any] = {
    "PP-10": {"body": "PP", "place": "Guadalajara", "year": 2010, "start": "2010-10-04", "end": "2010-10-22"},
    "PP-18": {"body": "PP", "place": "Dubai", "year": 2018, "start": "2018-10-29", "end": "2018-11-16"},
    "PP-22": {"body": "PP", "place": "Bucharest", "year": 2022, "start": "2022-09-26", "end": "2022-10-14"},
    "PP-26": {"body": "PP", "place": "Doha", "year": 2026, "start": "2026-11-09", "end": "2026-11-27"},
    "RA-19": {"body": "RA", "place": "Geneva", "year": 2019},
    "RA-23": {"body": "RA", "place": "Dubai", "year": 2023},
}
IN_FORCE = {"status": "in force", "complete": True, "sources": ["a paper"]}
RECORDS: dict[str, Any] = {
    "PP 1": {"title": "Of ladders", "editions": ["PP-10", "PP-18", "PP-22"], "checked": "PP-22", **IN_FORCE},
    "PP 2": {"editions": ["PP-10"], "checked": "PP-22", **IN_FORCE},
    "PP 3": {"editions": ["PP-10"], "status": "abrogated", "abrogated_by": "PP-22", "sources": ["a paper"]},
    "PP decision 1": {"editions": ["PP-18"], "checked": "PP-22", **IN_FORCE},
    "RA 2": {
        "editions": [{"conference": "RA-19", "suffix": 0}, {"conference": "RA-23", "suffix": 1}],
        "checked": "RA-23",
        **IN_FORCE,
    },
}


@pytest.fixture
def written(registry: Registry, draft: Draft) -> Callable[..., Path]:
    """Write a registry of a few texts, with the bodies and words of the bundled one, changed as is asked for."""

    def write(name: str = "few.yaml", **records: dict[str, Any] | None) -> Path:
        kept = {key: value for key, value in {**RECORDS, **records}.items() if value is not None}
        data = {
            "date": "2026-12-01",
            "bodies": {key: body.data for key, body in registry.bodies.items()},
            "vocabulary": dict(registry.vocabulary),
            "places": {place: {} for place in ("Guadalajara", "Dubai", "Bucharest", "Doha", "Geneva")},
            "conferences": CONFERENCES,
            "resolutions": kept,
            "unga": {"70/1": {"date": "2015-09-25", "forms": ["70/1", "A/RES/70/1"]}},
        }
        # Through JSON, so that nothing is shared, which the file would say with anchors.
        return draft(name, yaml.safe_dump(json.loads(json.dumps(data)), sort_keys=False))

    return write


def run_by(registry: Path, as_of: str = AS_OF) -> Run:
    return Run(RunSpec.here(changes=(("registry", (registry,)), ("as_of", as_of))))


def impact(registry: Path, key: str, *paths: str, as_of: str = AS_OF) -> Impact:
    known = load(registry)
    text: Record | AssemblyText | None = known.record_of(key) or known.assembly_text(key.split()[-1])
    assert text is not None
    return impact_of_text(run_by(registry, as_of), known, text, paths or (".",))


def conference_impact(registry: Path, name: str, *paths: str, as_of: str = AS_OF) -> Impact:
    run, known = run_by(registry, as_of), load(registry)
    day = run.linter_in(Path()).day
    assert day is not None
    return impact_of_conference(run, known, known.conferences[name], day, paths or (".",))


def told(found: Impact) -> list[tuple[str, str | None, Consequence]]:
    return [(str(one.spot), one.edition, one.consequence) for text in found.texts for one in text.mentions]


def test_what_a_revision_changes_at_each_place(written: Callable[..., Path], draft: Draft) -> None:
    draft(
        "a.txt",
        f"Ladders are kept by Resolution 1 (Rev. Bucharest, 2022) {PP}.\n\n"
        f"Stools rest on Resolution 1 (Rev. Dubai, 2018) {PP}.\n\n"
        f"Chairs need Resolution 1 {PP}.\n\n"
        f"Tables await Resolution 1 (Rev. Doha, 2026) {PP}.\n"
        f"Lamps need Resolution 2 (Guadalajara, 2010) {PP}.\n",
    )
    assert told(impact(written(), "PP 1")) == [
        ("1:21", "Rev. Bucharest, 2022", Consequence.UPDATE),
        ("3:16", "Rev. Dubai, 2018", Consequence.OUTDATED),
        ("5:13", None, Consequence.NO_EDITION),
        ("7:14", "Doha, 2026", Consequence.AHEAD),
    ]


def test_the_text_itself_and_its_history_are_left(written: Callable[..., Path], draft: Draft) -> None:
    draft(
        "own.txt",
        "RESOLUTION 1 (Rev. Bucharest, 2022)\nOf ladders\n"
        "The Plenipotentiary Conference of the Union (Bucharest, 2022),\nconsidering\n"
        f"a)\tthat Resolution 1 (Rev. Dubai, 2018) {PP} held ladders dear,\n",
    )
    draft(
        "chain.txt",
        f"Resolution 1 (Guadalajara, 2010) {PP}, Resolution 1 (Rev. Dubai, 2018) {PP}"
        f" and Resolution 1 (Rev. Bucharest, 2022) {PP} are of one mind.\n",
    )
    found = impact(written(), "PP 1", "own.txt", "chain.txt")
    assert [consequence for _, _, consequence in told(found)] == [
        Consequence.HEADING,
        Consequence.HISTORY,
        Consequence.HISTORY,
        Consequence.HISTORY,
        Consequence.UPDATE,
    ]
    (cited,) = found.texts
    assert (len(cited.places), cited.files, cited.count(Consequence.UPDATE)) == (4, 2, 1)


def test_a_number_that_says_no_body_may_be_another_text(written: Callable[..., Path], draft: Draft) -> None:
    draft("a.txt", "Brooms are kept by Resolution 2.\n")
    found = impact(written(), "PP 2")
    assert told(found) == []
    assert [(one.words, one.consequence) for one in found.unclear] == [("Resolution 2", Consequence.UNCLEAR)]
    assert len(conference_impact(written(), "PP-26").unclear) == 1


def test_numbers_that_carry_the_edition(written: Callable[..., Path], draft: Draft) -> None:
    draft("a.txt", "See Resolution ITU-R 2-1, and Resolution ITU-R 2, and Resolution ITU-R 2-1 (Dubai, 2023).\n")
    assert told(impact(written(), "RA 2")) == [
        ("1:5", "2-1 (Dubai, 2023)", Consequence.UPDATE),
        ("1:31", None, Consequence.NO_EDITION),
        ("1:55", "2-1 (Dubai, 2023)", Consequence.UPDATE),
    ]


def test_decisions_and_texts_of_the_united_nations(written: Callable[..., Path], draft: Draft) -> None:
    draft("a.txt", f"Decision 1 (Dubai, 2018) {PP} follows UNGA Resolution 70/1, which Resolution 1 {PP} does not.\n")
    assert told(impact(written(), "PP decision 1")) == [("1:1", "Dubai, 2018", Consequence.UPDATE)]
    assert told(impact(written(), "UNGA 70/1")) == [("1:68", None, Consequence.NO_EDITION)]


def test_what_a_conference_may_touch_by_how_often_it_is_cited(written: Callable[..., Path], draft: Draft) -> None:
    draft("a.txt", f"Hats: Resolution 2 (Guadalajara, 2010) {PP}.\nCoats: Resolution 1 (Rev. Dubai, 2018) {PP}.\n")
    draft("b.txt", f"Shoes: Resolution 1 {PP}, Resolution 3 (Guadalajara, 2010) {PP} and Resolution ITU-R 2-1.\n")
    draft("c.txt", f"Socks: Resolution 9 (Dubai, 2018) {PP}.\n")
    found = conference_impact(written(), "PP-26")
    assert [(one.key, len(one.places), one.files) for one in found.texts] == [("PP 1", 2, 2), ("PP 2", 1, 1)]
    assert [one.key for one in found.not_in_force] == ["PP 3"]
    assert [(one.key, one.text) for one in found.not_in_registry] == [("PP 9", None)]
    earlier = conference_impact(written(), "PP-26", as_of="2022-01-01")
    assert {one.key for one in earlier.texts} == {"PP 1", "PP 2", "PP 3"}


def test_an_edition_of_the_conference_itself_is_not_to_be_updated(written: Callable[..., Path], draft: Draft) -> None:
    draft("a.txt", f"Resolution 1 (Rev. Bucharest, 2022) {PP} warms; Resolution 2 (Guadalajara, 2010) {PP} cools.\n")
    consequences = {one.key: one.mentions[0].consequence for one in conference_impact(written(), "PP-22").texts}
    assert consequences == {"PP 1": Consequence.AHEAD, "PP 2": Consequence.UPDATE}


def test_what_cannot_be_read_is_said_and_the_others_are_read(written: Callable[..., Path], draft: Draft) -> None:
    draft("a.txt", f"Resolution 1 (Rev. Dubai, 2018) {PP}.\n")
    draft("b.docx", b"no archive")
    known = load(written())
    run, text = run_by(Path("few.yaml")), known.record_of("PP 1")
    assert text is not None
    found = impact_of_text(run, known, text, ["b.docx", "none.txt", "a.txt"])
    assert len(found.texts[0].mentions) == 1
    assert {line.split(":")[0] for line in run.errors} == {"b.docx", "none.txt"}


def test_answers_that_a_registry_gains_changes_and_loses(written: Callable[..., Path], draft: Draft) -> None:
    draft(
        "drafts/a.txt",
        f"Hats: Resolution 1 (Rev. Bucharest, 2022) {PP}.\n\nCoats: Resolution 1 (Rev. Dubai, 2018) {PP}.\n"
        f"Shoes: Resolution 2 (Guadalajara, 2010) {PP}.\nSocks: Resolution 4 (Dubai, 2018) {PP}.\n",
    )
    revised = {**RECORDS["PP 1"], "editions": ["PP-10", "PP-18", "PP-22", "PP-26"], "checked": "PP-26"}
    gone = {**RECORDS["PP 3"], "abrogated_by": "PP-26", "checked": "PP-26"}
    new = written("new.yaml", **{"PP 1": revised, "PP 2": gone, "PP 4": RECORDS["PP decision 1"]})
    day = "2026-11-01"
    same = compare_verdicts(run_by(written(), day), run_by(new, day), ["drafts"])
    assert [(one.spot.line, one.turn) for one in same.changes] == [(5, Turn.GAINED)]
    later = compare_verdicts(run_by(written(), "PP-26"), run_by(new, "PP-26"), ["drafts"])
    assert (later.files, later.citations) == (1, 4)
    assert [(one.old.verdict, one.new.verdict, one.new.latest) for one in later.changes] == [
        ("last-known", "superseded", "Rev. Doha, 2026"),
        ("last-known", "abrogated", "Guadalajara, 2010"),
        ("unknown", "last-known", "Dubai, 2018"),
    ]
    back = compare_verdicts(run_by(new, "PP-26"), run_by(written(), "PP-26"), ["drafts"])
    assert [one.turn for one in back.changes] == [Turn.LOST] * 3
    assert {one.file for one in back.changes} == {"drafts/a.txt"}
