"""A run as a command starts it: what its options make of the settings of a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reslint.commands.messages import note
from reslint.documents.model import ViewName
from reslint.errors import ReslintError
from reslint.linting.settings import Settings, read_settings
from reslint.linting.settings_table import size
from reslint.plugins.rule_table import Selection
from reslint.running.run import Run
from reslint.running.spec import STDIN, RunSpec
from reslint.sources.globs import usable
from reslint.storage.cache import NO_CACHE


def start_run(
    *,
    config: Path | None = None,
    isolated: bool = False,
    no_cache: bool = False,
    force_exclude: bool = False,
    stdin_filename: str | None = None,
    known: bool = True,
    **given: Any,
) -> Run:
    """A run under the settings of the files, changed by the options that were given (None where they were
    not).

    Unless `known`, a baseline of the settings is not heeded. Raises ReslintError for options that mean
    nothing. Whose rules are run is said on standard error before they are.
    """
    if isolated and config:
        raise ReslintError("--isolated", "it takes no settings, and --config names some", "leave out one of them")
    selection = Selection(
        "command line",
        words(given.pop("select", ())) or None,
        words(given.pop("extend_select", ())),
        words(given.pop("ignore", ())),
    )
    changes = {key: value for key, value in given.items() if value is not None and value != ()}
    if "max_size" in changes:
        changes["max_size"] = size(changes["max_size"], "--max-size")
    for name in ("include", "exclude"):
        usable(changes.get(name, ()), f"--{name}")
    if not known:
        changes["baseline"] = None
    if "view" in changes:
        changes["view"] = ViewName(changes["view"])
    return Run(
        RunSpec.here(
            cache=NO_CACHE if no_cache else None,
            settings=Settings() if isolated else read_settings(config) if config else None,
            changes=(("selections", (selection,)), *changes.items()),
            force_exclude=force_exclude,
            stdin_name=stdin_filename or STDIN,
        ),
        _once(note),
    )


def _once(say: Callable[[str], None]) -> Callable[[str], None]:
    """Say each line once, though the run may be made anew."""
    said: set[str] = set()

    def tell(line: str) -> None:
        if line not in said:
            said.add(line)
            say(line)

    return tell


def words(values: tuple[str, ...]) -> tuple[str, ...]:
    """The entries of an option that may be repeated and may hold several, with commas."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())
