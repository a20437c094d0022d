"""The output as a workbook for Excel (extra `excel`), for people who sort, filter and take notes there

Every cell is text, whatever a draft says, and only the day is a date. A sheet holds no more rows than Excel reads; what
is more goes on in another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from reslint.api.report import Report
from reslint.api.reporter import Style
from reslint.errors import ReslintError
from reslint.reporting.excel import COLUMNS, LONGEST, rows
from reslint.reporting.telling import readable

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST = 1_048_575
"""A sheet holds so many rows below its headings."""
PIECE = 1 << 16
A4 = 9
LINE, HIGHEST = 15, 405
"""Points: of a line, and of a row, beyond which Excel shows none."""
WIDTHS = {
    "File": 30,
    "Place": 24,
    "Found": 32,
    "Write instead": 32,
    "Message": 60,
    "Help": 36,
    "Rule": 26,
    "Change": 24,
    "Checked through": 17,
}
WIDTH = 12
LOST = 2
"""Characters of a width that are lost where lines are broken between words."""
MADE = datetime(2000, 1, 1)
"""What a workbook says of when it was made, so that the same report is the same file."""


def render(report: Report, _style: Style) -> Iterable[bytes]:
    """A sheet with a row a finding, file by file, its headings fixed, with filters; a page as wide as it is."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise ReslintError("output-format", "xlsx needs XlsxWriter", "pip install 'xlsxwriter>=3.2'") from error
    with TemporaryFile() as file:
        # Rows are written as they come, so that a large report is never whole in memory.
        workbook = Workbook(file, {"constant_memory": True})
        workbook.set_properties({"title": "reslint", "created": MADE})
        _fill(workbook, rows(report))
        workbook.close()
        file.seek(0)
        yield from _read(file)


def _fill(workbook: Workbook, found: Iterator[list[str]]) -> None:
    bold = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
    plain = workbook.add_format({"text_wrap": True, "valign": "top"})
    day = workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    number = 0
    following = next(found, None)
    while following is not None or not number:
        number += 1
        sheet = workbook.add_worksheet("Findings" if number == 1 else f"Findings {number}")
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        for column, name in enumerate(COLUMNS):
            sheet.set_column(column, column, WIDTHS.get(name, WIDTH))
            sheet.write_string(0, column, name, bold)
        row = 0
        while following is not None and row < MOST:
            row += 1
            sheet.set_row(row, _height(following))
            for column, text in enumerate(following[:-1]):
                sheet.write_string(row, column, readable(text)[:LONGEST], plain)
            if following[-1]:
                sheet.write_datetime(row, len(COLUMNS) - 1, date.fromisoformat(following[-1]), day)
            following = next(found, None)
        sheet.autofilter(0, 0, max(row, 1), len(COLUMNS) - 1)


def _height(texts: list[str]) -> int:
    """The points that the longest text of a row needs, in lines as wide as its column."""
    lines = (-(-len(text) // (WIDTHS.get(name, WIDTH) - LOST)) for name, text in zip(COLUMNS, texts, strict=True))
    return min(LINE * max(1, *lines), HIGHEST)


def _read(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece
