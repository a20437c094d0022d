"""Outputs of a run: one format to standard output, and any number of others into files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reslint.api.report import Report
from reslint.api.reporter import Reporter, Style
from reslint.errors import ReslintError, nearest
from reslint.named import NamedTuple
from reslint.storage.replacing import Target, refuse_others

FORMAT, FILE = "output_format", "output_file"
"""The names of the two options that belong together by their order."""
STDOUT = "-"
PLAIN = (".txt", ".text", ".log", ".out")
"""The endings of texts for people."""
EXCEL, WORKBOOK = "excel", ".xlsx"
TABLES = (".xls", ".xlsm", ".xlsb", ".ods", ".numbers")
"""The endings of tables that nothing here writes."""


class Output(NamedTuple):
    """A format, and the file it is written to; None is standard output."""

    reporter: Reporter
    file: str | None


def outputs(
    order: Iterable[str | None], formats: Sequence[str], files: Sequence[str], default: str, known: Iterable[Reporter]
) -> list[Output]:
    """What is to be written where, by the two options in the `order` in which they were given: each file gets the
    format that is named right before it, else the one of its ending, or the default where it has none.

    Raises ReslintError for a format that nobody brings, for a file of which the format cannot be told, and where two
    would share a file or standard output.
    """
    reporters = {reporter.name: reporter for reporter in known}
    found = []
    for named, file in _paired(order, iter(formats), iter(files)):
        if file == "":
            raise ReslintError("-o", "no file to write is named", "name one, as in -o FILE")
        name = named or (default if file in (None, STDOUT) else _of_ending(file, reporters.values(), default))
        if name not in reporters:
            advice = nearest(name, reporters) or f"the formats are {', '.join(reporters)}"
            raise ReslintError("output-format", f"unknown format {name!r}", advice)
        if name == EXCEL and file is not None:
            name = _for_excel(file)
        reporter, file = reporters[name], None if file == STDOUT else file
        if reporter.binary and file is None:
            raise ReslintError("output-format", f"{name} is no text to be printed", "write -o FILE behind it")
        found.append(Output(reporter, file))
    printed = [output.reporter.name for output in found if output.file is None]
    if len(printed) > 1:
        both = " and ".join(printed)
        raise ReslintError(
            "--output-format", f"{both} would all go to standard output", "write -o FILE after the others"
        )
    return found


def _paired(
    order: Iterable[str | None], formats: Iterator[str], files: Iterator[str]
) -> Iterator[tuple[str, str | None]]:
    """The formats that are named, each with the file right behind it, None where there is none; files without a format
    before them have an empty one. Where neither is given, an empty format goes to standard output.
    """
    name, given = "", False
    for option in order:
        if option == FORMAT:
            if name:
                yield name, None
            name = next(formats)
        elif option == FILE:
            yield name, next(files)
            name = ""
        given = given or option in (FORMAT, FILE)
    if name or not given:
        yield name, None


def _of_ending(file: str, reporters: Iterable[Reporter], default: str) -> str:
    """The format of a file by its ending; ReslintError where that tells none, and is none of a text for people."""
    ending = os.path.splitext(file)[1].lower()
    for reporter in reporters:
        if ending in reporter.suffixes:
            return reporter.name
    if not ending or ending in PLAIN:
        return default
    advice = _workbook(file) if ending in TABLES else "write --output-format FORMAT before -o"
    raise ReslintError(file, f"no output format is known by the ending {ending}", advice)


def _for_excel(file: str) -> str:
    """The format of a file for Excel: a workbook under the ending of one, else lines that Excel opens as .csv.

    Raises ReslintError for the ending of another kind of table, under which Excel opens neither.
    """
    ending = os.path.splitext(file)[1].lower()
    if ending in TABLES:
        raise ReslintError(file, f"what is written is no {ending} file, and Excel would not open it", _workbook(file))
    return WORKBOOK[1:] if ending == WORKBOOK else EXCEL


def _workbook(file: str) -> str:
    return f"for Excel, write -o {os.path.splitext(file)[0]}{WORKBOOK}"


def write_reports(
    wanted: Iterable[Output], targets: Mapping[str, Target], report: Report, style: Style, *, force: bool
) -> tuple[list[str], list[str], list[str]]:
    """Write the files, each whole or not at all; what could not be written, which does not keep the others, what is to
    be said besides, and what was written, one line each.
    """
    from reslint.reporting.rendering import rendered_file
    from reslint.reporting.writing import report_told
    from reslint.storage.writing import write_file

    problems: list[str] = []
    notices: list[str] = []
    told: list[str] = []
    for reporter, file in wanted:
        if file is None:
            continue
        try:
            refuse_others([targets[file]], force=force)
            notices += write_file(file, rendered_file(reporter, report, style))
            told.append(report_told(file, report))
        except ReslintError as error:
            problems.append(str(error))
    return problems, notices, told
