"""How a record looks in registry.yaml, so that what is learnt reads like what was written by hand.

A line has at most WIDTH characters where blanks allow it. Lists stand in brackets on one line, but sources that are
written out have a line each.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reslint.registry.invariants import SLUG
from reslint.registry.shapes import DAY

WIDTH = 110
STEP = 2


def fields_of(record: Mapping[str, Any], indent: int) -> dict[str, list[str]]:
    """The lines of every field of a record, without line ends, by name; `indent` is the number of blanks before
    each name.
    """
    return {name: list(_field(name, value, indent)) for name, value in record.items()}


def key_line(key: str, indent: int) -> str:
    """The line that opens a record."""
    return f"{' ' * indent}{_scalar(key)}:"


def _field(name: str, value: Any, indent: int) -> Iterator[str]:
    lead = f"{' ' * indent}{_scalar(name)}:"
    line = f"{lead} {_flow(value)}" if isinstance(value, dict | list) else ""
    if isinstance(value, list):
        if _in_brackets(name, value, line):
            yield from _wrapped(f"{lead} ", _flow(value), indent + STEP)
            return
        yield lead
        for one in value:
            yield from item(one, indent + STEP)
    elif isinstance(value, dict):
        if len(line) <= WIDTH:
            yield line
            return
        yield lead
        for inner, held in value.items():
            yield from _field(inner, held, indent + STEP)
    else:
        yield from _wrapped(f"{lead} ", _scalar(value), indent + STEP)


def _in_brackets(name: str, value: Sequence[Any], line: str) -> bool:
    if name == "sources":
        return all(SLUG.fullmatch(one) for one in value) and len(line) <= WIDTH
    return len(line) <= WIDTH or not any(isinstance(one, dict) for one in value)


def item(value: Any, indent: int) -> Iterator[str]:
    """The lines of an item of a list."""
    lead = f"{' ' * indent}- "
    if not isinstance(value, dict):
        yield from _wrapped(lead, _scalar(value), indent + STEP)
    elif len(lead) + len(_flow(value)) <= WIDTH:
        yield f"{lead}{_flow(value)}"
    else:
        lines = [line for name, held in value.items() for line in _field(name, held, indent + STEP)]
        yield f"{lead}{lines[0].lstrip()}"
        yield from lines[1:]


def _wrapped(lead: str, value: str, indent: int) -> list[str]:
    """The value behind its lead, in pieces where its blanks mean no more than that; YAML reads them as one."""
    if len(lead) + len(value) <= WIDTH or "  " in value or value.startswith('"'):
        return [f"{lead}{value}"]
    return textwrap.wrap(
        value,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _flow(value: Mapping[str, Any] | Sequence[Any] | Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(name, flow=True)}: {_flow(held)}" for name, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value, flow=True)


def _scalar(value: Any, *, flow: bool = False) -> str:
    """A value as YAML writes it on one line."""
    import yaml

    if isinstance(value, str) and DAY.fullmatch(value):
        return value
    held = [value] if flow else value
    written: str = yaml.safe_dump(held, default_flow_style=flow, allow_unicode=True, width=10**9)
    written = written.removesuffix("\n").removesuffix("\n...")
    return written[1:-1] if flow else written
