"""Numbers that are no list of a resolution, and lists that are: what the rules on labels find outside of clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from reslint.api.page import Page
from reslint.api.rule import Rule
from reslint.documents.html.reader import read_html
from reslint.documents.markdown import read_markdown
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Registry

CASES = Path(__file__).parents[1] / "cases/other-lists"
READERS = {".txt": read_text, ".md": read_markdown, ".html": read_html}
ON_LABELS = ("NUM001", "NUM002", "NUM003", "NUM004", "NUM005")

Found = Callable[[str], list[tuple[str, str]]]


def on_labels(view: View, rules: Sequence[Rule], registry: Registry) -> list[tuple[str, str]]:
    page = Page(view, (), registry, date(2024, 1, 1))
    return [
        (rule.code, page.text[mistake.start : mistake.end])
        for rule in rules
        if rule.code in ON_LABELS
        for mistake in rule.check(page)
    ]


@pytest.fixture
def found(rules: list[Rule], registry: Registry) -> Found:
    """What is found in a text whose lines are paragraphs."""

    def find(draft: str) -> list[tuple[str, str]]:
        return on_labels(View(read_text(f"{draft}\n{'x' * 120}\n".encode(), "draft.txt")), rules, registry)

    return find


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_numbers_that_are_no_list_of_a_resolution(path: Path, rules: list[Rule], registry: Registry) -> None:
    assert on_labels(View(READERS[path.suffix](path.read_bytes(), path.name)), rules, registry) == []


def items(labels: str, end: str = ";") -> str:
    return "\n".join(f"{label}\tthe item{end}" for label in labels.split())


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("a) b) c) c) d)", [("NUM001", "c)")]),
        ("a) b) c) b) d) e)", [("NUM001", "b)")]),
        ("(1) (2) (3) (3) (4)", [("NUM001", "(3)")]),
        ("a) b) c) o) d)", [("NUM002", "o)")]),
        ("a) b) c) cd) e)", [("NUM005", "cd)")]),
        # The same, of which a list gives no sure sign.
        ("a) b) b) c)", []),
        ("a) b) c) e) f)", []),
        ("1. 2. 3. 3. 4.", []),
        ("a) b) c) c)", []),
        ("ab) bc)", []),
        ("a) (b) c) 4) e)", []),
    ],
)
def test_outside_of_clauses_a_list_must_show_that_it_is_one(
    labels: str, expected: list[tuple[str, str]], found: Found
) -> None:
    assert found(f"ANNEX 1\n{items(labels)}") == expected
    assert found(f"Terms\n{items(labels, ',')}") == expected
    assert found(f"Terms\n{items(labels, '.')}") == [one for one in expected if one[0] == "NUM005"]


@pytest.mark.parametrize("clause", ["Notes", "NOTES", "Requests", "Decides"])
def test_a_word_with_a_capital_alone_makes_no_clause_of_a_resolution(clause: str, found: Found) -> None:
    assert found(f"{clause}\n{items('a) c) b)')}\n{clause}\n{items('a) a)')}") == []
    assert found(f"{clause}\n{items('a) c) b)')}\nRecalling\n{items('a) a)')}") != []
    assert found(f"RESOLUTION 71 (Rev. Dubai, 2018)\n{clause}\n{items('a) c) b)')}") == [("NUM003", "c)")]
    assert found(f"{clause.lower()}\n{items('a) c) b)')}") == [("NUM003", "c)")]


@pytest.mark.parametrize("heading", ["C. Discussion", "IV. Annexes"])
def test_numbers_start_anew_under_a_higher_heading(heading: str, found: Found) -> None:
    assert found(f"resolves\n{items('1. 2.')}\n{heading}\n{items('2. 4.')}") == []
    assert found(f"resolves\n{items('1. 2.')}\n{items('2. 4.')}") != []
