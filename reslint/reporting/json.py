"""The output as one JSON object, for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reslint.api.report import FileResult, Report
from reslint.api.reporter import Style
from reslint.reporting.fields import finding_fields
from reslint.reporting.streaming import json_pieces
from reslint.version import __version__


def render(report: Report, _style: Style) -> Iterable[str]:
    """`version, as_of, registry, files, findings, errors`; `as_of` is null where files were judged on several
    days.
    """
    days = report.days
    head = {
        "version": __version__,
        "as_of": days[0].isoformat() if len(days) == 1 else None,
        "registry": {"date": report.registry_date, "digest": report.registry_digest},
        "files": map(_file, report.heads),
        "findings": (finding_fields(finding) for finding in report.each_finding()),
        "errors": ({"file": file, "message": message} for file, message in report.failures),
    }
    yield from json_pieces(head)


def _file(result: FileResult) -> dict[str, Any]:
    """A file; the language it was not read in, and what is silenced in it, where there is any."""
    fields: dict[str, Any] = {"file": result.name, "as_of": result.as_of.isoformat() if result.as_of else None}
    if result.unread:
        fields["unread"] = {"language": result.unread.language, "whole": result.unread.whole}
    if result.silenced or result.overruled:
        return fields | {"silenced": {"marks": result.silenced, "settings": result.overruled}}
    return fields
