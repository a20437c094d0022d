"""The commands as click knows them, which are imported when they are called; what click refuses is one line.

It is imported where the command line is more than a common call of `check`: click takes a fifth of such a start.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

import click

from reslint.commands.names import COMMANDS, COMPLETING, meant
from reslint.errors import ReslintError
from reslint.version import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COULD_NOT = 2
INTERRUPTED = 130
NO_COMMAND = getattr(click.exceptions, "NoArgsIsHelpError", ())
"""What click raises, since its version 8.2, where a group is called without a command; its message is the help."""


class Refusal(click.ClickException):
    """A ReslintError as click shows it."""

    exit_code = COULD_NOT

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the one line to standard error."""
        from reslint.reporting.printable import printable

        click.echo(f"error: {printable(self.message)}", file=file, err=True)


class Commands(click.Group):
    """Commands that are imported when they are called; `--help` needs only their one line."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The commands in the order of the design, which is that of use."""
        return list(COMMANDS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, from its own module."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"reslint.commands.{cmd_name}").command
        if COMPLETING in os.environ:
            from reslint.commands.completing import attach

            attach(command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What begins with a draft, or with an option that is not of reslint itself, is meant for `check`."""
        return super().parse_args(ctx, meant(args))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; an unknown one is told with the nearest."""
        if args and args[0] not in COMMANDS and not ctx.resilient_parsing:
            from reslint.errors import nearest

            advice = nearest(args[0], COMMANDS) or f"the commands are {', '.join(COMMANDS)}"
            raise Refusal(f"reslint: {args[0]!r} is no command, file or folder; {advice}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, without importing any, and drafts, which need none; or the options."""
        from click.shell_completion import CompletionItem

        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        known = (CompletionItem(name, help=what) for name, what in COMMANDS.items() if name.startswith(incomplete))
        return [CompletionItem(incomplete, type="file"), *known]

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it could not do becomes one line."""
        try:
            return super().invoke(ctx)
        except ReslintError as error:
            raise Refusal(str(error)) from error


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reslint", message="%(prog)s %(version)s")
def command() -> None:
    """Say which citations of ITU resolutions in a draft are outdated, wrong or malformed, and mend what can
    be mended.
    """


def _usage(error: click.UsageError) -> str:
    """What is wrong with how a command was called, and what to write instead."""
    # Of an option that lacks its value, click does not say which command it is of.
    where, called = (error.ctx.command_path, error.ctx.command) if error.ctx else _called(meant(sys.argv[1:]))
    if isinstance(error, click.NoSuchOption):
        from reslint.errors import nearest

        parameters = called.get_params(error.ctx or click.Context(called))
        options = (parameter for parameter in parameters if isinstance(parameter, click.Option))
        known = [name for option in options for name in (*option.opts, *option.secondary_opts) if name[:2] == "--"]
        advice = nearest(error.option_name, known) or f"`{where} --help` names all"
        return f"{where}: no such option {error.option_name}; {advice}"
    said = " ".join(error.format_message().split())
    return f"{where}: {said[:1].lower()}{said[1:].rstrip('.')}; `{where} --help` says more"


def _called(args: list[str]) -> tuple[str, click.Command]:
    """The command that was called, after its whole name."""
    name = "reslint"
    called: click.Command = command
    for word in args:
        inner = called.get_command(click.Context(called), word) if isinstance(called, click.Group) else None
        if inner is None:
            break
        name, called = f"{name} {word}", inner
    return name, called


def run() -> Any:
    """Run what the command line says; what to exit with, after what kept it from its end is printed.

    Raises what is neither a refusal nor an interruption.
    """
    try:
        return command.main(prog_name="reslint", standalone_mode=False)
    except click.UsageError as error:
        click.echo(error.message if isinstance(error, NO_COMMAND) else f"error: {_usage(error)}", err=True)
        return COULD_NOT
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
