"""Load the registry quickly: the file is parsed once per content and kept as JSON in the user's cache folder.

The folder is the one that the platform gives to reslint; the environment variable `RESLINT_CACHE_DIR` names another.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reslint.registry.reading import UnreadableRegistryError, read, read_bytes
from reslint.registry.registry import Registry
from reslint.resources import resource

FORMAT = 1
"""Raised whenever the plain data or the checks change, so that older cache files are not believed."""


def load(path: Path | None = None) -> Registry:
    """The registry in `path`, or the one that ships with reslint.

    Raises ReslintError for a file that is missing, damaged, or breaks an invariant; its subject is the file and line.
    """
    source = path or resource("registry.yaml")
    content = read_bytes(source)
    digest = blake2b(content, digest_size=16).hexdigest()
    kept = cache_folder() / f"registry-{FORMAT}-{digest}.json"
    data = _recall(kept)
    if data is None:
        data = _parse(content, source)
        _keep(kept, data)
    return Registry(data, digest)


def cache_folder() -> Path:
    """Where reslint keeps what it can rebuild."""
    named = os.environ.get("RESLINT_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("reslint")


def _parse(content: bytes, path: Path) -> dict[str, Any]:
    from reslint.registry.checking import check_source

    source = read(content, str(path))
    problems = check_source(source)
    if problems:
        first = problems[0]
        more = f" (and {len(problems) - 1} more problems)" if len(problems) > 1 else ""
        raise UnreadableRegistryError(str(path), first.line, f"{first.key}: {first.message}{more}", first.advice)
    data: dict[str, Any] = source.data
    return data


def _recall(kept: Path) -> dict[str, Any] | None:
    """The data kept under this name; None where there is none or it is damaged."""
    try:
        content = kept.read_bytes()
        checksum, _, written = content.partition(b"\n")
        if checksum.decode("ascii") != _checksum(written):
            return None
        data = json.loads(written)
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) else None


def _keep(kept: Path, data: dict[str, Any]) -> None:
    """Write the data in one step; a folder that cannot be written is no reason to fail."""
    import tempfile

    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, prefix=kept.stem, suffix=".part", delete=False) as file:
            part = Path(file.name)
            file.write(_checksum(written).encode("ascii") + b"\n" + written)
        try:
            part.replace(kept)
        except OSError:
            part.unlink(missing_ok=True)


def _checksum(written: bytes) -> str:
    return blake2b(written, digest_size=16).hexdigest()
