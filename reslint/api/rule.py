"""The rule API: everything a rule file needs, and nothing that knows a file format or an output."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from reslint.api.finding import Applicability, Edit, Fix, Severity
from reslint.api.page import Page
from reslint.values import Value

if TYPE_CHECKING:
    from reslint.registry import Conference


class Mistake(Value, often=True):
    """What a rule yields: a range of the view and what is wrong there; the run makes a Finding of it.

    `start` and `end` are zero-based characters of the view. `record` is the key of the registry record it rests on
    ("PP 140"). `suggestion` is what to write instead of the range, for people; `fix` what to change. `as_far_as` is the
    conference through which the suggested edition is known to be the last, as a judgement has it. `part_of` is the
    code of a rule that names the cause: where that rule finds something in the same file, people are shown its finding
    alone, which counts those that belong to it. One that is `minor` weighs as an info.
    """

    start: int
    end: int
    message: str
    suggestion: str | None = None
    help: str = ""
    fix: Fix | None = None
    record: str | None = None
    part_of: str = ""
    as_far_as: Conference | None = None
    minor: bool = False


class Example(Value):
    """A draft that is documentation and test at once.

    `draft` is a text as in a file called `name`; `found` the exact words the rule must mark in it, in text order, none
    for a draft that is right; `mended` the draft after all fixes of this rule, where it has any. `as_of` is a date or
    the short name of a conference.
    """

    draft: str
    found: tuple[str, ...] = ()
    mended: str | None = None
    as_of: str = "2024-01-01"
    name: str = "draft.txt"


class Scope(StrEnum):
    """How far a rule looks around what it finds: what else has to be judged again when a paragraph changes.

    A rule of lists may find an item wrong because of its neighbours, a rule of documents because of anything.
    """

    PARAGRAPH = "paragraph"
    LIST = "list"
    DOCUMENT = "document"


class Tag(StrEnum):
    """How an editor shows what a rule finds, beside its severity: faded, or struck out."""

    UNNECESSARY = "unnecessary"
    DEPRECATED = "deprecated"


class Rule(ABC):
    """One judgement, in one file.

    The class docstring is its documentation: a first line, then the paragraphs "What it does", "Why" and, where there
    are any, "Options" (each a Markdown `## ` heading). `fix` is the strongest applicability its fixes have, None where
    it offers none. `default` is false for a rule that must be selected. `scope` is how far it looks: while somebody
    types, an editor asks again at once only the rules of paragraphs. A rule that does not say is slower, never wrong.
    `includes` are the codes of rules whose findings at the same words are no findings of their own beside one of this
    rule: its message tells them too.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    default: ClassVar[bool] = True
    fix: ClassVar[Applicability | None] = None
    scope: ClassVar[Scope] = Scope.DOCUMENT
    tags: ClassVar[tuple[Tag, ...]] = ()
    includes: ClassVar[tuple[str, ...]] = ()
    examples: ClassVar[tuple[Example, ...]] = ()

    @abstractmethod
    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield what is wrong on the page; called once a document, on one shared instance that keeps no state."""


def replace(start: int, end: int, content: str, applicability: Applicability) -> Fix:
    """A fix of one edit."""
    return Fix((Edit(start, end, content),), applicability)


__all__ = ["Applicability", "Edit", "Example", "Fix", "Mistake", "Page", "Rule", "Scope", "Severity", "Tag", "replace"]
