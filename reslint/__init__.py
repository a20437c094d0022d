"""A staleness linter for citations of ITU resolutions: what of a draft is outdated, wrong or malformed, and
the cure.

The names below are the public interface; everything else may move. They are imported when first used, so that
`import reslint` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from reslint.version import __version__

if TYPE_CHECKING:
    from reslint.api.finding import Applicability as Applicability
    from reslint.api.finding import Edit as Edit
    from reslint.api.finding import Finding as Finding
    from reslint.api.finding import Fix as Fix
    from reslint.api.finding import Severity as Severity
    from reslint.api.formats import Format as Format
    from reslint.api.formats import Writer as Writer
    from reslint.api.formats import text_writer as text_writer
    from reslint.api.page import Page as Page
    from reslint.api.report import FileResult as FileResult
    from reslint.api.report import Report as Report
    from reslint.api.reporter import Reporter as Reporter
    from reslint.api.reporter import Style as Style
    from reslint.api.rule import Example as Example
    from reslint.api.rule import Mistake as Mistake
    from reslint.api.rule import Rule as Rule
    from reslint.api.rule import replace as replace
    from reslint.calls import Commented as Commented
    from reslint.calls import Fixed as Fixed
    from reslint.calls import comment as comment
    from reslint.calls import fix as fix
    from reslint.calls import lint_bytes as lint_bytes
    from reslint.calls import lint_file as lint_file
    from reslint.calls import lint_paths as lint_paths
    from reslint.calls import lint_text as lint_text
    from reslint.calls import load_registry as load_registry
    from reslint.citations.model import Citation as Citation
    from reslint.documents.model import Document as Document
    from reslint.documents.model import Paragraph as Paragraph
    from reslint.documents.model import Role as Role
    from reslint.documents.model import Segment as Segment
    from reslint.documents.model import Story as Story
    from reslint.documents.view import View as View
    from reslint.errors import ReslintError as ReslintError
    from reslint.linting.settings import Settings as Settings
    from reslint.plugins.hookspecs import hookimpl as hookimpl

_HOMES = {
    "reslint.citations.model": ("Citation",),
    "reslint.documents.model": ("Document", "Paragraph", "Role", "Segment", "Story"),
    "reslint.api.formats": ("Format", "Writer", "text_writer"),
    "reslint.documents.view": ("View",),
    "reslint.errors": ("ReslintError",),
    "reslint.api.finding": ("Applicability", "Edit", "Finding", "Fix", "Severity"),
    "reslint.plugins.hookspecs": ("hookimpl",),
    "reslint.api.page": ("Page",),
    "reslint.api.report": ("FileResult", "Report"),
    "reslint.api.rule": ("Example", "Mistake", "Rule", "replace"),
    "reslint.calls": (
        "Commented",
        "Fixed",
        "comment",
        "fix",
        "lint_bytes",
        "lint_file",
        "lint_paths",
        "lint_text",
        "load_registry",
    ),
    "reslint.linting.settings": ("Settings",),
    "reslint.api.reporter": ("Reporter", "Style"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Applicability",
    "Citation",
    "Commented",
    "Document",
    "Edit",
    "Example",
    "FileResult",
    "Finding",
    "Fix",
    "Fixed",
    "Format",
    "Mistake",
    "Page",
    "Paragraph",
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
    "Writer",
    "__version__",
    "comment",
    "fix",
    "hookimpl",
    "lint_bytes",
    "lint_file",
    "lint_paths",
    "lint_text",
    "load_registry",
    "replace",
    "text_writer",
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
