"""Outputs of a run: one format to standard output, and any number of others into files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import click

from reslint.api.report import Report
from reslint.api.reporter import Reporter, Style
from reslint.errors import ReslintError, nearest
from reslint.sources import archives
from reslint.sources.urls import is_url

ORDER = f"{__name__}.order"
FORMAT, FILE = "output_format", "output_file"
"""The names of the two options that belong together by their order."""
STDOUT = "-"


class InOrder(click.Command):
    """A command that finds the names of the options that were given, in their order, in `ctx.meta[ORDER]`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse twice: click itself keeps what an option was given, and not where it stood among others."""
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[ORDER] = tuple(parameter.name for parameter in order)
        return super().parse_args(ctx, args)


class Output(NamedTuple):
    """A format, and the file it is written to; None is standard output."""

    reporter: Reporter
    file: str | None


def outputs(
    ctx: click.Context, formats: Sequence[str], files: Sequence[str], default: str, known: Iterable[Reporter]
) -> list[Output]:
    """What is to be written where: each file gets the format that is named before it, or the default.

    Raises ReslintError for a format that nobody brings, and where two would share a file or standard output.
    """
    reporters = {reporter.name: reporter for reporter in known}
    found = []
    for name, file in _paired(ctx.meta[ORDER], iter(formats), iter(files), default):
        if name not in reporters:
            advice = nearest(name, reporters) or f"the formats are {', '.join(reporters)}"
            raise ReslintError("output-format", f"unknown format {name!r}", advice)
        found.append(Output(reporters[name], None if file == STDOUT else file))
    printed = [output.reporter.name for output in found if output.file is None]
    if len(printed) > 1:
        both = " and ".join(printed)
        raise ReslintError(
            "--output-format", f"{both} would all go to standard output", "write -o FILE after the others"
        )
    return found


def _paired(
    order: Iterable[str | None], formats: Iterator[str], files: Iterator[str], default: str
) -> Iterator[tuple[str, str | None]]:
    name, written = default, True
    given = False
    for option in order:
        if option == FORMAT:
            if not written:
                yield name, None
            name, written = next(formats), False
        elif option == FILE:
            yield name, next(files)
            written = True
        given = given or option in (FORMAT, FILE)
    if not (written and given):
        yield name, None


def refuse_clashes(files: Sequence[str]) -> None:
    """ReslintError for a file that cannot be one, and for two that are the same."""
    seen: dict[str, str] = {}
    for file in files:
        path = os.path.realpath(file)
        if path in seen:
            raise ReslintError(file, "two things would be written there", "name two files")
        if os.path.isdir(path):
            raise ReslintError(file, "this is a folder", "name a file")
        if not os.path.isdir(os.path.dirname(path)):
            raise ReslintError(file, "there is no such folder to write it in", "make the folder first")
        seen[path] = file


def refuse_inputs(files: Sequence[str], names: Iterable[str]) -> None:
    """ReslintError where a file to write is one of those to check, by whatever name."""
    there = {_identity(file): file for file in files if os.path.exists(file)}
    if not there:
        return
    for name in names:
        within = archives.split(name)
        path = within[0] if within else name
        if is_url(path) or not os.path.exists(path):
            continue
        file = there.get(_identity(path))
        if file is not None:
            advice = f"name another file, or leave this one out with --exclude {os.path.basename(file)}"
            raise ReslintError(file, "this is one of the files to check", advice)


def write_reports(wanted: Iterable[Output], report: Report, style: Style) -> list[str]:
    """Write the files, each whole or not at all; what could not be written is said and does not keep the others."""
    from reslint.reporting.rendering import rendered
    from reslint.storage.writing import write_file

    problems = []
    for reporter, file in wanted:
        if file is None:
            continue
        pieces = rendered(reporter, report, style)
        try:
            write_file(file, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
        except ReslintError as error:
            problems.append(str(error))
    return problems


def _identity(path: str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_dev, status.st_ino
