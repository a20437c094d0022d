"""`reslint registry show` and `list`: what the registry says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reslint.commands.options import AS_OF, REGISTRY, start_run
from reslint.errors import ReslintError, nearest
from reslint.registry import Registry

if TYPE_CHECKING:
    from reslint.registry.describing import Row


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="BODY [KIND] NUMBER")
@AS_OF
@REGISTRY
def show(words: tuple[str, ...], **options: Any) -> None:
    """Print what is known of a text, e.g. `PP 140`, `PP decision 5`, `UNGA 70/125`."""
    from reslint.registry.describing import describe, describe_assembly

    linter = start_run(**options).linter_in(Path())
    registry = linter.registry
    if linter.day is None:
        raise ReslintError("as-of", "a record has no date of its own", "give a date or a conference")
    given = " ".join(words).split()
    body = _body(registry, given[0])
    if registry.bodies[body].cites == "symbol":
        text = registry.assembly_text_cited(" ".join(given[1:]))
        if text is None:
            known = [text.number for text in registry.assembly_texts()]
            raise _unknown(" ".join(given), body, nearest(given[-1], known))
        click.echo(describe_assembly(registry, text))
        return
    kinds = registry.bodies[body].kinds
    kind = given[1].lower() if len(given) > 2 else kinds[0]
    if kind not in kinds or len(given) not in (2, 3):
        advice = f"write BODY [KIND] NUMBER, where KIND is {' or '.join(kinds)}"
        raise ReslintError("registry", f"{' '.join(given)!r} is no key of a record", advice)
    record = registry.record(body, kind, given[-1])
    if record is None:
        known = [record.number for record in registry.records(body) if record.kind == kind]
        raise _unknown(" ".join(given), body, nearest(given[-1], known))
    click.echo(describe(registry, record, linter.day))


@click.command(name="list")
@click.option("--body", metavar="BODY", help="Only the texts of this body.")
@REGISTRY
def list_records(body: str | None, **options: Any) -> None:
    """Print one line for every text: key, last edition, status, the conference it is checked through, title."""
    from reslint.registry.describing import table

    registry = start_run(**options).linter_in(Path()).registry
    rows = table(registry, _body(registry, body) if body else None)
    if rows:
        widths = [max(len(cell) for cell in column) for column in zip(*map(_cells, rows), strict=True)]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(_cells(row), widths, strict=True))
            click.echo("  ".join((*cells, row.title)).rstrip())


def _cells(row: Row) -> tuple[str, ...]:
    return row.key, row.latest, row.status, row.checked


def _body(registry: Registry, word: str) -> str:
    for key in registry.bodies:
        if key.casefold() == word.casefold():
            return key
    advice = nearest(word, registry.bodies) or f"the bodies are {', '.join(registry.bodies)}"
    raise ReslintError("registry", f"unknown body {word!r}", advice)


def _unknown(key: str, body: str, near: str) -> ReslintError:
    return ReslintError("registry", f"no record of {key!r}", near or f"`reslint registry list --body {body}` has all")
