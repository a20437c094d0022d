"""Values: small immutable classes, declared by their fields.

    class Edit(Value):
        start: int
        content: str = ""

They are made, compared, hashed, printed and pickled like frozen dataclasses, and are no tuples: a further field breaks
nobody. Declaring one takes some 20 microseconds of every start, a NamedTuple some 100. Making one takes longer than a
tuple, so that what is made by the thousand while a text is read is a NamedTuple. Of a class that is declared with
`often=True` the `__init__` is written when the first is made, and the `but` when it is first called, which takes 200
microseconds and leaves a fifth of each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any, ClassVar, Self, dataclass_transform

NOTHING: Mapping[str, Any] = MappingProxyType({})
OPEN = object.__dict__["__class__"].__set__
BUT = """
def but(self, **changes):
    if not _fields.issuperset(changes):
        raise TypeError(f"{{_closed.__name__}} has no field {{min(changes.keys() - _fields)}}")
    made = _new(_opened)
{copied}    for field, value in changes.items():
        setattr(made, field, value)
    made.__class__ = _closed
    return made
"""


@dataclass_transform(frozen_default=True)
class ValueType(type):
    """The type of values: what a class annotates are its fields, in order, after those of its base."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], *, often: bool = False
    ) -> ValueType:
        """Make the class; TypeError where a field without a default comes after one with a default."""
        inherited = next((base for base in bases if isinstance(base, ValueType)), None)
        own = [field for field, kind in namespace.get("__annotations__", {}).items() if "ClassVar" not in str(kind)]
        fields = (*(inherited._fields if inherited else ()), *own)
        defaults = {**(inherited._defaults if inherited else {})}
        defaults.update((field, namespace.pop(field)) for field in own if field in namespace)
        seen = False
        for field in fields:
            if seen and field not in defaults:
                raise TypeError(f"{name}: the field {field} has no default, and one before it has")
            seen = seen or field in defaults
        namespace.update(__slots__=tuple(own), __match_args__=fields, _fields=fields, _defaults=defaults)
        if inherited is not None and inherited._often:
            # What is written for the base makes values of the base.
            namespace = {"__init__": Value.__init__, "but": Value.but, **namespace}
        made = super().__new__(cls, name, bases, namespace)
        made._puts = tuple(getattr(made, field).__set__ for field in fields)
        made._often = often
        made._opened = None
        return made

    _fields: tuple[str, ...]
    _defaults: dict[str, Any]
    _puts: tuple[Callable[[object, Any], None], ...]
    _often: bool
    _opened: ValueType | None


class Value(metaclass=ValueType):
    """The base of values."""

    _fields: ClassVar[tuple[str, ...]]
    _defaults: ClassVar[dict[str, Any]]
    _puts: ClassVar[tuple[Callable[[object, Any], None], ...]]
    _often: ClassVar[bool]
    _opened: ClassVar[ValueType | None]

    def __init__(self, *given: Any, **named: Any) -> None:
        """Take the fields by position or by name; TypeError for one that is missing, unknown or given twice."""
        if self._often:
            own = type(self)
            opening = {"_open": OPEN, "_opened": _opened(own), "_closed": own}
            own.__init__ = _initialiser(own, opening)  # type: ignore[method-assign]
            own.__init__(self, *given, **named)
            return
        puts = self._puts
        if named or len(given) != len(puts):
            given = self._completed(given, named)
        for put, value in zip(puts, given, strict=True):
            put(self, value)

    def _completed(self, given: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
        defaults = self._defaults
        if not given and len(filled := {**defaults, **named}) == len(self._fields):
            # As nearly all that are named: without one too many, or one too few.
            with suppress(KeyError):
                return tuple([filled[field] for field in self._fields])
        try:
            values = [named.pop(field) if field in named else defaults[field] for field in self._fields[len(given) :]]
        except KeyError as error:
            raise TypeError(f"{type(self).__name__} needs {error.args[0]}") from None
        if named or len(given) > len(self._fields):
            wrong = f"no field {min(named)}, or it is given twice" if named else f"only {len(self._fields)} fields"
            raise TypeError(f"{type(self).__name__} has {wrong}")
        return (*given, *values)

    def but(self, **changes: Any) -> Self:
        """The same value with some fields changed; TypeError for a field that it has not."""
        if self._often:
            own = type(self)
            own.but = _copier(own)  # type: ignore[method-assign]
            return own.but(self, **changes)
        parts = dict(zip(self._fields, self._parts(), strict=True))
        parts.update(changes)
        if len(parts) != len(self._fields):
            raise TypeError(f"{type(self).__name__} has no field {min(changes.keys() - set(self._fields))}")
        return type(self)(*parts.values())

    def __setattr__(self, name: str, value: Any) -> None:
        """Values do not change."""
        raise AttributeError(f"{type(self).__name__} does not change; {type(self).__name__}.but makes another one")

    def __delattr__(self, name: str) -> None:
        """Values do not change."""
        raise AttributeError(f"{type(self).__name__} does not change")

    def _parts(self) -> tuple[Any, ...]:
        return tuple([getattr(self, field) for field in self._fields])

    def __eq__(self, other: object) -> bool:
        """Whether the other is of the same class and all fields are equal."""
        if self is other:
            return True
        if type(self) is not type(other) or not isinstance(other, Value):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self) -> int:
        """By all fields."""
        return hash(self._parts())

    def __repr__(self) -> str:
        """As it would be written."""
        return f"{type(self).__name__}({', '.join(f'{field}={getattr(self, field)!r}' for field in self._fields)})"

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        """Pickled as the class and its fields."""
        return type(self), self._parts()


class Made:
    """What makes the default of a field anew for every record: `items: list[str] = made(factory=list)`."""

    __slots__ = ("kind",)

    def __init__(self, kind: Callable[[], Any]) -> None:
        self.kind = kind


def made(*, factory: Callable[[], Any]) -> Any:
    """The default of a field of a record that is made anew for each."""
    return Made(factory)


@dataclass_transform(eq_default=False, field_specifiers=(made,))
class RecordType(type):
    """The type of records: what a class annotates are its fields, in order."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> RecordType:
        """Make the class, without anything that making one of its records needs."""
        fields = tuple(
            field for field, kind in namespace.get("__annotations__", {}).items() if "ClassVar" not in str(kind)
        )
        defaults = {field: namespace.pop(field) for field in fields if field in namespace}
        namespace.update(__slots__=fields, _fields=fields, _defaults=defaults)
        return super().__new__(cls, name, bases, namespace)


class Record(metaclass=RecordType):
    """The base of records: like values, but they change, are equal to themselves alone, and are soon made.

    The `__init__` of a class is written when its first record is made, since most files need few of them; a dataclass
    writes several methods of every class at every start, and imports what reads Python for it.
    """

    _fields: ClassVar[tuple[str, ...]]
    _defaults: ClassVar[dict[str, Any]]

    def __init__(self, *given: Any, **named: Any) -> None:
        """Take the fields by position or by name; TypeError for one that is missing, unknown or given twice."""
        own = type(self)
        own.__init__ = _initialiser(own)  # type: ignore[method-assign]
        own.__init__(self, *given, **named)


def _opened(kind: type[Value]) -> ValueType:
    """The class that a value is of until all of its fields are set, and then no more: it takes them as any object does.

    To set them by functions, as they must be set where they cannot be by their names, takes most of the time.
    """
    if kind._opened is None:
        settable = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
        kind._opened = ValueType(kind.__name__, (kind,), settable)
    return kind._opened


def _copier(kind: type[Value]) -> Any:
    """The `but` of a class, as one would write it."""
    names = {"_fields": set(kind._fields), "_new": object.__new__, "_opened": _opened(kind), "_closed": kind}
    copied = "".join(f"    made.{field} = self.{field}\n" for field in kind._fields)
    exec(BUT.format(copied=copied), names)
    return names["but"]


def _initialiser(kind: type[Value] | type[Record], opening: Mapping[str, Any] = NOTHING) -> Any:
    """What sets the fields of a class, as one would write it; `opening` lets them be set where they cannot be."""
    names: dict[str, Any] = {**opening}
    takes, sets = ["self"], []
    for field in kind._fields:
        value = field
        if field in kind._defaults:
            names[f"_{field}"] = default = kind._defaults[field]
            takes.append(f"{field}=_{field}")
            if isinstance(default, Made):
                names[f"_make_{field}"] = default.kind
                value = f"_make_{field}() if {field} is _{field} else {field}"
        else:
            takes.append(field)
        sets.append(f"    self.{field} = {value}\n")
    if opening:
        sets = ["    _open(self, _opened)\n", *sets, "    self.__class__ = _closed\n"]
    exec(f"def __init__({', '.join(takes)}):\n{''.join(sets)}", names)
    return names["__init__"]
