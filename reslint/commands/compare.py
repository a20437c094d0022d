"""`reslint compare`: what came and what went between two runs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from reslint.reporting.printable import printable
from reslint.reporting.streaming import json_pieces
from reslint.reporting.summary import counted
from reslint.running.comparing import Comparison, WrittenFinding, WrittenRun, compare, read_run
from reslint.version import __version__

FORMATS = ("text", "json")


@click.command()
@click.argument("old", type=click.Path(path_type=Path), metavar="OLD")
@click.argument("new", type=click.Path(path_type=Path), metavar="NEW")
@click.option("--output-format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="[default: text]")
def command(old: Path, new: Path, form: str) -> None:
    """Say which findings are new, gone and unchanged between two runs, OLD and NEW, both written by
    `check --output-format json`.

    Exits with 0 if nothing is new, 1 if something is, 2 if a run cannot be read or could not check a file.
    """
    before, after = read_run(old), read_run(new)
    result = compare(before, after)
    for piece in json_pieces(_record(before, after, result)) if form == "json" else _text(result):
        click.echo(piece, nl=False)
    for note in _notes(before, after, result):
        click.echo(printable(f"note: {note}"), err=True)
    sys.exit(2 if after.unchecked or after.problems else int(bool(result.new)))


def _text(result: Comparison) -> Iterator[str]:
    for word, findings in (("new", result.new), ("gone", result.gone)):
        for finding in findings:
            yield f"{word:<4}  {printable(_line(finding))}\n"
    yield f"{len(result.new)} new, {len(result.gone)} gone, {len(result.unchanged)} unchanged.\n"


def _line(finding: WrittenFinding) -> str:
    where = f" {finding['place']}" if finding["place"] else f"{finding['line']}:{finding['column']}"
    message = " ".join(finding["message"].split())
    return f"{finding['file']}:{where}: {finding['code']} {finding['name']} {message}"


def _notes(before: WrittenRun, after: WrittenRun, result: Comparison) -> Iterator[str]:
    """What else than the drafts may have made a difference, and what is not known."""
    if before.as_of != after.as_of:
        days = [run.as_of or "several days" for run in (before, after)]
        yield f"{before.path} is as of {days[0]}, {after.path} as of {days[1]}"
    if before.registry != after.registry:
        yield f"the registry of {before.path} is of {before.registry}, that of {after.path} of {after.registry}"
    for run in (before, after):
        yield from (f"{run.path}: {problem}" for problem in run.problems)
        if run.unchecked:
            yield f"{run.path}: {counted(len(run.unchecked), 'file')} could not be checked"
    if result.unknown:
        many = counted(len(result.unknown), "finding")
        yield f"{after.path} does not tell what became of {many} of {before.path}"


def _record(before: WrittenRun, after: WrittenRun, result: Comparison) -> dict[str, Any]:
    runs = {
        name: {"file": str(run.path), "as_of": run.as_of, "registry": run.registry, "unchecked": sorted(run.unchecked)}
        for name, run in (("old", before), ("new", after))
    }
    return {"version": __version__, "runs": runs, **result._asdict()}
