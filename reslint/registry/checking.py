"""Check a registry file: a wrong fact does more harm than a missing one, so every slip is named with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reslint.errors import nearest
from reslint.registry.invariants import broken
from reslint.registry.layers import is_whole, laid_over, read_bytes
from reslint.registry.reading import Source, Steps, UnreadableRegistryError, read
from reslint.registry.shapes import SECTIONS, TOP, Complaint
from reslint.registry.words import misshapen_words
from reslint.resources import resource


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a registry file; `line` counts from 1, `key` is the record and field it stands in."""

    line: int
    key: str
    message: str
    advice: str

    def __str__(self) -> str:
        return f"{self.line}: {self.key}: {self.message}; {self.advice}"


def check(registry: Path | str | bytes) -> list[Problem]:
    """Everything wrong with a registry, by line; nothing when it may be used.

    A Path is read (ReslintError where that fails), other values are the content of a file. What is no whole registry is
    checked as it lies over the one that ships with reslint.
    """
    given = read_bytes(registry) if isinstance(registry, Path) else registry
    content = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    try:
        source = read(content, "registry")
    except UnreadableRegistryError as error:
        return [Problem(error.line, "file", error.reason, error.advice)]
    if isinstance(source.data, dict) and source.data and not is_whole(content):
        bundled = resource("registry.yaml")
        source = Source(laid_over(read(read_bytes(bundled), str(bundled)).data, source.data), source.lines)
    return check_source(source)


def check_source(source: Source) -> list[Problem]:
    """Everything wrong with what was read; how facts hang together is looked at once every field has its shape."""
    if not isinstance(source.data, dict):
        return [Problem(1, "file", "not a registry", "begin with date, bodies, vocabulary and the other sections")]
    found = [_problem(source, path, complaint) for path, complaint in _misshapen(source.data)]
    found = found or [_problem(source, path, complaint) for path, complaint in broken(source.data)]
    return sorted(found)


def _problem(source: Source, path: Steps, complaint: Complaint) -> Problem:
    line = next((source.lines[path[:depth]] for depth in range(len(path), -1, -1) if path[:depth] in source.lines), 1)
    shown = path[1:] if len(path) > 1 else path
    key = ", ".join(str(step) for step in shown if isinstance(step, str)) or "file"
    return Problem(line, key, *complaint)


def _misshapen(data: Mapping[str, Any]) -> Iterator[tuple[Steps, Complaint]]:
    for name, shape in TOP.items():
        if name not in data:
            if shape.required:
                yield (), (f"the section {name!r} is missing", "add it")
            continue
        complaint = shape.complaint(data[name])
        if complaint:
            yield (name,), complaint
    for name in data:
        if name not in TOP:
            yield (name,), (f"{name!r} is no section", nearest(name, TOP) or f"sections are {', '.join(TOP)}")
    for section, fields in SECTIONS.items():
        yield from _records(section, data.get(section, {}), fields)
    yield from _sources(data.get("sources", {}))
    yield from misshapen_words(data.get("vocabulary", {}))


def _records(section: str, records: Any, fields: Mapping[str, Any]) -> Iterator[tuple[Steps, Complaint]]:
    if not isinstance(records, dict):
        yield (section,), ("not a table", "write one key for each record")
        return
    for key, record in records.items():
        if not isinstance(record, dict):
            yield (section, key), ("nothing is said of it", f"add fields such as {', '.join(list(fields)[:3])}")
            continue
        if not key.strip():
            yield (section, key), ("the key is empty", "name the record")
        for name, value in record.items():
            if name not in fields:
                advice = nearest(name, fields) or f"fields are {', '.join(fields)}"
                yield (section, key, name), (f"{name!r} is no field of {section}", advice)
                continue
            complaint = fields[name].complaint(value)
            if complaint:
                yield (section, key, name), complaint
        for name, shape in fields.items():
            if shape.required and name not in record:
                yield (section, key), (f"{name!r} is missing", "add it")


def _sources(sources: Any) -> Iterator[tuple[Steps, Complaint]]:
    if not isinstance(sources, dict):
        yield ("sources",), ("not a table", "write a short name and the source for each")
        return
    for slug, text in sources.items():
        if not isinstance(text, str) or not text.strip():
            yield ("sources", slug), ("not a text", "say where the facts were read")
