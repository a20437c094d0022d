"""Many files as one, which the worker of the page takes apart: see parts/bundle.js."""

from __future__ import annotations

import json
from collections.abc import Mapping

SIZE = 4


def bundled(files: Mapping[str, bytes]) -> bytes:
    """The length of a list of paths and lengths, in four bytes, the least first, that list as JSON, and all bytes."""
    head = json.dumps([[path, len(data)] for path, data in files.items()], separators=(",", ":")).encode()
    return len(head).to_bytes(SIZE, "little") + head + b"".join(files.values())
