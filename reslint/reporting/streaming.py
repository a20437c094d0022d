"""Write JSON piece by piece, so that a large report is never whole in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

INDENT = "  "
_written = json.JSONEncoder(ensure_ascii=False).encode


def json_pieces(value: Any) -> Iterator[str]:
    """A value as `json.dumps(…, indent=2)` writes it, with a line end; an iterator is a list, written as it comes.

    Iterators may stand at the top, in an object at any depth, or in one another, but not in a list.
    """
    yield from _pieces(value, "\n")
    yield "\n"


def _pieces(value: Any, newline: str) -> Iterator[str]:
    if not _streams(value):
        yield _laid_out(value, newline)
        return
    opening, closing = ("[", "]") if isinstance(value, Iterator) else ("{", "}")
    inner = newline + INDENT
    before = opening + inner
    for item in value if isinstance(value, Iterator) else value.items():
        yield before
        if opening == "{":
            name, item = item
            yield f"{_written(name)}: "
        yield from _pieces(item, inner)
        before = "," + inner
    yield opening + closing if before[0] == opening else newline + closing


def _laid_out(value: Any, newline: str) -> str:
    """A value in lines; the library lays out in Python, sign by sign, which takes three times as long."""
    inner = newline + INDENT
    if value and isinstance(value, Mapping):
        parts = [f"{_written(name)}: {_laid_out(part, inner)}" for name, part in value.items()]
        return f"{{{inner}{f',{inner}'.join(parts)}{newline}}}"
    if value and isinstance(value, list | tuple):
        parts = [_laid_out(part, inner) for part in value]
        return f"[{inner}{f',{inner}'.join(parts)}{newline}]"
    return _written(value)


def _streams(value: Any) -> bool:
    """Whether there is an iterator in a value, under names."""
    return isinstance(value, Iterator) or (isinstance(value, Mapping) and any(map(_streams, value.values())))
