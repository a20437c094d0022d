"""What the numbering rules say where two of them could speak: one defect has one code."""

from __future__ import annotations

from datetime import date

import pytest

from reslint.api.page import Page
from reslint.api.rule import Rule
from reslint.documents.model import Document, Paragraph, Segment, Story
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

WIDE = "\n" + "x" * 120


@pytest.fixture(scope="module")
def rules() -> list[Rule]:
    classes = [cls for plugin in load_plugins().loaded for cls in plugin.rules]
    return [cls() for cls in classes if cls.code.startswith("NUM")]


def said(view: View, rules: list[Rule], registry: Registry) -> list[tuple[str, str]]:
    page = Page(view, (), registry, date(2024, 1, 1))
    found = [
        (mistake.start, rule.code, page.text[mistake.start : mistake.end])
        for rule in rules
        for mistake in rule.check(page)
    ]
    return [(code, words) for _, code, words in sorted(found)]


def found(draft: str, rules: list[Rule], registry: Registry) -> list[tuple[str, str]]:
    return said(View(read_text((draft + WIDE).encode(), "draft.txt")), rules, registry)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("a) b) c) d)", []),
        ("a) c) b) d)", [("NUM003", "c)")]),
        ("a) b) d) e) c) f)", [("NUM003", "d)")]),
        ("a) b) b) c) d)", [("NUM001", "b)")]),
        ("a) b) c) b) c) d)", [("NUM001", "b)"), ("NUM001", "c)")]),
        ("a) b) d) e)", [("NUM002", "d)")]),
        ("a) b) o) c) d)", [("NUM002", "o)")]),
        ("c) d) b) e)", [("NUM003", "b)")]),
        ("a) b) 3) d)", [("NUM004", "3)")]),
        ("a) b) bc) d)", [("NUM005", "bc)")]),
        ("a)", [("NUM007", "a)")]),
    ],
)
def test_one_defect_has_one_code(
    labels: str, expected: list[tuple[str, str]], rules: list[Rule], registry: Registry
) -> None:
    lines = "\n".join(f"{label}\tthe item;" for label in labels.split())
    assert found(f"noting\n{lines}", rules, registry) == expected


def test_automatic_numbers_are_judged_and_not_mended(rules: list[Rule], registry: Registry) -> None:
    paragraphs = [("", "noting"), ("a)", "the first;"), ("c)", "the second,")]
    story = Story("body", tuple(Paragraph((Segment(text, 0),), "\n", label) for label, text in paragraphs))
    view = View(Document("draft.docx", "word", (story,)))
    assert said(view, rules, registry) == [("NUM002", "the second,")]
    page = Page(view, (), registry, date(2024, 1, 1))
    assert all(mistake.fix is None for rule in rules for mistake in rule.check(page))


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ((";", ";", ","), []),
        ((",;", ";", ","), [",;"]),
        ((",", ",", ";"), []),
        (("", ";", ","), ["item"]),
        ((".", ";", ","), ["."]),
        ((" etc.;", ", and", "."), []),
        ((" etc.,;", ";", ", ;"), [",;", ", ;"]),
        ((":", ";", ",,"), [",,"]),
        (("...", "”.", ","), ["."]),
        ((";1", ";", ""), []),
        ((" (U.S.);", ";", ","), []),
    ],
)
def test_the_ends_of_items(ends: tuple[str, ...], expected: list[str], rules: list[Rule], registry: Registry) -> None:
    lines = "\n".join(f"{label})\tthe item{end}" for label, end in zip("abc", ends, strict=True))
    assert [words for _, words in found(f"noting\n{lines}\nresolves\nto go on.", rules, registry)] == expected


def test_ends_are_not_judged_outside_of_clauses_nor_where_an_item_goes_on(
    rules: list[Rule], registry: Registry
) -> None:
    assert found("Terms\na)\tone thing\nb)\tanother thing;", rules, registry) == []
    assert found("noting\na)\tone thing\nwhich goes on;\nb)\tanother thing,", rules, registry) == []
    assert found("noting\na)\tone thing\n–\tits part;\nb)\tanother thing,", rules, registry) == []
