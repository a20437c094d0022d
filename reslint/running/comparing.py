"""The comparison of two runs: what is new, what is gone, what is still there.

Findings are the same as their fingerprints are: by file, rule, words and count, whatever became of the lines. Of more
equal ones than there were, the last are new. Of a file that the later run did not come to check, nothing is said.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reslint.errors import ReslintError
from reslint.linting.fingerprint import Known, known_as, path_told
from reslint.named import NamedTuple

WrittenFinding = Mapping[str, Any]
"""A finding as a run writes it."""
TEXTS = ("file", "code", "name", "severity", "message", "excerpt")
NUMBERS = ("line", "column")
ADVICE = "write one with check --output-format json -o FILE"


class WrittenRun(NamedTuple):
    """What a run wrote: its day (None for several) and that of its registry, the paths of its files, and its findings.

    `unchecked` are the files it could not check, `problems` what else went wrong, such as that it was interrupted.
    """

    path: Path
    as_of: str | None
    registry: str
    files: frozenset[str]
    findings: tuple[WrittenFinding, ...]
    unchecked: frozenset[str]
    problems: tuple[str, ...]

    def looked_at(self, file: str) -> bool:
        """Whether it tells something that this run found nothing in a file."""
        return file not in self.unchecked and (file in self.files or not self.problems)


class Comparison(NamedTuple):
    """The findings of two runs, each in the order of its run; `unknown` are old ones of files that were not checked."""

    new: tuple[WrittenFinding, ...]
    gone: tuple[WrittenFinding, ...]
    unchanged: tuple[WrittenFinding, ...]
    unknown: tuple[WrittenFinding, ...]


def compare(old: WrittenRun, new: WrittenRun) -> Comparison:
    """What became of the findings of the old run in the new one."""
    left = Counter(map(_key, old.findings))
    added, unchanged = [], []
    for finding in new.findings:
        key = _key(finding)
        if left[key]:
            left[key] -= 1
            unchanged.append(finding)
        else:
            added.append(finding)
    gone: list[WrittenFinding] = []
    unknown: list[WrittenFinding] = []
    for finding in reversed(old.findings):
        key = _key(finding)
        if left[key]:
            left[key] -= 1
            (gone if new.looked_at(path_told(finding["file"])) else unknown).append(finding)
    return Comparison(tuple(added), tuple(reversed(gone)), tuple(unchanged), tuple(reversed(unknown)))


def read_run(path: Path) -> WrittenRun:
    """What `reslint check --output-format json` wrote; ReslintError where the file cannot be read, or is no such."""
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise ReslintError(str(path), f"the file cannot be read ({error.strerror})", ADVICE) from error
    except (ValueError, RecursionError) as error:
        raise ReslintError(str(path), "this is no JSON", ADVICE) from error
    try:
        errors = [(error["file"], str(error["message"])) for error in data["errors"]]
        run = WrittenRun(
            path,
            as_of=data["as_of"],
            registry=data["registry"]["date"],
            files=frozenset(path_told(file["file"]) for file in data["files"]),
            findings=tuple(data["findings"]),
            unchecked=frozenset(path_told(file) for file, _ in errors if file is not None),
            problems=tuple(message for file, message in errors if file is None),
        )
        well = isinstance(run.as_of, str | None) and isinstance(run.registry, str)
        well = well and _are_findings(run.findings)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise ReslintError(str(path), "this is not the output of a run", ADVICE) from error
    if not well:
        raise ReslintError(str(path), "this is not the output of a run", ADVICE)
    return run


def _are_findings(found: Iterable[Any]) -> bool:
    return all(
        isinstance(one, dict)
        and all(isinstance(one[name], str) for name in TEXTS)
        and all(isinstance(one[name], int) for name in NUMBERS)
        and isinstance(one["place"], str | None)
        and (one["record"] is None or isinstance(one["record"]["key"], str))
        for one in found
    )


def _key(finding: WrittenFinding) -> tuple[str, Known]:
    record = finding["record"]["key"] if finding["record"] else None
    return path_told(finding["file"]), known_as(finding["code"], record, finding["excerpt"], finding["message"])
