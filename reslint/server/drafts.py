"""The drafts that are open in the editor, as they are there: with every change, and not as they were last saved."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from lsprotocol import types

from reslint.api.finding import Finding
from reslint.api.report import FileResult
from reslint.linting.linter import Linter
from reslint.named import NamedTuple
from reslint.saying import EN, Teller
from reslint.server.lines import Lines
from reslint.server.renewing import Renewed
from reslint.server.uris import name_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Judged:
    """The whole judgement of a text, by which linter (None where its settings cannot be used), in how many seconds."""

    text: str
    result: FileResult
    linter: Linter | None
    seconds: float


class Shown(NamedTuple):
    """What is shown of the findings of a judgement, one each (None for what belongs to another), and how many lines its
    text has.
    """

    lines: int
    diagnostics: list[types.Diagnostic | None]


@dataclass(slots=True, eq=False)
class OpenDraft:
    """One open draft.

    `name` is its path, or a name made of the editor's where it has none on disk. `judged` is its last whole judgement,
    which may be that of an earlier text; `tell` says messages to whoever writes it; `shown` is what is shown of it, and
    `renewed` tells what has become of its findings by the version `found`. They are `whole` where that is this version,
    and all of it was judged. `answered` is what an editor that asks for diagnostics was told last: the version, and
    whether it was the whole.
    """

    uri: str
    name: str
    version: int
    lines: Lines
    tell: Teller = EN
    judged: Judged | None = None
    shown: Shown | None = None
    renewed: Renewed | None = None
    found: int | None = None
    whole: bool = False
    answered: tuple[int, bool] | None = None

    @property
    def text(self) -> str:
        """The text as it is in the editor."""
        return self.lines.text

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is found in the version `found`, with offsets in its text."""
        if self.judged is None:
            return ()
        findings = self.judged.result.findings
        return self.renewed.findings(findings) if self.renewed else findings

    def take(self, judged: Judged) -> None:
        """Take in a judgement, which is the whole one if the text is still the same."""
        self.judged, self.shown, self.renewed = judged, None, None
        self.whole = self.text == judged.text
        self.found = self.version if self.whole else None

    def change(self, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> bool:
        """Take in the changes that lead to a version; false, and nothing changed, if that is not a later one."""
        if version <= self.version:
            log.warning("%s: version %d after %d is not heeded", self.name, version, self.version)
            return False
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = self.lines.offset(change.range.start), self.lines.offset(change.range.end)
                self.lines = self.lines.replaced(min(start, end), max(start, end), change.text)
            else:
                self.lines = Lines(change.text, self.lines.encoding)
        self.version = version
        self.whole = False
        return True


class OpenDrafts:
    """All open drafts by their URI. What is said of one that is not open is heeded by nobody."""

    def __init__(self) -> None:
        self.encoding = "utf-16"
        self.tell = EN
        self._open: dict[str, OpenDraft] = {}

    def open(self, item: types.TextDocumentItem) -> OpenDraft:
        """A draft that was opened, or opened again."""
        name = name_of(item.uri, item.language_id)
        draft = OpenDraft(item.uri, name, item.version, Lines(item.text, self.encoding), self.tell)
        self._open[unquote(item.uri)] = draft
        return draft

    def close(self, uri: str) -> None:
        """Forget a draft."""
        self._open.pop(unquote(uri), None)

    def get(self, uri: str) -> OpenDraft | None:
        """The draft of a URI, if it is open."""
        return self._open.get(unquote(uri))

    def __iter__(self) -> Iterator[OpenDraft]:
        return iter(list(self._open.values()))
