"""Load the registry quickly: a file is parsed and checked once for its content, and kept in reslint's cache."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reslint.cache import fingerprint, recall, store
from reslint.errors import ReslintError
from reslint.registry.registry import Registry
from reslint.resources import resource

LARGEST = 64 * 1024 * 1024
FORMAT = 4
"""Raised whenever the plain data or the checks change, so that what was kept before is not believed."""
# A file that has bodies or words of its own is a registry of its own; any other lies over one.
WHOLE = re.compile(rb"^(?:vocabulary|bodies)[ ]*:", re.MULTILINE)


def load(paths: Path | Sequence[Path] = (), further: Sequence[Path] = ()) -> Registry:
    """The registry that ships with reslint, or the whole one that the first of `paths` holds, with the entries of
    `further` files and then of `paths` laid over it.

    A file that is laid over another has any of the sections; its entries add to those before, or stand in the place of
    those with the same key. Raises ReslintError for a file that is missing, damaged, or breaks an invariant; its
    subject is the file and line.
    """
    layers = layers_of([paths] if isinstance(paths, Path) else paths, further)
    contents = [content for _, content in layers]
    name = f"registry-{FORMAT}-{fingerprint(*contents)}.json"
    kept = recall(name)
    if kept is None:
        data, origins = parse(layers)
        kept = {"digest": _digest(contents), "data": data, "origins": origins}
        store(name, kept)
    bundled = resource("registry.yaml")
    names = ["registry.yaml of reslint" if path == bundled else str(path) for path, _ in layers]
    return Registry(kept["data"], kept["digest"], kept["origins"], names)


def layers_of(paths: Sequence[Path], further: Sequence[Path] = ()) -> list[tuple[Path, bytes]]:
    """The files that `load` lays over each other, the first one whole, each with its content."""
    given = [(path, read_bytes(path)) for path in paths]
    own = given[:1] if given and WHOLE.search(given[0][1]) else []
    bundled = resource("registry.yaml")
    whole = own or [(bundled, read_bytes(bundled))]
    return [*whole, *((path, read_bytes(path)) for path in further), *given[len(own) :]]


def read_bytes(path: Path) -> bytes:
    """The content of a registry file; ReslintError where there is none or far too much."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReslintError(str(path), reason, "name a registry file, such as the registry.yaml of reslint") from error
    if len(content) > LARGEST:
        raise ReslintError(str(path), "larger than 64 MiB, no registry is", "split it or name another file")
    return content


def parse(layers: Sequence[tuple[Path, bytes]]) -> tuple[dict[str, Any], dict[str, list[list[int]]]]:
    """The plain data of the first file with the entries of the others, checked after each of them; and where the
    entries of the others stand.

    An origin is the number of the layer and the line, from 1; there are several where one entry stands in the place of
    another, the one that holds last. Raises ReslintError as `load` does.
    """
    from reslint.registry.checking import check_source
    from reslint.registry.reading import Source, UnreadableRegistryError, read

    data: dict[str, Any] = {}
    lines: list[dict[tuple[str | int, ...], int]] = []
    origins: dict[str, list[list[int]]] = {}
    for number, (path, content) in enumerate(layers):
        source = read(content, str(path))
        if number and source.data is None:
            continue
        if number and isinstance(source.data, dict):
            for section, key in _entries(source.data):
                before = [[earlier, at[section, key]] for earlier, at in enumerate(lines) if (section, key) in at]
                origins[f"{section} {key}"] = [*before, [number, source.lines[section, key]]]
            source = Source(laid_over(data, source.data), source.lines)
        problems = check_source(source)
        if problems:
            first = problems[0]
            more = f" (and {len(problems) - 1} more problems)" if len(problems) > 1 else ""
            raise UnreadableRegistryError(str(path), first.line, f"{first.key}: {first.message}{more}", first.advice)
        data = source.data
        lines.append(source.lines)
    return data, origins


def _digest(contents: Sequence[bytes]) -> str:
    """What names these facts in reports, for everybody and for ever."""
    from hashlib import blake2b

    return blake2b(b"\0".join(contents), digest_size=16).hexdigest()


def _entries(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(section, key) for section, held in data.items() if isinstance(held, dict) for key in held]


def laid_over(data: Mapping[str, Any], further: Mapping[str, Any]) -> dict[str, Any]:
    """Every section with the entries of both; the later of the two dates."""
    merged = dict(data)
    for section, entries in further.items():
        if isinstance(entries, dict) and isinstance(data.get(section), dict):
            merged[section] = {**data[section], **entries}
        elif section == "date" and isinstance(entries, str):
            merged[section] = max(entries, data[section])
        elif entries is not None or section not in data:
            merged[section] = entries
    if isinstance(merged.get("sources"), dict):
        # An entry that is replaced takes with it the sources that it alone had named.
        named = set(named_sources(merged))
        own = further.get("sources") or {}
        merged["sources"] = {slug: text for slug, text in merged["sources"].items() if slug in named or slug in own}
    return merged


def named_sources(data: Mapping[str, Any]) -> Iterator[str]:
    """Every source that an entry names, in short or in full."""
    for section in ("conferences", "resolutions", "unga"):
        held = data.get(section)
        for entry in held.values() if isinstance(held, dict) else ():
            if isinstance(entry, dict):
                sources, listed = entry.get("sources"), entry.get("listed")
                named = [
                    *(sources if isinstance(sources, list) else ()),
                    *(listed.values() if isinstance(listed, dict) else ()),
                ]
                yield from (source for source in named if isinstance(source, str))
