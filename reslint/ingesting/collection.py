"""The files of a bibliographic collection in the form of Relaton, one YAML file a text, as rows of a list of texts.

Of a file only what a catalogue needs is parsed: its relations and abstracts are many times as long. Both forms in which
such files were written are read: `docid` with `id` and `value`, and `docidentifier` with `content` and `at`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reslint.errors import ReslintError
from reslint.ingesting.publications import Row
from reslint.sources.regular import read_regular

FOLDER = "data"
"""Where a collection has its files; a folder may hold them itself."""
LARGEST = 16 * 1024 * 1024
WANTED = ("docid", "docidentifier", "title", "date", "link", "source", "status", "doctype", "ext")
BLOCK = re.compile(r"^(?P<name>[\w-]+):(?:[^\n]*)\n?(?:^(?:[ \t#-][^\n]*)?\n?)*", re.MULTILINE)
ITU_R = re.compile(r"R-REC-[A-Z]{1,4}\.[\d-]+-(?P<year>\d{4})(?P<month>\d\d)-(?P<letter>[A-Z])!")
LETTERS = {"I": "in-force", "S": "superseded", "W": "withdrawn", "P": "prepublished"}
"""What the address of a document of ITU-R tells of its status."""


def is_collection(folder: Path) -> bool:
    """Whether a folder holds such files, as the first of them tells."""
    first = next(iter(_files(folder)), None)
    return first is not None and any(name.startswith("doci") for name, _ in _blocks(_read(first)))


def rows_of_collection(folder: Path, source: str) -> Iterator[Row]:
    """A row for each file, in the order of their names; ReslintError for one that is no YAML or cannot be read."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    for path in _files(folder):
        wanted = "".join(block for name, block in _blocks(_read(path)) if name in WANTED)
        try:
            found = yaml.load(wanted, Loader=loader)
        except yaml.YAMLError as error:
            reason = " ".join(str(error).split())
            raise ReslintError(str(path), f"it is no YAML ({reason})", "fetch the collection again") from error
        if isinstance(found, dict):
            yield _row(found, source)


def _row(text: Mapping[str, Any], source: str) -> Row:
    named = [one for one in _list(text, "docid", "docidentifier") if one.get("primary") == "true"]
    names = [" ".join(_first(one, "id", "content").split()) for one in named]
    published = next((_first(one, "value", "at", "on") for one in _list(text, "date") if _is_published(one)), "")
    approved, status = published, _content(_table(text, "status").get("stage"))
    if names and names[0].startswith("ITU-R"):
        links = (_first(one, "content") for one in _list(text, "link", "source"))
        told = next((found for link in links if (found := ITU_R.search(link))), None)
        approved = f"{told['year']}-{told['month']}" if told else ""
        status = LETTERS.get(told["letter"], "") if told else status
    titles = _list(text, "title")
    english = [one for one in titles if one.get("language", "en") in ("en", ["en"])] or titles
    return {
        "identifier": names[0] if names else "",
        "kind": _content(text.get("doctype") or _table(text, "ext").get("doctype")),
        "approved": approved,
        "published": published,
        "status": status,
        "title": " ".join(_first(english[0], "content").split()) if english else "",
        "also": next((name for name in names[1:] if not name.startswith("ITU")), ""),
        "source": source,
    }


def _files(folder: Path) -> Sequence[Path]:
    inner = folder / FOLDER
    return sorted((inner if inner.is_dir() else folder).glob("*.yaml"))


def _read(path: Path) -> str:
    try:
        return read_regular(path, LARGEST).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise ReslintError(str(path), reason.lower(), "fetch the collection again") from error


def _blocks(content: str) -> Iterator[tuple[str, str]]:
    """The entries at the left margin, each with all that is below it."""
    for found in BLOCK.finditer(content):
        yield found["name"], found.group()


def _is_published(date: Mapping[str, Any]) -> bool:
    return date.get("type") == "published"


def _table(text: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = text.get(name)
    return value if isinstance(value, dict) else {}


def _list(text: Mapping[str, Any], *names: str) -> list[Mapping[str, Any]]:
    """The entries under the first name that is there, be it one or several."""
    value: Any = next((text[name] for name in names if name in text), [])
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _first(entry: Mapping[str, Any], *names: str) -> str:
    return next((entry[name] for name in names if isinstance(entry.get(name), str)), "")


def _content(value: Any) -> str:
    """A word that stands alone, or in a table of its own."""
    return (
        value
        if isinstance(value, str)
        else _first(value, "content", "type", "value")
        if isinstance(value, dict)
        else ""
    )
