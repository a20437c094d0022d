"""What can be built again is kept between runs, as JSON under a fingerprint of what it was built from.

A fingerprint is the length and two checksums: a slip of the pen never keeps all three, nobody gains by a forgery in
their own cache, and hashlib would take 2 ms of every start.

The folder is `RESLINT_CACHE_DIR` where that is set, else reslint's in the user's cache folder. A missing, damaged or
unwritable cache costs time, nothing else.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import adler32, crc32


def cache_folder() -> Path:
    """Where reslint keeps what it can rebuild."""
    named = os.environ.get("RESLINT_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("reslint")


def fingerprint(*parts: bytes) -> str:
    """What tells apart the things that kept data was built from."""
    whole = b"\0".join(parts)
    return f"{len(whole):x}-{crc32(whole):08x}{adler32(whole):08x}"


def recall(name: str) -> dict[str, Any] | None:
    """The data kept under a name; None where there is none or it is damaged."""
    try:
        content = (cache_folder() / name).read_bytes()
        checksum, _, written = content.partition(b"\n")
        if checksum.decode("ascii") != fingerprint(written):
            return None
        data = json.loads(written)
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) else None


def store(name: str, data: dict[str, Any]) -> None:
    """Keep data under a name, in one step; a folder that cannot be written is no reason to fail."""
    import tempfile

    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    folder = cache_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=name, suffix=".part", delete=False) as file:
            part = Path(file.name)
            file.write(fingerprint(written).encode("ascii") + b"\n" + written)
        try:
            part.replace(folder / name)
        except OSError:
            part.unlink(missing_ok=True)
