"""`reslint rules`: the table of rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from reslint.commands.options import ISOLATED, RULES_DIR
from reslint.commands.registry.printing import FORMAT, JSON
from reslint.commands.starting import start_run
from reslint.reporting.rules import rules_records, rules_text


@click.command()
@click.argument("selectors", nargs=-1, metavar="[RULES]...")
@FORMAT
@RULES_DIR
@ISOLATED
def command(selectors: tuple[str, ...], form: str, **options: Any) -> None:
    """Print the table of rules, or of those that are named: codes, names, beginnings of codes.

    For each: code, name, severity ("off" where it has to be selected), whether it has a fix and of which kind.
    `reslint rule CODE` says more of one.
    """
    table = start_run(**options).linter_in(Path()).plugins.rules
    wanted = {code for selector in selectors for code in table.codes(selector, "rules")}
    rules = [rule for rule in table.rules if rule.code in wanted or not selectors]
    if form == JSON:
        click.echo(json.dumps(rules_records(rules), ensure_ascii=False, indent=2))
    else:
        for line in rules_text(rules):
            click.echo(line)
