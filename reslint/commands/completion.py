"""`reslint completion`: what lets a shell complete commands, options, rules, formats, conferences, keys and files."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command()
@click.argument("shell", type=click.Choice(list(SHELLS)), metavar="SHELL")
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what bash, zsh or fish needs to complete the command line with the tab key.

    In `~/.bashrc` or `~/.zshrc` (behind `compinit`): `source <(reslint completion bash)`, or `zsh`. For fish, once:
    `reslint completion fish > ~/.config/fish/completions/reslint.fish`.
    """
    completing = SHELLS[shell](ctx.find_root().command, {}, "reslint", "_RESLINT_COMPLETE")
    # That of bash itself starts bash to ask for its version, which may be none of those that read the script.
    script = ShellComplete.source(completing)
    # A list of rules holds commas, at the first of which the type of what is offered ends.
    click.echo(script.replace('string split ","', 'string split --max 1 ","'))
