"""Findings as editors show them: underlined, with the rule, its page, and what else in the draft speaks against it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import evolve
from lsprotocol import types

from reslint.api.finding import Finding, Severity, shown
from reslint.api.report import FileResult
from reslint.api.rule import Tag
from reslint.citations.model import Citation, CitationRole
from reslint.linting.linter import Linter
from reslint.reporting.telling import COULD_NOT, has_lines, told_with_help
from reslint.saying import EN, Teller, said
from reslint.server.drafts import Judged, OpenDraft, Shown
from reslint.server.lines import Lines
from reslint.server.rule_pages import page_of

SOURCE = "reslint"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
TAGS = {Tag.UNNECESSARY: types.DiagnosticTag.Unnecessary, Tag.DEPRECATED: types.DiagnosticTag.Deprecated}
MOST_RELATED = 5


def diagnostics(draft: OpenDraft) -> list[types.Diagnostic]:
    """What to show in an open draft, in text order; first what could not be done."""
    judged = draft.judged
    if judged is None:
        return []
    if draft.shown is None:
        draft.shown = _shown(draft.uri, judged, draft.lines, draft.tell)
    errors = at_the_beginning(judged.result)
    count, every = draft.shown
    change = draft.renewed
    if change is None:
        return [*errors, *_seen(every)]
    here = [
        _diagnostic(one, draft.lines.range(one.start, one.end), judged.linter, draft.tell) for one in shown(change.here)
    ]
    before, behind = _seen(every[: change.before]), _seen(every[change.behind :])
    return [*errors, *before, *here, *_moved(behind, len(draft.lines) - count)]


def diagnostics_of_file(
    findings: Iterable[Finding], lines: Lines | None, linter: Linter, tell: Teller = EN
) -> list[types.Diagnostic]:
    """What to show of a file that is not open: in its lines, or for one without lines in one line a paragraph."""
    found = []
    for finding in shown(findings):
        if lines is not None and has_lines(finding):
            where = lines.range(finding.start, finding.end)
        else:
            line = max(finding.place.paragraph - 1, 0)
            where = types.Range(types.Position(line, 0), types.Position(line, 0))
        found.append(_diagnostic(finding, where, linter, tell))
    return found


def at_the_beginning(result: FileResult) -> list[types.Diagnostic]:
    """What is to be said of a whole draft: what could not be done, and that it is in a language that is not read."""
    errors = [could_not(line) for line in result.errors]
    return [*errors, could_not(str(result.unread), types.DiagnosticSeverity.Information)] if result.unread else errors


def could_not(line: str, severity: types.DiagnosticSeverity = types.DiagnosticSeverity.Error) -> types.Diagnostic:
    """What could not be done, shown at the beginning of a draft."""
    start = types.Position(0, 0)
    return types.Diagnostic(types.Range(start, start), line, severity=severity, code=COULD_NOT, source=SOURCE)


def _diagnostic(
    finding: Finding,
    where: types.Range,
    linter: Linter | None,
    tell: Teller,
    related: list[types.DiagnosticRelatedInformation] | None = None,
) -> types.Diagnostic:
    rule = linter.plugins.rules.rule(finding.code) if linter else None
    page = page_of(rule) if rule else None
    return types.Diagnostic(
        where,
        told_with_help(finding, tell),
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        tags=[TAGS[tag] for tag in rule.tags] or None if rule else None,
        related_information=related or None,
    )


def _shown(uri: str, judged: Judged, lines: Lines, tell: Teller) -> Shown:
    """What to show of a judgement; `lines` are those of its text or of a later one."""
    if lines.text != judged.text:
        lines = Lines(judged.text, lines.encoding)
    others = _Others(uri, judged.result.citations, lines, tell)
    return Shown(
        len(lines),
        [
            None
            if one.part_of
            else _diagnostic(one, lines.range(one.start, one.end), judged.linter, tell, others.related(one))
            for one in judged.result.findings
        ],
    )


def _seen(every: Iterable[types.Diagnostic | None]) -> list[types.Diagnostic]:
    return [one for one in every if one is not None]


def _moved(shown: Sequence[types.Diagnostic], lines: int) -> Iterable[types.Diagnostic]:
    """The same, so many lines further down."""
    return (evolve(one, range=_lower(one.range, lines)) for one in shown) if lines else shown


def _lower(where: types.Range, lines: int) -> types.Range:
    start, end = where.start, where.end
    return types.Range(
        types.Position(start.line + lines, start.character), types.Position(end.line + lines, end.character)
    )


class _Others:
    """The citations of a draft, to find those of the same text at another edition."""

    def __init__(self, uri: str, citations: Sequence[Citation], lines: Lines, tell: Teller) -> None:
        self._uri = uri
        self._tell = tell
        self._lines = lines
        self._all = citations
        self._same: dict[tuple[str | None, str, str], list[Citation]] = {}
        for citation in citations:
            if citation.role is CitationRole.CITATION and citation.edition is not None:
                self._same.setdefault((citation.body, citation.kind, citation.number), []).append(citation)

    def related(self, finding: Finding) -> list[types.DiagnosticRelatedInformation]:
        """Where the text that a finding is about is cited at another edition."""
        at = bisect_right(self._all, finding.start, key=lambda citation: citation.start) - 1
        cited = self._all[at] if at >= 0 else None
        if cited is None or cited.end < finding.end or cited.edition is None:
            return []
        year = cited.edition.year
        others = [
            other
            for other in self._same.get((cited.body, cited.kind, cited.number), ())
            if other.edition is not None and other.edition.year != year
        ]
        return [
            types.DiagnosticRelatedInformation(
                types.Location(self._uri, self._lines.range(other.start, other.end)),
                self._tell(said("cited here as {words}", words=" ".join(other.text.split()))),
            )
            for other in others[:MOST_RELATED]
        ]
