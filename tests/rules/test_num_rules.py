"""What the numbering rules say where two of them could speak: one defect has one code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reslint.api.page import Page
from reslint.api.rule import Rule
from reslint.documents.model import Document, Paragraph, Segment, Story
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

ADOPTED = Path(__file__).parents[1] / "cases/adopted"
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
        ((";1", ";", ""), []),
        ((" (U.S.);", ";", ","), []),
        # What most items do is the habit of the list.
        ((".", ".", "."), []),
        (("", "", ","), []),
        (("", "", ";", ","), []),
        (("", ";", ";", "", ";", ","), ["item", "item"]),
        ((";", "", "."), ["item"]),
        ((".", ".", ";", ","), []),
        ((" about it.", ";", ","), ["."]),
        ((". It is kept.", ";", ";", ","), []),
        # A note or its mark, an address and a quotation say nothing of the list.
        ((";¹", ";", ";[2]", ";3)", ";*", ";†", ","), []),
        (("¹", ";", ","), []),
        (("; ¹ See the report.", ";", ","), []),
        ((" (see ¹);", "", ";", ","), ["item"]),
        ((" at https://example.org/list", ";", ","), []),
        ((" at list@example.org.", ";", ","), []),
        ((" at www.example.org", ";", ","), []),
        ((" “of all”", ";", ","), []),
        ((" « of all ; »", ";", ","), []),
        ((" ”.", ";", ","), []),
    ],
)
def test_the_ends_of_items(ends: tuple[str, ...], expected: list[str], rules: list[Rule], registry: Registry) -> None:
    lines = "\n".join(f"{label})\tthe item{end}" for label, end in zip("abcdefg", ends, strict=False))
    assert [words for _, words in found(f"noting\n{lines}\nresolves\nto go on.", rules, registry)] == expected


def test_ends_are_not_judged_outside_of_clauses_nor_where_an_item_goes_on(
    rules: list[Rule], registry: Registry
) -> None:
    assert found("Terms\na)\tone thing\nb)\tanother thing;", rules, registry) == []
    assert found("noting\na)\tone thing\nwhich goes on;\nb)\tanother thing,", rules, registry) == []
    assert found("noting\na)\tone thing\n–\tits part;\nb)\tanother thing,", rules, registry) == []


@pytest.mark.parametrize("path", sorted(ADOPTED.iterdir()), ids=lambda path: path.stem)
def test_texts_as_they_are_adopted_are_left_alone(path: Path, rules: list[Rule], registry: Registry) -> None:
    assert said(View(read_text(path.read_bytes(), path.name)), rules, registry) == []


@pytest.mark.parametrize(
    ("name", "right", "wrong", "words"),
    [
        ("fund-for-small-operators", "needs an auditor;", "needs an auditor", "auditor"),
        ("fund-for-small-operators", "resolution;", "resolution.", "."),
        ("bridging-the-gap-in-tests", "what they have tested;", "what they have tested,;", ",;"),
        ("prize-for-young-engineers", "with the donor;", "with the donor", "donor"),
        ("emergency-roaming", "Bureau of emergencies in which it was applied,", "Bureau of emergencies;,", ";,"),
        ("working-methods-of-groups", "where this is possible;", "where this is possible", "possible"),
        ("working-methods-of-groups", "taking the floor;", "taking the floor.;", ".;"),
    ],
)
def test_a_slip_in_such_a_text_is_found(
    name: str, right: str, wrong: str, words: str, rules: list[Rule], registry: Registry
) -> None:
    text = (ADOPTED / f"{name}.txt").read_text("utf-8").replace(right, wrong)
    view = View(read_text(text.encode(), "draft.txt"))
    assert said(view, rules, registry) == [("NUM006", words)]


def test_a_dot_that_may_belong_to_its_word_is_left_to_people(rules: list[Rule], registry: Registry) -> None:
    draft = "noting\na)\tprices, tariffs, etc.\nb)\tcosts;\nc)\tlosses,\nresolves\nto go on."
    page = Page(View(read_text((draft + WIDE).encode(), "draft.txt")), (), registry, date(2024, 1, 1))
    mistakes = [mistake for rule in rules for mistake in rule.check(page)]
    assert [(mistake.message, mistake.fix) for mistake in mistakes] == [
        ("item end: a full stop, though the list goes on", None)
    ]


@pytest.mark.parametrize(
    "end", ["", ")", " 2", " café", " in ITU-T", " etc.", " of “all”", " (Rev. Dubai, 2018)", " x "]
)
def test_an_item_without_a_sign_is_told_however_the_others_end(end: str, rules: list[Rule], registry: Registry) -> None:
    draft = f"noting\n\na)\tthe one{end};\nb)\tthe two\nc)\tthe three{end};\nd)\tthe four{end};\ne)\tthe five{end},\n"
    assert found(draft, rules, registry) == [("NUM006", "two")]
