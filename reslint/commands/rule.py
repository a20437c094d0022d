"""`reslint rule`: the documentation of a rule, made of the rule itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reslint.commands.options import RULES_DIR, start_run
from reslint.errors import ReslintError
from reslint.reporting.rule_page import rule_page


@click.command()
@click.argument("rule", required=False, metavar="[CODE|NAME]")
@click.option("--all", "every", is_flag=True, help="Print all rules.")
@RULES_DIR
def command(rule: str | None, every: bool, **options: Any) -> None:
    """Print what a rule does, why, and examples; `--all` for every rule."""
    table = start_run(**options).linter_in(Path()).plugins.rules
    if every == (rule is not None):
        raise ReslintError("rule", "which one is not said", "give a code or a name, or --all")
    rules = table.rules if rule is None else (table.rule(rule),)
    click.echo("\n".join(rule_page(found) for found in rules), nl=False)
