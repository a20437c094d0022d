"""A head word that ends a line and a number that begins the next one are one citation, whatever follows."""

from __future__ import annotations

import pytest

from reslint import Registry, View, lint_text
from reslint.documents.numbers_below import number_below
from reslint.documents.text import read_text

TO_REPORT = "The Secretary-General is invited to report to the next session on"
AND_MEASURES = "and on the measures that were taken in the\nregions since that session was held."


def cited(text: str) -> list[str]:
    return [f"{one.body} {one.number}" for one in lint_text(f"{text}\n", "draft.txt", as_of="2024-10-15").citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TO_REPORT} Resolution\n71 of the Plenipotentiary Conference {AND_MEASURES}", ["PP 71"]),
        (f"{TO_REPORT} Council Resolution\n1334. The meeting then closed.", ["COUNCIL 1334"]),
        (f"{TO_REPORT} Resolution\n1334 of the Council, {AND_MEASURES}", ["COUNCIL 1334"]),
        ("We thank the Director for the report on WTDC Resolution\n30, and go on with the work.", ["WTDC 30"]),
        ("The work of Study Group 5 under WTSA Resolution\n73 goes on.", ["WTSA 73"]),
        ("the working group on Resolution ITU-R\n2-8 met twice", ["RA 2-8"]),
        ("as set out in Resolution No.\n1333 of the Council", ["COUNCIL 1333"]),
        (f"{TO_REPORT} UNGA Resolution\n70/125 {AND_MEASURES}", ["UNGA 70/125"]),
        ("UNGA resolutions\n70/1 and\n74/306 on health", ["UNGA 70/1", "UNGA 74/306"]),
        ("in the light of Resolutions\n101 and 102 of the Plenipotentiary Conference,", ["PP 101", "PP 102"]),
        ("under Resolutions 70,\n71 and 72 of WTSA.", ["WTSA 70", "WTSA 71", "WTSA 72"]),
        ("under Resolutions 70, 71 and\n72 of WTSA.", ["WTSA 70", "WTSA 71", "WTSA 72"]),
        ("under PP Resolutions 101, 102\nand 133.", ["PP 101", "PP 102", "PP 133"]),
        ("On the basis of Resolutions 71,\n140 and 200 (Rev. Dubai,\n2018) of PP", ["PP 71", "PP 140", "PP 200"]),
        ("in line with Resolution\n71 of PP and Decision\n5 of the same conference", ["PP 71", "PP 5"]),
        ("> in line with Resolution\n> 71 of PP and Decision\n> 5 of the same conference", ["PP 71", "PP 5"]),
        ("> > pursuant to Resolution\n> > 1334 of the Council,", ["COUNCIL 1334"]),
        ("    as in Resolution\n    140 of the Plenipotentiary Conference, and", ["PP 140"]),
        ("a pris note de la Résolution\n130 de la Conférence de plénipotentiaires", ["PP 130"]),
        ("En cumplimiento de la Resolución\n1334 del Consejo se informa", ["COUNCIL 1334"]),
        ("В соответствии с Резолюцией\n71 Полномочной конференции отмечается", ["PP 71"]),
        ("تنفيذا للقرار\n71 لمؤتمر المندوبين المفوضين", ["PP 71"]),
    ],
)
def test_the_number_is_read_with_its_head_word(text: str, expected: list[str]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Headings, and the first items of lists.
        "Final Resolution\n2 Introduction",
        "List of Resolutions\n71 Strategic plan\n102 Internet",
        "Resolution\n1 Scope\n2 Terms",
        "as asked for by Resolution\n1.2 Scope of the work",
        "as in Resolution\n12) Members decide",
        "as in Resolution\n2. Members decide",
        "The Conference adopts the following Decision\n1 to approve the budget\n2 to inform the Council",
        "resolves, in application of this Resolution\n1 that the Council reports",
        "en application de la présente Résolution\n2 de faire rapport au Conseil",
        "The number of the Resolution\n71\n102",
        # Other things that are counted, and days.
        "The report was of 2022\n30 countries sent in answers.",
        "by 2022\n30 countries had answered",
        "A decision\n12 days later was taken.",
        "By decision\n5 (five) members were elected",
        "The screen has a resolution\n1080 lines would be enough",
        "Votes on the Resolution\n4 in favour\n2 against",
        "as agreed in Decision\n12 May 2020 was set as the date",
        "d'après la Décision\n12 mai 2020, date de la réunion",
        "We met in Dec.\n12 of 2018",
    ],
)
def test_labels_and_other_numbers_begin_a_paragraph(text: str) -> None:
    assert cited(text) == []
    assert len(View(read_text(text.encode(), "draft.txt")).blocks) == text.count("\n") + 1


def test_the_head_words_are_those_of_the_vocabulary(registry: Registry) -> None:
    heads = {
        form
        for lang, words in registry.vocabulary.items()
        if lang != "zh"
        for forms in words["kinds"].values()
        for form in (*forms["one"], *forms["many"])
    }
    assert [head for head in sorted(heads) if not number_below(f"noted {head}", "1334, and went on")] == []
