"""Bodies nobody had thought of are entries of a registry file: read, judged and mended with no code of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Draft = Callable[..., Path]
FoundAndMended = Callable[..., None]
Reslint = Callable[..., Any]
Bodies = Callable[..., Any]

OVERLAY = """
bodies:
  RPA:
    cites: place
    labels: [RPA]
    kinds: [resolution, opinion]
    kin: {en: [Assembly]}
    names: {en: [Regional Preparatory Assembly, RPA]}
    mentions: {en: [Preparatory Secretariat]}
  SHC:
    cites: short name
    labels: [SHC]
    kinds: [resolution]
    names: {en: [Spectrum Harmonization Conference, SHC]}
  BOARD:
    cites: session
    labels: [PB]
    kinds: [resolution, decision]
    kin: {en: [Board]}
    names: {en: [Preparatory Board]}
places:
  Windhoek: {misspelt: [Windhuk]}
  Tarawa: {variants: [South Tarawa]}
conferences:
  RPA-11: {body: RPA, place: Windhoek, year: 2011, end: 2011-05-20, sources: [minutes of the meeting]}
  RPA-15: {body: RPA, place: Tarawa, year: 2015, end: 2015-05-20, sources: [minutes of the meeting]}
  RPA-19: {body: RPA, place: Windhoek, year: 2019, end: 2019-05-20, sources: [minutes of the meeting]}
  SHC-12: {body: SHC, place: Tarawa, year: 2012, end: 2012-05-20, sources: [minutes of the meeting]}
  SHC-18: {body: SHC, place: Windhoek, year: 2018, end: 2018-05-20, sources: [minutes of the meeting]}
  PB-2013: {body: BOARD, year: 2013, end: 2013-05-20, sources: [minutes of the meeting]}
  PB-2017: {body: BOARD, year: 2017, end: 2017-05-20, sources: [minutes of the meeting]}
  PB-2020: {body: BOARD, year: 2020, end: 2020-05-20, sources: [minutes of the meeting]}
resolutions:
  RPA 907:
    editions: [RPA-11, RPA-15, RPA-19]
    complete: true
    status: in force
    checked: RPA-19
    sources: [minutes of the meeting]
  RPA 908:
    editions: [RPA-15]
    complete: true
    status: abrogated
    abrogated_by: RPA-19
    checked: RPA-19
    sources: [minutes of the meeting]
  RPA opinion 1:
    editions: [RPA-11]
    complete: true
    status: in force
    checked: RPA-19
    sources: [minutes of the meeting]
  RPA opinion 2:
    editions: [RPA-15, RPA-19]
    complete: true
    status: in force
    checked: RPA-19
    sources: [minutes of the meeting]
  SHC 951:
    editions: [SHC-12, SHC-18]
    complete: true
    status: in force
    checked: SHC-18
    sources: [minutes of the meeting]
  BOARD 2907:
    editions: [PB-2013, PB-2017, PB-2020]
    complete: true
    status: in force
    checked: PB-2020
    sources: [minutes of the meeting]
  BOARD decision 2950:
    editions: [PB-2017]
    complete: true
    status: in force
    checked: PB-2020
    sources: [minutes of the meeting]
"""
HEAD = (
    "RESOLUTION 907 (Rev. Windhoek, 2019)\n\nShared towers\n\nThe Regional Preparatory Assembly (Windhoek, 2019),\n\n"
)


@pytest.fixture
def bodies(reslint: Reslint, draft: Draft) -> Bodies:
    """A call of the command line that knows them."""
    overlay = draft("bodies.yaml", OVERLAY)

    def call(command: str, *arguments: str | Path) -> Any:
        return reslint(command, "--registry", overlay, "--as-of", "2021-01-01", *arguments, small=False)

    return call


def test_the_file_is_a_right_one(reslint: Reslint, draft: Draft) -> None:
    ran = reslint("registry", "check", draft("bodies.yaml", OVERLAY))
    assert (ran.status, ran.err) == (0, "bodies.yaml: nothing wrong\n")


@pytest.mark.parametrize(
    ("text", "body", "number", "verdict", "latest"),
    [
        ("Resolution 907 (Rev. Tarawa, 2015)", "RPA", "907", "superseded", "Rev. Windhoek, 2019"),
        ("Resolution 907 (Rev. Windhoek, 2019)", "RPA", "907", "current", "Rev. Windhoek, 2019"),
        ("RPA-15 Resolution 907", "RPA", "907", "superseded", "Rev. Windhoek, 2019"),
        ("Resolution 907 of the Regional Preparatory Assembly (RPA)", "RPA", "907", "unknown", "Rev. Windhoek, 2019"),
        ("Opinion 2 (Tarawa, 2015)", "RPA", "2", "superseded", "Rev. Windhoek, 2019"),
        ("Resolution 908 (Tarawa, 2015)", "RPA", "908", "abrogated", "Tarawa, 2015"),
        ("Resolution 951 (SHC-12)", "SHC", "951", "superseded", "Rev.SHC-18"),
        ("Resolution 951 (Rev.SHC-18)", "SHC", "951", "current", "Rev.SHC-18"),
        ("Preparatory Board Resolution 2907 (Modified 2017)", "BOARD", "2907", "superseded", "Modified 2020"),
        ("Resolution 2907 (Modified 2017)", "BOARD", "2907", "superseded", "Modified 2020"),
        ("Decision 2950 of the 2017 session of the Preparatory Board", "BOARD", "2950", "current", "2017"),
        ("Council Resolution 1332 (Modified 2016)", "COUNCIL", "1332", "superseded", "Modified 2019"),
        ("Resolution 1332 (Modified 2016)", "COUNCIL", "1332", "superseded", "Modified 2019"),
        ("Resolution 102 (Rev. Dubai, 2018)", "PP", "102", "current", "Rev. Dubai, 2018"),
    ],
)
def test_a_citation_is_read_and_judged(
    bodies: Bodies, draft: Draft, text: str, body: str, number: str, verdict: str, latest: str | None
) -> None:
    ran = bodies("citations", draft("a.txt", f"as laid down in {text},\n"))
    (one,) = map(json.loads, ran.out.splitlines())
    assert (one["body"], one["number"], one["verdict"], one["latest"]) == (body, number, verdict, latest)


def test_a_body_is_known_by_its_heading_by_its_kin_and_by_what_is_said_before(bodies: Bodies, draft: Draft) -> None:
    path = draft(
        "a.txt",
        HEAD + "recalling\n\na)\tOpinion 2 of this Assembly;\n\nb)\tthat the Preparatory Secretariat holds the list "
        "of Resolution 951 (Rev.SHC-18) and of Resolution 908,\n",
    )
    cited = [json.loads(line) for line in bodies("citations", path).out.splitlines()]
    assert [(one["body"], one["number"], one["role"]) for one in cited] == [
        ("RPA", "907", "heading"),
        ("RPA", "2", "citation"),
        ("SHC", "951", "citation"),
        ("RPA", "908", "citation"),
    ]


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("STA001", "Resolution 907 (Rev. Tarawa, 2015)", "Resolution 907 (Rev. Windhoek, 2019)"),
        ("STA001", "Opinion 2 (Tarawa, 2015)", "Opinion 2 (Rev. Windhoek, 2019)"),
        ("STA002", "Resolution 908 (Tarawa, 2015)", None),
        ("STA003", "Resolution 2907 (Modified 2017)", "Resolution 2907 (Modified 2020)"),
        ("SPL001", "Resolution 907 (Rev. Windhuk, 2019)", "Resolution 907 (Rev. Windhoek, 2019)"),
        ("SPL001", "Resolution 907 (Rev. Tarwa, 2015)", "Resolution 907 (Rev. Tarawa, 2015)"),
        ("SPL002", "Opinion 2 of the Regional Preparatroy Assembly", "Opinion 2 of the Regional Preparatory Assembly"),
        ("SPL003", "Resolution 907 (Rev. South Tarawa, 2015)", "Resolution 907 (Rev. Tarawa, 2015)"),
        ("REF001", "Opinion 9 of the Regional Preparatory Assembly", None),
        ("REF002", "Opinion 2 (Windhoek, 2011)", None),
        ("REF003", "Resolution 907 (Rev. Windhoek, 2019) of the Plenipotentiary Conference", None),
        ("REF004", "RPA Resolution 907 (Rev. Tarawa, 2014)", "RPA Resolution 907 (Rev. Tarawa, 2015)"),
        ("FRM001", "Resolution 907 (Rev. Windhoek 2019)", "Resolution 907 (Rev. Windhoek, 2019)"),
        ("FRM003", "Resolution 907 (Windhoek, 2019)", "Resolution 907 (Rev. Windhoek, 2019)"),
        (
            "FRM005",
            "Preparatory Board Resolution 2907 (Rev. 2020)",
            "Preparatory Board Resolution 2907 (Modified 2020)",
        ),
    ],
)
def test_a_citation_is_found_and_mended(
    bodies: Bodies, found_and_mended: FoundAndMended, code: str, wrong: str, right: str | None
) -> None:
    found_and_mended(bodies, code, f"as laid down in {wrong}", f"as laid down in {right or wrong}")


def test_what_is_right_is_left_alone(bodies: Bodies, draft: Draft) -> None:
    path = draft(
        "a.txt",
        HEAD + "recalling\n\na)\tOpinion 2 (Rev. Windhoek, 2019) of this Assembly;\n\nb)\tResolution 951 (Rev.SHC-18);"
        "\n\nc)\tResolution 2907 (Modified 2020) and Decision 2950 (2017) of the Preparatory Board,\n",
    )
    ran = bodies("check", path)
    assert (ran.status, ran.out.strip()) == (0, "Nothing found in 1 file."), ran.out
