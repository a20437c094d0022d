"""Which labels belong together: every draft is written by its labels alone, one item a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.documents.model import Document, Paragraph, Segment, Story
from reslint.documents.view import View
from reslint.registry import Registry
from reslint.structure import Structure, read_structure

Read = Callable[[str], Structure]


def labels(structure: Structure) -> list[str]:
    """The lists of a text, each as its labels in a row."""
    return [" ".join(item.label.read for item in listed.items) for listed in structure.lists]


def items(draft: str) -> str:
    """A draft of items: "a) b):" are two items, the second of which ends with a colon."""
    lines = []
    for word in draft.split():
        colon = word.endswith(":")
        lines.append(f"{word.removesuffix(':').replace('_', ' ')}\tthe item{':' if colon else ';'}")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("a) b) c)", ["a) b) c)"]),
        ("(a) (b) (c)", ["(a) (b) (c)"]),
        ("1 2 3", ["1 2 3"]),
        ("x) y) z) aa) bb)", ["x) y) z) aa) bb)"]),
        # A sublist keeps its parent's place.
        ("a) b): i) ii) iii) c) d)", ["a) b) c) d)", "i) ii) iii)"]),
        ("1 2: a) b) 3", ["1 2 3", "a) b)"]),
        ("1 1.1 1.2 2 2.1 2.2 3", ["1 2 3", "1.1 1.2", "2.1 2.2"]),
        ("a): (a) (b) b)", ["a) b)", "(a) (b)"]),
        # A list may begin again, and a list may begin in the middle.
        ("a) b) a) b) c)", ["a) b)", "a) b) c)"]),
        ("c) d) e)", ["c) d) e)"]),
        # i), v) and x) are letters after h), u) and w), else numerals.
        ("g) h) i) j)", ["g) h) i) j)"]),
        ("g) h): i) ii) i) j)", ["g) h) i) j)", "i) ii)"]),
        ("h) i) ii) iii)", ["h)", "i) ii) iii)"]),
        ("a): i) ii) iii) iv) v) vi) b)", ["a) b)", "i) ii) iii) iv) v) vi)"]),
        ("u) v) w) x) y)", ["u) v) w) x) y)"]),
        ("viii) ix) x) xi)", ["viii) ix) x) xi)"]),
        ("v) vi)", ["v) vi)"]),
        ("v) w)", ["v) w)"]),
        # What is out of place stays in its list.
        ("a) b) b) c)", ["a) b) b) c)"]),
        ("a) a) b)", ["a) a) b)"]),
        ("a) b) a) c)", ["a) b) a) c)"]),
        ("a) c) b) d)", ["a) c) b) d)"]),
        ("d) e) o) f)", ["d) e) o) f)"]),
        ("a) b) 3) 4) e)", ["a) b) 3) 4) e)"]),
    ],
)
def test_neighbours_decide(draft: str, expected: list[str], read: Read) -> None:
    assert labels(read(f"noting\n{items(draft)}")) == expected


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("a) b) bc) cd)", ["a) b) c) d)"]),
        ("a) b) c) bd)", ["a) b) c) d)"]),
        ("a) b) c) da) eb)", ["a) b) c) d) e)"]),
        ("ab) bc)", ["a) b)"]),
        ("a) b)_a) c)", ["a) b) c)"]),
        ("a): i) i)ii) ii)iii)", ["a)", "i) ii) iii)"]),
        ("viii) ix) x) ix)xi) x)xii)", ["viii) ix) x) xi) xii)"]),
        ("a): i) iii) iv)", ["a)", "i) iii) iv)"]),
        ("t) u) iv)", ["t) u) v)"]),
        ("3 4 54", ["3 4 5"]),
        ("9 910 1011", ["9 10 11"]),
        ("10 11 12", ["10 11 12"]),
        ("1 12 13", ["1 12 13"]),
    ],
)
def test_of_glued_labels_one_goes_on(draft: str, expected: list[str], read: Read) -> None:
    assert labels(read(f"resolves\n{items(draft)}")) == expected


def test_glued_labels_of_which_neither_is_due(read: Read) -> None:
    listed = read("noting\n" + items("i) ii) iii) iv) iv)v) vi)")).lists[0]
    assert [item.label.resolved for item in listed.items] == ["", "", "", "", "v)", ""]
    listed = read("noting\n" + items("v) vi) iv)v) viii)")).lists[0]
    assert listed.items[2].label.parts == ("iv)", "v)")
    assert listed.items[2].label.resolved == ""


def test_an_item_and_its_first_sub_item_in_one_line_are_not_glued(read: Read) -> None:
    structure = read("noting\na)\tthe first;\nb) i) the second;\n(c)(i) the third;")
    assert labels(structure) == ["a) b) (c)"]
    assert not any(item.label.parts for item in structure.lists[0].items)


@pytest.mark.parametrize(
    "between",
    [
        "recognizing",
        "ANNEX 1 TO RESOLUTION 75 (REV. GENEVA, 2022)",
        "RESOLUTION 75 (Rev. Geneva, 2022)",
        "_________",
        "[...]",
    ],
)
def test_lists_restart(between: str, read: Read) -> None:
    assert labels(read(f"noting\n{items('a) b) c)')}\n{between}\n{items('c) d)')}")) == ["a) b) c)", "c) d)"]


@pytest.mark.parametrize(
    "between", ["Some words of the item above.", "", "–\ta dash;", "\t", "1bis\tan inserted item;"]
)
def test_other_paragraphs_end_no_list(between: str, read: Read) -> None:
    assert labels(read(f"noting\n{items('a) b)')}\n{between}\n{items('c) d)')}")) == ["a) b) c) d)"]


def test_a_number_and_a_blank_count_in_operative_clauses_only(read: Read) -> None:
    draft = "1 to take part;\n2 to report;\n12 January is the day.\n3 to go on."
    assert labels(read(f"resolves\n{draft}")) == ["1 2 3"]
    assert labels(read(f"noting\n{draft}")) == []


def test_a_row_of_a_table_is_no_item(read: Read) -> None:
    assert labels(read("1\tItem\tPage\n2\tReport\t14\n3\n2022\tGeneva")) == []


def test_a_note_between_the_items_is_no_item(read: Read) -> None:
    note = "2\tThese include the least developed countries."
    structure = read(f"resolves\n{items('1 2 3')}\n{note}\n{items('4')}")
    assert labels(structure) == ["1 2 3 4"]


def test_levels_and_parents(read: Read) -> None:
    structure = read("resolves\n" + items("1 2: a) b): i) ii) c) 3"))
    assert [(listed.level, listed.parent, listed.clause) for listed in structure.lists] == [
        (0, None, 0),
        (1, 0, 0),
        (2, 1, 0),
    ]


def test_automatic_numbers_are_labels_without_a_range(registry: Registry) -> None:
    paragraphs = [("", "noting"), ("a)", "the first;"), ("–", "a dash;"), ("b)", "the second,"), ("i.", "a part;")]
    story = Story("body", tuple(Paragraph((Segment(text, 0),), "\n", label) for label, text in paragraphs))
    view = View(Document("draft.docx", "word", (story,)))
    structure = read_structure(view, registry.vocabulary)
    assert labels(structure) == ["a) b)", "i."]
    first = structure.lists[0].items[0]
    assert first.label.start == first.label.end == first.start
    assert view.text[first.start : first.end] == "the first;"


def test_ranges_of_label_and_words(registry: Registry) -> None:
    from reslint.documents.text import read_text

    draft = "noting\n [bookmark: _a]a)\u00a0\tthe first; [1: 1 \ta note]\n" + "x" * 120
    view = View(read_text(draft.encode(), "draft.txt"))
    item = read_structure(view, registry.vocabulary).lists[0].items[0]
    assert view.text[item.label.start : item.label.end] == "a)"
    assert view.text[item.start : item.end] == "the first;"


def test_numbers_that_markdown_counts_itself_are_no_labels(registry: Registry) -> None:
    from reslint.documents.markdown import read_markdown

    view = View(
        read_markdown(b"*resolves*\n\n1. to begin;\n1. to go on;\n\n*noting*\n\na) this;\n\nc) that,\n", "draft.md")
    )
    structure = read_structure(view, registry.vocabulary)
    assert [clause.heading for clause in structure.clauses] == ["resolves", "noting"]
    assert labels(structure) == ["a) c)"]
