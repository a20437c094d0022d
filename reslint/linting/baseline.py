"""Baselines: a file of findings that were known on day one and are not to be shown again, so that only new ones are.

Keyed by path (relative to the baseline file), rule, the text that is cited and the words found, with a count; never by
line, so that editing a draft elsewhere does not bring old findings back.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from reslint.api.finding import Finding, with_parts
from reslint.errors import ReslintError
from reslint.linting.fingerprint import Known, known
from reslint.sources import archives
from reslint.sources.urls import is_url

VERSION = 1


class Baseline:
    """The findings that are known: for every path, how often each rule has been found at which words."""

    def __init__(self, path: Path, counts: Mapping[str, Counter[Known]]) -> None:
        self.path = path
        self.counts = counts

    @property
    def digest(self) -> str:
        """What changes whenever it knows something else."""
        known = sorted((name, sorted(counts.items())) for name, counts in self.counts.items())
        return f"{self.path} {known}"

    def new(self, file: str, findings: Iterable[Finding], codes: Container[str]) -> tuple[list[Finding], int]:
        """The findings of one file that are not known, and how many of these codes it knows in vain.

        Of more findings than are known, the last ones are new.
        """
        left = self.counts.get(path_key(file, self.path), Counter()).copy()
        result = []
        for finding in findings:
            key = known(finding)
            if left[key] > 0:
                left[key] -= 1
            else:
                result.append(finding)
        return result, sum(count for (code, _), count in left.items() if code in codes)

    def orphans(self) -> int:
        """How many findings it knows in files that are not there any more."""
        return sum(counts.total() for name, counts in self.counts.items() if not self._is_there(name))

    def _is_there(self, name: str) -> bool:
        path = str(self.path.parent / name)
        return is_url(name) or os.path.lexists(path) or archives.split(path) is not None


def path_key(file: str, baseline: Path) -> str:
    """The path of a file as a baseline names it: relative to itself, with slashes."""
    if is_url(file):
        return file
    return Path(os.path.relpath(file, baseline.parent)).as_posix()


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; ReslintError where it is none."""
    counts: dict[str, Counter[Known]] = {}
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["version"] != VERSION:
            raise ReslintError(str(path), f"a baseline of version {data['version']}", "write it again")
        for name, codes in data["files"].items():
            counts[name] = Counter(
                {(code, words): int(count) for code, found in codes.items() for words, count in found.items()}
            )
    except OSError as error:
        reason = f"the baseline cannot be read ({error.strerror})"
        raise ReslintError(str(path), reason, "write one with --write-baseline") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ReslintError(str(path), "this is no baseline", "write one with --write-baseline") from error
    return Baseline(path, counts)


def write_baseline(path: Path, findings: Iterable[Finding]) -> None:
    """Write a baseline that knows the findings, atomically; ReslintError where it cannot be written."""
    counts = Counter((path_key(finding.file, path), *known(finding)) for finding in with_parts(findings))
    files: dict[str, dict[str, dict[str, int]]] = {}
    for (name, code, words), count in sorted(counts.items()):
        files.setdefault(name, {}).setdefault(code, {})[words] = count
    text = json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=2) + "\n"
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        temporary.write_text(text, "utf-8", errors="backslashreplace")
        temporary.replace(path)
    except OSError as error:
        raise ReslintError(str(path), f"the baseline cannot be written ({error.strerror})") from error
    finally:
        temporary.unlink(missing_ok=True)
