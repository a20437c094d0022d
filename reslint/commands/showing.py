"""What `reslint check` would check, and by which settings: the files, and the settings as a file of them would be."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path

import click

from reslint.commands.messages import say
from reslint.errors import ReslintError
from reslint.linting.fingerprint import path_told
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.reporting.printable import printable
from reslint.running.run import Run

UNSAID = ("root", "source", "selections")
"""What Settings hold beyond the keys of a file; what the selections come to is said as `select`."""
BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def print_files(run: Run, paths: Iterable[str]) -> int:
    """Print the name of every file; 2 if one is not there."""
    for name in run.names(paths):
        click.echo(printable(run.shown(name)))
    return _status(run)


def print_settings(run: Run, paths: Iterable[str]) -> int:
    """Print the settings of each settings file that holds for some of the files; 2 if a file is not there."""
    names: dict[Linter, list[str]] = {}
    for name in run.names(paths):
        try:
            names.setdefault(run.linter(name), []).append(run.shown(name))
        except ReslintError as error:
            run.errors.append(str(error))
    for linter, files in names.items():
        more = f" and {len(files) - 1} more" if len(files) > 1 else ""
        source = linter.settings.source
        whose = "no settings file" if source == Settings().source else source
        click.echo(printable(f"# {files[0]}{more}: by {whose}"))
        for line in _lines(linter):
            click.echo(printable(line))
    return _status(run)


def _status(run: Run) -> int:
    say(run.report(()), judged_on=False)
    return 2 if run.errors else 0


def _lines(linter: Linter) -> Iterator[str]:
    settings = linter.settings
    yield f"select = {_value(sorted(linter.chosen))}"
    for name in Settings._fields:
        value = getattr(settings, name)
        if name not in UNSAID and value is not None:
            day = f"  # {linter.day}" if name == "as_of" and linter.day else ""
            yield f"{name.replace('_', '-')} = {_value(value)}{day}"


def _value(value: object) -> str:
    """A value as TOML has it."""
    if isinstance(value, bool | int):
        return json.dumps(value)
    if isinstance(value, Path):
        return json.dumps(path_told(str(value)), ensure_ascii=False)
    if isinstance(value, Enum):
        return json.dumps(value.value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(key)} = {_value(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, Iterable):
        return f"[{', '.join(map(_value, value))}]"
    raise TypeError(f"no setting holds {type(value).__name__}")


def _key(key: str) -> str:
    return key if key and BARE.issuperset(key) else json.dumps(key, ensure_ascii=False)
