"""What a reporter makes of a report; one that fails is named, with the place in its code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from reslint.api.report import Report
from reslint.api.reporter import Reporter, Style
from reslint.errors import ReslintError, told
from reslint.plugins.blaming import place_of

P = TypeVar("P", str, bytes)


def rendered(reporter: Reporter, report: Report, style: Style) -> Iterator[str]:
    """The pieces of text of a report; ReslintError where the reporter fails, or makes something else."""
    return _pieces(reporter, report, style, str)


def rendered_file(reporter: Reporter, report: Report, style: Style) -> Iterator[bytes]:
    """The pieces of a report as they stand in a file, text as UTF-8; ReslintError as from `rendered`."""
    if reporter.binary:
        return _pieces(reporter, report, style, bytes)
    return (piece.encode("utf-8", "backslashreplace") for piece in rendered(reporter, report, style))


def _pieces(reporter: Reporter, report: Report, style: Style, due: type[P]) -> Iterator[P]:
    try:
        for piece in reporter.render(report, style):
            if not isinstance(piece, due):
                raise TypeError(f"it makes {type(piece).__name__} where {'text' if due is str else 'bytes'} is due")
            yield piece
    except (ReslintError, KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:  # a reporter of a plugin may raise anything
        place = place_of(error, reporter.render)
        raise ReslintError(
            "output-format", f"{reporter.name} failed at {place} ({told(error)})", "report it"
        ) from error
