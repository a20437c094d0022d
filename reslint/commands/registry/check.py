"""`reslint registry check`: whether a registry file may be believed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
def check(file: Path | None) -> None:
    """Say everything that is wrong with a registry file, that of reslint if none is named.

    Exits with 0 if nothing is, 1 if something is, 2 if the file could not be read.
    """
    from reslint.registry.checking import check as problems_of
    from reslint.resources import resource

    path = file or resource("registry.yaml")
    shown = os.path.relpath(path) if file is None else str(file)
    problems = problems_of(path)
    for problem in problems:
        click.echo(f"{shown}:{problem}")
    click.echo(f"{shown}: {len(problems)} to mend" if problems else f"{shown}: nothing wrong", err=True)
    sys.exit(1 if problems else 0)
