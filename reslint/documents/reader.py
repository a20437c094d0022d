"""The interface of a format: a reader turns the bytes of a file into a Document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import NamedTuple

from reslint.documents.model import Document


class Reader(NamedTuple):
    """One file format.

    `suffixes` are lower case with their dot. `read(data, name)` gives the document or raises ReslintError; `name` is
    the path as the user gave it, for messages. `marker` is the comment that silences a finding in this format, with
    `{code}` for the rule, or empty where the format has none. `needs()` says what must be installed before a file can
    be read, empty where all is there; the files of a folder that need something are counted and left out.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Document]
    marker: str = ""
    editable: bool = False
    """Whether the view's text is the decoded file, so that edits of the view can be written to it."""
    needs: Callable[[], str] = lambda: ""


def reader_for(name: str, readers: Iterable[Reader]) -> Reader | None:
    """The reader that takes files of this name's suffix; a later registered one wins over an earlier one."""
    suffix = PurePath(name).suffix.lower()
    found = None
    for reader in readers:
        if suffix in reader.suffixes:
            found = reader
    return found
