"""Load the registry quickly: a file is parsed and checked once for its content, and kept in reslint's cache."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reslint.registry.catalogue import Catalogue, is_catalogue
from reslint.registry.layers import is_whole, laid_over, read_bytes
from reslint.registry.registry import Registry
from reslint.registry.shelf import Shelf
from reslint.resources import resource
from reslint.storage.cache import Cache, fingerprint, user_cache

FORMAT = 6
"""Raised whenever the plain data or the checks change, so that what was kept before is not believed."""


def load(paths: Path | Sequence[Path] = (), further: Sequence[Path] = (), cache: Cache | None = None) -> Registry:
    """The registry that ships with reslint, or the whole one that the first of `paths` holds, with the entries of
    `further` files and then of `paths` laid over it. Those of these files that are catalogues lie over that of reslint.

    A file that is laid over another has any of the sections; its entries add to those before, or stand in the place of
    those with the same key. What was parsed is kept in `cache`, the user's if none is given. Raises ReslintError for a
    file that is missing, damaged, or breaks an invariant; its subject is the file and line.
    """
    named = [paths] if isinstance(paths, Path) else paths
    layers = layers_of(named, further)
    contents = [content for _, content in layers]
    name = f"registry-{FORMAT}-{fingerprint(*contents)}.json"
    cache = user_cache() if cache is None else cache
    kept = cache.recall(name)
    if kept is None:
        data, origins = parse(layers)
        kept = {"digest": _digest(contents), "data": data, "origins": origins}
        cache.store(name, kept)
    bundled = resource("registry.yaml")
    names = ["registry.yaml of reslint" if path == bundled else str(path) for path, _ in layers]
    own = [Catalogue(path).verified() for path in (*further, *named) if is_catalogue(path)]
    shelf = Shelf([Catalogue(resource("catalogue.tsv")), *own] if "sectors" in kept["data"] else own)
    return Registry(kept["data"], kept["digest"], kept["origins"], names, cache, shelf)


def layers_of(paths: Sequence[Path], further: Sequence[Path] = ()) -> list[tuple[Path, bytes]]:
    """The files that `load` lays over each other, the first one whole, each with its content."""
    given = [(path, read_bytes(path)) for path in paths if not is_catalogue(path)]
    own = given[:1] if given and is_whole(given[0][1]) else []
    bundled = resource("registry.yaml")
    whole = own or [(bundled, read_bytes(bundled))]
    return [
        *whole,
        *((path, read_bytes(path)) for path in further if not is_catalogue(path)),
        *given[len(own) :],
    ]


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
    from reslint.storage.digests import blake2b

    return blake2b(b"\0".join(contents), digest_size=16).hexdigest()


def _entries(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(section, key) for section, held in data.items() if isinstance(held, dict) for key in held]
