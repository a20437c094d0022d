"""The cache, kept between runs because it can be built again: JSON under a fingerprint of what it was built from.

A fingerprint is the length and two checksums: a slip of the pen never keeps all three, nobody gains by a forgery in
their own cache, and hashlib would take 2 ms of every start. A missing, damaged or unwritable cache costs time, nothing
else.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from functools import lru_cache
from typing import Any
from zlib import adler32, crc32

from reslint.errors import ReslintError
from reslint.storage.private import is_trusted, private_folder
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
                if not is_trusted(os.fstat(file.fileno())):
                    return None
                checksum, _, written = file.read().partition(b"\n")
            if checksum.decode("ascii") != fingerprint(written):
                return None
            data = json.loads(written)
        except (OSError, ValueError):
            return None
        return data if isinstance(data, dict) else None

    def store(self, name: str, data: dict[str, Any]) -> None:
        """Keep data under a name, in one step and for this user alone; a folder that cannot be written is no reason to
        fail.
        """
        if self.folder is None:
            return
        written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        from reslint.storage.writing import write_file

        with suppress(OSError, ReslintError):
            if not os.path.isdir(self.folder):
                private_folder(self.folder)
            self._sweep(name)
            checked = fingerprint(written).encode("ascii") + b"\n" + written
            write_file(os.path.join(self.folder, name), checked, private=True)

    def private(self, *names: str) -> str | None:
        """A folder in this one that its owner alone gets into; None where there is none, and none can be made."""
        if self.folder is None:
            return None
        path = os.path.join(self.folder, *names)
        return path if private_folder(path) else None

    def _sweep(self, name: str) -> None:
        """Remove what earlier versions left where the disk was full."""
        part = re.compile(rf"{re.escape(name)}[a-z0-9_]{{8}}\.part")
        for entry in os.listdir(self.folder):
            if part.fullmatch(entry):
                with suppress(OSError):
                    os.unlink(os.path.join(self.folder or "", entry))


NO_CACHE = Cache(None)
TELLING = ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA", "USERPROFILE")
"""What of the environment tells where the user's cache folder is."""


def user_cache() -> Cache:
    """The cache of the user: in `RESLINT_CACHE_DIR` where that is set, else reslint's in the user's cache folder."""
    environment = os.environ
    named = environment.get("RESLINT_CACHE_DIR")
    if named:
        return Cache(os.path.abspath(named))
    return _usual_cache(*[environment.get(name) for name in TELLING])


@lru_cache(maxsize=1)
def _usual_cache(*_told: str | None) -> Cache:
    from platformdirs import user_cache_path

    return Cache(str(user_cache_path("reslint")))


def fingerprint(*parts: bytes) -> str:
    """What tells apart the things that kept data was built from."""
    whole = b"\0".join(parts)
    return f"{len(whole):x}-{crc32(whole):08x}{adler32(whole):08x}"
