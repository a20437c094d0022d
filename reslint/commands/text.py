"""`reslint text`: what reslint reads of a file, to see why it finds something or does not."""

from __future__ import annotations

import json
import re
from typing import Any

import click

from reslint.commands.options import reading_options, start_run
from reslint.documents.model import Role
from reslint.documents.view import Block

LINE_ENDS = re.compile(r"[\r\n]+")
FORMATS = ("text", "jsonl")


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--output-format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="[default: text]")
@reading_options
@click.option("--stdin-filename", metavar="NAME", help="The name of what comes from standard input.")
def command(file: str, form: str, **options: Any) -> None:
    """Print what is read of a file, one paragraph a line; `-` is standard input.

    Markup and notes are left out; everything else is as the file has it.
    """
    run = start_run(**options)
    data, _ = run.read(file)
    view = run.linter(file).view(data, run.shown(file))
    words = [""] * len(view.blocks)
    for start, segment in view.segments:
        if segment.role is Role.PROSE:
            words[view.block_at(start)] += segment.text
    for block, text in zip(view.blocks, words, strict=True):
        click.echo(_record(block, text) if form == "jsonl" else _line(block, text))


def _line(block: Block, text: str) -> str:
    return LINE_ENDS.sub(" ", f"{block.label} {text}" if block.label else text)


def _record(block: Block, text: str) -> str:
    record = {"story": block.story, "index": block.number, "label": block.label, "text": text}
    return json.dumps(record, ensure_ascii=False)
