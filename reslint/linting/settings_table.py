"""A table of settings, and what it may hold: each key is read as what it has to be, whoever wrote it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reslint.api.finding import Severity
from reslint.documents.limits import Limits
from reslint.documents.model import ViewName
from reslint.errors import ReslintError, nearest
from reslint.plugins.rule_table import Selection
from reslint.sources.globs import usable
from reslint.storage.late import late

OFF = "off"
SIZE = late(r"(\d{1,15})\s*(?:([kmg])(i?b)?|b)?", re.IGNORECASE)
IN_BYTES = ("unpacked", "memory")
"""The limits that may be written as sizes."""
FACTORS = {"k": 1, "m": 2, "g": 3}


def size(text: str, source: str) -> int:
    """A size in bytes from "1000", "64 MiB", "10MB" or "2k"; ReslintError for anything else."""
    match = SIZE.fullmatch(text.strip())
    if match is None or not int(match[1]):
        raise ReslintError(source, f"{text!r} is not a size", "write bytes, or a number with KiB, MiB or GiB")
    base = 1000 if (match[3] or "").lower() == "b" else 1024
    power: int = FACTORS.get((match[2] or "").lower(), 0)
    return int(int(match[1]) * base**power)


def plain(value: object) -> object:
    """What a program gives, as a settings file would hold it: paths as strings, tuples and the like as lists."""
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [plain(inner) for inner in value]
    return value


class Table:
    """One table of settings, whose paths are relative to `root`; `source` names it in messages."""

    def __init__(self, table: dict[str, Any], source: str, root: Path) -> None:
        self.table = table
        self.source = source
        self.root = root

    def values(self) -> dict[str, Any]:
        """The fields of Settings that the table sets; ReslintError for unknown keys and values."""
        readers: dict[str, Callable[[str], Any]] = {
            "select": self.words,
            "extend-select": self.words,
            "ignore": self.words,
            "severity": self.severities,
            "per-file-ignores": self.ignores,
            "as-of": self.day,
            "view": lambda key: ViewName(self.one_of(key, [name.value for name in ViewName])),
            "include": self.globs,
            "exclude": self.globs,
            "registry": self.files,
            "rules-dir": lambda key: tuple(self.place(key, folder) for folder in self.words(key)),
            "unsafe-fixes": self.flag,
            "output-format": self.word,
            "baseline": lambda key: self.place(key, self.word(key)),
            "max-size": self.size,
            "limits": self.limits,
        }
        values: dict[str, Any] = {"root": self.root, "source": self.source}
        for key in self.table:
            if key not in readers:
                advice = nearest(key, readers) or f"the settings are {', '.join(readers)}"
                raise ReslintError(self.source, f"unknown setting {key!r}", advice)
            values[key.replace("-", "_")] = readers[key](key)
        severity = values.pop("severity", {})
        off = tuple(selector for selector, weight in severity.items() if weight is None)
        selection = Selection(
            self.source,
            values.pop("select", None),
            values.pop("extend_select", ()),
            (*values.pop("ignore", ()), *off),
        )
        values["selections"] = (selection,)
        values["severity"] = {selector: weight for selector, weight in severity.items() if weight is not None}
        return values

    def wrong(self, key: str, due: str, advice: str = "") -> ReslintError:
        return ReslintError(self.source, f"{key} has to be {due}", advice)

    def word(self, key: str) -> str:
        value = self.table[key]
        if not isinstance(value, str) or not value:
            raise self.wrong(key, "a string")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        value = self.table[key]
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.wrong(key, "a list of strings")
        return tuple(value)

    def files(self, key: str) -> tuple[Path, ...]:
        value = self.table[key]
        return tuple(
            self.place(key, name) for name in ((self.word(key),) if isinstance(value, str) else self.words(key))
        )

    def place(self, key: str, name: str) -> Path:
        """The path of a file or folder that a value names."""
        if "\0" in name:
            raise self.wrong(key, f"the name of a file or folder, not {name!r}")
        return self.root / name

    def flag(self, key: str) -> bool:
        value = self.table[key]
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def one_of(self, key: str, known: list[str], value: object = None) -> str:
        given = self.table[key] if value is None else value
        if given not in known:
            advice = nearest(str(given), known) or ""
            raise self.wrong(key, f"one of {', '.join(known)}, not {given!r}", advice)
        return str(given)

    def day(self, key: str) -> str:
        value = self.table[key]
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        if not isinstance(value, str) or not value:
            raise self.wrong(key, 'a string such as "PP-22", or a date')
        return value

    def size(self, key: str) -> int:
        value = self.table[key]
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise self.wrong(key, 'a number of bytes, or a string such as "64 MiB"')
        return size(value, f"{self.source}: {key}")

    def limits(self, key: str) -> Limits:
        known = Limits()._asdict()
        given = {}
        for name, value in self.mapping(key).items():
            if name not in known:
                advice = nearest(name, known) or f"the limits are {', '.join(known)}"
                raise ReslintError(self.source, f"unknown limit {name!r}", advice)
            given[name] = self._number(f"{key}.{name}", value, sized=name in IN_BYTES)
        return Limits(**given)

    def _number(self, key: str, value: object, *, sized: bool) -> int:
        if sized and isinstance(value, str):
            return size(value, f"{self.source}: {key}")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.wrong(key, 'a number of bytes, or a string such as "64 MiB"' if sized else "a number above 0")
        return value

    def severities(self, key: str) -> dict[str, Severity | None]:
        known = [*(severity.value for severity in Severity), OFF]
        result: dict[str, Severity | None] = {}
        for selector, value in self.mapping(key).items():
            word = self.one_of(f"{key}.{selector}", known, value)
            result[selector] = None if word == OFF else Severity(word)
        return result

    def globs(self, key: str) -> tuple[str, ...]:
        return usable(self.words(key), f"{self.source}: {key}")

    def ignores(self, key: str) -> dict[str, tuple[str, ...]]:
        result = {}
        usable(self.mapping(key), f"{self.source}: {key}")
        for glob, codes in self.mapping(key).items():
            if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
                raise self.wrong(f"{key}.{glob!r}", "a list of rules")
            result[glob] = tuple(codes)
        return result

    def mapping(self, key: str) -> dict[str, Any]:
        value = self.table[key]
        if not isinstance(value, dict):
            raise self.wrong(key, "a table")
        return value
