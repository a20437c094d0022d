"""What a project asks for: `[tool.reslint]` in pyproject.toml, or reslint.toml; the nearest file wins,
nothing is merged.

A path in a settings file is relative to its folder, and so are its globs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reslint.api.finding import Severity
from reslint.documents.model import ViewName
from reslint.errors import ReslintError, nearest
from reslint.plugins.rule_table import Selection
from reslint.values import Value

OWN_FILE = "reslint.toml"
SHARED_FILE = "pyproject.toml"
OFF = "off"
DEFAULT_MAX_SIZE = 64 * 1024 * 1024
SIZE = re.compile(r"(\d{1,15})\s*(?:([kmg])(i?b)?|b)?", re.IGNORECASE)
# What a pyproject.toml with our table has to contain in some spelling; parsing every other one costs more.
SPEAKS = re.compile(r"""tool\s*\.\s*["']?reslint|^\s*["']?reslint["']?\s*(?:\.|=\s*\{)""", re.MULTILINE)
FACTORS = {"k": 1, "m": 2, "g": 3}


class Settings(Value):
    """The settings that hold for a file; the defaults are those of a folder without a settings file.

    `root` is the folder that globs are relative to, `source` the settings file as it is named in messages.
    `selections` are applied in order, the command line's last; `severity` maps codes, names, beginnings of
    codes or ALL to severities. `max_size` is in bytes.
    """

    root: Path = Path()
    source: str = "settings"
    selections: tuple[Selection, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    per_file_ignores: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    as_of: str = "today"
    view: ViewName = ViewName.FINAL
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    registry: tuple[Path, ...] = ()
    rules_dir: tuple[Path, ...] = ()
    unsafe_fixes: bool = False
    output_format: str = "full"
    baseline: Path | None = None
    max_size: int = DEFAULT_MAX_SIZE


def nearest_settings(folder: Path) -> Path | None:
    """The settings file that holds for files in `folder`: the first one going up that speaks of reslint."""
    for place in (folder, *folder.parents):
        own = place / OWN_FILE
        if own.is_file():
            return own
        shared = place / SHARED_FILE
        if shared.is_file() and _table(shared) is not None:
            return shared
    return None


def read_settings(path: Path) -> Settings:
    """Read one settings file; ReslintError for one that cannot be read, and for unknown keys and values.

    Rules are not looked up here: which there are is known when the plugins are loaded.
    """
    source = os.path.relpath(path)
    table = _table(path)
    if table is None:
        raise ReslintError(source, "there is no table [tool.reslint]", f"add one, or name a {OWN_FILE}")
    return _Reading(table, source, path.parent).settings()


def size(text: str, source: str) -> int:
    """A size in bytes from "1000", "64 MiB", "10MB" or "2k"; ReslintError for anything else."""
    match = SIZE.fullmatch(text.strip())
    if match is None or not int(match[1]):
        raise ReslintError(source, f"{text!r} is not a size", "write bytes, or a number with KiB, MiB or GiB")
    base = 1000 if (match[3] or "").lower() == "b" else 1024
    power: int = FACTORS.get((match[2] or "").lower(), 0)
    return int(int(match[1]) * base**power)


def _table(path: Path) -> dict[str, Any] | None:
    import tomllib

    source = os.path.relpath(path)
    try:
        text = path.read_text("utf-8-sig")
        if path.name == SHARED_FILE and not SPEAKS.search(text):
            return None
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReslintError(source, f"the settings cannot be read ({error})", "mend the file") from error
    if path.name != SHARED_FILE:
        return data
    table = data.get("tool", {}).get("reslint")
    return table if isinstance(table, dict) else None


class _Reading:
    """Reads the values of one table, each as what it has to be."""

    def __init__(self, table: dict[str, Any], source: str, root: Path) -> None:
        self.table = table
        self.source = source
        self.root = root

    def settings(self) -> Settings:
        readers: dict[str, Callable[[str], Any]] = {
            "select": self.words,
            "extend-select": self.words,
            "ignore": self.words,
            "severity": self.severities,
            "per-file-ignores": self.globs,
            "as-of": self.day,
            "view": lambda key: ViewName(self.one_of(key, [name.value for name in ViewName])),
            "include": self.words,
            "exclude": self.words,
            "registry": self.files,
            "rules-dir": lambda key: tuple(self.root / folder for folder in self.words(key)),
            "unsafe-fixes": self.flag,
            "output-format": self.word,
            "baseline": lambda key: self.root / self.word(key),
            "max-size": self.size,
        }
        values: dict[str, Any] = {}
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
        values["severity"] = {selector: weight for selector, weight in severity.items() if weight is not None}
        return Settings(root=self.root, source=self.source, selections=(selection,), **values)

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
        return tuple(self.root / name for name in ((self.word(key),) if isinstance(value, str) else self.words(key)))

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
        return value.isoformat() if hasattr(value, "isoformat") else self.word(key)

    def size(self, key: str) -> int:
        value = self.table[key]
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise self.wrong(key, 'a number of bytes, or a string such as "64 MiB"')
        return size(value, f"{self.source}: {key}")

    def severities(self, key: str) -> dict[str, Severity | None]:
        known = [*(severity.value for severity in Severity), OFF]
        result: dict[str, Severity | None] = {}
        for selector, value in self.mapping(key).items():
            word = self.one_of(f"{key}.{selector}", known, value)
            result[selector] = None if word == OFF else Severity(word)
        return result

    def globs(self, key: str) -> dict[str, tuple[str, ...]]:
        result = {}
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
