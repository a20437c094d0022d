"""Messages on standard error: the day, what the registry does not cover, notes, and what could not be done."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import IO, Any, TextIO

from reslint.api.report import Report
from reslint.reporting.printable import printable
from reslint.reporting.summary import counted, lines_of
from reslint.saying import ENGLISH, Said, Teller, said
from reslint.translations.telling import teller


def say(report: Report, *, judged_on: bool, quiet: bool = False, language: str = ENGLISH) -> None:
    """Print everything that is no finding; the day only where the output does not hold it itself, and only what could
    not be done where it has to be quiet. What is a message is said in the language.
    """
    if not quiet:
        _say_what_holds(report, teller(language, printable), judged_on=judged_on)
    for _, failure in report.failures:
        _line(f"error: {failure}")


def _say_what_holds(report: Report, tell: Teller, *, judged_on: bool) -> None:
    days = [day.isoformat() for day in report.days]
    if judged_on and len(days) == 1:
        _told(said("as of {day}", day=days[0]), tell)
    elif judged_on and days:
        _told(said("as of {first} to {last}, each file its own day", first=days[0], last=days[-1]), tell)
    notices = [*report.notices, *(notice for file in report.heads for notice in file.notices)]
    for file in report.heads:
        if file.postponed:
            fixes = counted(file.postponed, "fix", "fixes")
            notices.append(f"{file.name}: {fixes} overlapped another and waited for a later round")
    for notice in notices:
        if isinstance(notice, Said):
            _told(said("note: {notice}", notice=notice), tell)
        else:
            note(notice)


def say_written(report: Report, reports: Iterable[str], folder: str | None = None) -> None:
    """Print what was written: corrections and comments, `folder` being the one for copies, and then the `reports`."""
    written = [one for file in report.heads for one in file.written]
    if written or folder is not None:
        from reslint.reporting.writing import told

        for line in told(written, folder):
            _line(line)
    for line in reports:
        _line(line)


def note(notice: str) -> None:
    """Print what the user should know."""
    _line(f"note: {notice}")


def wants_colour(stream: IO[Any]) -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR is set (no-color.org) or it is a dumb one."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def put(text: str, stream: TextIO, *, colour: bool = False) -> None:
    """Write a piece of text as it is, at once; on Windows by click where it is coloured, for terminals of old."""
    if colour and os.name == "nt":
        import click

        click.echo(text, file=stream, nl=False, color=True)
        return
    stream.write(text)
    stream.flush()


def _told(message: str, tell: Teller) -> None:
    for line in lines_of(message, tell):
        put(line, sys.stderr)


def _line(text: str) -> None:
    put(f"{printable(text)}\n", sys.stderr)
