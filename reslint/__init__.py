"""A staleness linter for citations of ITU resolutions: what of a draft is outdated, wrong or malformed, and
the cure.

The names below are the public interface; everything else may move. They are imported when first used, so that
`import reslint` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from reslint.citations.model import Citation as Citation
    from reslint.documents.model import Document as Document
    from reslint.documents.model import Paragraph as Paragraph
    from reslint.documents.model import Role as Role
    from reslint.documents.model import Segment as Segment
    from reslint.documents.model import Story as Story
    from reslint.documents.reader import Reader as Reader
    from reslint.documents.view import View as View
    from reslint.errors import ReslintError as ReslintError
    from reslint.linting.calls import lint_file as lint_file
    from reslint.linting.calls import lint_paths as lint_paths
    from reslint.linting.calls import lint_text as lint_text
    from reslint.linting.finding import Applicability as Applicability
    from reslint.linting.finding import Edit as Edit
    from reslint.linting.finding import Finding as Finding
    from reslint.linting.finding import Fix as Fix
    from reslint.linting.finding import Severity as Severity
    from reslint.linting.hookspecs import hookimpl as hookimpl
    from reslint.linting.page import Page as Page
    from reslint.linting.report import FileResult as FileResult
    from reslint.linting.report import Report as Report
    from reslint.linting.reporter import Reporter as Reporter
    from reslint.linting.reporter import Style as Style
    from reslint.linting.rule import Example as Example
    from reslint.linting.rule import Mistake as Mistake
    from reslint.linting.rule import Rule as Rule
    from reslint.linting.rule import replace as replace
    from reslint.linting.settings import Settings as Settings

_HOMES = {
    "reslint.citations.model": ("Citation",),
    "reslint.documents.model": ("Document", "Paragraph", "Role", "Segment", "Story"),
    "reslint.documents.reader": ("Reader",),
    "reslint.documents.view": ("View",),
    "reslint.errors": ("ReslintError",),
    "reslint.linting.finding": ("Applicability", "Edit", "Finding", "Fix", "Severity"),
    "reslint.linting.hookspecs": ("hookimpl",),
    "reslint.linting.page": ("Page",),
    "reslint.linting.report": ("FileResult", "Report"),
    "reslint.linting.rule": ("Example", "Mistake", "Rule", "replace"),
    "reslint.linting.calls": ("lint_file", "lint_paths", "lint_text"),
    "reslint.linting.settings": ("Settings",),
    "reslint.linting.reporter": ("Reporter", "Style"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Applicability",
    "Citation",
    "Document",
    "Edit",
    "Example",
    "FileResult",
    "Finding",
    "Fix",
    "Mistake",
    "Page",
    "Paragraph",
    "Reader",
    "Report",
    "Reporter",
    "ReslintError",
    "Role",
    "Rule",
    "Segment",
    "Settings",
    "Severity",
    "Story",
    "Style",
    "View",
    "__version__",
    "hookimpl",
    "lint_file",
    "lint_paths",
    "lint_text",
    "replace",
]


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
