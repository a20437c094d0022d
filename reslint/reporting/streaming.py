"""Write one JSON object piece by piece, so that a large report is never whole in memory."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

INDENT = "  "


def json_pieces(fields: Mapping[str, Any]) -> Iterator[str]:
    """The object as `json.dumps(…, indent=2)` writes it, with a line end; an iterator among the values is a list."""
    opening = "{\n"
    for name, value in fields.items():
        yield f"{opening}{INDENT}{json.dumps(name)}: "
        opening = ",\n"
        if not isinstance(value, Iterator):
            yield _indented(value, 1)
            continue
        before = "[\n"
        for item in value:
            yield f"{before}{INDENT * 2}{_indented(item, 2)}"
            before = ",\n"
        yield "[]" if before == "[\n" else f"\n{INDENT}]"
    yield "\n}\n" if fields else "{}\n"


def _indented(value: Any, depth: int) -> str:
    return textwrap.indent(json.dumps(value, ensure_ascii=False, indent=2), INDENT * depth).lstrip(" ")
