"""Clause headings, by their words and by their form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Registry
from reslint.structure import ClauseKind, Structure, read_structure

Read = Callable[[str], Structure]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("considering", ClauseKind.PREAMBLE),
        ("considering,", ClauseKind.PREAMBLE),
        ("\trecalling further ", ClauseKind.PREAMBLE),
        ("[bookmark: _a][bookmark: _b]noting", ClauseKind.PREAMBLE),
        ("notes with satisfaction", ClauseKind.PREAMBLE),
        ("considering that the last Conference resolved", ClauseKind.PREAMBLE),
        ("resolves", ClauseKind.OPERATIVE),
        ("resolves to instruct the Secretary-General", ClauseKind.OPERATIVE),
        ("instructs the Director of the Telecommunication Standardization Bureau ", ClauseKind.OPERATIVE),
        ("invites Member States, Sector Members, Associates and Academia", ClauseKind.OPERATIVE),
        ("Considering", ClauseKind.PREAMBLE),
        ("RESOLVES", ClauseKind.OPERATIVE),
        # Words the vocabulary does not have.
        ("cherishing", ClauseKind.PREAMBLE),
        ("entreats all administrations", ClauseKind.OPERATIVE),
    ],
)
def test_headings_are_known(heading: str, kind: ClauseKind, read: Read) -> None:
    clauses = read(f"{heading}\na)\tthe first;\nb)\tthe second,").clauses
    assert [(clause.heading, clause.kind) for clause in clauses] == [(heading.rsplit("]")[-1].strip(" \t,"), kind)]


@pytest.mark.parametrize(
    "line",
    [
        "Notes",
        "noting the report of the group and the comments that were made on it.",
        "requested Council:",
        "the following",
        "a) noting",
        "Considering the time left, the meeting closed.",
        "cherishing",
    ],
)
def test_other_lines_are_none(line: str, read: Read) -> None:
    assert read(f"A line of the text\n{line}\nAnother line of the text").clauses == ()


def test_a_clause_ends_where_the_next_begins_or_an_annex_or_a_heading(read: Read) -> None:
    structure = read("noting\na)\tthis,\nresolves\n1\tto go on.\nANNEX\n1\ta thing;\nRESOLUTION 1\nconsidering\nthis,")
    assert [(clause.block, clause.first, clause.last) for clause in structure.clauses] == [
        (0, 1, 2),
        (2, 3, 4),
        (7, 8, 10),
    ]
    assert [listed.clause for listed in structure.lists] == [0, 1, None]


def test_headings_run_together_keep_both_parts(registry: Registry) -> None:
    text = "considering furtherrecalling\na)\tthe first,\n" + "x" * 120
    view = View(read_text(text.encode(), "draft.txt"))
    (clause,) = read_structure(view, registry.vocabulary).clauses
    assert [view.text[start:end] for start, end in clause.parts] == ["considering further", "recalling"]
    assert view.text[clause.start : clause.end] == "considering furtherrecalling"


def test_no_vocabulary_no_clauses() -> None:
    view = View(read_text(b"considering\n\na)\tthe first,\n", "draft.txt"))
    structure = read_structure(view, {})
    assert structure.clauses == ()
    assert len(structure.lists) == 1
