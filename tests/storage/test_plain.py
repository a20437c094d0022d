"""Values as JSON: whatever the data, what comes of it is as it was declared, or an error."""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from random import Random
from typing import Any, NamedTuple

import pytest

import reslint as package
from reslint.api.report import FileResult
from reslint.running.kept import Judgement, read, written
from reslint.saying import Said
from reslint.storage.plain import PlainForm
from reslint.values import Value


class Colour(StrEnum):
    GREY = "grey"
    GRAY = "gray"


class Spot(NamedTuple):
    start: int
    word: str


class Note(Value):
    text: str
    colour: Colour
    spots: tuple[Spot, ...] = ()
    day: date | None = None
    key: tuple[str, int] = ("", 0)
    sure: bool = False
    parts: tuple[Note, ...] = ()


DAY = date(2024, 2, 29)
INNER = Note("a", Colour.GRAY, (Spot(1, "a"), Spot(1, "a")))
NOTES = [
    INNER,
    Note("", Colour.GREY, (), DAY, ("x", -1), True, (INNER, INNER)),
    Note("\ud800\0\n“𝔘”", Colour.GREY, parts=(Note("", Colour.GRAY, parts=(INNER,)),)),
]
FORM = PlainForm(Note)


@pytest.mark.parametrize("note", NOTES)
def test_a_value_comes_back_as_it_was(note: Note) -> None:
    again = FORM.value(json.loads(FORM.written(note)))
    assert (again, repr(again)) == (note, repr(note))
    assert type(again.colour) is Colour


def test_what_is_there_twice_is_written_once() -> None:
    many = Note("a", Colour.GRAY, parts=(INNER,) * 1000)
    once = FORM.written(Note("a", Colour.GRAY, parts=(INNER,)))
    assert FORM.written(many) == once.removesuffix("]]") + ",1" * 999 + "]]"
    again = FORM.value(json.loads(FORM.written(many)))
    assert again.parts[0] is again.parts[999]


@pytest.mark.parametrize(
    "data",
    [
        *(None, True, 1, 1.5, "", "a", [], {}, {"a": 1}, [[]], [["a"]], [[0]], [[99, 1]], [None], [1], ["a"]),
        ["", "a", [], None, ["", 0], False, []],  # "a" is no colour
        ["", "gray", [], None, ["", 0], 0, []],  # 0 is not False
        ["", "gray", [], None, ["", True], False, []],  # True is not 1
        ["", "gray", [], None, [""], False, []],
        ["", "gray", [], None, "", False, []],
        ["", 7, [], None, ["", 0], False, []],
        [None, "gray", [], None, ["", 0], False, []],
        [7, "gray", [], None, ["", 0], False, []],
        ["", "gray", [""], None, ["", 0], False, []],  # a word is no spot
        ["", "gray", [["", 1]], None, ["", 0], False, []],
        ["", "gray", "", None, ["", 0], False, []],  # nor are no words
        ["", "gray", [], "", ["", 0], False, []],  # nor a day
        ["", "gray", [], None, ["", 0], False, [0]],  # nothing holds itself
        ["", "gray", [], None, ["", 0], False, [1]],
        ["", "gray", [], None, ["", 0], False, [-1]],
        ["", "gray", [], None, ["", 0], False, [], 1],
        ["", "gray", [], None, ["", 0], False],
        [["", "", 0, ["a"]], "gray", [], None, ["", 0], False, []],  # what is filled in has a name
        [["", "", 0, [[0, ""]]], "gray", [], None, ["", 0], False, []],
        [["", "", False, []], "gray", [], None, ["", 0], False, []],
        [["{a}", "", 0, []], "gray", [], None, ["", 0], False, []],
    ],
)
def test_data_of_something_else_are_an_error(data: Any) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        FORM.value(data)


def test_a_class_that_cannot_be_written_is_refused_at_once() -> None:
    class Loose(Value):
        anything: Any

    with pytest.raises(TypeError):
        PlainForm(Loose)


KEY = bytes(range(32))
TEXT = "Resolution 71 (Rev. Buchrest 2018), Resolution 99999 (Dubai, 2018); Council Resolution 1332\n\na) =b;\na) c\n"


def test_a_judgement_comes_back_as_it_was_whatever_is_done_to_its_bytes() -> None:
    result = package.lint_text(TEXT * 3, as_of="2024-10-15").without_text().but(uncovered=())
    assert len(result.findings) > 5
    data = written(KEY, result)
    assert data is not None
    assert read(KEY, result.name, data) == result
    chance = Random(3)
    for _ in range(2000):
        at = chance.randrange(len(data))
        damaged = data[:at] + bytes([chance.randrange(256)]) + data[at + chance.randrange(3) :]
        assert read(KEY, result.name, damaged) == (result if damaged == data else None)
    assert read(KEY[::-1], result.name, data) is None


def test_all_of_a_judgement_is_kept() -> None:
    left_out = {"name", "errors", "citations", "language", "view", "mended", "postponed", "uncovered", "written"}
    assert set(FileResult._fields) - set(Judgement._fields) == left_out


def test_what_could_be_made_of_other_data_is_of_the_declared_types() -> None:
    form = PlainForm(Judgement)
    result = package.lint_text(TEXT, as_of="2024-10-15").without_text()
    kept = Judgement(*(getattr(result, field) for field in Judgement._fields))
    text = form.written(kept)
    chance = Random(4)
    odd = [None, True, -1, 0, 3, 10**30, 1.5, "", "x", [], [0], {}, [[]]]
    made = 0
    for _ in range(5000):
        other = json.loads(text)
        for _ in range(chance.randrange(1, 3)):
            inner = other
            while True:
                place = chance.randrange(len(inner))
                if not isinstance(inner[place], list) or not inner[place] or chance.random() < 0.1:
                    break
                inner = inner[place]
            inner[place] = chance.choice(odd)
        try:
            again = form.value(other)
        except (LookupError, TypeError, ValueError):
            continue
        made += 1
        assert form.value(json.loads(form.written(again))) == again
        for finding in again.findings:
            assert type(finding.start) is int
            assert type(finding.message) in (str, Said)
    assert made
