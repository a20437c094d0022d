"""A staleness linter for citations of ITU resolutions: what of a draft is outdated, wrong or malformed, and
the cure.

The names below are the public interface; everything else may move. They are imported when first used, so that
`import reslint` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from reslint.version import __version__ as __version__

if TYPE_CHECKING:
    from reslint.api import approvals as approvals
    from reslint.api import editions as editions
    from reslint.api import messages as messages
    from reslint.api.cited_texts import CitedText as CitedText
    from reslint.api.finding import Applicability as Applicability
    from reslint.api.finding import Around as Around
    from reslint.api.finding import AsFarAs as AsFarAs
    from reslint.api.finding import Change as Change
    from reslint.api.finding import Edit as Edit
    from reslint.api.finding import Finding as Finding
    from reslint.api.finding import Fix as Fix
    from reslint.api.finding import Place as Place
    from reslint.api.finding import RecordNote as RecordNote
    from reslint.api.finding import RunRange as RunRange
    from reslint.api.finding import Severity as Severity
    from reslint.api.finding import Standing as Standing
    from reslint.api.formats import Format as Format
    from reslint.api.formats import Judge as Judge
    from reslint.api.formats import Writer as Writer
    from reslint.api.formats import text_writer as text_writer
    from reslint.api.page import Common as Common
    from reslint.api.page import Page as Page
    from reslint.api.report import FileResult as FileResult
    from reslint.api.report import Report as Report
    from reslint.api.reporter import Reporter as Reporter
    from reslint.api.reporter import Style as Style
    from reslint.api.rule import Example as Example
    from reslint.api.rule import Mistake as Mistake
    from reslint.api.rule import Rule as Rule
    from reslint.api.rule import Scope as Scope
    from reslint.api.rule import Tag as Tag
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
    from reslint.citations.model import BodyFrom as BodyFrom
    from reslint.citations.model import Citation as Citation
    from reslint.citations.model import CitationRole as CitationRole
    from reslint.citations.model import CitedEdition as CitedEdition
    from reslint.citations.model import Mark as Mark
    from reslint.citations.model import Span as Span
    from reslint.citations.model import ToldBy as ToldBy
    from reslint.citations.places import Spelling as Spelling
    from reslint.citations.reader import written_places as written_places
    from reslint.documents.model import Comment as Comment
    from reslint.documents.model import Document as Document
    from reslint.documents.model import Kind as Kind
    from reslint.documents.model import Paragraph as Paragraph
    from reslint.documents.model import Provenance as Provenance
    from reslint.documents.model import Role as Role
    from reslint.documents.model import Segment as Segment
    from reslint.documents.model import Story as Story
    from reslint.documents.model import Unit as Unit
    from reslint.documents.model import ViewName as ViewName
    from reslint.documents.view import Block as Block
    from reslint.documents.view import Position as Position
    from reslint.documents.view import View as View
    from reslint.errors import ReslintError as ReslintError
    from reslint.linting.settings import Settings as Settings
    from reslint.plugins.hookspecs import hookimpl as hookimpl
    from reslint.registry.model import Approval as Approval
    from reslint.registry.model import ApprovalStatus as ApprovalStatus
    from reslint.registry.model import AssemblyText as AssemblyText
    from reslint.registry.model import Body as Body
    from reslint.registry.model import Conference as Conference
    from reslint.registry.model import Edition as Edition
    from reslint.registry.model import Part as Part
    from reslint.registry.model import Record as Record
    from reslint.registry.model import Sector as Sector
    from reslint.registry.model import Status as Status
    from reslint.registry.registry import Registry as Registry
    from reslint.registry.verdict import Judgement as Judgement
    from reslint.registry.verdict import Verdict as Verdict
    from reslint.saying import said as said
    from reslint.saying import said_of as said_of
    from reslint.storage.late import late as late
    from reslint.structure.headings import DatedPlace as DatedPlace
    from reslint.structure.headings import dated_places as dated_places
    from reslint.structure.model import Clause as Clause
    from reslint.structure.model import ClauseKind as ClauseKind
    from reslint.structure.model import Heading as Heading
    from reslint.structure.model import ItemList as ItemList
    from reslint.structure.model import Label as Label
    from reslint.structure.model import LabelStyle as LabelStyle
    from reslint.structure.model import ListItem as ListItem
    from reslint.structure.model import Structure as Structure
    from reslint.structure.sequence import Disorder as Disorder
    from reslint.structure.sequence import Misplaced as Misplaced
    from reslint.structure.sequence import misplaced as misplaced
    from reslint.translations.telling import teller as teller
    from reslint.values import Value as Value

_MODULES = {
    "approvals": "reslint.api.approvals",
    "editions": "reslint.api.editions",
    "messages": "reslint.api.messages",
}
_HOMES = {
    "reslint.api.finding": (
        "Applicability",
        "Around",
        "AsFarAs",
        "Change",
        "Edit",
        "Finding",
        "Fix",
        "Place",
        "RecordNote",
        "RunRange",
        "Severity",
        "Standing",
    ),
    "reslint.api.formats": (
        "Format",
        "Judge",
        "Writer",
        "text_writer",
    ),
    "reslint.api.cited_texts": ("CitedText",),
    "reslint.api.page": (
        "Common",
        "Page",
    ),
    "reslint.api.report": (
        "FileResult",
        "Report",
    ),
    "reslint.api.reporter": (
        "Reporter",
        "Style",
    ),
    "reslint.api.rule": (
        "Example",
        "Mistake",
        "Rule",
        "Scope",
        "Tag",
        "replace",
    ),
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
    "reslint.citations.model": (
        "BodyFrom",
        "Citation",
        "CitationRole",
        "CitedEdition",
        "Mark",
        "Span",
        "ToldBy",
    ),
    "reslint.citations.places": ("Spelling",),
    "reslint.citations.reader": ("written_places",),
    "reslint.documents.model": (
        "Comment",
        "Document",
        "Kind",
        "Paragraph",
        "Provenance",
        "Role",
        "Segment",
        "Story",
        "Unit",
        "ViewName",
    ),
    "reslint.documents.view": (
        "Block",
        "Position",
        "View",
    ),
    "reslint.errors": ("ReslintError",),
    "reslint.linting.settings": ("Settings",),
    "reslint.plugins.hookspecs": ("hookimpl",),
    "reslint.registry.model": (
        "Approval",
        "ApprovalStatus",
        "AssemblyText",
        "Body",
        "Conference",
        "Edition",
        "Part",
        "Record",
        "Sector",
        "Status",
    ),
    "reslint.registry.registry": ("Registry",),
    "reslint.registry.verdict": (
        "Judgement",
        "Verdict",
    ),
    "reslint.storage.late": ("late",),
    "reslint.structure.headings": (
        "DatedPlace",
        "dated_places",
    ),
    "reslint.structure.model": (
        "Clause",
        "ClauseKind",
        "Heading",
        "ItemList",
        "Label",
        "LabelStyle",
        "ListItem",
        "Structure",
    ),
    "reslint.structure.sequence": (
        "Disorder",
        "Misplaced",
        "misplaced",
    ),
    "reslint.saying": (
        "said",
        "said_of",
    ),
    "reslint.translations.telling": ("teller",),
    "reslint.values": ("Value",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(("__version__", *_MODULES, *_HOME_OF), key=lambda name: (not name[0].isupper(), name))


def __getattr__(name: str) -> object:
    if name in _MODULES:
        value: object = import_module(_MODULES[name])
    elif name in _HOME_OF:
        value = getattr(import_module(_HOME_OF[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
