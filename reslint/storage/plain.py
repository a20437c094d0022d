"""Values as plain data, lists and strings and numbers as JSON has them, and back: what a field holds is told by its
declaration, never by the data, so that nothing but the declared values comes of any data.

The data are a list of strings and values, each once and after those that it holds, which it names by their places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from operator import attrgetter
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
Writer = Callable[[Any, dict[Any, int]], Any]
"""Makes the data of something, and puts what it holds among the items written so far."""


class Fields:
    """The fields of a class: how all are had, the places of those that are as they are, with the type of each, and of
    the others, with what writes and reads each.
    """

    __slots__ = ("get", "kind", "made", "plain")

    def __init__(self, kind: Any) -> None:
        self.kind = kind
        self.get = _getter(kind)
        self.plain: list[tuple[int, type]] = []
        self.made: list[tuple[int, Writer, Reader]] = []


class PlainForm(Generic[V]):
    """The form that values of a class have as plain data.

    Fields may be values, named tuples, enumerations of strings, days, strings, numbers and tuples of them, and None. A
    string may be a message.
    Raises TypeError for a class with others.
    """

    def __init__(self, kind: type[V]) -> None:
        self._kind = kind
        self._writers: dict[type, Writer] = {}
        self._classes: list[Fields] = []
        self._add(Said)
        self._add(kind)

    def plain(self, value: V) -> list[Any]:
        """A value as plain data."""
        items: dict[Any, int] = {}
        self._writers[self._kind](value, items)
        return list(items)

    def value(self, data: Any) -> V:
        """The value of plain data; LookupError, TypeError or ValueError for data of none."""
        items: Items = []
        add = items.append
        classes = self._classes
        for item in data:
            if type(item) is str:
                add(item)
                continue
            number, *parts = item
            fields = classes[number]
            if len(parts) != len(fields.plain) + len(fields.made):
                raise ValueError("it has other fields")
            for at, kind in fields.plain:
                if type(parts[at]) is not kind:
                    raise ValueError(f"no {kind.__name__}")
            for at, _, read in fields.made:
                parts[at] = read(parts[at], items)
            add(fields.kind(*parts))
        if not items or not isinstance(items[-1], self._kind):
            raise ValueError("it ends with another value")
        found: V = items[-1]
        return found

    def _add(self, kind: Any) -> None:
        if kind in self._writers:
            return
        fields, number = Fields(kind), len(self._classes)
        self._classes.append(fields)

        def put(value: Any, items: dict[Any, int]) -> int:
            """What stands for a value of the class in the one that holds it."""
            parts = [number, *fields.get(value)]
            for at, write, _ in fields.made:
                parts[at + 1] = write(parts[at + 1], items)
            return items.setdefault(tuple(parts), len(items))

        self._writers[kind] = put
        hints = get_type_hints(kind)
        for at, name in enumerate(_fields(kind)):
            hint = hints[name]
            if hint in (int, bool):
                fields.plain.append((at, hint))
            else:
                fields.made.append((at, self._writer(hint), self._reader(hint)))

    def _writer(self, kind: Any) -> Writer:
        origin, arguments = get_origin(kind), get_args(kind)
        if kind in (int, bool):
            return lambda value, _: value
        if kind is str:
            said = self._writers[Said]
            return lambda value, items: (
                items.setdefault(value, len(items)) if type(value) is str else said(value, items)
            )
        if origin in (Union, UnionType) and len(arguments) == 2 and arguments[1] is NoneType:
            inner = self._writer(arguments[0])
            return lambda value, items: None if value is None else inner(value, items)
        if origin is tuple and arguments[1:] == (...,):
            each = self._writer(arguments[0])
            return lambda value, items: tuple([each(one, items) for one in value]) if value else ()
        if origin is tuple:
            writers = [self._writer(one) for one in arguments]
            return lambda value, items: tuple([write(one, items) for write, one in zip(writers, value, strict=True)])
        if isinstance(kind, type) and issubclass(kind, Enum):
            return lambda value, items: items.setdefault(value.value, len(items))
        if kind is date:
            return lambda value, items: items.setdefault(value.isoformat(), len(items))
        if isinstance(kind, type) and (issubclass(kind, Value) or hasattr(kind, "_fields")):
            self._add(kind)
            return self._writers[kind]
        raise TypeError(f"{kind} has no plain form")

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


def _getter(kind: Any) -> Callable[[Any], Iterable[Any]]:
    """What gives all fields of a value of a class, in order."""
    if issubclass(kind, tuple):
        return iter
    names = _fields(kind)
    return attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]


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
