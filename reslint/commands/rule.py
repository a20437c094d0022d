"""`reslint rule`: the documentation of a rule, made of the rule itself, and whether its examples are true."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from reslint.commands.options import ISOLATED, RULES_DIR
from reslint.commands.starting import start_run
from reslint.errors import ReslintError
from reslint.reporting.printable import printable
from reslint.reporting.rule_page import rule_page
from reslint.reporting.rules import rules_text


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
    """Print what a rule does, why, and examples; `--all` for every rule.

    The beginning of codes (`STA`) lists the rules of that kind, and no rule at all lists every one, as `reslint rules`.
    """
    if test is not None:
        if every or rule is not None:
            raise ReslintError("rule --test", "this runs all rules of the folder", "leave out the rule and --all")
        sys.exit(_tested(test, options["rules_dir"]))
    table = start_run(**options).linter_in(Path()).plugins.rules
    if every and rule is not None:
        raise ReslintError("rule", f"--all says of every rule what {rule} says of one", "leave out one of them")
    codes = table.codes(rule, "rule") if rule is not None else ()
    rules = [found for found in table.rules if found.code in codes or rule is None]
    if every or len(rules) == 1:
        click.echo("\n".join(rule_page(found) for found in rules), nl=False)
    else:
        click.echo("\n".join(rules_text(rules)))


def _tested(folder: Path, rules_dirs: Iterable[Path]) -> int:
    from reslint.testing import check_folder

    failed = passed = 0
    for outcome in check_folder(folder, rules_dirs):
        click.echo("\n".join(map(printable, str(outcome).splitlines())))
        passed, failed = passed + outcome.passed, failed + (not outcome.passed)
    click.echo(f"{passed} passed, {failed} failed.")
    return int(failed > 0)
