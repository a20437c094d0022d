"""What a reporter makes of a report; one that fails is named, with the place in its code."""

from __future__ import annotations

from collections.abc import Iterator

from reslint.api.report import Report
from reslint.api.reporter import Reporter, Style
from reslint.errors import ReslintError, told
from reslint.plugins.blaming import place_of


def rendered(reporter: Reporter, report: Report, style: Style) -> Iterator[str]:
    """The pieces of text of a report; ReslintError where the reporter fails, or makes something else."""
    try:
        for piece in reporter.render(report, style):
            if not isinstance(piece, str):
                raise TypeError(f"it makes {type(piece).__name__} where text is due")
            yield piece
    except (ReslintError, KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:  # a reporter of a plugin may raise anything
        place = place_of(error, reporter.render)
        raise ReslintError(
            "output-format", f"{reporter.name} failed at {place} ({told(error)})", "report it"
        ) from error
