"""What a rule says: a finding, with the edits that would mend it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs; the table of severities is a setting, never a rule's decision."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Applicability(StrEnum):
    """Whether a fix keeps the meaning (`safe`, applied by --fix) or may change it (`unsafe`)."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Replace `text[start:end]` of the view by `content`; zero-based characters."""

    start: int
    end: int
    content: str


class Fix(NamedTuple):
    """Edits that belong together: all of them or none. They do not overlap and stand in text order."""

    edits: tuple[Edit, ...]
    applicability: Applicability


class RecordNote(NamedTuple):
    """The registry record a finding rests on: its key, the conference it is checked through, its sources."""

    key: str
    checked: str | None
    sources: tuple[str, ...]


class Finding(NamedTuple):
    """One defect at one place.

    `start` and `end` are zero-based characters of the view; `line`, `column`, `end_line` and `end_column` count from 1,
    the end being just after the last character. `excerpt` is the text found, `suggestion` what to write instead (None
    where there is nothing to suggest), `help` a line for a person on why or how. `block` numbers the paragraph in the
    view.
    """

    code: str
    name: str
    severity: Severity
    message: str
    file: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    suggestion: str | None
    help: str
    fix: Fix | None
    as_of: str
    record: RecordNote | None
    url: str
    block: int
