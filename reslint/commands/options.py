"""The options that several commands share, and what they make of the settings of a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

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

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

REGISTRY = click.option(
    "--registry",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Lay this registry over that of reslint, or judge by it alone if it is a whole one. May be repeated.",
)
VIEW = click.option(
    "--view",
    type=click.Choice([name.value for name in ViewName]),
    help="Which side of tracked changes. [default: final]",
)
ISOLATED = click.option("--isolated", is_flag=True, help="Take no settings from any file.")
READING = (
    click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Use these settings for all files."),
    ISOLATED,
    REGISTRY,
    click.option("--max-size", metavar="SIZE", help="Refuse larger files, e.g. 10MiB. [default: 64MiB]"),
    click.option("--no-cache", is_flag=True, help="Neither use nor keep anything built before."),
)
AS_OF = click.option("--as-of", metavar="DAY", help="Judge as of a date, a conference, or `document`. [default: today]")
RULES_DIR = click.option(
    "--rules-dir",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="DIR",
    help="Add the rules of this folder. May be repeated.",
)


def reading_options(function: Decorated) -> Decorated:
    """Add the options that decide how files are read and what they are judged by."""
    for option in reversed(READING):
        function = option(function)
    return function


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
