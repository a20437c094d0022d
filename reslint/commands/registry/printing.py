"""How the commands of the registry print: lines for people, or one object for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import click

FORMATS = ("text", "json")
JSON = "json"
FORMAT = click.option("--output-format", "form", type=click.Choice(FORMATS), default="text", help="[default: text]")


def print_json(record: dict[str, Any]) -> None:
    """Print one object, indented."""
    click.echo(json.dumps(record, ensure_ascii=False, indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """Print each line."""
    for line in lines:
        click.echo(line)
