"""`reslint text`: what reslint reads of a file, to see why it finds something or does not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import click

from reslint.commands.messages import say
from reslint.commands.options import reading_options
from reslint.commands.starting import start_run
from reslint.documents.markup import markup
from reslint.documents.model import Document, ViewName
from reslint.documents.view import View
from reslint.running.choosing import refusal

LINE_ENDS = re.compile(r"[\r\n]+")
FORMATS = ("text", "jsonl")
MARKUP = "markup"
VIEWS = (*(name.value for name in ViewName), MARKUP)


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--view", type=click.Choice(VIEWS), help="One side of tracked changes, or both. [default: final]")
@click.option("--output-format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="[default: text]")
@reading_options
@click.option("--stdin-filename", metavar="NAME", help="The name of what comes from standard input.")
def command(file: str, view: str | None, form: str, **options: Any) -> None:
    """Print what is read of a file, one paragraph a line; `-` is standard input.

    Markup and notes are left out; everything else is as the file has it. `--view markup` writes {+insertions+} and
    [-deletions-] into the text.
    """
    run = start_run(view=None if view == MARKUP else view, **options)
    refused = refusal(file)
    if refused is not None:
        raise refused
    seen = run.draft(file).view()
    for story, index, label, text in _marked_up(seen.document) if view == MARKUP else _seen(seen):
        if form == "jsonl":
            record = {"story": story, "index": index, "label": label, "text": text}
            click.echo(json.dumps(record, ensure_ascii=False))
        else:
            click.echo(LINE_ENDS.sub(" ", f"{label} {text}" if label else text))
    say(run.report(()), judged_on=False)


def _seen(view: View) -> Iterator[tuple[str, int, str, str]]:
    """Story, number from 0, label and words of every paragraph of a view."""
    words = [""] * len(view.blocks)
    for start, segment in zip(view.placement.offsets, view.placement.segments, strict=True):
        words[view.block_at(start)] += segment.words
    for block, text in zip(view.blocks, words, strict=True):
        yield block.story, block.number, block.label, text


def _marked_up(document: Document) -> Iterator[tuple[str, int, str, str]]:
    """The same of every paragraph of the file, with its changes."""
    for story in document.stories:
        for number, paragraph in enumerate(story.paragraphs):
            yield story.name, number, paragraph.label or paragraph.former_label or "", markup(paragraph)
