"""What reslint promises of every draft, whatever is in it: each promise that an input breaks is a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reslint import FileResult, Finding, Settings, comment, fix, lint_bytes
from reslint.api.finding import with_parts
from reslint.documents import View, ViewName

AS_OF = "2024-10-15"
BLAME = re.compile(r"report it|reslint broke|broke (at|over)|Traceback|MemoryError|undo each other")
"""What no input may make reslint say: that it is at fault, or that its fixes come to no end."""


class Outcome(NamedTuple):
    """What became of an input: whether it was read, what was found in it, mended and commented, what promises broke."""

    read: bool
    findings: int = 0
    mended: int = 0
    comments: int = 0
    broken: tuple[str, ...] = ()


def tried(data: bytes, name: str, *, has_comments: bool) -> Outcome:
    """Judge a draft, mend it twice, and write comments into it twice where its format has some."""
    settings = Settings.of(select=["ALL"], as_of=AS_OF)
    result = lint_bytes(data, name, settings=settings)
    broken = [*blamed((*result.errors, *result.notices)), *_ranges(result)]
    if result.view is None:
        return Outcome(False, broken=tuple(broken))
    mended = fix(data, name, unsafe=True, settings=settings)
    broken += [f"mending: {line}" for line in blamed((*mended.result.errors, *mended.result.notices, *mended.refused))]
    if mended.data != data:
        broken += _mended(result, mended.data, mended.result, settings)
    comments = 0
    if has_comments:
        commented = comment(data, name, settings=settings)
        comments = commented.comments
        broken += [f"commenting: {line}" for line in blamed((*commented.result.errors, *commented.notes))]
        if commented.data != data:
            broken += _commented(result, commented.data, settings)
    return Outcome(True, len(result.findings), mended.mended, comments, tuple(broken))


def blamed(lines: Iterable[str]) -> Iterator[str]:
    """Those of the lines told to people by which reslint takes the blame."""
    for line in lines:
        if BLAME.search(line):
            yield f"says {line!r}"


def _ranges(result: FileResult) -> Iterator[str]:
    """Every range lies in the text and has the words that are told."""
    if result.view is None:
        if result.findings or not result.errors:
            yield f"nothing was read, with {len(result.findings)} findings and the errors {result.errors}"
        return
    text = result.view.text
    for citation in result.citations:
        if not 0 <= citation.start < citation.end <= len(text) or text[citation.start : citation.end] != citation.text:
            yield f"range: the citation {citation.text!r} is not at {citation.start}:{citation.end}"
        for edition in citation.editions:
            if not 0 <= edition.where.start < edition.where.end <= len(text):
                yield f"range: an edition of {citation.text!r} is outside of the text"
    for finding in with_parts(result.findings):
        yield from _range(finding, text)


def _range(finding: Finding, text: str) -> Iterator[str]:
    what = f"range: {finding.code} at {finding.start}:{finding.end}"
    if not 0 <= finding.start <= finding.end <= len(text) or text[finding.start : finding.end] != finding.excerpt:
        yield f"{what} is not {finding.excerpt!r}"
    if not (1, 1) <= (finding.line, finding.column) <= (finding.end_line, finding.end_column):
        yield f"{what} begins at {finding.line}:{finding.column}, ends at {finding.end_line}:{finding.end_column}"
    cursor = 0
    for edit in finding.fix.edits if finding.fix else ():
        if not cursor <= edit.start <= edit.end <= len(text):
            yield f"{what} has an edit at {edit.start}:{edit.end}"
        cursor = edit.end


def _mended(before: FileResult, data: bytes, after: FileResult, settings: Settings) -> Iterator[str]:
    """What was mended reads, needs no more mending, and is as it was for who rejects the corrections."""
    if after.view is None or before.view is None:
        yield f"mending: what was written cannot be read ({after.errors})"
        return
    yield from (f"mended: {line}" for line in _ranges(after))
    again = fix(data, before.name, unsafe=True, settings=settings)
    if again.data != data:
        yield f"mending twice: {again.mended} more are mended the second time"
    if before.view.document.format == "word":
        yield from _same_original("mending", before.view, after.view)


def _commented(before: FileResult, data: bytes, settings: Settings) -> Iterator[str]:
    """Comments change no text and no finding, and are not written a second time."""
    after = lint_bytes(data, before.name, settings=settings)
    if after.view is None or before.view is None:
        yield f"commenting: what was written cannot be read ({after.errors})"
        return
    if after.view.text != before.view.text:
        yield "commenting: the text is another"
    yield from _same_original("commenting", before.view, after.view)
    if list(map(_told, after.findings)) != list(map(_told, before.findings)):
        yield f"commenting: {len(before.findings)} findings are {len(after.findings)}, or others"
    again = comment(data, before.name, settings=settings)
    if again.data != data:
        yield f"commenting twice: {again.comments} more comments are written the second time"


def _same_original(when: str, before: View, after: View) -> Iterator[str]:
    if View(before.document, ViewName.ORIGINAL).text != View(after.document, ViewName.ORIGINAL).text:
        yield f"{when}: the original view is another"


def _told(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.start, finding.end, finding.excerpt, finding.message, finding.place.name
