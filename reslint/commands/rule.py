"""`reslint rule`: the documentation of a rule, made of the rule itself, and whether its examples are true."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from reslint.commands.options import ISOLATED, RULES_DIR, start_run
from reslint.errors import ReslintError
from reslint.reporting.printable import printable
from reslint.reporting.rule_page import rule_page


@click.command()
@click.argument("rule", required=False, metavar="[CODE|NAME]")
@click.option("--all", "every", is_flag=True, help="Print all rules.")
@click.option(
    "--test",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Run the examples of the rules in this folder; exit status 1 if one fails.",
)
@RULES_DIR
@ISOLATED
def command(rule: str | None, every: bool, test: Path | None, **options: Any) -> None:
    """Print what a rule does, why, and examples; `--all` for every rule."""
    if test is not None:
        if every or rule is not None:
            raise ReslintError("rule --test", "this runs all rules of the folder", "leave out the rule and --all")
        sys.exit(_tested(test, options["rules_dir"]))
    table = start_run(**options).linter_in(Path()).plugins.rules
    if every == (rule is not None):
        raise ReslintError("rule", "which one is not said", "give a code or a name, or --all")
    rules = table.rules if rule is None else (table.rule(rule),)
    click.echo("\n".join(rule_page(found) for found in rules), nl=False)


def _tested(folder: Path, rules_dirs: Iterable[Path]) -> int:
    from reslint.testing import check_folder

    failed = passed = 0
    for outcome in check_folder(folder, rules_dirs):
        click.echo("\n".join(map(printable, str(outcome).splitlines())))
        passed, failed = passed + outcome.passed, failed + (not outcome.passed)
    click.echo(f"{passed} passed, {failed} failed.")
    return int(failed > 0)
