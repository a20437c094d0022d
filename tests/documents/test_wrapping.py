"""A citation that goes on in the next line is read on, however the lines were wrapped."""

from __future__ import annotations

import pytest

from reslint.citations import find_citations
from reslint.documents import View
from reslint.documents.going_on import division
from reslint.documents.text import read_text
from reslint.registry import Registry

MAIL = """\
> > The rapporteur wrote to all who had been at the meeting in Geneva that the
> > text had been agreed, and that it goes back to Resolution 102 (Rev.
> > Dubai, 2018) of the Plenipotentiary Conference, while some had asked what
> > would become of Resolution 30 (Rev. Buenos Aires, 2017), which is the older
> > of the two.
>
> I answered him.
"""
NOTES = """\
The group met twice in the week before the conference, and
looked through the texts once more. It found that Reso-
lutions 101 and 102 (Rev. Dubai, 2018) of the Plenipo-
tentiary Conference stand, that Resolution ITU-
R 1-7 (Geneva, 2015) was revised since, and that Resolution
71 (Rev. Du-
bai, 2018) is to be cited anew.
"""
INDENTED = """\
Notes of the meeting

    The delegate of the host country said that what the Union does
    in this field rests on the text that was adopted as Resolution
    139 (Rev. Dubai, 2018) of the Plenipotentiary Conference, and on
    Resolution 37 (Rev. Buenos Aires, 2017) of the World
    Telecommunication Development Conference.
"""
BESIDE_A_LONG_LINE = (
    "Dear colleagues, I answer below to what was written last week about the texts that are cited in our draft, "
    "which is too long.\n\n"
    "> The draft cites what the conference before the last one adopted, among\n"
    "> it the text on the use of numbers, which was then Resolution\n"
    "> 133 (Rev. Dubai, 2018) of the Plenipotentiary Conference, and the other\n"
    "> texts of that time, which nobody has looked at since.\n"
)


ALL_OF_DUBAI = [f"PP {number} (Rev. Dubai 2018)" for number in (101, 102, 133)]


def cited(text: str, registry: Registry) -> list[str]:
    found = []
    for one in find_citations(View(read_text(text.encode(), "draft.txt")), registry):
        editions = "; ".join(
            f"{'Rev. ' if edition.rev else ''}{edition.place or ''} {edition.year}" for edition in one.editions
        )
        found.append(f"{one.body} {one.number} ({editions})" if editions else f"{one.body} {one.number}")
    return found


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("as in Resolution 71 (Rev.\nDubai, 2018), which stands,\n", ["PP 71 (Rev. Dubai 2018)"]),
        ("as in Resolution 71 (Rev. Dubai,\n2018), which stands,\n", ["PP 71 (Rev. Dubai 2018)"]),
        ("as in Resolution 30 (Rev. Buenos\r\nAires, 2017), which stands,\r\n", ["WTDC 30 (Rev. Buenos Aires 2017)"]),
        ("it recalled Resolution 102\n(Rev. Dubai, 2018),\n", ["PP 102 (Rev. Dubai 2018)"]),
        ("> noting Resolution\n> 102 (Rev. Dubai, 2018),\n", ["PP 102 (Rev. Dubai 2018)"]),
        ("noting Resolutions 101, 102,\nand 133 (Rev. Dubai, 2018),\n", ALL_OF_DUBAI),
        ("noting Resolutions 101,\n102 and 133 (Rev. Dubai, 2018),\n", ALL_OF_DUBAI),
        ("noting Resolutions 101,\nand 102, and 133 (Rev. Dubai, 2018),\n", ALL_OF_DUBAI),
        (
            "  noting Resolutions 101 and\n  102 (Rev. Dubai, 2018),\n",
            ["PP 101 (Rev. Dubai 2018)", "PP 102 (Rev. Dubai 2018)"],
        ),
        (
            "1.\tResolution 45\n\t(Rev. Dubai, 2014) of\n"
            "\tthe World Telecommunication\n\tDevelopment Conference;\n2.\tany other.\n",
            ["WTDC 45 (Rev. Dubai 2014)"],
        ),
        ("- Council Resolution 1332\n  (Modified 2019), and\n- the rest\n", ["COUNCIL 1332 ( 2019)"]),
        ("it recalled Resolutions 101,\n102 and 133 (Rev. Dubai, 2018),\n", ALL_OF_DUBAI),
        ("under Resolution 2\nof the Plenipotentiary Conference\n", ["PP 2"]),
        ("noting the Reso-\nlution 102 (Rev. Dubai, 2018)\n", ["PP 102 (Rev. Dubai 2018)"]),
        ("noting Council Resolution\n1332 (2011, last modified 2019),\n", ["COUNCIL 1332 ( 2011; Rev.  2019)"]),
        ("как указано в Резолюции\n177 (Пересм. Дубай, 2018 г.), которая\n", ["PP 177 (Rev. Дубай 2018)"]),
        ("как указано в Резолюции 177 (Пересм. Дубай,\n2018 г.), которая\n", ["PP 177 (Rev. Дубай 2018)"]),
        (MAIL, ["PP 102 (Rev. Dubai 2018)", "WTDC 30 (Rev. Buenos Aires 2017)"]),
        (
            NOTES,
            ["PP 101 (Rev. Dubai 2018)", "PP 102 (Rev. Dubai 2018)", "RA 1-7 (Geneva 2015)", "PP 71 (Rev. Dubai 2018)"],
        ),
        (INDENTED, ["PP 139 (Rev. Dubai 2018)", "WTDC 37 (Rev. Buenos Aires 2017)"]),
        (BESIDE_A_LONG_LINE, ["PP 133 (Rev. Dubai 2018)"]),
    ],
)  # fmt: skip
def test_a_citation_reads_on_in_the_next_line(registry: Registry, text: str, citations: list[str]) -> None:
    assert cited(text, registry) == citations


@pytest.mark.parametrize(
    "text",
    [
        "RESOLUTION 71 (Rev. Dubai, 2018)\nStrategic plan for the Union\n(Kyoto, 1994; Minneapolis, 1998)\n",
        "recalling\na)\tResolution 71 (Rev. Dubai, 2018);\nb)\tResolution 102 (Rev. Dubai, 2018);\n",
        "resolves\n1 to go on (as in 2018);\n2 to report,\n",
        "\tthat this is one paragraph,\n\tand this is another one,\n",
        "a)\tfirst;\n\tas was said before\n",
        "> one said this\n>> and another one that (in 2018)\n",
        "List of texts\nResolution 71 (Rev. Dubai, 2018)\nResolution 102 (Rev. Dubai, 2018)\n",
    ],
)
def test_lines_that_are_paragraphs_stay_apart(text: str) -> None:
    assert len(View(read_text(text.encode(), "draft.txt")).blocks) == text.count("\n")


def test_marks_of_quotation_and_divided_words_are_read_through_and_stay_in_the_text(registry: Registry) -> None:
    view = View(read_text(NOTES.encode(), "draft.txt"))
    assert view.text == NOTES
    assert "Resolutions 101" in view.reading.text
    assert "ITU-R 1-7" in view.reading.text
    assert [one.text for one in find_citations(view, registry)][-1] == "Resolution\n71 (Rev. Du-\nbai, 2018)"
    assert (
        ">" not in View(read_text(MAIL.encode(), "draft.txt")).prose(View(read_text(MAIL.encode(), "d")).blocks[0]).text
    )


@pytest.mark.parametrize(
    ("above", "below", "gone"),
    [
        ("the Reso-", "lution", 1),
        ("THE RESO-", "LUTION", 1),
        ("Res\u00ad", "olution", 1),
        ("ITU-", "R 1", 0),
        ("ITU-", "wide", 0),
        ("WTSA-", "24", 0),
        ("2008-", "2010", 0),
        ("Guinea-", "Bissau", 0),
        ("the text -", "which", None),
        ("the text", "which", None),
    ],
)
def test_which_hyphens_divide_a_word(above: str, below: str, gone: int | None) -> None:
    assert division(above, below) == gone


BLOCK = """\
{long}

The first of these lines is as long as the others are,
while no line of the block goes on with the one above,
since each of them is a paragraph in its own right too.

{long}
"""


@pytest.mark.parametrize("text", [MAIL, NOTES, INDENTED, BESIDE_A_LONG_LINE, BLOCK.format(long="A long line. " * 20)])
@pytest.mark.parametrize("beside", ["", "[footnoteRef:1]1", "the [draft] text"])
def test_line_ends_and_marks_elsewhere_do_not_change_where_paragraphs_end(text: str, beside: str) -> None:
    def paragraphs(written: str) -> list[str]:
        view = View(read_text(written.encode(), "draft.txt"))
        return [words for block in view.blocks if (words := " ".join(view.prose(block).text.split()))]

    alone = paragraphs(text)
    together = paragraphs(f"{text}\n\n{beside}\n")
    assert together[: len(alone)] == alone
    assert paragraphs(text.replace("\n", "\r\n")) == alone
    assert paragraphs(f"{text}\n\n{beside}\n".replace("\n", "\r\n")) == together
