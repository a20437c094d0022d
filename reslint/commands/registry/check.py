"""`reslint registry check`: whether registry files may be believed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from reslint.errors import ReslintError


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
def check(files: tuple[Path, ...]) -> None:
    """Say everything that is wrong with registry files, that of reslint if none is named.

    A file that is no whole registry is checked as it lies over that of reslint. Exits with 0 if nothing is
    wrong, 1 if something is, 2 if a file could not be read.
    """
    from reslint.ingesting.legible import illegible
    from reslint.registry.checking import check as problems_of
    from reslint.reporting.printable import printable
    from reslint.resources import resource

    status = 0
    for path in files or (Path(os.path.relpath(resource("registry.yaml"))),):
        try:
            problems = problems_of(path) or illegible(path)
        except ReslintError as error:
            click.echo(printable(f"error: {error}"), err=True)
            status = 2
            continue
        for problem in problems:
            click.echo(printable(f"{path}:{problem}"))
        click.echo(printable(f"{path}: {len(problems)} to mend" if problems else f"{path}: nothing wrong"), err=True)
        status = max(status, int(bool(problems)))
    sys.exit(status)
