"""`reslint registry show` and `list`: what the registry says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reslint.commands.options import AS_OF, ISOLATED, REGISTRY
from reslint.commands.registry.keys import body_of, day_of, text_of
from reslint.commands.registry.published import sector_of
from reslint.commands.starting import start_run
from reslint.registry import AssemblyText

if TYPE_CHECKING:
    from reslint.registry.describing import Row


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="BODY [KIND] NUMBER")
@AS_OF
@REGISTRY
@ISOLATED
def show(words: tuple[str, ...], **options: Any) -> None:
    """Print what is known of a text, e.g. `PP 140`, `PP decision 5`, `UNGA 70/125`, `ITU-T X.1051`."""
    from reslint.registry.describing import describe, describe_assembly

    linter = start_run(**options).linter_in(Path())
    registry, day = linter.registry, day_of(linter)
    text = text_of(registry, " ".join(words))
    if isinstance(text, AssemblyText):
        click.echo(describe_assembly(registry, text))
    else:
        click.echo(describe(registry, text, day))


@click.command(name="list")
@click.option("--body", metavar="BODY", help="Only the texts of this body.")
@REGISTRY
@ISOLATED
def list_records(body: str | None, **options: Any) -> None:
    """Print one line for every text: key, last edition, status, the conference it is checked through, title.

    Recommendations, Reports, Questions and Supplements are listed for their Sector only: `--body ITU-T`.
    """
    from reslint.registry.describing import table

    registry = start_run(**options).linter_in(Path()).registry
    rows = table(registry, body_of(registry, body) if body else None)
    sector = sector_of(registry, body) if body else None
    rows += table(registry, sector) if sector else []
    if rows:
        widths = [max(len(cell) for cell in column) for column in zip(*map(_cells, rows), strict=True)]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(_cells(row), widths, strict=True))
            click.echo("  ".join((*cells, row.title)).rstrip())


def _cells(row: Row) -> tuple[str, ...]:
    return row.key, row.latest, row.status, row.checked
