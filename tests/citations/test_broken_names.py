"""The name of a body that a line was broken in by hand, in a text that was filled to no width."""

from __future__ import annotations

import pytest

from reslint import Citation, Registry, View, lint_text
from reslint.citations import find_citations
from reslint.documents.text import read_text

CITED = {
    "PP": "Resolution 71 (Rev. Dubai, 2018)",
    "WTDC": "Resolution 30 (Rev. Kigali, 2022)",
    "WTSA": "Resolution 75 (Rev. Geneva, 2022)",
    "RA": "Resolution ITU-R 61-2",
    "COUNCIL": "Resolution 1332 (Modified 2019)",
    "WRC": "Resolution 646 (Rev.WRC-15)",
    "UNGA": "Resolution 70/125",
}
NAMES = {
    "PP": ["Plenipotentiary Conference", "ITU Plenipotentiary Conference", "2018 Plenipotentiary Conference"],
    "WTDC": ["World Telecommunication Development Conference", "World Telecommunication Development Conference (WTDC)"],
    "WTSA": [
        "World Telecommunication Standardization Assembly",
        "ITU World Telecommunication Standardization Assembly",
    ],
    "RA": ["Radiocommunication Assembly", "ITU Radiocommunication Assembly"],
    "COUNCIL": ["ITU Council", "Administrative Council", "International Telecommunication Union Council"],
    "WRC": ["World Radiocommunication Conference", "World Administrative Radio Conference"],
    "UNGA": ["United Nations General Assembly", "UN General Assembly", "General Assembly of the United Nations"],
}


def broken(name: str) -> list[str]:
    """A name behind "of the", broken at each of its blanks and before it."""
    words = f"of the {name}".split()
    return [f"{' '.join(words[:at])}\n{' '.join(words[at:])}" for at in range(1, len(words))]


BREAKS = [(body, words) for body, names in NAMES.items() for name in names for words in broken(name)]


def cited(text: str, registry: Registry, name: str = "draft.txt") -> tuple[Citation, ...]:
    return find_citations(View(read_text(text.encode(), name)), registry)


@pytest.mark.parametrize(("body", "words"), BREAKS)
@pytest.mark.parametrize("before", ["", "noting that "], ids=["first", "within"])
@pytest.mark.parametrize("behind", ["", ", which was revised;", " applies."], ids=["nothing", "comma", "words"])
def test_the_next_line_goes_on_with_the_name(
    body: str, words: str, before: str, behind: str, registry: Registry
) -> None:
    (one,) = cited(f"{before}{CITED[body]} {words}{behind}\n", registry)
    assert (one.body, one.unread) == (body, None)
    assert one.body_from == "stated"


@pytest.mark.parametrize(("body", "words"), BREAKS)
def test_a_number_without_an_edition_has_its_body(body: str, words: str, registry: Registry) -> None:
    number = CITED[body].partition(" (")[0]
    assert [one.body for one in cited(f"It is {number} {words}\nthat was meant.\n", registry)] == [body]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 71 of the ITU\nCouncil Resolution 1332 (Modified 2019)\n", [None, "COUNCIL"]),
        ("Resolution 71 of the ITU\nPlenipotentiary Resolution 102\n", ["PP", "PP"]),
        ("Resolution 5 of the World\nHealth Assembly\n", ["OTHER"]),
        ("Resolution 5 of the Council\nof Europe\n", ["OTHER"]),
        ("Resolution 5 of the Universal Postal\nUnion\n", ["OTHER"]),
        ("Resolution 71 of the Plenipotentiary Conference\nCouncil, in its sessions\n", ["PP"]),
    ],
)
def test_what_the_next_line_begins_for_itself(text: str, expected: list[str | None], registry: Registry) -> None:
    bodies = [one.body for one in cited(text, registry)]
    if expected == ["PP", "PP"]:
        # "the ITU" names no body, so the number of the next line may tell the one of this.
        assert bodies[1] == "PP"
        assert bodies[0] in (None, "PP")
    else:
        assert bodies == expected


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 75 (Rev. Geneva, 2022) of the World\nTelecommunication\nStandardization Assembly\n",
        "Resolution 75 (Rev. Geneva, 2022) of\nthe World\nTelecommunication\nStandardization\nAssembly, which\n",
        "> Resolution 75 (Rev. Geneva, 2022) of the World\n> Telecommunication Standardization Assembly\n",
        "a)  Resolution 75 (Rev. Geneva, 2022) of the World\n    Telecommunication Standardization Assembly;\n",
        "\tResolution 75 (Rev. Geneva, 2022) of the World \r\n\tTelecommunication Standardization Assembly,\r\n",
        "RESOLUTION 75 (REV. GENEVA, 2022) OF THE WORLD TELECOMMUNICATION\nSTANDARDIZATION ASSEMBLY\n",
        "Resolutions 75 and 76 (Rev. Geneva, 2022) of the World\nTelecommunication Standardization Assembly\n",
    ],
)
def test_more_lines_marks_and_capitals_between(text: str, registry: Registry) -> None:
    found = cited(text, registry)
    assert {(one.body, one.body_from, one.unread) for one in found} == {("WTSA", "stated", None)}


CUT = [
    ("Resolution 71 (Rev. Dubai, 2018)", "World"),
    ("Resolution 30 (Rev. Kigali, 2022)", "World Telecommunication"),
    ("Resolution 30 (Rev. Kigali, 2022)", "World Telecommunication Development"),
    ("Resolution 75 (Rev. Geneva, 2022)", "World Telecommunication Standardization"),
    ("Resolution 75 (Rev. Geneva, 2022)", "ITU World Telecommunication"),
    ("Resolution ITU-R 61-2", "Radiocommunication"),
    ("Resolution 646 (Rev.WRC-15)", "World Radiocommunication"),
    ("Resolution 646 (Rev.WRC-15)", "World Administrative"),
    ("Resolution 5", "World Telecommunication"),
    ("Resolution 1332", "Administrative"),
]


@pytest.mark.parametrize(("citation", "words"), CUT)
@pytest.mark.parametrize(
    "behind",
    [
        "\n",
        "\n\nThe delegates met.\n",
        "\nThe delegates met.\n",
        "\n\nConference\n",
        "\n  \nConference\n",
        "\nTelecommunication\n\nSector\n",
    ],
)
def test_a_name_that_is_cut_is_told_to_be_unread(citation: str, words: str, behind: str, registry: Registry) -> None:
    text = f"noting {citation} of the {words}{behind}"
    (one,) = cited(text, registry)
    assert one.body != "OTHER"
    assert one.unread is not None
    assert text[one.unread.start : one.unread.end] == words
    told = [found for found in lint_text(text, as_of="2024-10-15").findings if found.code == "RDG001"]
    assert [found.excerpt for found in told] == [words]
    assert "only begin the name of a body" in told[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 5 (Doha, 2012) of the Universal Postal\n",
        "Resolution 5 (Doha, 2012) of the Universal\n\nPostal Congress\n",
        "Resolution 71 of the Arab Regional Forum\n",
    ],
)
def test_the_beginning_of_another_name_is_anothers(text: str, registry: Registry) -> None:
    assert [(one.body, one.unread) for one in cited(text, registry)] == [("OTHER", None)]


def test_a_body_stated_before_needs_no_rest(registry: Registry) -> None:
    (one,) = cited("WTDC Resolution 30 (Rev. Kigali, 2022) of the World Telecommunication\n", registry)
    assert (one.body, one.unread) == ("WTDC", None)


def test_a_symbol_is_of_the_assembly_whatever_is_cut(registry: Registry) -> None:
    (one,) = cited("noting Resolution 70/125 of the United\n\nIt was adopted.\n", registry)
    assert (one.body, one.unread) == ("UNGA", None)


def test_lists_and_paragraphs_stay_what_they_are(registry: Registry) -> None:
    text = (
        "considering\n\na)\tResolution 71 (Rev. Dubai, 2018) of the ITU\nPlenipotentiary Conference;\nb)\tthe plan,\n"
    )
    assert [one.body for one in cited(text, registry)] == ["PP"]
    assert [found.code for found in lint_text(text, as_of="2024-10-15").findings] == ["STA001"]
