"""`reslint plugins`: what is loaded, and who brought it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reslint.commands.options import ISOLATED, RULES_DIR
from reslint.commands.starting import start_run


@click.command()
@RULES_DIR
@ISOLATED
def command(**options: Any) -> None:
    """Print every plugin with what it brought; what could not be loaded goes to standard error."""
    plugins = start_run(**options).linter_in(Path()).plugins
    for plugin in plugins.loaded:
        click.echo(f"{plugin.name} ({plugin.origin})")
        for kind, brought in (
            ("rules", [f"{rule.code} {rule.name}" for rule in plugin.rules]),
            ("formats", [f"{one.name} ({' '.join(one.suffixes)})" for one in plugin.formats]),
            ("reporters", [reporter.name for reporter in plugin.reporters]),
            ("registries", [str(path) for path in plugin.registries]),
        ):
            if brought:
                click.echo(f"  {kind}: {', '.join(brought)}")
    for problem in plugins.problems:
        click.echo(f"note: {problem}", err=True)
