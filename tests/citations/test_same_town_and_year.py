"""Two conferences met in one town in one year: whose text is cited says what the draft names; else it is not known."""

from __future__ import annotations

import pytest

from reslint.citations import find_citations
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Registry

# The assembly on standardization and the conference on the regulations, whose texts the registry does not hold, both
# met in Dubai in 2012.
OTHERS = [
    "RESOLUTION 1 (Dubai, 2012)\n\nThe World Conference on International Telecommunications (Dubai, 2012),\n",
    "the WCIT adopted Resolution 3 (Dubai, 2012)\n",
    "Resolution 3 (Dubai, 2012) of the WCIT\n",
    "la Résolution 3 (Dubaï, 2012) adoptée par la CMTI\n",
    "la Resolución 3 (Dubái, 2012) de la CMTI-12\n",
    "РЕЗОЛЮЦИЯ 1 (Дубай, 2012 г.)\n\nВсемирная конференция по международной электросвязи (Дубай, 2012 г.),\n",
    "Резолюция 3 (Дубай, 2012 г.) ВКМЭ-12\n",
    "国际电信世界大会第3号决议（2012年，迪拜）\n",
    "القرار 3 (دبي، 2012) للمؤتمر العالمي للاتصالات الدولية\n",
]
OURS = [
    "Resolution 80 (Dubai, 2012)\n",
    "Resolution 44 (Rev. Dubai, 2012)\n",
    "RESOLUTION 2 (Dubai, 2012)\n\nThe World Telecommunication Standardization Assembly (Dubai, 2012),\n",
    "Резолюция 80 (Дубай, 2012 г.)\n",
    "РЕЗОЛЮЦИЯ 2 (Дубай, 2012 г.)\n\nВсемирная ассамблея по стандартизации электросвязи (Дубай, 2012 г.),\n",
    "第80号决议（2012年，迪拜）\n",
]
UNKNOWN = [
    "Resolution 3 (Dubai, 2012)\n",
    "the WTDC notes Resolution 3 (Dubai, 2012)\n",
    "Резолюция 3 (Дубай, 2012 г.)\n",
    "大会第37号决议\n",
]


def body(text: str, registry: Registry) -> str | None:
    (citation,) = find_citations(View(read_text(text.encode(), "draft.txt")), registry)
    return citation.body


@pytest.mark.parametrize("text", OTHERS)
def test_a_text_of_a_conference_that_is_not_ours(registry: Registry, text: str) -> None:
    assert body(text, registry) == "OTHER"


@pytest.mark.parametrize("text", OURS)
def test_a_text_of_the_assembly(registry: Registry, text: str) -> None:
    assert body(text, registry) == "WTSA"


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_nothing_tells_is_not_known(registry: Registry, text: str) -> None:
    assert body(text, registry) is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("RESOLUTION 71\n\nconsidérant que la Conférence a décidé de réviser la résolution de 2018\n", "fr"),
        ("RESOLUTION 71\n\nconsidering that the Conference noted la résolution de Paris\n", "en"),
        ("Res. 71\n\nconsiderando que la Conferencia ha decidido revisar la Resolución\n", "es"),
    ],
)
def test_a_heading_that_two_languages_write_alike_is_of_that_of_the_text(
    registry: Registry, text: str, lang: str
) -> None:
    (citation,) = find_citations(View(read_text(text.encode(), "draft.txt")), registry)
    assert citation.lang == lang
