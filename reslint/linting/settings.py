"""The settings of a project: `[tool.reslint]` in pyproject.toml, or reslint.toml; the nearest file wins, nothing is
merged.

A path in a settings file is relative to its folder, and so are its globs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reslint.api.finding import Severity
from reslint.documents.limits import Limits
from reslint.documents.model import ViewName
from reslint.errors import ReslintError
from reslint.linting.settings_table import Table, plain
from reslint.plugins.rule_table import Selection
from reslint.sources.regular import read_regular
from reslint.storage.late import late
from reslint.values import Value

OWN_FILE = "reslint.toml"
SHARED_FILE = "pyproject.toml"
DEFAULT_MAX_SIZE = 64 * 1024 * 1024
# What a pyproject.toml with our table has to contain in some spelling; parsing every other one costs more.
SPEAKS = late(r"""tool[ \t]*\.[ \t]*["']?reslint|^[ \t]*["']?reslint["']?[ \t]*(?:\.|=[ \t]*\{)""", re.MULTILINE)
LARGEST = 1024 * 1024
"""So many bytes are read of a settings file."""
DEEPEST = 100
"""So many dots in a key are read; the time for more grows with their square."""
STRINGS = late(r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
ENDS = late(r"[=\[\]{},#\n]")
ADVICE = "mend the file"
Named = str | os.PathLike[str]
"""A file or folder, by its path."""


class Settings(Value):
    """The settings that hold for a file; the defaults are those of a folder without a settings file.

    `root` is the folder that globs are relative to, `source` the settings file as it is named in messages.
    `selections` are applied in order, the command line's last; `severity` maps codes, names, beginnings of
    codes or ALL to severities. `max_size` is in bytes, `limits` are those of what is read of a file.
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
    limits: Limits = Limits()

    @classmethod
    def of(
        cls,
        *,
        select: Iterable[str] | None = None,
        extend_select: Iterable[str] | None = None,
        ignore: Iterable[str] | None = None,
        severity: Mapping[str, str] | None = None,
        per_file_ignores: Mapping[str, Iterable[str]] | None = None,
        as_of: str | date | None = None,
        view: str | None = None,
        include: Iterable[str] | None = None,
        exclude: Iterable[str] | None = None,
        registry: Named | Iterable[Named] | None = None,
        rules_dir: Iterable[Named] | None = None,
        baseline: Named | None = None,
        max_size: int | str | None = None,
        limits: Mapping[str, int | str] | None = None,
    ) -> Settings:
        """The settings that a file with these keys would make; ReslintError for what it could not hold.

        What is None is as in a folder without settings. Paths and globs are relative to the current folder.
        """
        given = {
            "select": select,
            "extend-select": extend_select,
            "ignore": ignore,
            "severity": severity,
            "per-file-ignores": per_file_ignores,
            "as-of": as_of,
            "view": view,
            "include": include,
            "exclude": exclude,
            "registry": registry,
            "rules-dir": rules_dir,
            "baseline": baseline,
            "max-size": max_size,
            "limits": limits,
        }
        table = {key: plain(value) for key, value in given.items() if value is not None}
        return cls(**Table(table, "Settings.of", Path()).values())


def nearest_settings(folder: Path) -> Path | None:
    """The settings file that holds for files in `folder`: the first one going up that speaks of reslint.

    One that may speak of it and cannot be read is one, and so is what only has the name of reslint's own file, such as
    a folder: reading it says what is wrong.
    """
    for place in (folder, *folder.parents):
        own = place / OWN_FILE
        if os.path.lexists(own):
            return own
        shared = place / SHARED_FILE
        if shared.is_file() and _may_speak(shared):
            return shared
    return None


def _may_speak(shared: Path) -> bool:
    try:
        return _table(shared) is not None
    except ReslintError:
        return True


def read_settings(path: Path) -> Settings:
    """Read one settings file; ReslintError for one that cannot be read, and for unknown keys and values.

    Rules are not looked up here: which there are is known when the plugins are loaded.
    """
    source = os.path.relpath(path)
    table = _table(path)
    if table is None:
        raise ReslintError(source, "there is no table [tool.reslint]", f"add one, or name a {OWN_FILE}")
    return Settings(**Table(table, source, path.parent).values())


def _table(path: Path) -> dict[str, Any] | None:
    """The table of a settings file; None for a shared one that has none. ReslintError for anything else."""
    source = os.path.relpath(path)
    try:
        text = read_regular(path, LARGEST).decode("utf-8-sig")
        if path.name == SHARED_FILE and not SPEAKS.search(text):
            return None
        import tomllib

        _refuse_deep_keys(text)
        table = tomllib.loads(text)
    except FileNotFoundError as error:
        raise ReslintError(source, "no such file", "name one with settings") from error
    except OSError as error:
        raise ReslintError(source, f"the settings cannot be read ({error.strerror})", ADVICE) from error
    except RecursionError as error:
        raise ReslintError(source, "the settings cannot be read (they are nested too deeply)", ADVICE) from error
    except ValueError as error:  # no UTF-8, no TOML, or a number of more digits than Python reads
        raise ReslintError(source, f"the settings cannot be read ({error})", ADVICE) from error
    if path.name != SHARED_FILE:
        return table
    for name, key in (("tool", "tool"), ("tool.reslint", "reslint")):
        if key not in table:
            return None
        table = table[key]
        if not isinstance(table, dict):
            raise ReslintError(source, f"{name} has to be a table", ADVICE)
    return table


def _refuse_deep_keys(text: str) -> None:
    if any(part.count(".") > DEEPEST for part in ENDS.split(STRINGS.sub("", text))):
        raise RecursionError
