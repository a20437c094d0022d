"""Values: immutable, compared by what they hold, and fit to be sent to another process."""

from __future__ import annotations

import pickle

import pytest

from reslint import Applicability, Edit, Fix, Mistake, Place, RunRange, lint_text
from reslint.values import Record, Value, made


class Animal(Value):
    name: str
    legs: int = 4


class Dog(Animal):
    barks: bool = True


def test_a_value_is_made_of_its_fields_by_place_or_by_name() -> None:
    assert Animal("cat") == Animal(name="cat", legs=4)
    assert (Dog("rex", 3).name, Dog("rex", 3).legs, Dog("rex", 3).barks) == ("rex", 3, True)
    assert repr(Animal("cat")) == "Animal(name='cat', legs=4)"
    assert Animal("cat") != Dog("cat")
    match Animal("cat"):
        case Animal(name, legs):
            assert (name, legs) == ("cat", 4)


@pytest.mark.parametrize(
    ("given", "named", "reason"),
    [
        ((), {}, "Animal needs name"),
        (("cat", 4, 5), {}, "only 2 fields"),
        (("cat",), {"name": "dog"}, "no field name, or it is given twice"),
        (("cat",), {"wings": 2}, "no field wings"),
    ],
)
def test_what_does_not_fit_is_said(given: tuple[object, ...], named: dict[str, object], reason: str) -> None:
    with pytest.raises(TypeError, match=reason):
        Animal(*given, **named)


def test_a_field_without_a_default_cannot_follow_one_with_a_default() -> None:
    with pytest.raises(TypeError, match="the field sound has no default"):

        class Cow(Animal):
            sound: str


def test_a_value_does_not_change_and_makes_others() -> None:
    cat = Animal("cat")
    with pytest.raises(AttributeError, match=r"Animal does not change; Animal\.but makes another one"):
        cat.legs = 3  # type: ignore[misc]
    with pytest.raises(AttributeError, match="does not change"):
        del cat.legs
    with pytest.raises(AttributeError):
        cat.tail = 1  # type: ignore[attr-defined]
    assert cat.but(legs=3) == Animal("cat", 3)
    with pytest.raises(TypeError, match="no field tail"):
        cat.but(tail=1)
    assert cat == Animal("cat", 4)


def test_values_are_hashed_and_pickled_by_what_they_hold() -> None:
    fix = Fix((Edit(0, 1, "x"),), Applicability.SAFE)
    place = Place("¶ 1", "body", 1, (RunRange(0, 0, 0, 1),))
    assert len({fix, Fix((Edit(0, 1, "x"),), Applicability.SAFE), place, Mistake(0, 1, "x", fix=fix)}) == 3
    for value in (fix, place, Mistake(0, 1, "x", fix=fix)):
        assert pickle.loads(pickle.dumps(value)) == value
    result = lint_text("Resolution 71 (Rev. Dubai, 2018)\n", as_of="PP-22").without_text()
    assert pickle.loads(pickle.dumps(result)) == result
    assert result.findings[0].but(line=7).line == 7


class Plant(Value, often=True):
    name: str
    leaves: int = 0


def test_a_value_that_is_made_often_is_like_any_other() -> None:
    fern = Plant("fern", leaves=9)

    class Tree(Plant):
        height: float = 1.5

    assert (fern, repr(fern)) == (Plant(name="fern", leaves=9), "Plant(name='fern', leaves=9)")
    assert (fern.but(leaves=3), type(fern.but())) == (Plant("fern", 3), Plant)
    assert (Tree("oak").but(height=20).height, type(Tree("oak"))) == (20, Tree)
    for wrong in ({}, {"name": "fern", "roots": 2}):
        with pytest.raises(TypeError, match=r"name|roots"):
            Plant(**wrong)
    with pytest.raises(TypeError, match="Plant has no field roots"):
        fern.but(roots=2)
    with pytest.raises(AttributeError, match="does not change"):
        fern.leaves = 3  # type: ignore[misc]
    with pytest.raises(AttributeError, match="does not change"):
        del fern.but().leaves
    assert pickle.loads(pickle.dumps(fern)) == fern


class Herd(Record):
    animals: list[str] = made(factory=list)
    grazing: bool = False


def test_a_record_changes_and_has_what_is_made_anew_for_each() -> None:
    herd, other = Herd(grazing=True), Herd(["cow"])
    herd.animals.append("sheep")
    assert (herd.animals, herd.grazing, other.animals, other.grazing) == (["sheep"], True, ["cow"], False)
    assert Herd().animals == []
    assert herd != Herd(["sheep"], True)
    with pytest.raises(AttributeError):
        herd.horns = 2  # type: ignore[attr-defined]


@pytest.mark.parametrize(("given", "named"), [(([], True, 3), {}), (([],), {"animals": []}), ((), {"wings": 2})])
def test_a_record_refuses_what_is_no_field(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Herd(*given, **named)  # type: ignore[arg-type]
