"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from reslint.documents.model import ViewName

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
AS_OF = click.option(
    "--as-of", metavar="DAY", help="Judge as of a date, a month, a conference, or `document`. [default: today]"
)
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
