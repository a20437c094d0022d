"""The shape of the registry, from its schema, and how far it goes, from its records."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from reslint.registry import Registry, load
from reslint.registry.coverage import coverage
from reslint.resources import PACKAGE

Schema = Mapping[str, Any]


@cache
def schema() -> Schema:
    """The JSON Schema of the registry file."""
    data: Schema = json.loads((PACKAGE / "registry" / "schema.json").read_text("utf-8"))
    return data


@cache
def registry() -> Registry:
    """The registry that ships with reslint."""
    return load()


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


def _coverage(_: str) -> str:
    known = registry()
    lines = ["| body | texts | whole history known | how far |", "|---|---|---|---|"]
    for body in known.bodies.values():
        records = list(known.records(body.key))
        count = _count(known, body.key)
        if not count:
            continue
        reach = str(coverage(known, body.key, known.date)).removeprefix(f"{body.key} ")
        complete = sum(record.complete for record in records) if records else "–"
        lines.append(f"| {body.key} | {count} | {complete} | {reach if records else 'adopted once, never revised'} |")
    unchecked = sum(record.checked is None for record in known.records())
    total = sum(1 for _ in known.records())
    without = [key for key in known.bodies if not _count(known, key)]
    return "\n".join(
        (
            f"The registry of {known.date} holds {total} ITU texts, {len(known.conferences)} conferences and sessions, "
            f"{len(known.places)} places.",
            f"{unchecked} of the texts are listed without having been checked through any conference.",
            "",
            *lines,
            "",
            f"Known by name, without any of their texts, so that these get no verdict: {', '.join(without)}.",
        )
    )


def _count(known: Registry, body: str) -> int:
    if known.bodies[body].cites == "symbol":
        return sum(1 for _ in known.assembly_texts())
    return sum(1 for _ in known.records(body))


FACT_BLOCKS: dict[str, Callable[[str], str]] = {
    "registry-sections": _sections,
    "registry-fields": _fields,
    "coverage": _coverage,
}
