"""`reslint registry`: see what the registry says, how far it may be believed, and bring it up to date."""

from __future__ import annotations

import click

from reslint.commands.registry.check import check
from reslint.commands.registry.coverage import coverage
from reslint.commands.registry.diff import diff
from reslint.commands.registry.impact import impact
from reslint.commands.registry.ingest import ingest
from reslint.commands.registry.show import list_records, show


@click.group()
def command() -> None:
    """Look into the registry, check it, and bring it up to date."""


for subcommand in (show, list_records, check, ingest, coverage, diff, impact):
    command.add_command(subcommand)
