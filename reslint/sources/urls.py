"""Files beyond this machine: what is at a URL that fsspec knows, and its bytes."""

from __future__ import annotations

import os
import re

from reslint.errors import ReslintError
from reslint.storage.late import late

URL = late(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_url(path: str) -> bool:
    """Whether a path names something beyond this machine's files, such as "s3://papers/a.docx"."""
    return URL.match(path) is not None


def files_at(url: str, suffixes: frozenset[str]) -> list[str]:
    """The files of these suffixes at a URL and below, by their URLs, sorted; ReslintError where it cannot be read."""
    try:
        import fsspec

        system, path = fsspec.core.url_to_fs(url)
        found = [path] if system.isfile(path) else system.find(path)
        names = sorted(str(system.unstrip_protocol(one)) for one in found)
    except ImportError as error:
        raise ReslintError(
            url, f"URLs cannot be read ({error})", "pip install 'fsspec>=2024.1', and what it needs for them"
        ) from error
    except Exception as error:  # what a store of files may raise is its own affair
        raise ReslintError(
            url, f"cannot be read ({_line(error)})", "look whether it is there and may be read"
        ) from error
    return [name for name in names if os.path.splitext(name)[1].lower() in suffixes and "/~$" not in name]


def read_url(url: str, max_size: int) -> bytes:
    """The bytes at a URL; ReslintError where they cannot be had or are more than `max_size`."""
    try:
        import fsspec

        with fsspec.open(url, "rb") as file:
            data: bytes = file.read(max_size + 1)
    except Exception as error:  # as above
        raise ReslintError(url, f"the file cannot be read ({_line(error)})") from error
    if len(data) > max_size:
        raise ReslintError(url, f"the file is larger than {max_size:,} bytes", "raise --max-size to check it")
    return data


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
