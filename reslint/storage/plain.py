"""Values as plain data, lists and strings and numbers as JSON has them, and back: what a field holds is told by its
declaration, never by the data, so that nothing but the declared values comes of any data.

The data are a list of strings and values, each once and after those that it holds, which it names by their places.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from reslint.saying import Said
from reslint.values import Value

V = TypeVar("V")
Items = list[Any]
MESSAGE = ("template", "plural", "number", "values")
"""What a message is made of, in the order in which it is."""
Reader = Callable[[Any, Items], Any]
"""Makes something of its data and the items read so far; LookupError, TypeError or ValueError where it cannot."""


class PlainForm(Generic[V]):
    """The form that values of a class have as plain data.

    Fields may be values, named tuples, enumerations of strings, days, strings, numbers and tuples of them, and None. A
    string may be a message.
    Raises TypeError for a class with others.
    """

    def __init__(self, kind: type[V]) -> None:
        self._kind = kind
        self._numbers: dict[type, int] = {}
        self._classes: list[tuple[Any, list[Reader]]] = []
        self._add(Said)
        self._add(kind)

    def plain(self, value: V) -> list[Any]:
        """A value as plain data."""
        items: dict[Any, int] = {}
        self._put(value, items)
        return list(items)

    def value(self, data: Any) -> V:
        """The value of plain data; LookupError, TypeError or ValueError for data of none."""
        items: Items = []
        add = items.append
        classes = self._classes
        for item in data:
            if type(item) is str:
                add(item)
            else:
                number, *fields = item
                kind, readers = classes[number]
                add(kind(*[read(field, items) for read, field in zip(readers, fields, strict=True)]))
        if not items or not isinstance(items[-1], self._kind):
            raise ValueError("it ends with another value")
        found: V = items[-1]
        return found

    def _put(self, value: Any, items: dict[Any, int]) -> Any:
        """What stands for a value in the one that holds it."""
        kind = type(value)
        if kind is str:
            return items.setdefault(value, len(items))
        if kind is int or value is None or kind is bool:
            return value
        number = self._numbers.get(kind)
        if number is None:
            if kind is tuple:
                return tuple([self._put(one, items) for one in value])
            written = value.value if isinstance(value, Enum) else value.isoformat()
            return items.setdefault(written, len(items))
        put = self._put
        parts = value if issubclass(kind, tuple) else [getattr(value, field) for field in _fields(kind)]
        return items.setdefault((number, *[put(part, items) for part in parts]), len(items))

    def _add(self, kind: Any) -> None:
        if kind not in self._numbers:
            self._numbers[kind] = number = len(self._classes)
            self._classes.append((kind, []))
            hints = get_type_hints(kind)
            self._classes[number][1].extend(self._reader(hints[field]) for field in _fields(kind))

    def _reader(self, kind: Any) -> Reader:
        origin, arguments = get_origin(kind), get_args(kind)
        if kind in (int, bool):
            return _exactly(kind)
        if kind is str:
            return _item(str, Said)
        if origin in (Union, UnionType) and len(arguments) == 2 and arguments[1] is NoneType:
            inner = self._reader(arguments[0])
            return lambda data, items: None if data is None else inner(data, items)
        if origin is tuple and arguments[1:] == (...,):
            return _several(self._reader(arguments[0]))
        if origin is tuple:
            return _each([self._reader(one) for one in arguments])
        if isinstance(kind, type) and issubclass(kind, Enum):
            members = {member.value: member for member in kind}
            return lambda data, items: members[items[data]]
        if kind is date:
            return lambda data, items: date.fromisoformat(items[data])
        if isinstance(kind, type) and (issubclass(kind, Value) or hasattr(kind, "_fields")):
            self._add(kind)
            return _item(kind)
        raise TypeError(f"{kind} has no plain form")


def _exactly(kind: type) -> Reader:
    def read(data: Any, _items: Items) -> Any:
        if type(data) is not kind:
            raise ValueError(f"no {kind.__name__}")
        return data

    return read


def _fields(kind: Any) -> tuple[str, ...]:
    return MESSAGE if kind is Said else kind._fields


def _item(*kinds: type) -> Reader:
    def read(data: Any, items: Items) -> Any:
        found = items[data]
        if type(found) not in kinds:
            raise ValueError(f"no {kinds[0].__name__}")
        return found

    return read


def _several(inner: Reader) -> Reader:
    return lambda data, items: tuple([inner(one, items) for one in data]) if data else ()


def _each(readers: list[Reader]) -> Reader:
    return lambda data, items: tuple([read(one, items) for read, one in zip(readers, data, strict=True)])
