"""`reslint citations`: every citation as a record, for other programs."""

from __future__ import annotations

import sys
from typing import Any

import click

from reslint.commands.messages import say
from reslint.commands.options import AS_OF, VIEW, reading_options, start_run
from reslint.errors import ReslintError
from reslint.reporting.citations import citation_lines


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@AS_OF
@VIEW
@reading_options
@click.option("--stdin-filename", metavar="NAME", help="The name of what comes from standard input.")
def command(files: tuple[str, ...], **options: Any) -> None:
    """Print every citation as one JSON object a line; `-` is standard input.

    Exits with 2 if a file could not be read, else with 0.
    """
    run = start_run(**options)
    for name in run.names(files):
        linter = run.linter(name)
        try:
            data, _ = run.read(name)
            page = linter.page(linter.view(data, run.shown(name)))
        except ReslintError as error:
            run.errors.append(str(error))
            continue
        for line in citation_lines(page):
            click.echo(line, nl=False)
    say(run.report(()), judged_on=False)
    sys.exit(2 if run.errors else 0)
