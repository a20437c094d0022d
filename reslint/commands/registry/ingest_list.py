"""`reslint registry ingest` of a bibliographic collection, its list or its files: a new catalogue, shown as what it
changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from reslint.errors import ReslintError
from reslint.ingesting.catalogue_changes import changes
from reslint.ingesting.collection import is_collection, rows_of_collection
from reslint.ingesting.publications import Row, catalogue_of, is_list, rows_of_list
from reslint.registry.catalogue import is_catalogue
from reslint.reporting.summary import counted
from reslint.resources import PACKAGE, resource
from reslint.sources.regular import read_regular
from reslint.storage.writing import replace_file, write_file

LARGEST = 256 * 1024 * 1024
COLLECTION = "relaton-data-itu"
"""What a folder of files is said to be of, as the list is."""


def list_among(files: Sequence[str]) -> str | None:
    """The file that is such a list, or the folder of a collection; None where none is. ReslintError where others are
    named with it.
    """
    found = [name for name in files if (is_collection(Path(name)) if Path(name).is_dir() else _is_list(name))]
    if found and len(files) > 1:
        raise ReslintError(found[0], "a list is taken in alone", "name the other files in a further command")
    return found[0] if found else None


def ingest_list(name: str, registry: Sequence[Path], day: date, *, write: bool, allow_loss: bool) -> int:
    """Show what the list changes in the catalogue that is named last, else in that of reslint, and write it if asked.

    Gives the exit status: 0 if nothing is new or all is written, else 1. ReslintError where the list has lost what was
    known, unless that is allowed, and where the catalogue of an installed reslint would be written.
    """
    path = registry[-1] if registry else resource("catalogue.tsv")
    shown = str(path) if registry else os.path.relpath(path)
    if write and not registry and path.parent == PACKAGE:
        reason = "that of reslint is replaced with its next version"
        raise ReslintError(shown, reason, "name a catalogue of your own with --registry; it lies over that of reslint")
    before = _content(str(path)) if path.exists() else b""
    if before and not is_catalogue(path):
        raise ReslintError(shown, "it is no catalogue", "name a catalogue, or a file that is not there yet")
    after = catalogue_of(list(_rows(name)), day)
    found = changes(before, after)
    for line in found.lines:
        click.echo(line)
    if found.loses and not allow_loss:
        reason = f"the list lacks {found.gone} of {found.before} editions that were known"
        raise ReslintError(name, reason, "see whether it is whole; --allow-loss takes it in all the same")
    fate = ""
    if after != before:
        fate = ", written" if write else "; --write writes this"
        if write:
            replace_file(shown, before, after) if before else write_file(shown, after)
    said = f"{counted(found.new, 'new edition', 'new editions')}, {counted(found.gone, 'edition', 'editions')} gone"
    click.echo(f"{shown}: {said}{fate}", err=True)
    return int(after != before and not write)


def _is_list(name: str) -> bool:
    return name.lower().endswith(".csv") and is_list(_content(name))


def _rows(name: str) -> Iterator[Row]:
    if Path(name).is_dir():
        return rows_of_collection(Path(name), COLLECTION)
    return rows_of_list(_content(name), name)


def _content(name: str) -> bytes:
    try:
        return read_regular(Path(name), LARGEST)
    except OSError as error:
        raise ReslintError(name, (error.strerror or str(error)).lower(), "name a file that can be read") from error
