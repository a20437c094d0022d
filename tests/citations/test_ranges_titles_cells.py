"""Editions and bodies that stand apart from their number: behind a range, behind a title, in the next cell."""

from __future__ import annotations

import pytest

from reslint import Registry, View, fix, lint_text
from reslint.citations import find_citations
from reslint.documents.html.reader import read_html
from reslint.documents.markdown.reader import read_markdown
from reslint.documents.text import read_text

READERS = {"md": read_markdown, "txt": read_text, "html": read_html}
DUBAI = "(Rev. Dubai, 2018)"
PP = "of the Plenipotentiary Conference"


def cited(text: str, registry: Registry, name: str = "a.txt") -> list[str]:
    document = READERS[name.rpartition(".")[2]](text.encode(), name)
    return [
        " ".join(
            [
                str(one.body),
                one.number,
                *(f"{'Rev. ' * edition.rev}{edition.place or ''} {edition.year}" for edition in one.editions),
            ]
        )
        for one in find_citations(View(document), registry)
    ]


def both(*numbers: str) -> list[str]:
    return [f"PP {number} Rev. Dubai 2018" for number in numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"from Resolution 130 to Resolution 133 {DUBAI} {PP}", both("130", "133")),
        (f"From Resolution 130 to Resolution 133 {DUBAI}, all", both("130", "133")),
        (f"the texts from Resolution 101 through Resolution 102 {DUBAI} {PP}", both("101", "102")),
        (f"from Resolution 130 to Resolution 133 {PP}", ["PP 130", "PP 133"]),
        (f"from Resolution 130\nto Resolution 133 {DUBAI} {PP}", both("130", "133")),
        (f"from Decision 5 to Decision 11 {DUBAI}", both("5", "11")),
        (f"from PP Resolution 130 to Resolution 133 {DUBAI}", both("130", "133")),
        ("from Resolution 130 to PP Resolution 133", ["PP 130", "PP 133"]),
        (
            "from Resolution 2 to Resolution 30 (Rev. Kigali, 2022) of the World Telecommunication Development "
            "Conference",
            ["WTDC 2 Rev. Kigali 2022", "WTDC 30 Rev. Kigali 2022"],
        ),
        (
            f"from Resolution 130 (Rev. Busan, 2014) to Resolution 133 {DUBAI} {PP}",
            ["PP 130 Rev. Busan 2014", "PP 133 Rev. Dubai 2018"],
        ),
    ],
)
def test_what_stands_behind_a_range_is_of_both_ends(text: str, expected: list[str], registry: Registry) -> None:
    assert cited(f"{text}\n", registry) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"the reference from Resolution 131 to Decision 5 {DUBAI} {PP}",
        f"what Resolution 131 adds to Resolution 133 {DUBAI} {PP}",
        f"moved from Resolution 133 to Resolution 131 {DUBAI} {PP}",
        f"from Resolution 131, and in answer to Resolution 133 {DUBAI} {PP}",
        f"from Resolution 131. To Resolution 133 {DUBAI} {PP}",
    ],
)
def test_what_is_no_range_shares_nothing(text: str, registry: Registry) -> None:
    first, last = cited(f"{text}\n", registry)
    assert "2018" not in first
    assert last.endswith("Rev. Dubai 2018")


def test_the_edition_of_a_range_is_mended_once() -> None:
    text = f"from Resolution 130 to Resolution 133 {DUBAI} {PP}\n"
    assert [one.code for one in lint_text(text, as_of="2024-10-15").findings] == ["STA001", "STA001"]
    mended = fix(text.encode(), "a.txt", as_of="2024-10-15", unsafe=True)
    assert mended.data.decode() == text.replace("Dubai, 2018", "Bucharest, 2022")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Resolution 175, accessibility for all users {DUBAI},", both("175")),
        (f"Resolution 175, accessibility for all users {DUBAI} {PP},", both("175")),
        (f"Resolution 102, the Internet and its names {DUBAI}, and others", both("102")),
        (f"PP Resolution 130, security and confidence {DUBAI}", both("130")),
        (f"Resolutions 101, IP networks {DUBAI}, and 102, the Internet {DUBAI} {PP}", both("101", "102")),
        ("Council Resolution 1332, the summit process (Modified 2019)", ["COUNCIL 1332  2019"]),
        (f"Resolution 175, users of all kinds, old and new {DUBAI}", both("175")),
    ],
)
def test_a_title_behind_a_comma_hides_no_edition(text: str, expected: list[str], registry: Registry) -> None:
    assert cited(f"{text}\n", registry) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"Resolution 71, the plan, and Resolution 102 {DUBAI}",
        f"Resolution 71, which the Plenipotentiary Conference {DUBAI}",
        f"Resolution 71, the plan; the other one {DUBAI}",
        f"Resolution 71, which the Human Rights Council {DUBAI}",
        "Resolution 5 of WTDC, on rural areas, noted by the Plenipotentiary Conference (Dubai, 2018)",
        "Resolution 71, the plan of the next year (2018)",
    ],
)
def test_what_is_no_title_gives_no_edition(text: str, registry: Registry) -> None:
    assert "2018" not in cited(f"{text}\n", registry)[0]


@pytest.mark.parametrize(
    "text",
    [
        "PP Resolution 70, gender equality (Busan, 2014), applies",
        "noting PP Resolution 214, artificial intelligence (Bucharest, 2022)",
        "Resolution 178, technical aspects of networks (Guadalajara, 2010) of the Plenipotentiary Conference",
        "PP Resolution 70, as was told by the workshop (Busan, 2014)",
    ],
)
def test_a_place_and_year_behind_a_comma_are_said_to_be_unread(text: str) -> None:
    found = lint_text(f"{text}\n", as_of="2024-10-15").findings
    assert [(one.code, one.excerpt) for one in found] == [("RDG001", text[text.index("(") : text.index(")") + 1])]


@pytest.mark.parametrize(
    "text",
    [
        "PP Resolution 70, as was told by the workshop (Busan, 2019)",
        "PP Resolution 70, which the World Radiocommunication Conference (Dubai, 2023) noted",
        "PP Resolution 70 (Rev. Bucharest, 2022), as was told by the workshop (Busan, 2014)",
        "Resolution 70 of the Plenipotentiary Conference, as was told by the workshop (Busan, 2014)",
        "PP Resolution 70. The workshop (Busan, 2014)",
    ],
)
def test_a_place_and_year_of_something_else_are_not(text: str) -> None:
    assert lint_text(f"{text}\n", as_of="2024-10-15").findings == ()


def table(*rows: tuple[str, str], tag: str = "td") -> str:
    lines = "".join(f"<tr><{tag}>{one}</{tag}><{tag}>{two}</{tag}></tr>\n" for one, two in rows)
    return f"<table>\n{lines}</table>\n"


ROWS = [
    (("Resolution 131", DUBAI), "PP 131 Rev. Dubai 2018"),
    (("Resolution 131", "Rev. Dubai, 2018"), "PP 131 Rev. Dubai 2018"),
    (("Resolution 75 of WTSA", "(Rev. Geneva, 2022)"), "WTSA 75 Rev. Geneva 2022"),
    (("Resolution 75 of WTSA", "Rev. Geneva, 2022"), "WTSA 75 Rev. Geneva 2022"),
    (("WTSA Resolution 75", "(Rev. Geneva, 2022)"), "WTSA 75 Rev. Geneva 2022"),
    ((f"Resolution 131 {PP}", DUBAI), "PP 131 Rev. Dubai 2018"),
    (("Resolution 30 of WTDC", "(Rev. Kigali, 2022)"), "WTDC 30 Rev. Kigali 2022"),
    (("Council Resolution 1332", "(Modified 2019)"), "COUNCIL 1332  2019"),
]


@pytest.mark.parametrize(("row", "expected"), ROWS)
@pytest.mark.parametrize("form", ["md", "html", "pipes", "th", "closed"])
def test_the_next_cell_gives_the_edition(row: tuple[str, str], expected: str, form: str, registry: Registry) -> None:
    two = ("Resolution 135", DUBAI)
    text = {
        "md": table(row, two),
        "html": table(row, two),
        "th": table(row, two, tag="th"),
        "pipes": f"| Text | Edition |\n|---|---|\n| {row[0]} | {row[1]} |\n| {two[0]} | {two[1]} |\n",
        "closed": table(row, two).replace("</td>", "</td>\n  ").replace("<tr>", "\n  <tr >"),
    }[form]
    assert cited(text, registry, "a.html" if form == "html" else "a.md") == [expected, "PP 135 Rev. Dubai 2018"]


def test_a_cell_of_the_next_row_gives_none(registry: Registry) -> None:
    text = table(("the text", "Resolution 131"), (DUBAI, "Resolution 135"))
    assert cited(text, registry, "a.md") == cited(text, registry, "a.html") == ["None 131", "None 135"]


@pytest.mark.parametrize(
    "text",
    [
        "| Text | Place |\n|---|---|\n| PP Resolution 71 was read in WTSA | the room of 2018 |\n",
        "| Text | Place |\n|---|---|\n| PP Resolution 71 of WTSA | Lisbon, 12 May 2009 |\n",
    ],
)
def test_a_cell_that_is_no_edition_gives_none(text: str, registry: Registry) -> None:
    assert [one.split()[2:] for one in cited(text, registry, "a.md")] == [[]]
