"""`reslint text`: what reslint reads of a file, to see why it finds something or does not."""

from __future__ import annotations

import json
from typing import Any

import click

from reslint.commands.options import reading_options, start_run
from reslint.documents.view import Block, View

FORMATS = ("text", "jsonl")


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--output-format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="[default: text]")
@reading_options
@click.option("--stdin-filename", metavar="NAME", help="The name of what comes from standard input.")
def command(file: str, form: str, **options: Any) -> None:
    """Print what is read of a file, one paragraph a line; `-` is standard input.

    Markup and notes are left out, and signs of equal meaning made one, as rules see it.
    """
    run = start_run(**options)
    data, _ = run.read(file)
    view = run.linter(file).view(data, run.shown(file))
    for block in view.blocks:
        click.echo(json.dumps(_record(view, block), ensure_ascii=False) if form == "jsonl" else _words(view, block))


def _words(view: View, block: Block) -> str:
    words = " ".join(view.prose(block).text.split())
    return f"{block.label} {words}" if block.label else words


def _record(view: View, block: Block) -> dict[str, Any]:
    return {"story": block.story, "index": block.index, "label": block.label, "text": view.prose(block).text}
