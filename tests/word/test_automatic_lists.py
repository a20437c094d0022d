"""Automatic lists of a Word file know their bounds: those of different definitions are not one list."""

from __future__ import annotations

from datetime import date

import pytest
from written import paragraph, run, word_file

from reslint.api.page import Page
from reslint.api.rule import Rule
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
DEFINITIONS = {
    "1": (("decimal", "%1."), ("lowerLetter", "%2)")),
    "2": (("decimal", "%1."), ("lowerLetter", "%2)")),
    "3": (("upperLetter", "%1."), ("decimal", "%2.")),
    "4": (("lowerLetter", "%1)"), ("lowerRoman", "%2)")),
    "5": (("lowerLetter", "%1)"), ("lowerRoman", "%2)")),
}
# Lists by name: their definition and the number they start anew with, if any.
LISTS = {
    "one": ("1", None),
    "two": ("2", None),
    "chapters": ("3", None),
    "letters": ("4", None),
    "others": ("5", None),
    "one-anew": ("1", 1),
    "one-anew-again": ("1", 1),
    "two-from-4": ("2", 4),
    "letters-from-c": ("4", 3),
}
IDS = {name: str(number) for number, name in enumerate(LISTS, 1)}


def numbering() -> str:
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{name}">'
        + "".join(LEVEL.format(at, *level) for at, level in enumerate(levels))
        + "</w:abstractNum>"
        for name, levels in DEFINITIONS.items()
    )
    lists = "".join(
        f'<w:num w:numId="{IDS[name]}"><w:abstractNumId w:val="{definition}"/>'
        + (f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start is not None else "")
        + "</w:num>"
        for name, (definition, start) in LISTS.items()
    )
    return definitions + lists


def line(written: str) -> str:
    """A paragraph: "one: words" is an item of the list "one", "one/1: words" one of its second level."""
    name, _, words = written.partition(": ")
    name, _, level = name.partition("/")
    if name not in IDS:
        return paragraph(run(written))
    said = f'<w:numPr><w:ilvl w:val="{level or 0}"/><w:numId w:val="{IDS[name]}"/></w:numPr>'
    return paragraph(run(words), properties=said)


def found(lines: list[str], registry: Registry) -> list[tuple[str, str]]:
    data = word_file(*map(line, lines), numbering=numbering())
    page = Page(View(read_word(data, "draft.docx")), (), registry, date(2024, 1, 1))
    rules: list[Rule] = [cls() for plugin in load_plugins().loaded for cls in plugin.rules]
    return [
        (rule.code, page.text[mistake.start : mistake.end])
        for rule in rules
        if rule.code in ("NUM001", "NUM002", "NUM003", "NUM004", "NUM005")
        for mistake in rule.check(page)
    ]


@pytest.mark.parametrize("heading", ["Minutes", "noting", "resolves"])
@pytest.mark.parametrize(
    "lines",
    [
        ["one: the first;", "two: the first;", "one: the second;", "two: the second;"],
        ["one: the first;", "one: the second;", "one-anew: again;", "one-anew-again: again;", "one: and on;"],
        ["one: alone;", "one-anew: alone;", "one-anew-again: alone;"],
        ["one: the first;", "one: the second;", "two-from-4: the fourth;", "two-from-4: the fifth;"],
        ["letters: the first;", "others: the first;", "letters: the second;", "others: the second;"],
        ["letters: the first;", "letters-from-c: the third;", "others: the first;", "letters: the next;"],
        ["letters/1: a part;", "letters/1: a part;", "letters: whole;", "letters/1: a part;", "letters/1: a part;"],
        ["chapters: Past", "chapters/1: Wars", "chapters/1: Peace", "chapters: Present", "chapters/1: Wars"],
        ["chapters: Past", "one: Introduction", "chapters: Present", "one-anew: Introduction", "one: More"],
        ["chapters: Past", "one: Introduction", "one-anew: Wars", "one: Peace", "one-anew-again: Trade"],
        ["one: Opening", "letters: the agenda;", "two: Report", "letters: the minutes;", "one: Close"],
        ["one: Opening", "two: Report", "two: Accounts", "one: Close", "two-from-4: Thanks"],
    ],
)
def test_lists_of_different_definitions_are_not_one(heading: str, lines: list[str], registry: Registry) -> None:
    assert found([heading, *lines], registry) == []


def test_a_typed_label_among_automatic_ones_is_judged_in_a_clause(registry: Registry) -> None:
    lines = ["letters: the first;", "letters: the second;", "b)\tthe third;", "letters: the fourth,"]
    assert found(["noting", *lines], registry) == [("NUM001", "b)")]
    assert found(["Minutes", *lines], registry) == []
    assert found(["Minutes", "one: Opening", "1.\tTyped", "two: Report", "two: Accounts", "one: Close"], registry) == []
