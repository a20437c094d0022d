"""Tuples with names, declared as those of `typing` are, and soon declared.

`typing.NamedTuple` writes and compiles Python for every class at every start, some 100 microseconds each, and there are
sixty. Here the `__new__` of a class is written when its first tuple is made; the tuples are made as fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections.abc import Iterable

    try:
        from _collections import _tuplegetter as getter
    except ImportError:  # another Python than CPython
        from operator import itemgetter

        def getter(place: int, doc: str) -> property:
            """What gives the field at a place."""
            return property(itemgetter(place), doc=doc)

    class Named(type):
        """The type of tuples with names: what a class annotates are its fields, in order."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            """Make the class; TypeError where a field without a default comes after one with a default."""
            namespace.setdefault("__slots__", ())
            if bases and isinstance(bases[0], Named) and bases[0].__mro__[1] is tuple:
                fields = tuple(namespace.get("__annotations__", {}))
                defaults = {field: namespace[field] for field in fields if field in namespace}
                if any(field not in defaults for field in fields[len(fields) - len(defaults) :]):
                    raise TypeError(f"{name}: a field without a default comes after one that has one")
                namespace.update({field: getter(place, "") for place, field in enumerate(fields)})
                namespace.update(_fields=fields, _field_defaults=defaults, __match_args__=fields)
            return super().__new__(cls, name, bases, namespace)

    class NamedTuple(tuple, metaclass=Named):
        """The base of tuples with names, which does what that of `typing` does."""

        def __new__(cls, *given: Any, **named: Any) -> Any:
            """Take the fields by position or by name; TypeError for one that is missing, unknown or given twice."""
            own = next(base for base in cls.__mro__ if "_fields" in base.__dict__)
            own.__new__ = _new(own)
            return own.__new__(cls, *given, **named)

        @classmethod
        def _make(cls, fields: Iterable[Any]) -> Any:
            made = tuple.__new__(cls, fields)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, **changes: Any) -> Any:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            """As it would be written."""
            told = (f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(told)})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            """What it is made of again, by pickle and copy."""
            return tuple(self)

    def _new(named: type) -> Any:
        """What makes the tuples of a class, as one would write it."""
        fields = ", ".join(named._fields)
        comma = "," if len(named._fields) == 1 else ""
        made = eval(f"lambda _cls, {fields}: _new(_cls, ({fields}{comma}))", {"_new": tuple.__new__})
        made.__name__, made.__qualname__ = "__new__", f"{named.__qualname__}.__new__"
        made.__defaults__ = tuple(named._field_defaults.values())
        return staticmethod(made)
