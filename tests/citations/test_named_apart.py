"""Bodies in the cell beside a citation, and in a line of their own above it."""

from __future__ import annotations

import pytest

from reslint import lint_text


def cited(text: str, name: str) -> list[str]:
    found = lint_text(text, f"draft.{name}", as_of="2024-10-15").citations
    return [f"{one.body} {'D' if one.kind == 'decision' else ''}{one.number}" for one in found]


HTML_ROWS = (
    "<table><tr><td>Res. 9</td><td>PP</td><td>Inaugural</td></tr>"
    "<tr><td>Res. 9</td><td>WTDC</td><td>Spectrum</td></tr></table>"
)
HTML_LIST = "<ul><li>PP<ul><li>Resolution 9</li></ul></li><li>WTDC<ul><li>Resolution 9</li></ul></li></ul>"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("txt", "Res. 9\tPP\tInaugural meeting\nRes. 9\tWTDC\tSpectrum\n", ["PP 9", "WTDC 9"]),
        ("txt", "Resolution 102\tPP\tInternet\nResolution 102\tWTSA\tAI\n", ["PP 102", "WTSA 102"]),
        ("md", "| Res. | Body |\n|--|--|\n| Res. 9 | PP |\n| Res. 9 | WTDC |\n", ["PP 9", "WTDC 9"]),
        ("html", HTML_ROWS, ["PP 9", "WTDC 9"]),
        ("txt", "Resolutions 9 and 30\tWTDC\n", ["WTDC 9", "WTDC 30"]),
        ("txt", "1\tResolution 22\tWTDC\tdone\n", ["WTDC 22"]),
        ("txt", "Decision 5 | Plenipotentiary Conference | budget\n", ["PP D5"]),
        ("txt", "Résolution 9\tConférence de plénipotentiaires\tTitre\n", ["PP 9"]),
        ("txt", "Резолюция 9\tПолномочная конференция\tЗаголовок\n", ["PP 9"]),
        # A text in words and one in a table are not the same for their number.
        ("txt", "The table names WTDC Resolution 9.\n\nRes. 9\tPP\tInaugural\n", ["WTDC 9", "PP 9"]),
        ("txt", "Res. 9\tWTDC\tSpectrum\n\nPP discussed Resolution 9.\n", ["WTDC 9", "PP 9"]),
    ],
)
def test_the_body_stands_in_the_next_cell(name: str, text: str, expected: list[str]) -> None:
    assert cited(text, name) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("txt", "WTSA\tResolution 22\tPP\n", ["WTSA 22"]),
        ("txt", "Resolution 71\tCouncil\tto act\n", ["None 71"]),
        ("txt", "Resolution 9\tWTDC delegates spoke\n", ["None 9"]),
        ("txt", "Resolution 22 (Rev. Kigali, 2022)\tWTSA\n", ["WTDC 22"]),
    ],
)
def test_who_is_to_act_is_not_whose_text_it_is(name: str, text: str, expected: list[str]) -> None:
    assert cited(text, name) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "md",
            "- PP\n  - Resolution 71 (Rev. Dubai, 2018)\n  - Resolution 9\n"
            "- WTDC\n  - Resolution 9 (Rev. Kigali, 2022)\n",
            ["PP 71", "PP 9", "WTDC 9"],
        ),
        (
            "md",
            "* Plenipotentiary Conference\n    * Resolution 9\n* World Telecommunication Development Conference\n"
            "    * Resolution 9\n    * Resolution 30\n",
            ["PP 9", "WTDC 9", "WTDC 30"],
        ),
        (
            "md",
            "1. WTSA\n   - Resolution 22\n   - Resolution 45\n2. WTDC\n   - Resolution 22\n",
            ["WTSA 22", "WTSA 45", "WTDC 22"],
        ),
        ("md", "- Resolutions of the Plenipotentiary Conference\n  - Resolution 9\n", ["PP 9"]),
        ("md", "## WTDC\n\n- Resolution 9\n", ["WTDC 9"]),
        ("html", HTML_LIST, ["PP 9", "WTDC 9"]),
        ("txt", "PP\nResolution 140\nDecision 5\nWTDC\nResolution 22\n", ["PP 140", "PP D5", "WTDC 22"]),
        ("txt", "- WTDC: Resolution 9\n- PP\n  - Resolution 9\n", ["WTDC 9", "PP 9"]),
    ],
)
def test_a_line_above_names_the_body_of_its_items(name: str, text: str, expected: list[str]) -> None:
    assert cited(text, name) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        # Items beside the one that names a body, and paragraphs under a heading, say themselves whose text they cite.
        ("md", "- PP\n  - Resolution 71\n- Resolution 9\n", ["PP 71", "None 9"]),
        ("txt", "- WTDC: Resolution 9\n- PP\n\nResolution 9 of the day\n", ["WTDC 9", "None 9"]),
        ("md", "## WTSA\n\nResolution 22 was noted.\n", ["None 22"]),
        # Nor has a body what only others adopted there and then.
        ("md", "## WTDC\n\n- Resolution 22 (Rev. Dubai, 2012)\n", ["WTSA 22"]),
    ],
)
def test_what_is_no_item_of_the_line_is_not_its(name: str, text: str, expected: list[str]) -> None:
    assert cited(text, name) == expected
