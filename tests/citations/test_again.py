"""Words that were read before are read as if they had not been, wherever they stand now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reslint.citations import Citation, find_citations
from reslint.citations.again import MOST, again
from reslint.citations.scanner import reading
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Registry

CASES = Path(__file__).parents[1] / "cases"
FURTHER_ON = "The draft was discussed at length.\nNobody asked for more.\n"


def _lines() -> Iterator[str]:
    for path in [CASES / "reading" / "forms.jsonl", *sorted((CASES / "languages").glob("*.jsonl"))]:
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            yield case.get("input") or case.get("draft") or ""


LINES = [line for line in _lines() if line]


TAILS = (
    "",
    ".",
    " was cited.",
    ", as revised at Bucharest in 2022, was cited",
    ", revised (Bucharest, 2022)",
    " (Rev. Bucharest, 2022) was cited",
    " (Bucharest, 2022; the text of 2022",
    " Rev. Bucharest, 2022",
    " and 102 (Rev. Bucharest, 2022)",
    " and 5 % of the costs",
    ", 130",
    ", § 2, and 130",
    " / 2018",
    "/21",
    " 2022)",
    " of the Council and of WTSA, respectively",
    " of WTDC and 139 of PP-22",
    " of the World",
    ", PP-22",
    ", PP-22 decided otherwise",
    " on access (Rev. Bucharest, 2022)",
    ", on access by all (Bucharest, 2022) and for all",
    ' "on access", modified in 2022',
    " and Decision 5 (Rev. Bucharest, 2022)",
    ", révisée à Bucarest en 2022",
    " y la Resolución 140 (Rev. Bucarest, 2022)",
    " MHz",
)
"""What may stand behind a citation; some of it says something of the edition."""


def _forget() -> None:
    again.cache_clear()
    reading.cache_clear()


def _found(text: str, registry: Registry) -> tuple[Citation, ...]:
    return find_citations(View(read_text(text.encode("utf-8", "replace"), "draft.txt")), registry)


def test_there_are_lines_enough() -> None:
    assert len(LINES) > 750


@pytest.mark.parametrize(
    "before", [FURTHER_ON, "The draft was dis\u00adcussed at len\u00adgth.\n", "He\u0301lsinki.\n"]
)
def test_what_was_read_before_is_read_the_same_further_on(registry: Registry, before: str) -> None:
    """Also where what stands before it is read otherwise than it stands."""
    for line in LINES:
        _forget()
        expected = _found(before + line, registry)
        _forget()
        _found(line, registry)
        assert _found(before + line, registry) == expected, line
        assert _found(before + line, registry) == expected, line


@pytest.mark.parametrize("part", range(4))
def test_what_stands_behind_a_citation_counts_each_time(registry: Registry, part: int) -> None:
    """The words of a citation are known again; those behind it are another's in every draft."""
    for line in LINES[part::12]:
        drafts = [line.rstrip(" .;,\n") + tail for tail in TAILS]
        expected = []
        for draft in drafts:
            _forget()
            expected.append(_found(draft, registry))
        _forget()
        for order in (1, -1):
            assert [_found(draft, registry) for draft in drafts[::order]] == expected[::order], line


def test_words_that_stand_otherwise_than_they_are_read_are_read_where_they_stand(registry: Registry) -> None:
    hyphenated = "The Council dis\u00adcussed Resolution 71 (Rev. Dubai, 2018)."
    drafts = [hyphenated, hyphenated.replace("\u00ad", ""), f"An in\u00adtroduction.\n{hyphenated}"]
    expected = []
    for draft in drafts:
        _forget()
        expected.append(_found(draft, registry))
    for order in (drafts, drafts[::-1]):
        _forget()
        for draft in order:
            assert _found(draft, registry) == expected[drafts.index(draft)]


def test_what_one_text_makes_of_its_citations_is_nothing_to_the_next(registry: Registry) -> None:
    alone = "Resolution 37 (Rev. Kigali, 2022) was discussed.\n"
    _forget()
    expected = _found(alone, registry)
    _found(f"RESOLUTION 37 (Rev. Dubai, 2014)\n\nResolves of WTDC\n{alone}", registry)
    assert _found(alone, registry) == expected


@pytest.mark.parametrize(
    ("paragraph", "behind", "other"),
    [
        ("see Resolution 71 of the World", "Bank, which was cited.", "Telecommunication Standardization Assembly."),
        ("Resolution 71 (Rev. Dubai, 2018) of the", "Council, which was cited.", "Plenipotentiary Conference."),
        ("it was held on Dec. 11", "Nobody came.", "2018 in Dubai."),
        ("the Resolution 12", "Nobody asked for more.", "MHz was asked for."),
    ],
)
def test_a_paragraph_is_read_with_what_stands_behind_it(
    registry: Registry, paragraph: str, behind: str, other: str
) -> None:
    drafts = [
        f"{paragraph}\n{behind}\n",
        f"{paragraph}\n{other}\n",
        f"Resolution 2, A/RES/70/1.\n{paragraph}\n{behind}",
    ]
    expected = []
    for draft in drafts:
        _forget()
        expected.append(_found(draft, registry))
    _forget()
    assert [_found(draft, registry) for draft in drafts * 2] == expected * 2


@pytest.mark.parametrize("second", ["ibid. (Rev. Dubai, 2018)", "Resolution 140 (ibid.)"])
def test_an_edition_is_taken_from_the_citation_before_each_time(registry: Registry, second: str) -> None:
    first = ("Resolution 71 (Rev. Dubai, 2018)", "Resolution 71 (Rev. Bucharest, 2022)")
    _forget()
    expected = []
    for one in first:
        _forget()
        expected.append(_found(f"{one}; {second}\n", registry))
    assert [_found(f"{one}; {second}\n", registry) for one in first] == expected


def test_so_much_is_kept_and_no_more(registry: Registry) -> None:
    text = "\n".join(f"Resolution 71 (Rev. Dubai, 2018) for the {number}th time" for number in range(MOST + 10))
    _forget()
    expected = len(_found(text, registry))
    assert expected == MOST + 10
    assert len(_found(text, registry)) == expected
