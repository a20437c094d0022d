"""The command line: which command is meant, and every error as one line and the exit status 2."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, Any

import click

from reslint.errors import ReslintError
from reslint.version import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "check": "Check drafts, and mend them.",
    "compare": "Say what is new between two runs.",
    "citations": "Print every citation as one JSON object a line.",
    "text": "Print what reslint reads of a file.",
    "rules": "Print the table of rules.",
    "rule": "Print the documentation of a rule.",
    "plugins": "Print what is loaded, and who brought it.",
    "registry": "Look into the registry, and check it.",
    "server": "Serve an editor.",
    "page": "Open the page that checks drafts in a browser.",
    "completion": "Print what a shell needs to complete the command line.",
}
# Nothing of what is imported is ever garbage; looking for some takes a twelfth of the time of a small draft.
COLLECTOR = (100_000, 20, 20)
gc.set_threshold(*COLLECTOR)
COULD_NOT = 2
INTERRUPTED = 130
DEFAULT = "check"
"""The command that is meant where none is named."""
COMPLETING = "_RESLINT_COMPLETE"
"""The variable by which a shell asks for words; click reads it."""
NO_COMMAND = getattr(click.exceptions, "NoArgsIsHelpError", ())
"""What click raises, since its version 8.2, where a group is called without a command; its message is the help."""
OWN_OPTIONS = ("-h", "--help", "--version")


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


def meant(args: list[str]) -> list[str]:
    """What was typed, with its command where that was left out: a draft, or an option of `check`, comes first."""
    if not args or args[0] in (*COMMANDS, *OWN_OPTIONS):
        return args
    first = args[0]
    named = first.startswith("-") or os.path.lexists(first) or "/" in first or os.sep in first or "." in first
    return [DEFAULT, *args] if named else args


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reslint", message="%(prog)s %(version)s")
def command() -> None:
    """Say which citations of ITU resolutions in a draft are outdated, wrong or malformed, and mend what can
    be mended.
    """


def main() -> None:
    """Run reslint and exit: 0 nothing found, 1 findings, 2 could not check. Never a traceback."""
    # Where one is closed, the next file to be opened would get its number.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What programs read is UTF-8 whatever the locale; a lone surrogate of a file name is escaped.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        status = _status()
    except OSError:  # standard error takes nothing, so that nothing can be said
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        status = COULD_NOT
    gc.freeze()  # the interpreter looks through everything once more when it ends, unless it is told not to
    sys.exit(status)


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


def _status() -> Any:
    """What to exit with after the command was run; what kept it from its end is printed."""
    try:
        return command.main(prog_name="reslint", standalone_mode=False)
    except SystemExit as end:
        return end.code
    except click.UsageError as error:
        click.echo(error.message if isinstance(error, NO_COMMAND) else f"error: {_usage(error)}", err=True)
        return COULD_NOT
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:  # no file, so a stream, as that of a full disk
            # What is left in the stream would be tried once more when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            click.echo(f"error: standard output: cannot be written ({error.strerror})", err=True)
            return COULD_NOT
        place = error.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}" if place else "?"
        click.echo(f"error: reslint: broke at {where} ({type(error).__name__}: {error}); report it", err=True)
        return COULD_NOT
