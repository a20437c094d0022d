"""Slashes between numbers, between citations, and between a body and its citation."""

from __future__ import annotations

import pytest

from reslint import Citation, lint_text


def described(one: Citation, text: str) -> str:
    editions = [f"{'Rev. ' * edition.rev}{edition.place or ''} {edition.year}" for edition in one.editions]
    unread = [f"? {text[one.unread.start : one.unread.end].strip()}"] if one.unread else []
    kind = "D" if one.kind == "decision" else ""
    return " ".join([str(one.body), f"{kind}{one.number}", *editions, *unread])


def cited(text: str) -> tuple[list[str], set[str]]:
    result = lint_text(f"{text}\n", "draft.txt", as_of="2024-10-15")
    return [described(one, text) for one in result.citations], {finding.code for finding in result.findings}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PP Resolutions 64/70", ["PP 64", "PP 70"]),
        ("PP Res. 64/70 and WTDC Res. 9/30 were discussed.", ["PP 64", "PP 70", "WTDC 9", "WTDC 30"]),
        ("WTSA Resolutions 44/50/75", ["WTSA 44", "WTSA 50", "WTSA 75"]),
        ("Council Resolutions 1332/1333", ["COUNCIL 1332", "COUNCIL 1333"]),
        ("Resolution 101/102 of the Plenipotentiary Conference", ["PP 101", "PP 102"]),
        ("Decision 5/11 of the Plenipotentiary Conference", ["PP D5", "PP D11"]),
        ("PP Res. 2 / 21 / 22 / 25", ["PP 2", "PP 21", "PP 22", "PP 25"]),
        ("the WTDC Resolutions 9 / 30 and 45", ["WTDC 9", "WTDC 30", "WTDC 45"]),
        ("Resolutions 101/ 102 of the Plenipotentiary Conference", ["PP 101", "PP 102"]),
        ("Résolutions 101 / 102 de la Conférence de plénipotentiaires", ["PP 101", "PP 102"]),
        (
            "Resolutions 101 / 102 / 133 (Rev. Dubai, 2018) of the Plenipotentiary Conference",
            [f"PP {number} Rev. Dubai 2018" for number in (101, 102, 133)],
        ),
    ],
)
def test_numbers_that_slashes_join_are_each_read(text: str, expected: list[str]) -> None:
    assert cited(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Resolution 30 (Rev. Dubai, 2018)/Resolution 131 (Rev. Dubai, 2018) of PP",
            ["PP 30 Rev. Dubai 2018", "PP 131 Rev. Dubai 2018"],
        ),
        (
            "Resolution 175 (Rev. Bucharest, 2022)/Res. 70 (Rev. Dubai, 2012) WTSA",
            ["PP 175 Rev. Bucharest 2022", "WTSA 70 Rev. Dubai 2012"],
        ),
        ("Resolution 70/Resolution 55 of WTSA", ["WTSA 70", "WTSA 55"]),
        ("Decision 5/Decision 11 of the Plenipotentiary Conference", ["PP D5", "PP D11"]),
        ("Resolution 1332 (2011)/Decision 482 (2001) of the Council", ["COUNCIL 1332  2011", "COUNCIL D482  2001"]),
    ],
)
def test_a_citation_behind_a_slash_is_read(text: str, expected: list[str]) -> None:
    assert cited(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PP/Resolution 71", ["PP 71"]),
        ("WTSA/Res. 75", ["WTSA 75"]),
        ("Council/Decision 482", ["COUNCIL D482"]),
        ("World Telecommunication Development Conference/Resolution 30", ["WTDC 30"]),
        ("ITU-T/Resolution 44 and ITU-D/Resolution 9", ["WTSA 44", "WTDC 9"]),
        ("Conférence de plénipotentiaires/Résolution 71", ["PP 71"]),
        ("WHO/Resolution 71", ["OTHER 71"]),
    ],
)
def test_a_body_before_a_slash_is_that_of_the_citation(text: str, expected: list[str]) -> None:
    assert cited(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 140/2018 of the Plenipotentiary Conference", ["PP 140 ? /2018"]),
        ("Res. 1332/2019 of the Council", ["COUNCIL 1332 ? /2019"]),
        ("PP Res. 2 / 2018 was noted", ["PP 2 ? / 2018"]),
        ("WTDC Res. 9/300", ["WTDC 9 ? /300"]),
        ("PP Resolutions 101/1O2/133", ["PP 101 ? /1O2/133"]),
        ("PP Resolution 71 / 3", ["PP 71 ? / 3"]),
    ],
)
def test_what_may_be_an_edition_or_no_number_is_said_not_to_be_understood(text: str, expected: list[str]) -> None:
    assert cited(text) == (expected, {"RDG001"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNGA Resolutions 70/125 and 70/1", ["UNGA 70/125", "UNGA 70/1"]),
        ("General Assembly resolution 64/70", ["UNGA 64/70"]),
        ("Human Rights Council Resolution 20/8", ["OTHER 20/8"]),
        ("Council resolutions 17/20 and 60/251", ["COUNCIL 17/20", "COUNCIL 60/251"]),
        ("ECOSOC Resolution 2012/24", ["OTHER 2012/24"]),
        ("Resolution 5/6 of the meeting", []),
        ("the ratio/resolution 71 lines", []),
        ("see https://www.itu.int/PP/Resolution 71.pdf", []),
        ("files in docs/PP/Resolution 71", []),
    ],
)
def test_symbols_and_paths_are_what_they_were(text: str, expected: list[str]) -> None:
    assert cited(text) == (expected, set())
