"""A finding as every machine format gives it; docs/output.md describes the fields."""

from __future__ import annotations

from typing import Any

from reslint.api.finding import Change, Finding, Fix, RecordNote, RunRange


def finding_fields(finding: Finding) -> dict[str, Any]:
    """The fields of a finding, in their order. Offsets count from 0, lines and columns from 1, in
    characters.
    """
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.file,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "excerpt": finding.excerpt,
        "suggestion": finding.suggestion,
        "as_far_as": finding.as_far_as.key if finding.as_far_as else None,
        "fix": _fix(finding.fix),
        "as_of": finding.as_of,
        "record": _note(finding.record),
        "url": finding.url,
        "story": finding.place.story,
        "paragraph": finding.place.paragraph,
        "place": finding.place.name or None,
        "runs": [_run(run) for run in finding.place.runs],
        "change": _change(finding.change),
        "refused": finding.refused or None,
        "part_of": finding.part_of or None,
        "parts": [finding_fields(part) for part in finding.parts],
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"start": edit.start, "end": edit.end, "content": edit.content} for edit in fix.edits]
    return {"applicability": fix.applicability.value, "edits": edits}


def _run(run: RunRange) -> dict[str, Any]:
    return {"paragraph": run.paragraph, "run": run.run, "start": run.start, "end": run.end}


def _change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {"standing": change.standing.value, "author": change.author, "date": change.date}


def _note(note: RecordNote | None) -> dict[str, Any] | None:
    if note is None:
        return None
    return {"key": note.key, "checked": note.checked, "sources": list(note.sources)}
