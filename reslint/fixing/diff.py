"""What --fix would change, as a unified diff."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""`str.splitlines` would also cut at signs that are no line end in a file, such as a form feed."""


def diff(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff of a file, with the line ends of the file; none where nothing changes."""
    for line in difflib.unified_diff(LINE.findall(before), LINE.findall(after), name, name):
        yield line
        if not line.endswith("\n"):
            yield "\n\\ No newline at end of file\n"
