"""Values as JSON and back: what a field holds is told by its declaration, never by the data, so that nothing but the
declared values comes of any data.

A value is the list of its fields, in order, and a message that of what it is made of. What holds one value several
times names it by its number from there on: as many were begun before it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from json import JSONEncoder
from operator import attrgetter
from sys import intern
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from reslint.saying import Said
from reslint.values import Value

V = TypeVar("V", bound=Value)
Begun = list[Any]
"""The values that were begun so far, None for those that are not read to their end."""
Reader = Callable[[Any, Begun], Any]
"""Makes something of its data; LookupError, TypeError or ValueError where it cannot."""
Lift = Callable[[Any], Any]
"""Takes apart the messages in something, which are strings for who writes JSON."""


class Shape:
    """The fields of a class of values: how all are had, the places of numbers, of strings (with whether they may be
    None) and of what is read, and of what messages may stand in.
    """

    __slots__ = ("get", "kind", "lifts", "numbers", "read", "size", "strings")

    def __init__(self, kind: type[Value]) -> None:
        names = kind._fields
        self.kind = kind
        self.size = len(names)
        self.get: Callable[[Any], tuple[Any, ...]] = (
            attrgetter(*names) if len(names) > 1 else lambda value: tuple([getattr(value, name) for name in names])
        )
        self.numbers: list[tuple[int, type]] = []
        self.strings: list[tuple[int, bool]] = []
        self.read: list[tuple[int, Reader]] = []
        self.lifts: list[tuple[int, Lift]] = []

    def plain(self, value: Any) -> Any:
        """The fields of a value, of which those are left to be written that are values again."""
        parts = self.get(value)
        if Said in map(type, parts):
            parts = tuple([_taken_apart(part) if type(part) is Said else part for part in parts])
        if self.lifts:
            lifted = list(parts)
            for at, lift in self.lifts:
                lifted[at] = lift(lifted[at])
            return lifted
        return parts

    def value(self, data: Any, begun: Begun) -> Any:
        """The value that its data tell, or that has their number."""
        if type(data) is int:
            found = begun[data] if data >= 0 else None
            if type(found) is not self.kind:
                raise ValueError(f"no {self.kind.__name__}")
            return found
        if type(data) is not list or len(data) != self.size:
            raise ValueError("it has other fields")
        number = len(begun)
        begun.append(None)
        for at, kind in self.numbers:
            if type(data[at]) is not kind:
                raise ValueError(f"no {kind.__name__}")
        for at, may_be_none in self.strings:
            word = data[at]
            if type(word) is str:
                data[at] = intern(word)
            elif word is not None or not may_be_none:
                data[at] = _message(word)
        for at, read in self.read:
            data[at] = read(data[at], begun)
        begun[number] = made = self.kind(*data)
        return made


class PlainForm(Generic[V]):
    """The form that values of a class have as JSON.

    Fields may be values, named tuples, enumerations of strings, days, strings, numbers and tuples of them, and None. A
    string may be a message.
    Raises TypeError for a class with others.
    """

    def __init__(self, kind: type[V]) -> None:
        self._shapes: dict[type, Shape] = {}
        self._whole = self._shape(kind)

    def written(self, value: V) -> str:
        """A value as JSON."""
        shapes = self._shapes
        numbers: dict[int, int] = {}  # by identity, of what the value holds and keeps for so long

        def plain(part: Any) -> Any:
            shape = shapes.get(type(part))
            if shape is None:
                return part.isoformat() if isinstance(part, date) else part.value
            new = len(numbers)
            number = numbers.setdefault(id(part), new)
            return shape.plain(part) if number == new else number

        return JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=plain).encode(value)

    def value(self, data: Any) -> V:
        """The value of what was read of JSON; LookupError, TypeError or ValueError for data of none."""
        found: V = self._whole.value(data, [])
        return found

    def _shape(self, kind: type[Value]) -> Shape:
        if kind in self._shapes:
            return self._shapes[kind]
        self._shapes[kind] = shape = Shape(kind)
        hints = get_type_hints(kind)
        for at, name in enumerate(kind._fields):
            hint = hints[name]
            if hint in (int, bool):
                shape.numbers.append((at, hint))
            elif hint is str or hint == (str | None):
                shape.strings.append((at, hint is not str))
            else:
                shape.read.append((at, self._reader(hint)))
                lift = _lift(hint)
                if lift is not None:
                    shape.lifts.append((at, lift))
        return shape

    def _reader(self, kind: Any) -> Reader:
        origin, arguments = get_origin(kind), get_args(kind)
        if kind in (int, bool):
            return _exactly(kind)
        if kind is str:
            return lambda data, _: data if type(data) is str else _message(data)
        if origin in (Union, UnionType) and len(arguments) == 2 and arguments[1] is NoneType:
            inner = self._reader(arguments[0])
            return lambda data, begun: None if data is None else inner(data, begun)
        if origin is tuple and arguments[1:] == (...,):
            return _several(self._reader(arguments[0]))
        if origin is tuple:
            return _each(tuple, [self._reader(one) for one in arguments])
        if isinstance(kind, type) and issubclass(kind, Enum):
            members = {member.value: member for member in kind}
            return lambda data, _: members[data]
        if kind is date:
            return lambda data, _: date.fromisoformat(data)
        if isinstance(kind, type) and issubclass(kind, Value):
            return self._shape(kind).value
        if hasattr(kind, "_make"):
            hints = get_type_hints(kind)
            return _each(kind._make, [self._reader(hints[name]) for name in kind._fields])
        raise TypeError(f"{kind} has no plain form")


def _lift(kind: Any) -> Lift | None:
    """What takes apart the messages in something of a type; None where there are none, or they are those of values."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is str:
        return _taken_apart
    if origin in (Union, UnionType) or arguments[1:] == (...,):
        inner = _lift(arguments[0])
        if inner is None:
            return None
        return _lift_several(inner) if origin is tuple else inner
    if hasattr(kind, "_make"):
        hints = get_type_hints(kind)
        arguments = tuple([hints[name] for name in kind._fields])
    lifts = [(at, lift) for at, lift in enumerate(map(_lift, arguments)) if lift is not None]
    return _lift_each(lifts) if lifts else None


def _lift_several(inner: Lift) -> Lift:
    return lambda value: [inner(one) for one in value] if value else value


def _lift_each(lifts: list[tuple[int, Lift]]) -> Lift:
    flat = all(lift is _taken_apart for _, lift in lifts)

    def lift(value: Any) -> Any:
        if value is None or (flat and Said not in map(type, value)):
            return value
        parts = list(value)
        for at, inner in lifts:
            parts[at] = inner(parts[at])
        return parts

    return lift


def _taken_apart(text: Any) -> Any:
    """What a message is made of; anything else as it is."""
    if type(text) is not Said:
        return text
    values = [(name, _taken_apart(value) if type(value) is Said else value) for name, value in text.values]
    return text.template, text.plural, text.number, values


def _message(data: Any) -> Said:
    """The message that is made of this; TypeError or ValueError where none is."""
    template, plural, number, values = data
    if type(template) is not str or type(plural) is not str or type(number) is not int or type(values) is not list:
        raise ValueError("no message")
    filled = []
    for name, value in values:
        if type(name) is not str:
            raise ValueError("no name")
        filled.append((name, value if type(value) is str else _message(value)))
    return Said(template, plural, number, tuple(filled))


def _exactly(kind: type) -> Reader:
    def read(data: Any, _begun: Begun) -> Any:
        if type(data) is not kind:
            raise ValueError(f"no {kind.__name__}")
        return data

    return read


def _several(inner: Reader) -> Reader:
    def read(data: Any, begun: Begun) -> Any:
        if type(data) is not list:
            raise ValueError("no list")
        return tuple([inner(one, begun) for one in data])

    return read


def _each(make: Callable[[Any], Any], readers: list[Reader]) -> Reader:
    def read(data: Any, begun: Begun) -> Any:
        if type(data) is not list:
            raise ValueError("no list")
        return make([read(one, begun) for read, one in zip(readers, data, strict=True)])

    return read
