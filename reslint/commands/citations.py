"""`reslint citations`: every citation as a record, for other programs."""

from __future__ import annotations

import sys
from typing import Any

import click

from reslint.commands.messages import say
from reslint.commands.options import AS_OF, VIEW, reading_options
from reslint.commands.starting import start_run
from reslint.reporting.citations import CitationLines
from reslint.running.asking import ask


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
    for lines in ask(run, files, CitationLines()):
        for line in lines:
            click.echo(line, nl=False)
    say(run.report(()), judged_on=False)
    sys.exit(2 if run.errors else 0)
