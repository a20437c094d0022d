"""Load the registry quickly: a file is parsed and checked once for its content, and kept in reslint's cache."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import Any

from reslint.cache import recall, store
from reslint.errors import ReslintError
from reslint.registry.registry import Registry
from reslint.resources import resource

LARGEST = 64 * 1024 * 1024
FORMAT = 1
"""Raised whenever the plain data or the checks change, so that what was kept before is not believed."""


def load(path: Path | None = None) -> Registry:
    """The registry in `path`, or the one that ships with reslint.

    Raises ReslintError for a file that is missing, damaged, or breaks an invariant; its subject is the file and line.
    """
    source = path or resource("registry.yaml")
    content = read_bytes(source)
    digest = blake2b(content, digest_size=16).hexdigest()
    kept = f"registry-{FORMAT}-{digest}.json"
    data = recall(kept)
    if data is None:
        data = _parse(content, source)
        store(kept, data)
    return Registry(data, digest)


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


def _parse(content: bytes, path: Path) -> dict[str, Any]:
    from reslint.registry.checking import check_source
    from reslint.registry.reading import UnreadableRegistryError, read

    source = read(content, str(path))
    problems = check_source(source)
    if problems:
        first = problems[0]
        more = f" (and {len(problems) - 1} more problems)" if len(problems) > 1 else ""
        raise UnreadableRegistryError(str(path), first.line, f"{first.key}: {first.message}{more}", first.advice)
    data: dict[str, Any] = source.data
    return data
