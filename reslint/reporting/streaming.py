"""Write JSON piece by piece, so that a large report is never whole in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

INDENT = "  "


def json_pieces(value: Any) -> Iterator[str]:
    """A value as `json.dumps(…, indent=2)` writes it, with a line end; an iterator is a list, written as it comes.

    Iterators may stand at the top, in an object at any depth, or in one another, but not in a list.
    """
    yield from _pieces(value, "\n")
    yield "\n"


def _pieces(value: Any, newline: str) -> Iterator[str]:
    if not _streams(value):
        # A line end in a text is escaped, so that those which are written are all between values.
        yield json.dumps(value, ensure_ascii=False, indent=2).replace("\n", newline)
        return
    opening, closing = ("[", "]") if isinstance(value, Iterator) else ("{", "}")
    inner = newline + INDENT
    before = opening + inner
    for item in value if isinstance(value, Iterator) else value.items():
        yield before
        if opening == "{":
            name, item = item
            yield f"{json.dumps(name, ensure_ascii=False)}: "
        yield from _pieces(item, inner)
        before = "," + inner
    yield opening + closing if before[0] == opening else newline + closing


def _streams(value: Any) -> bool:
    """Whether there is an iterator in a value, under names."""
    return isinstance(value, Iterator) or (isinstance(value, Mapping) and any(map(_streams, value.values())))
