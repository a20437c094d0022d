"""The output formats that ship with reslint, each imported when it is used."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from reslint.linting.hookspecs import hookimpl
from reslint.linting.report import Report
from reslint.linting.reporter import Reporter, Style

PEOPLE = ("full", "concise")
MACHINES = ("json", "jsonl", "sarif", "github", "gitlab", "rdjson", "junit", "csv", "excel")


@hookimpl
def reslint_reporters() -> list[Reporter]:
    """One for each module of these names."""
    return [
        *(Reporter(name, _Late(name)) for name in PEOPLE),
        *(Reporter(name, _Late(name), machine=True) for name in MACHINES),
        Reporter("html", _Late("html"), machine=True, cited=True),
    ]


class _Late:
    """The `render` of a module that is imported when it is called."""

    def __init__(self, module: str) -> None:
        self.module = module

    def __call__(self, report: Report, style: Style) -> Iterable[str]:
        rendered: Iterable[str] = import_module(f"reslint.reporting.{self.module}").render(report, style)
        return rendered
