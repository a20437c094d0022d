"""The cache, kept between runs because it can be built again: JSON under a fingerprint of what it was built from.

A fingerprint is the length and two checksums: a slip of the pen never keeps all three, nobody gains by a forgery in
their own cache, and hashlib would take 2 ms of every start. A missing, damaged or unwritable cache costs time, nothing
else.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import adler32, crc32

from reslint.values import Value


class Cache(Value):
    """A folder to keep things in; None to keep and know nothing."""

    folder: str | None

    def recall(self, name: str) -> dict[str, Any] | None:
        """The data kept under a name; None where there is none or it is damaged."""
        if self.folder is None:
            return None
        try:
            with open(os.path.join(self.folder, name), "rb") as file:
                checksum, _, written = file.read().partition(b"\n")
            if checksum.decode("ascii") != fingerprint(written):
                return None
            data = json.loads(written)
        except (OSError, ValueError):
            return None
        return data if isinstance(data, dict) else None

    def store(self, name: str, data: dict[str, Any]) -> None:
        """Keep data under a name, in one step; a folder that cannot be written is no reason to fail."""
        if self.folder is None:
            return
        import tempfile

        written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        folder = Path(self.folder)
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=folder, prefix=name, suffix=".part", delete=False) as file:
                part = Path(file.name)
                file.write(fingerprint(written).encode("ascii") + b"\n" + written)
            try:
                part.replace(folder / name)
            except OSError:
                part.unlink(missing_ok=True)


NO_CACHE = Cache(None)


def user_cache() -> Cache:
    """The cache of the user: in `RESLINT_CACHE_DIR` where that is set, else reslint's in the user's cache folder."""
    named = os.environ.get("RESLINT_CACHE_DIR")
    if named:
        return Cache(os.path.abspath(named))
    from platformdirs import user_cache_path

    return Cache(str(user_cache_path("reslint")))


def fingerprint(*parts: bytes) -> str:
    """What tells apart the things that kept data was built from."""
    whole = b"\0".join(parts)
    return f"{len(whole):x}-{crc32(whole):08x}{adler32(whole):08x}"
