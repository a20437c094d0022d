"""`reslint registry check`: whether registry files may be believed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reslint.errors import ReslintError

if TYPE_CHECKING:
    from reslint.registry.shadows import Shadow


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
def check(files: tuple[Path, ...]) -> None:
    """Say everything that is wrong with registry files, that of reslint if none is named.

    A file that is no whole registry is checked as it lies over that of reslint; which of its records hide what reslint
    says by now is said, too, and is nothing wrong. Exits with 0 if nothing is wrong, 1 if something is, 2 if a file
    could not be read.
    """
    from reslint.ingesting.legible import illegible
    from reslint.registry.catalogue import Catalogue, is_catalogue
    from reslint.registry.checking import check as problems_of
    from reslint.reporting.printable import printable
    from reslint.reporting.summary import counted
    from reslint.resources import resource

    status = 0
    for path in files or (Path(os.path.relpath(resource("registry.yaml"))),):
        try:
            if is_catalogue(path):
                faults = list(Catalogue(path).faults())
                for fault in faults:
                    click.echo(printable(f"{path}: {fault}"))
                click.echo(printable(f"{path}: {'to be written anew' if faults else 'nothing wrong'}"), err=True)
                status = max(status, int(bool(faults)))
                continue
            problems = problems_of(path) or illegible(path)
        except ReslintError as error:
            click.echo(printable(f"error: {error}"), err=True)
            status = 2
            continue
        for problem in problems:
            click.echo(printable(f"{path}:{problem}"))
        hiding = [] if problems else list(_shadows(path))
        for shadow in hiding:
            click.echo(printable(f"{path}:{shadow}"))
        verdict = f"{len(problems)} to mend" if problems else "nothing wrong"
        verdict += f", {counted(len(hiding), 'record')} to look at" if hiding else ""
        click.echo(printable(f"{path}: {verdict}"), err=True)
        status = max(status, int(bool(problems)))
    sys.exit(status)


def _shadows(path: Path) -> Iterator[Shadow]:
    """The records of a file that hide what reslint says; none for a whole registry."""
    from reslint.registry import load
    from reslint.registry.layers import is_whole, read_bytes
    from reslint.registry.shadows import shadows

    if not is_whole(read_bytes(path)):
        yield from shadows(load(path), load())
