"""Findings: what a rule says, with the edits that would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from reslint.named import NamedTuple
from reslint.saying import said
from reslint.values import Value


class Severity(StrEnum):
    """How much a finding weighs; the table of severities is a setting, never a rule's decision."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def and_graver(self) -> tuple[Severity, ...]:
        """This severity and those above it."""
        severities = tuple(Severity)
        return severities[: severities.index(self) + 1]


class Applicability(StrEnum):
    """Whether a fix keeps the meaning (`safe`, applied by --fix) or may change it (`unsafe`)."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Replace `text[start:end]` of the view by `content`; zero-based characters."""

    start: int
    end: int
    content: str


class Fix(Value, often=True):
    """Edits that belong together: all of them or none. They do not overlap and stand in text order."""

    edits: tuple[Edit, ...]
    applicability: Applicability


class RecordNote(Value, often=True):
    """The registry record a finding rests on: its key, the conference it is checked through, its sources."""

    key: str
    checked: str | None
    sources: tuple[str, ...]


class AsFarAs(Value):
    """The conference through which what is suggested is known to be the last edition: a later one has not been read.

    `key` is its short name ("PP-22"), `met` what people call it ("Bucharest 2022").
    """

    key: str
    met: str

    def __str__(self) -> str:
        return self.told

    @property
    def told(self) -> str:
        """The same as a message: "as far as Bucharest 2022"."""
        return said("as far as {met}", met=self.met)


class RunRange(Value, often=True):
    """Characters `start` to `end` of the run of this number in its paragraph of the file; all from zero."""

    paragraph: int
    run: int
    start: int
    end: int


class Place(Value, often=True):
    """Where a finding stands.

    `name` is for people ("¶ 17, considering b)"), empty where line and column say it. `story` and `paragraph`, from 1,
    are those of the view; `runs` is empty for formats without runs.
    """

    name: str
    story: str
    paragraph: int
    runs: tuple[RunRange, ...] = ()


class Standing(StrEnum):
    """What a draft with tracked changes does to a defect: it brings it in, or it leaves it standing."""

    INTRODUCED = "introduced"
    KEPT = "kept"


class Change(Value):
    """Whether the draft brings a defect in, and if so by whose change, made when (as the file writes it)."""

    standing: Standing
    author: str | None = None
    date: str | None = None

    def __str__(self) -> str:
        return self.told

    @property
    def told(self) -> str:
        """The same as a message: "brought in by Jane Doe"."""
        if self.standing is Standing.KEPT:
            return said("left standing, as it is in the original")
        if self.author:
            return said("brought in by {author}", author=self.author)
        return said("brought in by this draft")


class Around(Value, often=True):
    """What stands in the paragraph before and after the words, as far as one wants to read, as the view has it.

    `label` is the automatic number of the paragraph, where `before` reaches to its beginning.
    """

    before: str = ""
    after: str = ""
    label: str = ""


class Finding(Value, often=True):
    """One defect at one place.

    `start` and `end` are zero-based characters of the view; `line`, `column`, `end_line` and `end_column` count from 1,
    the end being just after the last character. `excerpt` is the text found, `suggestion` what to write instead (None
    where there is nothing to suggest), `as_far_as` how far it is known to be the last edition (None where it is known
    to the day), `advice` a line for a person on why or how, `keep` what to write to keep the words as they are, empty
    where that cannot be. `block` numbers the paragraph in the view. `change` is None for a document without tracked
    changes. `refused` says why a fix cannot be made in this file, which has none then. `around` is the rest of the
    paragraph, as far as one wants to read. `parts` are what other rules say of the same words, which `message` tells
    too: they stand nowhere else, and their fixes are made all the same. `part_of` is the code of a finding of the same
    file that this one belongs to, empty for most; people are shown that one alone.
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
    advice: str
    keep: str
    fix: Fix | None
    as_of: str
    record: RecordNote | None
    url: str
    block: int
    place: Place
    change: Change | None = None
    refused: str = ""
    around: Around = Around()
    parts: tuple[Finding, ...] = ()
    part_of: str = ""
    as_far_as: AsFarAs | None = None

    @property
    def proposal(self) -> str | None:
        """What to write instead, with how far that is known: "Rev. Bucharest, 2022 (as far as Bucharest 2022)"."""
        if self.suggestion is None or self.as_far_as is None:
            return self.suggestion
        return said("{suggestion} ({as_far_as})", suggestion=self.suggestion, as_far_as=self.as_far_as.told)

    @property
    def help(self) -> str:
        """The advice, and how to keep the words, in one line: for where a finding stands by itself."""
        if not self.keep:
            return self.advice
        if not self.advice:
            return said("to keep it, write {mark}", mark=self.keep)
        return said("{advice}; to keep it, write {mark}", advice=self.advice, mark=self.keep)


def with_parts(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each before its parts."""
    for finding in findings:
        yield finding
        yield from finding.parts


def shown(findings: Iterable[Finding], *, verbose: bool = False) -> Iterator[Finding]:
    """The findings that people are shown: without those that belong to another, unless they ask for all."""
    return (finding for finding in findings if verbose or not finding.part_of)
