"""Registry files that lie over each other: which are whole, how their entries come together, and their bytes."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reslint.errors import ReslintError
from reslint.sources.regular import read_regular

LARGEST = 64 * 1024 * 1024
REQUIRED = re.compile(rb"^(vocabulary|bodies)[ ]*:", re.MULTILINE)


def is_whole(content: bytes) -> bool:
    """Whether a file is a registry of its own: it has bodies as well as the words to read citations by.

    Any other lies over a registry, to which it may well bring a further body or a further language.
    """
    return len(set(REQUIRED.findall(content))) > 1


def read_bytes(path: Path) -> bytes:
    """The content of a registry file; ReslintError where there is none or far too much."""
    try:
        return read_regular(path, LARGEST)
    except OSError as error:
        if error.errno == errno.EFBIG:
            advice = "split it or name another file"
            raise ReslintError(str(path), "larger than 64 MiB, no registry is", advice) from error
        reason = (error.strerror or str(error)).lower()
        raise ReslintError(str(path), reason, "name a registry file, such as the registry.yaml of reslint") from error


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
