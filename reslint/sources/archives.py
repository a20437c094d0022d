"""Paths of drafts in .zip archives: "papers.zip/annex/a.docx" is in papers.zip. No archive is opened to tell them."""

from __future__ import annotations

import os
from functools import lru_cache

SUFFIX = ".zip"


def is_archive(path: str) -> bool:
    """Whether a path is that of an archive, by its name."""
    return path.lower().endswith(SUFFIX) and os.path.isfile(path)


@lru_cache(maxsize=1024)
def split(path: str) -> tuple[str, str] | None:
    """The archive and the member that a path names; None for a file that is in none."""
    at = path.lower().find(SUFFIX + "/")
    while at >= 0:
        archive = path[: at + len(SUFFIX)]
        if os.path.isfile(archive):
            return archive, path[at + len(SUFFIX) + 1 :]
        at = path.lower().find(SUFFIX + "/", at + 1)
    return None
