"""The files of a catalogue: the .po that people write and the .mo that is read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from catalogues.gathering import ROOT, Headed, template
from reslint.saying import LANGUAGES as ALL

LANGUAGES = ALL[1:]
"""The languages that have a catalogue; English is in the code."""
FOLDER = ROOT / "reslint" / "translations"
WIDTH = 120


def path_of(language: str, suffix: str) -> Path:
    """The file of a catalogue with this suffix."""
    return FOLDER / f"{language}{suffix}"


def read(language: str) -> Catalog:
    """The catalogue as people wrote it."""
    with open(path_of(language, ".po"), "rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def updated(catalogue: Catalog) -> Catalog:
    """The same with what the code says now: new messages without a translation, and none that it says no more."""
    made = Headed(catalogue.locale, header_comment=catalogue.header_comment, fuzzy=False)
    for message in template():
        if message.id:
            there = catalogue.get(message.id)
            words, flags = (there.string, set(there.flags)) if there else (None, ())
            made.add(message.id, words, message.locations, flags)
    return made


def written(catalogue: Catalog) -> bytes:
    """A catalogue as it stands in its .po."""
    file = BytesIO()
    write_po(file, catalogue, width=WIDTH, sort_by_file=True, include_lineno=False)
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as it stands in its .mo: with what nobody has checked, too, which is marked fuzzy."""
    file = BytesIO()
    write_mo(file, catalogue, use_fuzzy=True)
    return file.getvalue()
