"""What the rules on the document as a whole see, and what they leave to others."""

from __future__ import annotations

from datetime import date

import pytest

from reslint.api.page import Page
from reslint.api.rule import Rule
from reslint.citations import find_citations
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

HEAD = "RESOLUTION 75 (Rev. {})\nTest networks\n(Dubai, 2012; {})\nThe World Assembly ({}),"
Rules = dict[str, Rule]


@pytest.fixture(scope="module")
def rules() -> Rules:
    classes = [cls for plugin in load_plugins().loaded for cls in plugin.rules]
    return {cls.code: cls() for cls in classes if cls.code.startswith("DOC")}


def found(rule: Rule, draft: str, registry: Registry) -> list[str]:
    view = View(read_text((draft + "\n" + "x" * 120).encode(), "draft.txt"))
    page = Page(view, find_citations(view, registry), registry, date(2024, 1, 1))
    return [page.text[mistake.start : mistake.end] for mistake in rule.check(page)]


@pytest.mark.parametrize(
    ("heading", "history", "adopting", "expected"),
    [
        ("Geneva, 2022", "Geneva, 2022", "Geneva, 2022", []),
        ("GENEVA, 2022", "Geneva, 2022", "Geneva 2022", []),
        ("New Delhi, 2024", "Geneva, 2022", "Geneva, 2022", ["New Delhi, 2024"]),
        ("Geneva, 2022", "Geneva, 2022; New Delhi, 2024", "Geneva, 2022", ["New Delhi, 2024"]),
        ("Geneva, 2022", "Geneva, 2022", "New Delhi, 2022", ["New Delhi, 2022"]),
        ("Geneva, 2022", "Hammamet, 2016", "New Delhi, 2024", ["Hammamet, 2016"]),
        # Both sides of a change stand there, and one of them agrees.
        ("Geneva, 2022New Delhi, 2024", "Geneva, 2022; New Delhi, 2024", "Geneva, 2022New Delhi, 2024", []),
        # A misspelt place is another rule's business.
        ("Bucharest, 2022", "Buchrest, 2022", "Bucharest, 2022", []),
    ],
)
def test_the_line_that_disagrees(
    heading: str, history: str, adopting: str, expected: list[str], rules: Rules, registry: Registry
) -> None:
    assert found(rules["DOC001"], HEAD.format(heading, history, adopting), registry) == expected


def test_a_council_text_has_nothing_to_compare(rules: Rules, registry: Registry) -> None:
    assert found(rules["DOC001"], "RESOLUTION 1332 (Modified 2019)\nIts title\nThe Council,", registry) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("until 2014and beyond", ["2014and"]),
        ("the Council 20222026 session", ["20222026"]),
        ("the plan 2020-20232024-2027", ["20232024"]),
        ("the Conference (Dubai, 2018Bucharest, 2022)", ["2018Bucharest"]),
        ("the 1990s and the years 2014-2018", []),
        ("Resolution 71 (Rev. Dubai, 2018Bucharest, 2022)", []),
        ("https://example.org/2018and and a@2014example.org", []),
        ("document C2018and, a band of 2025MHz, 2000km, WTDC-2217", []),
        ("in 2014a and 2014b", []),
    ],
)
def test_years_run_into_words(words: str, expected: list[str], rules: Rules, registry: Registry) -> None:
    assert found(rules["DOC002"], f"It was decided {words}.", registry) == expected
