"""Tuples with names do what those of the standard library do."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from reslint import named


class Ours(named.NamedTuple):
    name: str
    legs: int = 4
    sounds: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        return f"{self.name} on {self.legs}"


class Theirs(typing.NamedTuple):
    name: str
    legs: int = 4
    sounds: tuple[str, ...] = ()


class Single(named.NamedTuple):
    only: int


class Puppy(Ours):
    """One that is told otherwise."""

    @property
    def told(self) -> str:
        return "small"


@pytest.mark.parametrize(
    ("given", "named_"),
    [(("cat",), {}), (("ant", 6), {}), ((), {"name": "dog", "sounds": ("wow",)}), (("bee", 6, ("bzz",)), {})],
)
def test_it_is_made_shown_and_taken_apart_as_theirs(given: tuple[Any, ...], named_: dict[str, Any]) -> None:
    ours, theirs = Ours(*given, **named_), Theirs(*given, **named_)
    assert tuple(ours) == tuple(theirs)
    assert repr(ours).replace("Ours", "Theirs") == repr(theirs)
    assert (ours._asdict(), ours._fields, hash(ours)) == (theirs._asdict(), theirs._fields, hash(theirs))
    assert tuple(ours._replace(legs=3)) == tuple(theirs._replace(legs=3))
    assert ours.told == f"{ours.name} on {ours[1]}"
    match ours:
        case Ours(name, legs):
            assert (name, legs) == ours[:2]


@pytest.mark.parametrize(
    ("given", "named_"), [((), {}), (("a", 1, (), 2), {}), (("a",), {"name": "b"}), (("a",), {"wings": 2})]
)
def test_it_refuses_what_theirs_refuse(given: tuple[Any, ...], named_: dict[str, Any]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError):
            kind(*given, **named_)
    for value in (Ours("a"), Theirs("a")):
        with pytest.raises(ValueError, match="unexpected field names"):
            value._replace(wings=2)  # type: ignore[call-arg]
        with pytest.raises(AttributeError):
            value.legs = 2  # type: ignore[misc]
    with pytest.raises(TypeError):
        Ours._make(["a"])


def test_it_is_sent_to_another_process_and_copied() -> None:
    for value in (Ours("cat", 4, ("meow",)), Puppy("rex"), Single(1)):
        for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
            assert (type(again), again) == (type(value), value)


def test_a_further_class_of_the_same_fields_is_its_own() -> None:
    assert (Puppy("rex").told, Ours("rex").told, Puppy("rex")._replace(legs=3).told) == ("small", "rex on 4", "small")
    assert isinstance(Puppy("rex"), Ours)


def test_a_field_without_a_default_comes_first() -> None:
    with pytest.raises(TypeError, match="without a default"):
        type(Ours)("Odd", (named.NamedTuple,), {"__annotations__": {"a": "int", "b": "int"}, "a": 1})
