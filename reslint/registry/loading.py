"""Load the registry quickly: a file is parsed and checked once for its content, and kept in reslint's cache."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reslint.cache import fingerprint, recall, store
from reslint.errors import ReslintError
from reslint.registry.registry import Registry
from reslint.resources import resource

LARGEST = 64 * 1024 * 1024
FORMAT = 3
"""Raised whenever the plain data or the checks change, so that what was kept before is not believed."""


def load(path: Path | None = None, further: Sequence[Path] = ()) -> Registry:
    """The registry in `path`, or the one that ships with reslint, with the entries of `further` files.

    A further file has any of the sections; its entries add to those before, or stand in the place of those with the
    same key. Raises ReslintError for a file that is missing, damaged, or breaks an invariant; its subject is the file
    and line.
    """
    paths = (path or resource("registry.yaml"), *further)
    contents = [read_bytes(source) for source in paths]
    name = f"registry-{FORMAT}-{fingerprint(*contents)}.json"
    kept = recall(name)
    if kept is None:
        kept = {"digest": _digest(contents), "data": _parse(contents, paths)}
        store(name, kept)
    return Registry(kept["data"], kept["digest"])


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


def _digest(contents: Sequence[bytes]) -> str:
    """What names these facts in reports, for everybody and for ever."""
    from hashlib import blake2b

    return blake2b(b"\0".join(contents), digest_size=16).hexdigest()


def _parse(contents: Sequence[bytes], paths: Sequence[Path]) -> dict[str, Any]:
    """The plain data of the first file with the entries of the others; checked after each of them."""
    from reslint.registry.checking import check_source
    from reslint.registry.reading import Source, UnreadableRegistryError, read

    data: dict[str, Any] = {}
    for content, path in zip(contents, paths, strict=True):
        source = read(content, str(path))
        if data and isinstance(source.data, dict):
            source = Source(_laid_over(data, source.data), source.lines)
        problems = check_source(source)
        if problems:
            first = problems[0]
            more = f" (and {len(problems) - 1} more problems)" if len(problems) > 1 else ""
            raise UnreadableRegistryError(str(path), first.line, f"{first.key}: {first.message}{more}", first.advice)
        data = source.data
    return data


def _laid_over(data: dict[str, Any], further: dict[str, Any]) -> dict[str, Any]:
    """Every section with the entries of both; the date stays that of the first."""
    merged = dict(data)
    for section, entries in further.items():
        if isinstance(entries, dict) and isinstance(data.get(section), dict):
            merged[section] = {**data[section], **entries}
        elif section not in data:
            merged[section] = entries
    return merged
