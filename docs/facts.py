"""The shape of the registry, from its schema, and what is known of the facts, from its records."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from docs.coverage import COVERAGE_BLOCKS
from reslint.resources import PACKAGE

Schema = Mapping[str, Any]


@cache
def schema() -> Schema:
    """The JSON Schema of the registry file."""
    data: Schema = json.loads((PACKAGE / "registry" / "schema.json").read_text("utf-8"))
    return data


def _sections(_: str) -> str:
    return _table(schema(), "section")


def _fields(name: str) -> str:
    return _table(schema()["$defs"][name], "field")


def _table(of: Schema, what: str) -> str:
    required = of.get("required", ())
    lines = [f"| {what} | holds | meaning |", "|---|---|---|"]
    for name, field in of["properties"].items():
        shown = f"`{name}`{' (required)' if name in required else ''}"
        lines.append(f"| {shown} | {_holds(field)} | {field.get('description', '').rstrip('.')} |")
    return "\n".join(lines)


def _holds(field: Schema) -> str:
    """What a field may hold, in a word or two."""
    if "$ref" in field:
        return str(field["$ref"]).rsplit("/", 1)[-1]
    if "const" in field:
        return f"`{json.dumps(field['const'])}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "oneOf" in field:
        return " or ".join(_holds(one) for one in field["oneOf"])
    if field.get("type") == "array":
        return f"list of {_holds(field['items'])}"
    if field.get("type") == "object":
        inner = field.get("additionalProperties")
        if isinstance(inner, Mapping):
            return f"table of {_holds(inner)}"
        return " and ".join(f"`{name}`" for name in field.get("properties", ())) or "table"
    return {"integer": "whole number", "string": "text"}[field["type"]]


FACT_BLOCKS: dict[str, Callable[[str], str]] = {
    "registry-sections": _sections,
    "registry-fields": _fields,
    **COVERAGE_BLOCKS,
}
