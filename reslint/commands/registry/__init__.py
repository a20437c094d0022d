"""`reslint registry`: see what the registry says, how far it may be believed, and bring it up to date."""

from __future__ import annotations

import click

from reslint.commands.registry.check import check
from reslint.commands.registry.coverage import coverage
from reslint.commands.registry.diff import diff
from reslint.commands.registry.impact import impact
from reslint.commands.registry.ingest import ingest
from reslint.commands.registry.show import list_records, show
from reslint.errors import ReslintError, nearest


class Subcommands(click.Group):
    """Commands of which an unknown one is told with the nearest."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; ReslintError where there is none."""
        if args and args[0] not in self.commands and not (args[0].startswith("-") or ctx.resilient_parsing):
            advice = nearest(args[0], self.commands) or f"the commands are {', '.join(self.commands)}"
            raise ReslintError(ctx.command_path, f"no such command {args[0]!r}", advice)
        return super().resolve_command(ctx, args)


@click.group(cls=Subcommands)
def command() -> None:
    """Look into the registry, check it, and bring it up to date."""


for subcommand in (show, list_records, check, ingest, coverage, diff, impact):
    command.add_command(subcommand)
