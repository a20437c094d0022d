"""The URIs of an editor: which file each names, if any."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from pygls.uris import to_fs_path

SUFFIXES = {"markdown": ".md", "plaintext": ".txt"}
"""What a draft without a name on disk is read as, by the editor's name of its language."""


def file_of(uri: str) -> str | None:
    """The path of the file that a URI names; None where it names none, or is no URI."""
    try:
        path = to_fs_path(uri)
    except ValueError:  # as of "http://[::1/x"
        return None
    return path if path and "\0" not in path else None


def name_of(uri: str, language: str = "") -> str:
    """The path of the file that a URI names, or a name with a suffix that tells the format where it names none."""
    path = file_of(uri)
    if path:
        return path
    try:
        words = urlsplit(uri).path
    except ValueError:
        words = uri
    name = PurePath(unquote(words).replace("\0", "")).name or "draft"
    suffix = SUFFIXES.get(language, ".txt")
    return name if PurePath(name).suffix in SUFFIXES.values() else name + suffix
