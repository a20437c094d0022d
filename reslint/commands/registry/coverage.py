"""`reslint registry coverage`: how far the facts go, and what is open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reslint.commands.options import AS_OF, ISOLATED, REGISTRY
from reslint.commands.registry.keys import body_of, day_of
from reslint.commands.registry.printing import FORMAT, JSON, print_json, print_lines
from reslint.commands.starting import start_run


@click.command()
@click.option("--body", metavar="BODY", help="Only the texts of this body.")
@AS_OF
@REGISTRY
@ISOLATED
@FORMAT
def coverage(body: str | None, form: str, **options: Any) -> None:
    """Say through which conference the texts of each body were checked, and what is open.

    A text is open if a conference was over that may have changed it, and what it did was not read.
    """
    from reslint.registry.coverage import body_coverage
    from reslint.reporting.registry.coverage import coverage_record, coverage_text

    linter = start_run(**options).linter_in(Path())
    registry, day = linter.registry, day_of(linter)
    wanted = [body_of(registry, body)] if body else list(registry.bodies)
    found = [body_coverage(registry, one, day) for one in wanted]
    if form == JSON:
        print_json(coverage_record(registry, found, day))
    else:
        print_lines(coverage_text(registry, found, day))
