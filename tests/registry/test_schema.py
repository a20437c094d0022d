"""The schema says to editors what the check says on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import reslint.registry
from reslint.registry import shapes
from reslint.registry.checking import check
from reslint.registry.reading import read
from reslint.resources import resource

SCHEMA = json.loads((Path(reslint.registry.__file__).parent / "schema.json").read_text("utf-8"))
DEFINED = {
    "bodies": "body",
    "sectors": "sector",
    "publications": "publication words",
    "places": "place",
    "conferences": "conference",
    "resolutions": "record",
    "unga": "assembly text",
}


def complaints(content: str) -> list[Any]:
    return list(Draft202012Validator(SCHEMA).iter_errors(read(content.encode(), "test").data))


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_registries_are_valid(small: str) -> None:
    assert complaints(small) == []
    assert complaints(resource("registry.yaml").read_text("utf-8")) == []


def test_schema_and_check_know_the_same_fields() -> None:
    assert set(SCHEMA["properties"]) == set(shapes.TOP)
    assert set(SCHEMA["required"]) == {name for name, shape in shapes.TOP.items() if shape.required}
    for section, name in DEFINED.items():
        fields = shapes.SECTIONS[section]
        assert set(SCHEMA["$defs"][name]["properties"]) == set(fields)
        required = {field for field, shape in fields.items() if shape.required}
        assert set(SCHEMA["$defs"][name].get("required", ())) == required


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("status: in force", "status: in-force"),
        ("title: A title", "titel: A title"),
        ("editions: [C19]", "editions: C19"),
        ("editions: [C19]", "editions: [19]"),
        ("suffix: 1}", "suffix: one}"),
        ("year: 2006", "year: '2006'"),
        ("cites: session", "cites: sessions"),
        ("forms: [78/265]", "form: [78/265]"),
        ("date: 2026-11-22", "date: today"),
        ("complete: true", "complete: false"),
        ("{revised: [PP-22]}", "{}"),
        ("  Geneva:", "  Geneva 2022:"),
        ("unga:", "unge:"),
        ("    cites: symbol\n", ""),
    ],
)
def test_damaged_registries_are_not_valid(small: str, written: str, instead: str) -> None:
    assert written in small
    broken = small.replace(written, instead, 1)
    assert complaints(broken)
    assert check(broken)
