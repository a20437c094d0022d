"""Findings that the settings of a folder silence, where these are not the user's own."""

from __future__ import annotations

from collections import Counter

from reslint.api.finding import with_parts
from reslint.api.report import FileResult
from reslint.linting.fingerprint import known
from reslint.linting.linter import Linter


def with_overruled(result: FileResult, linter: Linter, data: bytes, side: str) -> FileResult:
    """The result of a file with how many findings the user's own settings would have shown in it besides.

    `data` is what was judged, `side` the file of suppressions beside it. Where the settings are the user's own, which
    is the rule, there are none.
    """
    if linter.own is None:
        return result
    would = linter.own.check(data, result.name, side)
    missing = Counter(map(known, with_parts(would.findings))) - Counter(map(known, with_parts(result.findings)))
    return result.but(overruled=missing.total())
