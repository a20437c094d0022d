"""Words that were read before are read as if they had not been, wherever they stand now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reslint.citations import Citation, find_citations
from reslint.citations.again import MOST, again
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
        again.cache_clear()
        expected = _found(before + line, registry)
        again.cache_clear()
        _found(line, registry)
        assert _found(before + line, registry) == expected, line
        assert _found(before + line, registry) == expected, line


def test_words_that_stand_otherwise_than_they_are_read_are_read_where_they_stand(registry: Registry) -> None:
    hyphenated = "The Council dis\u00adcussed Resolution 71 (Rev. Dubai, 2018)."
    drafts = [hyphenated, hyphenated.replace("\u00ad", ""), f"An in\u00adtroduction.\n{hyphenated}"]
    expected = []
    for draft in drafts:
        again.cache_clear()
        expected.append(_found(draft, registry))
    for order in (drafts, drafts[::-1]):
        again.cache_clear()
        for draft in order:
            assert _found(draft, registry) == expected[drafts.index(draft)]


def test_what_one_text_makes_of_its_citations_is_nothing_to_the_next(registry: Registry) -> None:
    alone = "Resolution 37 (Rev. Kigali, 2022) was discussed.\n"
    again.cache_clear()
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
        again.cache_clear()
        expected.append(_found(draft, registry))
    again.cache_clear()
    assert [_found(draft, registry) for draft in drafts * 2] == expected * 2


@pytest.mark.parametrize("second", ["ibid. (Rev. Dubai, 2018)", "Resolution 140 (ibid.)"])
def test_an_edition_is_taken_from_the_citation_before_each_time(registry: Registry, second: str) -> None:
    first = ("Resolution 71 (Rev. Dubai, 2018)", "Resolution 71 (Rev. Bucharest, 2022)")
    again.cache_clear()
    expected = []
    for one in first:
        again.cache_clear()
        expected.append(_found(f"{one}; {second}\n", registry))
    assert [_found(f"{one}; {second}\n", registry) for one in first] == expected


def test_so_much_is_kept_and_no_more(registry: Registry) -> None:
    text = "\n".join(f"Resolution 71 (Rev. Dubai, 2018) for the {number}th time" for number in range(MOST + 10))
    again.cache_clear()
    expected = len(_found(text, registry))
    assert expected == MOST + 10
    assert len(_found(text, registry)) == expected
